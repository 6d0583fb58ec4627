import { assets } from "../shared/assets.js";
import { isDeep } from "../shared/depth.js";
import { NOTATIONS, POINT, usualNotation } from "../shared/notation.js";
import { LocalShelf } from "./shelves.js";

/** @typedef {import("../runtime/messages.js").Book} Book */
/** @typedef {import("../runtime/messages.js").Inputs} Inputs */
/** @typedef {import("./shelves.js").Shelf} Shelf */
/** @typedef {"blocked" | "full" | "damaged" | "newer" | "shelf"} Problem What the reader has to be told of what is kept. */

const APP = "ultimate-gig";
const SCHEMA = assets?.schema ?? 1;

/** Two workbooks in one; where both hold something, the upper one counts. @param {Book} lower @param {Book} upper @returns {Book} */
const join = (lower, upper) => ({ ...lower, ...upper, calculators: { ...lower.calculators, ...upper.calculators } });

/** @returns {Book} */
const fresh = (saved = "") => ({ app: APP, schema: SCHEMA, saved, calculators: {} });

/**
 * What the reader typed, kept in this browser: by calculator, only the fields that the reader touched. Several tabs may be open:
 * every change starts from what the shelf holds then, and the others are told by the browser.
 */
export class Workbook {
  /** @type {Book} */
  book = fresh();
  /** @type {Problem | null} */
  problem = null;
  /** The text of a workbook of an older schema, waiting for Python to bring it up to date. @type {string | null} */
  older = null;

  /** @type {Shelf} */
  #shelf;
  /** False once something lies on the shelf that must not be overwritten, and where there is no shelf. */
  #writes = true;
  /** Everything was forgotten in this page. */
  #forgot = false;
  /** The text that `book` was read from or written as. */
  #text = "";
  /** @type {Set<(mine: boolean) => void>} */
  #watchers = new Set();

  /** @param {Shelf} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
    this.#begin();
  }

  /**
   * Change to another shelf, on which another workbook may lie. What was kept here later than that lies on top of it, unless
   * everything was forgotten here.
   *
   * @param {Shelf} shelf
   */
  moveTo(shelf) {
    const mine = this.book;
    this.#shelf = shelf;
    this.#writes = true;
    this.#text = "";
    if (this.problem === "blocked" || this.problem === "newer") this.problem = null;
    this.book = fresh();
    this.#begin();
    if (mine.saved > this.book.saved) this.#put(this.#forgot ? mine : join(this.book, mine));
    this.#tell(false);
  }

  /** Read what is kept once more: a page that comes back from the browser's memory was told of nothing in between. */
  readAgain() {
    this.#shelf.refresh?.();
    this.#take();
    this.#tell(false);
  }

  /** Be told of every change; `mine` when it was made in this page. @param {(mine: boolean) => void} watcher @returns {() => void} to stop */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** All that answers rest on as one text, to see whether it changed. */
  numbers(book = this.book) {
    return JSON.stringify([book.sign, book.numbers, book.calculators]);
  }

  /** How the reader writes numbers: as chosen, or as what is kept was written, or as is usual in the browser's language. @returns {string} */
  get notation() {
    const { numbers, calculators } = this.book;
    if (numbers !== undefined && NOTATIONS.includes(numbers)) return numbers;
    return Object.keys(calculators).length > 0 ? POINT : usualNotation(navigator.language);
  }

  /** Nothing is kept that an answer could rest on. */
  get isBlank() {
    return this.numbers() === this.numbers(fresh());
  }

  /** @param {string} calculator @returns {Inputs} */
  inputs(calculator) {
    return this.book.calculators[calculator]?.inputs ?? {};
  }

  /** @param {string} calculator @returns {import("../runtime/messages.js").Scenario[]} */
  scenarios(calculator) {
    const kept = this.book.calculators[calculator]?.scenarios;
    return Array.isArray(kept) ? kept : [];
  }

  /** @param {string} calculator @param {import("../runtime/messages.js").Scenario[]} scenarios */
  keepScenarios(calculator, scenarios) {
    this.#take();
    const page = { inputs: this.inputs(calculator), scenarios };
    this.#change({ calculators: { ...this.book.calculators, [calculator]: page } });
  }

  /** Keep what was typed into one calculator. @param {string} calculator @param {Inputs} inputs none: it is forgotten */
  keep(calculator, inputs) {
    this.#take(); // another tab may have kept another calculator meanwhile
    const calculators = { ...this.book.calculators, [calculator]: { ...this.book.calculators[calculator], inputs } };
    if (Object.keys(inputs).length === 0 && this.scenarios(calculator).length === 0) delete calculators[calculator];
    this.#change({ calculators });
  }

