import assert from "node:assert/strict";
import { test } from "node:test";

import { findKept, keep, readKept, removeKept } from "../../../../../theme/scripts/runtime/kept-python.ts";

/** A browser's private file system with one folder and one file, in memory. */
function privateFile() {
  let content = new Uint8Array();
  const handle = {
    createSyncAccessHandle: async () => ({
      read(into: Uint8Array, { at }: { at: number }) {
        const bytes = content.subarray(at, at + into.length);
        into.set(bytes);
        return bytes.length;
      },
      write(bytes: Uint8Array, { at }: { at: number }) {
        const longer = new Uint8Array(Math.max(content.length, at + bytes.length));
        longer.set(content);
        longer.set(bytes, at);
        content = longer;
        return bytes.length;
      },
      flush() {},
      close() {},
    }),
  };
  const root = {
    getDirectoryHandle: async () => ({ getFileHandle: async () => handle }),
    removeEntry: async () => {
      content = new Uint8Array();
    },
  };
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { storage: { getDirectory: async () => root } } });
  return {
    get content() {
      return content;
    },
    set content(bytes) {
      content = bytes;
    },
  };
}

const MB = 2 ** 20;
const WASM = new Uint8Array(MB + 5).fill(1);
const ARCHIVE = new Uint8Array(700_001).fill(2);
const SNAPSHOT = new Uint8Array(4 * MB + 128);
SNAPSHOT.fill(3, 0, 1000);
SNAPSHOT.fill(4, 3 * MB + 7);

async function readBack() {
  const handle = await findKept("build");
  assert.ok(handle);
  const { wasm, archive, snapshot } = readKept(handle);
  return { wasm: await wasm, archive: await archive, snapshot: await snapshot };
}

const kept = { wasm: WASM, archive: ARCHIVE, snapshot: SNAPSHOT };

test("what is kept is read back", async () => {
  privateFile();
  await keep("build", kept);
  const read = await readBack();
  for (const part of ["wasm", "archive", "snapshot"] as const) {
    assert.ok(read[part]);
    assert.equal(Buffer.compare(read[part], kept[part]), 0, part);
  }
});

test("a snapshot is aligned to the words that Pyodide reads", async () => {
  privateFile();
  await keep("build", kept);
  assert.equal((await readBack()).snapshot?.byteOffset, 0);
});

test("long runs of zeros are left out of the file", async () => {
  const file = privateFile();
  await keep("build", kept);
  assert.ok(file.content.length < WASM.length + ARCHIVE.length + SNAPSHOT.length - 2 * MB);
});

/** Where a byte is changed, and the parts that can still be used. */
const DAMAGE = {
  head: [3, []],
  lengths: [33, []],
  wasm: [500_000, []],
  archive: [1_500_000, ["wasm"]],
  snapshot: [-1, ["wasm", "archive"]],
};

for (const [where, [at, whole]] of Object.entries(DAMAGE) as [string, [number, string[]]][]) {
  test(`a changed byte is noticed: ${where}`, async () => {
    const file = privateFile();
    await keep("build", kept);
    const changed = file.content.slice();
    const index = at < 0 ? changed.length + at : at;
    changed[index] = (changed[index] ?? 0) ^ 1;
    file.content = changed;
    const read = await readBack();
    assert.deepEqual(
      Object.keys(read).filter((part) => read[part as keyof typeof read]),
      whole,
    );
  });
}

for (const length of [0, 20, 60, 300_000, 1_500_000]) {
  test(`no snapshot is read from a file cut at ${length}`, async () => {
    const file = privateFile();
    await keep("build", kept);
    file.content = file.content.slice(0, length);
    assert.equal((await readBack()).snapshot, undefined);
  });
}

test("what is being read is removed afterwards", async () => {
  const file = privateFile();
  await keep("build", kept);
  const root = await navigator.storage.getDirectory();
  const remove = root.removeEntry.bind(root);
  let refusals = 2;
  root.removeEntry = async (...entry) => {
    if (refusals-- > 0) throw new DOMException("it is open", "NoModificationAllowedError");
    await remove(...entry);
  };
  await removeKept();
  assert.equal(file.content.length, 0);
});

test("where there is nothing to remove, nothing is awaited", async () => {
  privateFile();
  const root = await navigator.storage.getDirectory();
  let attempts = 0;
  root.removeEntry = async () => {
    attempts++;
    throw new DOMException("there is none", "NotFoundError");
  };
  await removeKept();
  assert.equal(attempts, 1);
});
