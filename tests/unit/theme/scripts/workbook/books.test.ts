import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Book } from "../../../../../theme/scripts/runtime/worker-protocol.ts";
import { Books, uniqueName } from "../../../../../theme/scripts/workbook/books.ts";
import { LocalEntries } from "../../../../../theme/scripts/workbook/entries.ts";
import { workbookFile } from "../../../../../theme/scripts/workbook/save-file.ts";
import {
  type Entries,
  KEY,
  LocalWorkbookStorage,
  UNDO,
  UNDONE,
  type WorkbookStorage,
} from "../../../../../theme/scripts/workbook/storage.ts";
import { Workbook } from "../../../../../theme/scripts/workbook/workbook.ts";
import { installLanguage, installLocalStorage } from "../fakes.ts";

let entries: Map<string, string>;
/** Characters that all entries may have together. */
let room: number;
let now: number;
let reloads: number;
/** What the other tabs' storage events call. */
let otherTabs: ((event: { key: string }) => void)[];

beforeEach(() => {
  installLanguage("en-US");
  room = Number.POSITIVE_INFINITY;
  entries = installLocalStorage((text, others) => text.length + others.length <= room);
  now = Date.parse("2026-11-29");
  reloads = 0;
  otherTabs = [];
  Date.now = () => now;
  const reload = () => reloads++;
  Object.defineProperty(globalThis, "location", { value: { reload }, configurable: true });
  const addEventListener = (_: string, listener: (event: { key: string }) => void) => otherTabs.push(listener);
  Object.defineProperty(globalThis, "addEventListener", { value: addEventListener, configurable: true });
});

function tab() {
  const workbook = new Workbook(new LocalWorkbookStorage());
  return { workbook, books: new Books(workbook, "My workbook") };
}

/** Type after a pause, so that it is a step of its own. */
function type(workbook: Workbook, calculator: string, inputs: Record<string, string>) {
  now += 5000;
  workbook.keep(calculator, inputs);
}

const stored = (): Book => JSON.parse(entries.get(KEY) ?? "{}");
const keys = (prefix: string) => [...entries.keys()].filter((key) => key.startsWith(prefix));

test("undo and redo go through the changes, over reloads", async () => {
  const { workbook } = tab();
  type(workbook, "equalizer", { pay: "1" });
  type(workbook, "equalizer", { pay: "2" });
  type(workbook, "buffer", { have: "5" });
  const { books } = tab();
  assert.deepEqual(await books.step("undo"), ["buffer"]);
  assert.deepEqual(await books.step("undo"), ["equalizer"]);
  assert.deepEqual(stored().calculators, { equalizer: { inputs: { pay: "1" } } });
  const reloaded = tab();
  assert.deepEqual(await reloaded.books.step("redo"), ["equalizer"]);
  assert.deepEqual(await reloaded.books.step("redo"), ["buffer"]);
  assert.equal(await reloaded.books.step("redo"), null);
  assert.deepEqual(Object.keys(stored().calculators), ["equalizer", "buffer"]);
  for (const _ of [1, 2, 3]) assert.notEqual(await reloaded.books.step("undo"), null);
  assert.equal(await reloaded.books.step("undo"), null);
  assert.equal(reloaded.workbook.isBlank, true);
});

test("keys that follow each other quickly are one step", async () => {
  const { workbook, books } = tab();
  for (const pay of ["6", "61", "61,", "61,0"]) {
    now += 300;
    workbook.keep("equalizer", { pay });
  }
  type(workbook, "equalizer", { pay: "61,0" }); // leaving the field changes nothing
  assert.equal(keys(UNDO).length, 1);
  await books.step("undo");
  assert.deepEqual(stored().calculators, {});
});

test("a change after undo ends what can be made again", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  await books.step("undo");
  workbook.keep("buffer", { have: "5" }); // at once: it is a step of its own all the same
  assert.equal((await books.steps()).redo, null);
  assert.deepEqual(await books.step("undo"), ["buffer"]);
  assert.deepEqual(await books.step("redo"), ["buffer"]);
  assert.equal(await books.step("redo"), null);
});

