import type { PyodideAPI, PyodideConfig } from "pyodide";
import type { Bytes } from "./runtime-files.ts";

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
export function takeSnapshot(pyodide: PyodideAPI): Bytes {
  return pyodide.makeMemorySnapshot() as Bytes;
}

/** What TypeScript knows of in workers only. */
export interface SyncFileHandle {
  /** @param options browsers that do not know `mode` open a file for one reader at a time */
  createSyncAccessHandle(options?: { mode: "read-only" }): Promise<{
    getSize(): number;
    read(bytes: Uint8Array, options: { at: number }): number;
    write(bytes: Uint8Array, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

/** Call a function of calculators/snapshot.py, and keep no reference to it. */
export function callSnapshotFunction(pyodide: PyodideAPI, name: "warm_up" | "after_restore") {
  const module = pyodide.pyimport("calculators.snapshot");
  module[name]();
  module.destroy();
}

const FOLDER = "python";
const DIGEST_BYTES = 32;
/** The digest, and the lengths of snapshot and WebAssembly in 4 bytes each. */
const HEAD_BYTES = DIGEST_BYTES + 8;

/** What is kept of a Python: a snapshot of its memory, and the two files that responses of the browser's cache would give later. */
export interface Kept {
  snapshot: Bytes;
  wasm: Bytes;
  archive: Bytes;
}

/**
 * Look for what is kept of a build in the browser's private file system.
 *
 * @returns undefined when there is nothing, or when the browser gives no access to its files
 */
export async function findKept(build: string): Promise<SyncFileHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER);
    const handle: unknown = await folder.getFileHandle(build);
    return handle as SyncFileHandle;
  } catch {
    return undefined;
  }
}

/**
 * Read a file: the SHA-256 digest of what follows, two lengths, the snapshot, the WebAssembly, the archive. The snapshot is the first,
 * since Pyodide reads 32-bit words of it, which have to begin at a multiple of 4.
 *
 * @returns undefined when it is damaged, or cannot be read
 */
export async function readKept(handle: SyncFileHandle): Promise<Kept | undefined> {
  try {
    const bytes = await contentOf(handle);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.subarray(DIGEST_BYTES)));
    if (digest.some((byte, i) => byte !== bytes[i])) return undefined;
    const head = new DataView(bytes.buffer);
    const wasmAt = HEAD_BYTES + head.getUint32(DIGEST_BYTES);
    const archiveAt = wasmAt + head.getUint32(DIGEST_BYTES + 4);
    return { snapshot: bytes.subarray(HEAD_BYTES, wasmAt), wasm: bytes.subarray(wasmAt, archiveAt), archive: bytes.subarray(archiveAt) };
  } catch {
    return undefined;
  }
}

async function contentOf(handle: SyncFileHandle): Promise<Bytes> {
  const file = await handle.createSyncAccessHandle({ mode: "read-only" });
  try {
    const bytes = new Uint8Array(file.getSize());
    file.read(bytes, { at: 0 });
    return bytes;
  } finally {
    file.close();
  }
}

/**
 * Keep a Python in place of those of other builds. Runs in a worker, where every browser can write files.
 *
 * @throws DOMException when the browser has no room or gives no access to its files
 */
export async function keep(build: string, { snapshot, wasm, archive }: Kept): Promise<void> {
  const wasmAt = HEAD_BYTES + snapshot.length;
  const archiveAt = wasmAt + wasm.length;
  const bytes = new Uint8Array(archiveAt + archive.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(DIGEST_BYTES, snapshot.length);
  head.setUint32(DIGEST_BYTES + 4, wasm.length);
  bytes.set(snapshot, HEAD_BYTES);
  bytes.set(wasm, wasmAt);
  bytes.set(archive, archiveAt);
  bytes.set(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.subarray(DIGEST_BYTES))));
  await removeSnapshots();
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const handle: unknown = await folder.getFileHandle(build, { create: true });
  const file = await (handle as SyncFileHandle).createSyncAccessHandle();
  try {
    file.write(bytes, { at: 0 });
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
