import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { IframeWorkbookStorage, type ToFrame } from "../../../../../theme/scripts/workbook/iframe-storage.ts";
import { KEY, LocalWorkbookStorage } from "../../../../../theme/scripts/workbook/storage.ts";
import { Workbook } from "../../../../../theme/scripts/workbook/workbook.ts";
import { installLanguage, installLocalStorage, MemoryStorage } from "../fakes.ts";

beforeEach(() => installLanguage("en-US"));

test("local storage keeps, quarantines and clears", () => {
  const entries = installLocalStorage();
  entries.set("another-site", "stays");
  const storage = new LocalWorkbookStorage();
  assert.equal(storage.read(), null);
  assert.equal(storage.write("broken"), "kept");
  assert.equal(storage.quarantine("broken"), true);
  assert.equal(storage.read(), null);
  assert.deepEqual(storage.quarantined(), ["broken"]);
  storage.write("sound");
  storage.clear();
  assert.deepEqual([...entries], [["another-site", "stays"]]);
});

test("local storage says when it has no room", () => {
  installLocalStorage((text) => text.length <= 4);
  const storage = new LocalWorkbookStorage();
  assert.equal(storage.write("12345"), "full");
  assert.equal(storage.quarantine("12345"), false);
});

test("local storage says when the browser blocks it", () => {
  const get = () => {
    throw new DOMException("no", "SecurityError");
  };
  Object.defineProperty(globalThis, "localStorage", { get, configurable: true });
  const storage = new LocalWorkbookStorage();
  assert.equal(storage.read(), undefined);
  assert.equal(storage.write("text"), "blocked");
  assert.equal(storage.quarantine("text"), false);
  assert.deepEqual(storage.quarantined(), []);
  storage.clear();
});

function framed(read: string | null) {
  const entries = installLocalStorage();
  const sent: ToFrame[] = [];
  const storage = new IframeWorkbookStorage({ storage: "hello", read, quarantined: [], seen: null }, (message) => sent.push(message));
  return { entries, sent, storage };
}

test("the page keeps a text until the frame has confirmed it", () => {
  const { entries, sent, storage } = framed(null);
  storage.write("a");
  storage.write("b");
  assert.deepEqual(sent, [
    { storage: "write", text: "a" },
    { storage: "write", text: "b" },
  ]);
  storage.receive({ storage: "written", text: "a", result: "kept" });
  assert.equal(entries.get(KEY), "b");
  storage.receive({ storage: "written", text: "b", result: "full" });
  assert.equal(entries.get(KEY), "b");
  storage.receive({ storage: "written", text: "b", result: "kept" });
  assert.equal(entries.has(KEY), false);
  assert.equal(storage.read(), "b");
});

test("a restored page requests the frame's present text", () => {
  const text = (pay: string) =>
    JSON.stringify({ app: "ultimate-gig", schema: 2, saved: pay, calculators: { equalizer: { inputs: { pay } } } });
  const { sent, storage } = framed(text("50,000"));
  const workbook = new Workbook(storage);
  workbook.readAgain();
  assert.deepEqual(sent, [{ storage: "read" }]);
  storage.receive({ storage: "changed", read: text("64,000") });
  assert.deepEqual(workbook.inputs("equalizer"), { pay: "64,000" });
});

test("quarantine and clearing reach the frame", () => {
  const { sent, storage } = framed("broken");
  storage.quarantine("broken");
  assert.equal(storage.read(), null);
  assert.deepEqual(storage.quarantined(), ["broken"]);
  storage.clear("empty");
  assert.deepEqual(storage.quarantined(), []);
  assert.deepEqual(sent, [
    { storage: "quarantine", text: "broken" },
    { storage: "clear", empty: "empty" },
  ]);
});

test("the frame is asked for the history and other workbooks", async () => {
  const { sent, storage } = framed(null);
  storage.record("before");
  const all = storage.entries.all();
  const put = storage.entries.put({ a: "1", b: null });
  storage.receive({ storage: "all", entries: { a: "0" } });
  storage.receive({ storage: "done", isDone: false });
  assert.deepEqual(await all, { a: "0" });
  assert.equal(await put, false);
  assert.deepEqual(sent, [{ storage: "record", text: "before" }, { storage: "all" }, { storage: "put", changes: { a: "1", b: null } }]);
});

test("a page's unconfirmed text of another workbook is not merged", () => {
  installLocalStorage();
  const text = (id: string, pay: string) =>
    JSON.stringify({ app: "ultimate-gig", schema: 2, saved: pay, id, calculators: { equalizer: { inputs: { pay } } } });
  const workbook = new Workbook(new MemoryStorage(text("anna", "64,000")));
  const hello = { storage: "hello", read: text("bob", "50,000"), quarantined: [], seen: null } as const;
  const storage = new IframeWorkbookStorage({ ...hello, quarantined: [] }, () => {});
  workbook.moveTo(storage);
  assert.deepEqual([workbook.book.id, workbook.inputs("equalizer")], ["bob", { pay: "50,000" }]);
  assert.match(storage.read() ?? "", /"bob"/);
});
