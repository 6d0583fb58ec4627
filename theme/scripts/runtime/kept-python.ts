import type { Bytes } from "./runtime-files.ts";

/** The file in the browser's private file system that keeps a started Python for the next visit (decision 29). Runs in the worker. */

/** What TypeScript knows of in workers only. */
export interface SyncFileHandle {
  /** @param options browsers that do not know `mode` open a file for one reader at a time */
  createSyncAccessHandle(options?: { mode: "read-only" }): Promise<{
    read(bytes: Uint8Array, options: { at: number }): number;
    write(bytes: Uint8Array, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

/** A snapshot of Python's memory, and the two files that responses of the browser's cache would give later. */
export interface Kept {
  wasm: Bytes;
  archive: Bytes;
  snapshot: Bytes;
}

/** In the file's order: the WebAssembly is compiled while the rest is read, and the snapshot is used only if everything before it is intact. */
const PARTS = ["wasm", "archive", "snapshot"] as const satisfies (keyof Kept)[];

const FOLDER = "python";
const DIGEST_BYTES = 32;
/** The file's head: a SHA-256 digest of its rest, the length of each part in 4 bytes, the digest of each piece. Then come the pieces. */
const DIGESTS_AT = DIGEST_BYTES + 4 * PARTS.length;
/** Hashing pieces of 1 MB or more took twice as long in Chromium, probably because it hashes a copy and needs new memory for a large one. */
const PIECE_BYTES = 256 * 1024;
/** Stands for the digest of a piece of zeros, which is not in the file: a third of a snapshot. */
const ZEROS = new Uint8Array(DIGEST_BYTES);

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
 * Read the parts of a file, one after the other.
 *
 * @returns a promise of each part: its bytes, or undefined if it or an earlier part is damaged or cannot be read
 */
export function readKept(handle: SyncFileHandle): { [part in keyof Kept]: Promise<Bytes | undefined> } {
  const parts = readParts(handle);
  const next = () =>
    parts.next().then(
      ({ value }) => value || undefined,
      () => undefined,
    );
  const kept = { wasm: next(), archive: next(), snapshot: next() };
  next(); // to the end, where the file is closed
  return kept;
}

async function* readParts(handle: SyncFileHandle): AsyncGenerator<Bytes, void> {
  const file = await handle.createSyncAccessHandle({ mode: "read-only" });
  try {
    const start = new Uint8Array(DIGESTS_AT);
    file.read(start, { at: 0 });
    const head = emptyHead(lengthsIn(start));
    let at = file.read(head, { at: 0 });
    await check(head.subarray(DIGEST_BYTES), head.subarray(0, DIGEST_BYTES));
    let index = 0;
    for (const length of lengthsIn(head)) {
      const part = new Uint8Array(length);
      for (const piece of piecesOf(part)) {
        const digest = digestAt(head, index++);
        if (isSame(digest, ZEROS)) continue;
        at += file.read(piece, { at });
        await check(piece, digest);
      }
      yield part;
    }
  } finally {
    file.close();
  }
}

/**
 * Keep a Python in place of those of other builds. Runs in a worker, where every browser can write files.
 *
 * @throws DOMException when the browser has no room or gives no access to its files
 */
export async function keep(build: string, kept: Kept): Promise<void> {
  const parts = PARTS.map((name) => kept[name]);
  const lengths = parts.map(({ length }) => length);
  const head = emptyHead(lengths);
  lengthsIn(head).set(lengths);
  const content = [head];
  for (const [index, piece] of parts.flatMap(piecesOf).entries()) {
    if (piece.every((byte) => byte === 0)) continue;
    digestAt(head, index).set(await sha256(piece));
    content.push(piece);
  }
  head.set(await sha256(head.subarray(DIGEST_BYTES)));
  await removeKept();
  await write(build, content);
}

async function write(build: string, content: Bytes[]) {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const handle: unknown = await folder.getFileHandle(build, { create: true });
  const file = await (handle as SyncFileHandle).createSyncAccessHandle();
  try {
    let at = 0;
    for (const bytes of content) at += file.write(bytes, { at });
    file.flush();
  } finally {
    file.close();
  }
}

/** While a worker reads the file, it cannot be removed. */
const REMOVAL_ATTEMPTS = 50;
const REMOVAL_DELAY_MS = 100;

/** Remove what is kept of every build, as soon as nobody reads it. */
export async function removeKept(): Promise<void> {
  for (let attempt = 0; attempt < REMOVAL_ATTEMPTS; attempt++) {
    try {
      const root = await navigator.storage.getDirectory();
      return await root.removeEntry(FOLDER, { recursive: true });
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "NoModificationAllowedError") return; // there is none, or no access to files
      await new Promise((resolve) => setTimeout(resolve, REMOVAL_DELAY_MS));
    }
  }
}

/** @param lengths those of the parts, which may be wrong if the file is damaged */
function emptyHead(lengths: Iterable<number>): Bytes {
  let pieces = 0;
  for (const length of lengths) pieces += Math.ceil(length / PIECE_BYTES);
  return new Uint8Array(DIGESTS_AT + DIGEST_BYTES * pieces);
}

function lengthsIn(head: Bytes): Uint32Array {
  return new Uint32Array(head.buffer, DIGEST_BYTES, PARTS.length);
}

function digestAt(head: Bytes, index: number): Bytes {
  return head.subarray(DIGESTS_AT + index * DIGEST_BYTES, DIGESTS_AT + (index + 1) * DIGEST_BYTES);
}

function piecesOf(part: Bytes): Bytes[] {
  const count = Math.ceil(part.length / PIECE_BYTES);
  return Array.from({ length: count }, (_, i) => part.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES));
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** @throws Error when the bytes have another digest */
async function check(bytes: Bytes, digest: Bytes) {
  if (!isSame(await sha256(bytes), digest)) throw new Error("the file is damaged");
}

function isSame(a: Bytes, b: Bytes): boolean {
  return a.every((byte, i) => byte === b[i]);
}
