import assert from "node:assert/strict";
import { test } from "node:test";

import { findKept, keep, readKept } from "../../../../../theme/scripts/runtime/snapshot.ts";

/** A browser's private file system with one folder of files, in memory. */
function privateFiles() {
  const files = new Map<string, Uint8Array>();
  const file = (name: string) => ({
    createSyncAccessHandle: async () => ({
      getSize: () => files.get(name)?.length ?? 0,
      read: (into: Uint8Array) => into.set(files.get(name) ?? []),
      write: (bytes: Uint8Array) => files.set(name, bytes.slice()),
      flush() {},
      close() {},
    }),
  });
  const folder = { getFileHandle: async (name: string) => file(name) };
  return { getDirectoryHandle: async () => folder, removeEntry: async () => files.clear() };
}

const SNAPSHOT = new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2]);

for (const length of [4, 5, 6, 7]) {
  // Pyodide reads a snapshot's head as 32-bit words, which have to begin at a multiple of 4.
  test(`a snapshot kept beside files of ${length} bytes is aligned`, async () => {
    const root = privateFiles();
    Object.defineProperty(globalThis, "navigator", { configurable: true, value: { storage: { getDirectory: async () => root } } });
    const [wasm, archive] = [new Uint8Array(length).fill(1), new Uint8Array(length + 1).fill(2)];
    await keep("build", { snapshot: SNAPSHOT, wasm, archive });
    const handle = await findKept("build");
    assert.ok(handle);
    const kept = await readKept(handle);
    assert.ok(kept);
    assert.deepEqual([...kept.snapshot], [...SNAPSHOT]);
    assert.deepEqual([...kept.wasm], [...wasm]);
    assert.deepEqual([...kept.archive], [...archive]);
    assert.equal(kept.snapshot.byteOffset % 4, 0);
  });
}
