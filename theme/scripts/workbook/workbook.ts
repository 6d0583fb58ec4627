import type { Book, Inputs, OpenAnswer, Reading, Scenario } from "../runtime/worker-protocol.ts";
import { isTooDeep } from "../shared/json-depth.ts";
import { NOTATIONS, POINT, usualNotation } from "../shared/notation.ts";
import type { WorkbookStorage } from "./storage.ts";

/** What the reader has to be told of what is kept. */
export type Problem = "blocked" | "full" | "damaged" | "newer" | "unusable";

const APP = "ultimate-gig";

/** Two workbooks in one; where both hold something, the upper one counts. */
const join = (lower: Book, upper: Book): Book => ({ ...lower, ...upper, calculators: { ...lower.calculators, ...upper.calculators } });

/**
 * What the reader typed, kept in this browser: by calculator, only the fields that the reader touched. Several tabs may be open:
 * every change starts from what the shelf holds then, and the others are told by the browser.
 */
export class Workbook {
  book: Book;
  problem: Problem | null = null;
  /** The text of a workbook of an older schema, waiting for Python to bring it up to date. */
  older: string | null = null;

  #storage: WorkbookStorage;
  #schema: number;
  /** False once something lies on the shelf that must not be overwritten, and where there is no shelf. */
  #writes = true;
  /** Everything was forgotten in this page. */
  #forgot = false;
  /** The text that `book` was read from or written as. */
  #text = "";
  #watchers = new Set<(mine: boolean) => void>();

  /** @param schema of this edition's workbooks */
  constructor(storage: WorkbookStorage, schema = 1) {
    this.#storage = storage;
    this.#schema = schema;
    this.book = this.#fresh();
    this.#begin();
  }

  /**
   * Change to another shelf, on which another workbook may lie. What was kept here later than that lies on top of it, unless
   * everything was forgotten here.
   */
  moveTo(storage: WorkbookStorage) {
    const mine = this.book;
    this.#storage = storage;
    this.#writes = true;
    this.#text = "";
    if (this.problem === "blocked" || this.problem === "newer") this.problem = null;
    this.book = this.#fresh();
    this.#begin();
    if (mine.saved > this.book.saved) this.#put(this.#forgot ? mine : join(this.book, mine));
    this.#tell(false);
  }

  /** Read what is kept once more: a page that comes back from the browser's memory was told of nothing in between. */
  readAgain() {
    this.#storage.refresh?.();
    this.#take();
    this.#tell(false);
  }