test("the last twenty changes can be undone", async () => {
  const { workbook, books } = tab();
  for (let pay = 1; pay <= 25; pay++) type(workbook, "equalizer", { pay: String(pay) });
  assert.equal(keys(UNDO).length, 20);
  let count = 0;
  while (await books.step("undo")) count++;
  assert.equal(count, 20);
  assert.deepEqual(workbook.inputs("equalizer"), { pay: "5" });
  while (await books.step("redo")) count--;
  assert.equal(count, 0);
});

test("reading is no change, and undo leaves the place", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  now += 5000;
  workbook.keepReading(() => ({ done: ["03-your-assets"] }));
  assert.equal(keys(UNDO).length, 1);
  await books.step("undo");
  assert.deepEqual(stored().reading, { done: ["03-your-assets"] });
});

test("undoing an import brings the place back too", async () => {
  const { workbook, books } = tab();
  workbook.keepReading(() => ({ done: ["03-your-assets"] }));
  await books.import({ ...workbook.book, calculators: { buffer: { inputs: { have: "5" } } }, reading: { done: [] } });
  assert.deepEqual(await books.step("undo"), ["import"]);
  assert.deepEqual(stored().reading, { done: ["03-your-assets"] });
  assert.equal("step" in stored(), false);
  assert.deepEqual(await books.step("redo"), ["import"]);
  assert.deepEqual(stored().reading, { done: [] });
});

test("a file with another place alone can be undone", async () => {
  const { workbook, books } = tab();
  const read = { done: ["03-your-assets"] };
  await books.import({ ...workbook.book, reading: read });
  assert.deepEqual(await books.step("undo"), ["import"]);
  assert.equal(stored().reading, undefined);
  await books.step("redo");
  const at = { page: "04-leverage", anchor: "", title: "" };
  await books.import({ ...workbook.book, reading: { at, ...read } });
  await books.import({ ...workbook.book, reading: { done: read.done, at: { title: at.title, anchor: at.anchor, page: at.page } } }); // the same in another order
  assert.deepEqual(await books.step("undo"), ["import"]);
  assert.deepEqual(stored().reading, read);
  assert.deepEqual(await books.step("undo"), ["import"]);
  assert.equal(await books.step("undo"), null);
});

test("importing what is kept already leaves the steps as they are", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  type(workbook, "equalizer", { pay: "2" });
  const { calculators, ...rest } = workbook.book;
  await books.import({ calculators, ...rest }); // in the order of another writer
  assert.equal(keys(UNDO).length, 2);
  assert.deepEqual(await books.step("undo"), ["equalizer"]);
});

test("a torn or wrong history is ignored", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  const [key = ""] = keys(UNDO);
  const wrong = ["{", "[]", '{"app":"ultimate-gig","schema":99}', JSON.stringify({ ...stored(), id: "another" })];
  for (const text of wrong) {
    entries.set(key, text);
    entries.set(UNDONE, text);
    assert.deepEqual(await books.steps(), { undo: null, redo: null }, text);
  }
  assert.deepEqual(stored().calculators, { equalizer: { inputs: { pay: "1" } } });
});

test("without room the oldest steps go, never the workbook", () => {
  const { workbook } = tab();
  for (const pay of ["1", "2", "3"]) type(workbook, "equalizer", { pay });
  room = [...entries.values()].join("").length + 20;
  type(workbook, "equalizer", { pay: "a long text that needs the room of an older step" });
  assert.equal(workbook.problem, null);
  assert.match(entries.get(KEY) ?? "", /needs the room/);
  assert(keys(UNDO).length < 4);
});

test("opening another workbook keeps both with their history", async () => {
  const { workbook, books } = tab();
  workbook.keepReading(() => ({ done: ["03-your-assets"] }));
  type(workbook, "equalizer", { pay: "1" });
  assert.equal(await books.create("Anna"), true);
  assert.equal(workbook.isBlank, true);
  assert.deepEqual(stored().reading, { done: ["03-your-assets"] });
  assert.equal(await books.step("undo"), null);
  type(workbook, "buffer", { have: "5" });
  const first = (await books.list()).find(({ isOpen }) => !isOpen);
  assert.equal(first?.name, "My workbook");
  assert.equal(await books.open(first.id), true);
  assert.deepEqual(workbook.inputs("equalizer"), { pay: "1" });
  assert.deepEqual(await books.step("undo"), ["equalizer"]);
  const anna = (await books.list()).find(({ name }) => name === "Anna");
  await books.open(anna?.id ?? "");
  assert.deepEqual(await books.step("undo"), ["buffer"]);
  assert.equal(keys(`${KEY}.book.`).length, 1);
});

