// Plays sequences of what readers do with workbooks in two tabs of a browser. Standard input: a list of sequences, each a list of actions;
// standard output: after each action, what either tab shows: the inputs by calculator, or the name of a problem.
import { readFileSync, writeFileSync } from "node:fs";
import { importScript } from "../../pipeline/node/typescript.mjs";

const { Workbook } = await importScript("workbook/workbook.ts");
const { LocalWorkbookStorage, KEY } = await importScript("workbook/storage.ts");
const { Books } = await importScript("workbook/books.ts");

const UNNAMED = "My workbook";
let now = 1e12;
Date.now = () => now;

/** A browser's localStorage: its keys are the properties of the object. */
class FakeStorage {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, text) {
    this[key] = String(text);
  }
  removeItem(key) {
    delete this[key];
  }
}

class Tab {
  static opening = null;
  changed = [];
  isToReload = false;

  constructor() {
    this.load();
  }

  load() {
    Tab.opening = this;
    this.changed = [];
    this.isToReload = false;
    this.workbook = new Workbook(new LocalWorkbookStorage());
    this.books = new Books(this.workbook, UNNAMED);
  }

  /** Have the tab notice what another has stored. */
  notify() {
    for (const changed of this.changed) changed({ key: KEY });
  }

  /** Do something as the script of this tab, which reloads when another tab has turned to another workbook. */
  async act(action) {
    Tab.opening = this;
    await action();
    if (this.isToReload) this.load();
  }
}

globalThis.navigator ??= { language: "en-US" }; // Node has it from 21 on
globalThis.addEventListener = (_, changed) => Tab.opening.changed.push(changed);
globalThis.location = { reload: () => (Tab.opening.isToReload = true) };

const inputsOf = ({ calculators }) => Object.fromEntries(Object.entries(calculators).map(([id, page]) => [id, page.inputs.field]));

const ACTIONS = {
  edit: (tab, id, value) => tab.workbook.keep(id, value === "" ? {} : { field: value }),
  undo: (tab) => tab.books.step("undo"),
  redo: (tab) => tab.books.step("redo"),
  reload: (tab) => tab.load(),
  create: (tab, name) => tab.books.create(name),
  forget: (tab) => tab.workbook.forget(),
  turn_to: async (tab, at) => {
    const others = (await tab.books.list()).filter(({ isOpen }) => !isOpen);
    if (others.length) await tab.books.open(others[at % others.length].id);
  },
  bring_in: (tab, id, value) => tab.books.import({ ...tab.workbook.book, calculators: { [id]: { inputs: { field: value } } } }),
};

const played = [];
for (const sequence of JSON.parse(readFileSync(0, "utf-8"))) {
  globalThis.localStorage = new FakeStorage();
  const tabs = [new Tab(), new Tab()];
  const shown = [];
  for (const [name, at, ...values] of sequence) {
    now += name === "pause" ? 5000 : 10;
    if (name !== "pause") {
      const [tab, other] = at ? tabs.toReversed() : tabs;
      await tab.act(() => ACTIONS[name](tab, ...values));
      await other.act(() => other.notify());
    }
    shown.push(tabs.map(({ workbook }) => (workbook.problem ? workbook.problem : inputsOf(workbook.book))));
  }
  played.push(shown);
}
writeFileSync(1, JSON.stringify(played));
