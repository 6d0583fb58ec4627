import type { PyodideAPI, PyodideConfig } from "pyodide";

/**
 * Memory snapshots of a started Python. This is the only module that knows Pyodide's undocumented snapshot options; decision 29 says what to do
 * when they change.
 */

/** Options for a Python of which `takeSnapshot` can take one. */
export const SNAPSHOT_OPTIONS: PyodideConfig = { _makeSnapshot: true };

/**
 * Options that restore a snapshot in place of starting Python.
 *
 * Pyodide refuses a snapshot of another build of its own.
 */
export function restoreOptions(snapshot: Uint8Array): PyodideConfig {
  return { _loadSnapshot: snapshot };
}

/** Copy the memory of a Python that was started with `SNAPSHOT_OPTIONS` and to which JavaScript holds no reference. */
export function takeSnapshot(pyodide: PyodideAPI): Uint8Array<ArrayBuffer> {
  return pyodide.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
}

/** What TypeScript knows of in workers only. */
interface SyncFileHandle {
  createSyncAccessHandle(): Promise<{ write(bytes: Uint8Array, options: { at: number }): number; flush(): void; close(): void }>;
}

/** Call a function of calculators/snapshot.py, and keep no reference to it. */
export function callSnapshotFunction(pyodide: PyodideAPI, name: "warm_up" | "after_restore") {
  const module = pyodide.pyimport("calculators.snapshot");
  module[name]();
  module.destroy();
}

const FOLDER = "python";
const DIGEST_BYTES = 32;

/**
 * Read the snapshot of a build from the browser's private file system: a SHA-256 digest, then the snapshot.
 *
 * @returns undefined when there is none, when it is damaged, or when the browser gives no access to its files
 */
export async function readSnapshot(build: string): Promise<Uint8Array | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER);
    const file = await (await folder.getFileHandle(build)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const snapshot = bytes.subarray(DIGEST_BYTES);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", snapshot));
    return digest.every((byte, i) => byte === bytes[i]) ? snapshot : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keep a snapshot in place of those of other builds. Runs in a worker, where every browser can write files.
 *
 * @throws DOMException when the browser has no room or gives no access to its files
 */
export async function keepSnapshot(build: string, snapshot: Uint8Array<ArrayBuffer>): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", snapshot));
  await removeSnapshots();
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const handle: unknown = await folder.getFileHandle(build, { create: true });
  const file = await (handle as SyncFileHandle).createSyncAccessHandle();
  try {
    file.write(digest, { at: 0 });
    file.write(snapshot, { at: DIGEST_BYTES });
    file.flush();
  } finally {
    file.close();
  }
}

/** Remove every snapshot. */
export async function removeSnapshots(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(FOLDER, { recursive: true });
  } catch {
    // There is none, or the browser gives no access to its files.
  }
}