  /**
   * Be told of every change; `mine` when it was made in this page.
   *
   * @returns to stop
   */
  watch(watcher: (mine: boolean) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** All that answers rest on as one text, to see whether it changed. */
  numbers(book = this.book) {
    return JSON.stringify([book.sign, book.numbers, book.calculators]);
  }

  /** How the reader writes numbers: as chosen, or as what is kept was written, or as is usual in the browser's language. */
  get notation(): string {
    const { numbers, calculators } = this.book;
    if (numbers !== undefined && NOTATIONS.includes(numbers)) return numbers;
    return Object.keys(calculators).length > 0 ? POINT : usualNotation(navigator.language);
  }

  /** Nothing is kept that an answer could rest on. */
  get isBlank() {
    return this.numbers() === this.numbers(this.#fresh());
  }

  inputs(calculator: string): Inputs {
    return this.book.calculators[calculator]?.inputs ?? {};
  }

  scenarios(calculator: string): Scenario[] {
    const kept = this.book.calculators[calculator]?.scenarios;
    return Array.isArray(kept) ? kept : [];
  }

  keepScenarios(calculator: string, scenarios: Scenario[]) {
    this.#take();
    const page = { inputs: this.inputs(calculator), scenarios };
    this.#change({ calculators: { ...this.book.calculators, [calculator]: page } });
  }

  /**
   * Keep what was typed into one calculator.
   *
   * @param inputs none: it is forgotten
   */
  keep(calculator: string, inputs: Inputs) {
    this.#take(); // another tab may have kept another calculator meanwhile
    const calculators = { ...this.book.calculators, [calculator]: { ...this.book.calculators[calculator], inputs } };
    if (Object.keys(inputs).length === 0 && this.scenarios(calculator).length === 0) delete calculators[calculator];
    this.#change({ calculators });
  }

  /**
   * Keep where the reader is in the book.
   *
   * @param change of what is kept now
   */
  keepReading(change: (reading: unknown) => Reading) {
    this.#take();
    this.#change({ reading: change(this.book.reading) });
  }

  /** @param book looked through by Python, as an import is */
  replace(book: Book) {
    this.#put({ ...book, saved: new Date().toISOString() });
    this.#tell(false);
  }

  /**
   * What Python made of an older workbook; what was typed since stays on top.
   *
   * @param answer null when Python failed: it stays as it is
   */
  bringUpToDate(text: string, answer: OpenAnswer | null) {
    if (this.older !== text || !answer) return;
    this.older = null;
    this.#writes = true;
    if (answer.workbook) this.book = join(answer.workbook, this.book);
    else this.#quarantine(text);
    this.#put({ ...this.book, saved: new Date().toISOString() });
    this.#tell(false);
  }

  /** Take away everything, also what was put aside. */
  forget() {
    this.book = this.#fresh(new Date().toISOString());
    this.#forgot = true;
    this.#storage.clear(JSON.stringify(this.book));
    this.older = null;
    if (this.problem !== "blocked") {
      this.problem = null;
      this.#writes = true;
    }
    this.#text = this.#storage.read() ?? "";
    this.#tell(false);
  }

  /** What was put aside because it could not be used, as texts. */
  quarantined() {
    return this.#storage.quarantined();
  }

  #fresh(saved = ""): Book {
    return { app: APP, schema: this.#schema, saved, calculators: {} };
  }

  #begin() {
    const storage = this.#storage;
    this.#take();
    storage.watch(() => {
      if (storage !== this.#storage) return;
      this.#take();
      this.#tell(false);
    });
  }

  #change(part: Partial<Book>) {
    const numbers = this.notation === POINT ? this.book.numbers : this.notation; // from now on what is kept is written so
    this.#put({ ...this.book, saved: new Date().toISOString(), ...(numbers && { numbers }), ...part });
    this.#tell(true);
  }

  #tell(mine: boolean) {
    for (const watcher of [...this.#watchers]) watcher(mine);
  }

  #put(book: Book) {
    this.book = book;
    if (!this.#writes) return;
    const there = this.#storage.read();
    if (there && there !== this.#text && parse(there, this.#schema) === "newer") return this.#leave();
    const text = JSON.stringify(book);
    const result = this.#storage.write(text);
    if (result === "kept") this.#text = text;
    if (result !== "kept") this.problem = result;
    else if (this.problem === "full") this.problem = null;
  }

  /** Read the shelf, and put aside what cannot be used. */
  #take() {
    if (!this.#writes) return;
    const text = this.#storage.read();
    if (text === undefined) {
      this.#writes = false;
      this.problem = "blocked";
    } else if ((text ?? "") !== this.#text) {
      const parsed = text === null ? this.#fresh() : parse(text, this.#schema);
      if (parsed === "older") {
        this.#writes = false;
        this.older = text;
      } else if (parsed === "newer") {
        this.#leave();
      } else if (typeof parsed === "string") {
        this.#quarantine(text ?? "");
      } else {
        this.book = parsed;
        this.#text = text ?? "";
      }
    }
  }

  /** What a newer edition of this site wrote is neither touched nor written over: this page writes no more. */
  #leave() {
    this.problem = "newer";
    this.#writes = false;
  }

  #quarantine(text: string) {
    const done = this.#storage.quarantine(text);
    this.problem = done ? "damaged" : "unusable";
    this.#writes = done;
    this.#text = "";
  }
}

function parse(text: string, schema: number): Book | "damaged" | "newer" | "older" {
  if (isTooDeep(text)) return "damaged";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (!isObject(value) || value.app !== APP || typeof value.schema !== "number") return "damaged";
  if (!Number.isInteger(value.schema) || value.schema < 1) return "damaged";
  if (value.schema !== schema) return value.schema > schema ? "newer" : "older";
  return isBook(value) ? value : "damaged";
}

function isBook(value: Record<string, unknown>): value is Record<string, unknown> & Book {
  const pages = isObject(value.calculators) ? Object.values(value.calculators) : [null];
  return typeof value.saved === "string" && pages.every((page) => isObject(page) && isObject(page.inputs));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
