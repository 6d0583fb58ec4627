import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Book } from "../../../../../theme/scripts/runtime/worker-protocol.ts";
import { Workbook } from "../../../../../theme/scripts/workbook/workbook.ts";
import { installLanguage, MemoryStorage } from "../fakes.ts";

const DAY = "2026-01-01T00:00:00.000Z";

const book = (saved: string, calculators: Record<string, object> = {}): Book => ({
  app: "ultimate-gig",
  schema: 2,
  saved,
  calculators: Object.fromEntries(Object.entries(calculators).map(([id, inputs]) => [id, { inputs: { ...inputs } }])),
  reading: { done: ["03-your-assets"] },
});

const OLD = book(DAY, { inventory: { assets: "all" }, equalizer: { pay: "50,000" } });

const stored = (storage: MemoryStorage): Book => JSON.parse(storage.text ?? assert.fail("nothing is stored"));

beforeEach(() => installLanguage("en-US"));

test("only what was typed is stored", () => {
  const storage = new MemoryStorage();
  const workbook = new Workbook(storage);
  assert.equal(workbook.isBlank, true);
  assert.deepEqual(storage.calls, []);
  workbook.keep("equalizer", { pay: "61,000" });
  assert.deepEqual(stored(storage).calculators, { equalizer: { inputs: { pay: "61,000" } } });
  assert.deepEqual(new Workbook(storage).inputs("equalizer"), { pay: "61,000" });
  workbook.keep("equalizer", {});
  assert.deepEqual(stored(storage).calculators, {});
});

test("a calculator without inputs stays while it has scenarios", () => {
  const workbook = new Workbook(new MemoryStorage());
  workbook.keepScenarios("buffer", [{ name: "A", inputs: { have: "5" } }]);
  workbook.keep("buffer", {});
  assert.equal(workbook.scenarios("buffer").length, 1);
});

test("another tab's calculators are merged and announced", () => {
  const storage = new MemoryStorage();
  const workbook = new Workbook(storage);
  const announced: boolean[] = [];
  workbook.watch((mine) => announced.push(mine));
  storage.changeElsewhere(JSON.stringify(OLD));
  workbook.keep("buffer", { have: "5" });
  assert.deepEqual(Object.keys(stored(storage).calculators), ["inventory", "equalizer", "buffer"]);
  assert.deepEqual(announced, [false, true]);
});

test("the text of the numbers changes only with the numbers", () => {
  const workbook = new Workbook(new MemoryStorage(JSON.stringify(OLD)));
  const before = workbook.numbers();
  workbook.keepReading(() => ({ done: [] }));
  assert.equal(workbook.numbers(), before);
  workbook.replace({ ...workbook.book, sign: "€" });
  assert.notEqual(workbook.numbers(), before);
});

test("the notation is the chosen, the stored or the language's", () => {
  installLanguage("de-DE");
  const storage = new MemoryStorage();
  const workbook = new Workbook(storage);
  assert.equal(workbook.notation, "1.234.567,89");
  workbook.keep("buffer", { have: "5" });
  assert.equal(stored(storage).numbers, "1.234.567,89");
  assert.equal(new Workbook(new MemoryStorage(JSON.stringify(OLD))).notation, "1,234,567.89");
  workbook.replace({ ...workbook.book, numbers: "12,34,567.89" });
  assert.equal(workbook.notation, "12,34,567.89");
});

test("a damaged text is quarantined", () => {
  const broken = [
    "{",
    "[]",
    "null",
    '{"app": "other"}',
    JSON.stringify({ ...OLD, schema: 0 }),
    JSON.stringify({ ...OLD, calculators: [] }),
    JSON.stringify({ ...OLD, numbers: "1.234,56" }),
    JSON.stringify({ ...OLD, numbers: null }),
  ];
  for (const text of [...broken, "[".repeat(99)]) {
    const storage = new MemoryStorage(text);
    const workbook = new Workbook(storage);
    assert.equal(workbook.problem, "damaged", text);
    assert.deepEqual(workbook.storage.quarantined(), [text]);
    workbook.keep("buffer", { have: "5" });
    assert.deepEqual(Object.keys(stored(storage).calculators), ["buffer"]);
  }
});

test("a damaged text that cannot be quarantined is left alone", () => {
  const storage = new MemoryStorage("{");
  storage.canQuarantine = false;
  const workbook = new Workbook(storage);
  workbook.keep("buffer", { have: "5" });
  assert.equal(workbook.problem, "unusable");
  assert.equal(storage.text, "{");
  assert.deepEqual(workbook.inputs("buffer"), { have: "5" });
});