test("opening a workbook at any moment of a copy keeps its history", async () => {
  const storage: WorkbookStorage = new LocalWorkbookStorage();
  const local = new LocalEntries();
  const inTurn: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => inTurn.push(resolve));
  const slow: Entries = {
    all: async () => wait().then(() => local.all()),
    put: async (changes) => wait().then(() => local.put(changes)),
  };
  const answer = async (count: number) => {
    for (let i = 0; i < count; i++) {
      inTurn.shift()?.();
      await new Promise(setImmediate);
    }
  };
  for (let moment = 0; moment <= 8; moment++) {
    entries.clear();
    const workbook = new Workbook(storage);
    const books = new Books(workbook, "My workbook");
    delete storage.entries;
    type(workbook, "equalizer", { pay: "1" });
    await books.create("Anna");
    const first = (await books.list()).find(({ isOpen }) => !isOpen);
    storage.entries = slow;
    const copying = books.create("Copy", workbook.book);
    await answer(moment);
    const opening = books.open(first?.id ?? "");
    await answer(30);
    assert.deepEqual([await copying, await opening], [true, true]);
    delete storage.entries;
    assert.deepEqual((await books.steps()).undo?.parts, ["equalizer"], `opened after ${moment} answers`);
    assert.equal((await books.list()).length, 3);
  }
});

test("a tab never writes into a workbook that another tab opened", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  const other = tab();
  await books.create("Anna");
  type(other.workbook, "equalizer", { pay: "2" }); // before its storage event came
  assert.equal(reloads, 1);
  other.workbook.replace({ ...other.workbook.book, sign: "€" });
  assert.deepEqual([stored().calculators, stored().sign], [{}, undefined]);
});

test("a tab reloads when another tab opened another workbook", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  tab();
  await books.create("Anna");
  for (const listener of otherTabs) listener({ key: KEY });
  assert.equal(reloads, 1);
});

test("a deleted workbook can be brought back", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  await books.create("Anna");
  const [anna, first] = await books.list();
  assert(anna?.isOpen && first);
  const deleted = await books.delete(anna, first);
  assert(deleted);
  assert.deepEqual(
    (await books.list()).map(({ name }) => name),
    ["My workbook"],
  );
  assert.deepEqual(workbook.inputs("equalizer"), { pay: "1" });
  await books.bringBack(deleted);
  assert.equal((await books.list()).length, 2);
  const other = (await books.list()).find(({ name }) => name === "Anna");
  assert(other && (await books.delete(other, undefined)));
  assert.equal((await books.list()).length, 1);
});

test("forgetting forgets every workbook and every step", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  await books.create("Anna");
  type(workbook, "buffer", { have: "5" });
  workbook.forget();
  assert.deepEqual([...entries.keys()], []);
});

test("without room for another workbook the open one stays", async () => {
  const { workbook, books } = tab();
  type(workbook, "equalizer", { pay: "1" });
  room = 0;
  assert.equal(await books.create("Anna"), false);
  assert.deepEqual(workbook.inputs("equalizer"), { pay: "1" });
});

test("names are made unique without regard to case", () => {
  assert.equal(uniqueName("Anna", ["Bob"]), "Anna");
  assert.equal(uniqueName("anna", ["Anna", "ANNA (2)"]), "anna (3)");
});

test("an exported file is named after its workbook", () => {
  assert.equal(workbookFile(undefined, "2027-01-31"), "ultimate-gig-workbook-2027-01-31.json");
  assert.equal(workbookFile("Zoë / Łódź 2?", "2027-01-31"), "ultimate-gig-workbook-zoë-łódź-2-2027-01-31.json");
});