  /** Keep where the reader is in the book. @param {(reading: unknown) => import("../runtime/messages.js").Reading} change of what is kept now */
  keepReading(change) {
    this.#take();
    this.#change({ reading: change(this.book.reading) });
  }

  /** @param {Book} book looked through by Python, as an import is */
  replace(book) {
    this.#put({ ...book, saved: new Date().toISOString() });
    this.#tell(false);
  }

  /**
   * What Python made of an older workbook; what was typed since stays on top.
   *
   * @param {string} text @param {import("../runtime/messages.js").OpenAnswer | null} answer null when Python failed: it stays as it is
   */
  bringUpToDate(text, answer) {
    if (this.older !== text || !answer) return;
    this.older = null;
    this.#writes = true;
    if (answer.workbook) this.book = join(answer.workbook, this.book);
    else this.#putAside(text);
    this.#put({ ...this.book, saved: new Date().toISOString() });
    this.#tell(false);
  }

  /** Take away everything, also what was put aside. */
  forget() {
    this.book = fresh(new Date().toISOString());
    this.#forgot = true;
    this.#shelf.clear(JSON.stringify(this.book));
    this.older = null;
    if (this.problem !== "blocked") {
      this.problem = null;
      this.#writes = true;
    }
    this.#text = this.#shelf.read() ?? "";
    this.#tell(false);
  }

  /** What was put aside because it could not be used, as texts. */
  asides() {
    return this.#shelf.asides();
  }

  #begin() {
    const shelf = this.#shelf;
    this.#take();
    shelf.watch(() => {
      if (shelf !== this.#shelf) return;
      this.#take();
      this.#tell(false);
    });
  }

  /** @param {Partial<Book>} part */
  #change(part) {
    const numbers = this.notation === POINT ? this.book.numbers : this.notation; // from now on what is kept is written so
    this.#put({ ...this.book, saved: new Date().toISOString(), ...(numbers && { numbers }), ...part });
    this.#tell(true);
  }

  /** @param {boolean} mine */
  #tell(mine) {
    for (const watcher of [...this.#watchers]) watcher(mine);
  }

  /** @param {Book} book */
  #put(book) {
    this.book = book;
    if (!this.#writes) return;
    const there = this.#shelf.read();
    if (there && there !== this.#text && understand(there) === "newer") return this.#leave();
    const text = JSON.stringify(book);
    const result = this.#shelf.write(text);
    if (result === "kept") this.#text = text;
    if (result !== "kept") this.problem = result;
    else if (this.problem === "full") this.problem = null;
  }

  /** Read the shelf, and put aside what cannot be used. */
  #take() {
    if (!this.#writes) return;
    const text = this.#shelf.read();
    if (text === undefined) {
      this.#writes = false;
      this.problem = "blocked";
    } else if ((text ?? "") !== this.#text) {
      const found = text === null ? fresh() : understand(text);
      if (found === "older") {
        this.#writes = false;
        this.older = text;
      } else if (found === "newer") {
        this.#leave();
      } else if (typeof found === "string") {
        this.#putAside(text ?? "");
      } else {
        this.book = found;
        this.#text = text ?? "";
      }
    }
  }

  /** What a newer edition of this site wrote is neither touched nor written over: this page writes no more. */
  #leave() {
    this.problem = "newer";
    this.#writes = false;
  }

  /** @param {string} text */
  #putAside(text) {
    const done = this.#shelf.putAside(text);
    this.problem = done ? "damaged" : "shelf";
    this.#writes = done;
    this.#text = "";
  }
}

/** @param {string} text @returns {Book | "damaged" | "newer" | "older"} */
function understand(text) {
  if (isDeep(text)) return "damaged";
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (found?.app !== APP || !Number.isInteger(found.schema) || found.schema < 1) return "damaged";
  if (found.schema !== SCHEMA) return found.schema > SCHEMA ? "newer" : "older";
  const pages = isObject(found.calculators) ? Object.values(found.calculators) : [null];
  return typeof found.saved === "string" && pages.every((page) => isObject(page) && isObject(page.inputs)) ? found : "damaged";
}

/** @param {unknown} value @returns {value is {[key: string]: any}} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const workbook = new Workbook(new LocalShelf());