test("blocked and full storage are reported", () => {
  assert.equal(new Workbook(new MemoryStorage(undefined)).problem, null);
  const blocked = new MemoryStorage();
  blocked.text = undefined;
  assert.equal(new Workbook(blocked).problem, "blocked");
  const full = new MemoryStorage();
  const workbook = new Workbook(full);
  full.writeResult = "full";
  workbook.keep("buffer", { have: "5" });
  assert.equal(workbook.problem, "full");
  full.writeResult = "kept";
  workbook.keep("buffer", { have: "6" });
  assert.equal(workbook.problem, null);
});

test("a newer edition's workbook is never overwritten", () => {
  const storage = new MemoryStorage(JSON.stringify(OLD));
  const workbook = new Workbook(storage);
  storage.text = JSON.stringify({ ...book("2026-02-02T00:00:00.000Z"), schema: 3 });
  workbook.replace({ ...workbook.book }); // an import, which does not look first
  workbook.keep("buffer", { have: "5" });
  assert.equal(workbook.problem, "newer");
  assert.deepEqual(storage.calls, []);
});

test("inputs typed while an older workbook is migrated win", () => {
  const storage = new MemoryStorage(JSON.stringify(OLD));
  const workbook = new Workbook(storage, 3);
  assert.equal(workbook.older, JSON.stringify(OLD));
  workbook.keep("equalizer", { pay: "61,000" });
  assert.deepEqual(storage.calls, []);
  workbook.bringUpToDate("another text", { workbook: book(DAY) });
  workbook.bringUpToDate(JSON.stringify(OLD), null);
  assert.deepEqual(storage.calls, []);
  workbook.bringUpToDate(JSON.stringify(OLD), { workbook: { ...OLD, schema: 3 } });
  assert.deepEqual(stored(storage).calculators, { inventory: { inputs: { assets: "all" } }, equalizer: { inputs: { pay: "61,000" } } });
  assert.equal(workbook.older, null);
});

test("forgetting empties storage", () => {
  const storage = new MemoryStorage("{");
  const workbook = new Workbook(storage);
  workbook.forget();
  assert.deepEqual(workbook.storage.quarantined(), []);
  assert.deepEqual(stored(storage).calculators, {});
  assert.equal(workbook.problem, null);
});

/** Change a workbook before it moves to storage that contains `there`. */
function moved(there: Book, early: (workbook: Workbook) => void): Book {
  const workbook = new Workbook(new MemoryStorage());
  early(workbook);
  const final = new MemoryStorage(JSON.stringify(there));
  workbook.moveTo(final);
  assert.deepEqual(stored(final), JSON.parse(JSON.stringify(workbook.book)));
  return workbook.book;
}

test("early input is merged into the stored workbook", () => {
  const { calculators, reading, saved } = moved(OLD, (workbook) => workbook.keep("equalizer", { pay: "61,000" }));
  assert.deepEqual(calculators, { inventory: { inputs: { assets: "all" } }, equalizer: { inputs: { pay: "61,000" } } });
  assert.deepEqual(reading, OLD.reading);
  assert(saved > OLD.saved);
});

test("without early input the kept workbook is shown", () => {
  assert.deepEqual(
    moved(OLD, () => {}),
    OLD,
  );
});

test("a workbook forgotten early stays forgotten", () => {
  assert.deepEqual(moved(OLD, (workbook) => workbook.forget()).calculators, {});
  const { calculators } = moved(OLD, (workbook) => {
    workbook.forget();
    workbook.keep("buffer", { have: "5" });
  });
  assert.deepEqual(Object.keys(calculators), ["buffer"]);
});

test("a later workbook in the new storage replaces early input", () => {
  const later = book("2999-01-01T00:00:00.000Z", { inventory: { assets: "all" } });
  assert.deepEqual(
    moved(later, (workbook) => workbook.keep("equalizer", { pay: "61,000" })),
    later,
  );
});

test("counts of children become ages, also in scenarios", () => {
  const older = { children: "3", children_under_12: "2", children_under_6: "1", older_children: "1", wages: "40,000" };
  const kept = book(DAY, { "take-home": older });
  kept.calculators["take-home"] = { inputs: older, scenarios: [{ name: "A", inputs: { children: "two" } }] };
  const workbook = new Workbook(new MemoryStorage(JSON.stringify(kept)));
  assert.deepEqual(workbook.inputs("take-home"), { wages: "40,000", child_ages: "5 11 16 18" });
  assert.deepEqual(workbook.scenarios("take-home"), [{ name: "A", inputs: { child_ages: "two" } }]);
});
