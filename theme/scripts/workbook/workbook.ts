import { isTooDeep } from "../common/json-depth.ts";
import { NOTATIONS, POINT, usualNotationIn } from "../common/notation.ts";
import type { Book, Inputs, OpenAnswer, Reading, Scenario } from "../runtime/worker-protocol.ts";
import { upgraded } from "./older-inputs.ts";
import type { WorkbookStorage } from "./storage.ts";

/** A problem with what is kept, which the reader is told. */
export type Problem = "blocked" | "full" | "damaged" | "newer" | "unusable";

const APP = "ultimate-gig";
/** Changes that follow each other sooner are one step for undo; in milliseconds. */
const PAUSE = 1000;

/** Merge two workbooks; where both hold something, the upper one counts. */
const join = (lower: Book, upper: Book): Book => ({ ...lower, ...upper, calculators: { ...lower.calculators, ...upper.calculators } });

/** What is typed into a calculator, from what storage holds at that moment. */
type Change = (kept: Inputs) => Inputs;

/**
 * What the reader typed, kept in this browser by calculator, only the fields that were changed. Several tabs may be open: every change
 * starts from what storage holds at that moment, and the browser notifies the other tabs.
 */
export class Workbook {
  book: Book;
  problem: Problem | null = null;
  /** The text of a workbook of an older schema, until Python has migrated it. */
  older: string | null = null;
  storage: WorkbookStorage;
  /** The time until which a change belongs to the last step for undo. */
  stepEnds = 0;

  #schema: number;
  /** False while storage holds something that must not be overwritten, and where there is no storage. */
  #writes = true;
  /** Whether everything was forgotten on this page. */
  #forgot = false;
  /** The stored text of `book`. */
  #text = "";
  #watchers = new Set<(mine: boolean) => void>();

  /** @param schema of this edition's workbooks */
  constructor(storage: WorkbookStorage, schema = 2) {
    this.storage = storage;
    this.#schema = schema;
    this.book = this.#fresh();
    this.#begin();
  }

  /**
   * Change to another storage. What was kept here later is merged over it, unless everything was forgotten here or it is of another of
   * the reader's workbooks.
   */
  moveTo(storage: WorkbookStorage) {
    const mine = this.book;
    this.storage = storage;
    this.#writes = true;
    this.#text = "";
    if (this.problem === "blocked" || this.problem === "newer") this.problem = null;
    this.book = this.#fresh();
    this.#begin();
    if (mine.saved > this.book.saved && (!mine.id || mine.id === this.book.id)) this.#put(this.#forgot ? mine : join(this.book, mine));
    this.#tell(false);
  }

  /** Read storage again: a page restored from the back/forward cache missed every notification. */
  readAgain() {
    this.storage.refresh?.();
    this.#take();
    this.#tell(false);
  }

  /**
   * Call `watcher` on every change; `mine` when it was made on this page.
   *
   * @returns a function that stops it
   */
  watch(watcher: (mine: boolean) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** All that outcomes depend on, as one text to compare. */
  numbers(book = this.book) {
    return JSON.stringify([book.sign, book.numbers, book.about, book.calculators]);
  }

  /** How the reader writes numbers: as chosen, as what is kept was written, or as usual in the reader's country. */
  get notation(): string {
    const { numbers, calculators, about } = this.book;
    if (numbers !== undefined) return numbers;
    return Object.keys(calculators).length > 0 ? POINT : usualNotationIn(about?.country);
  }

  /** Whether nothing is kept that an outcome depends on. */
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
    this.#take(); // another tab may have written meanwhile
    this.#keepPage(calculator, { scenarios });
  }

  /**
   * Keep what was typed into one calculator.
   *
   * @param inputs empty to forget the calculator; or a function that returns them from those that storage holds at that moment
   */
  keep(calculator: string, inputs: Inputs | Change) {
    this.#take(); // another tab may have written meanwhile
    this.#keepPage(calculator, { inputs: typeof inputs === "function" ? inputs(this.inputs(calculator)) : inputs });
  }

  #keepPage(calculator: string, part: Partial<Book["calculators"][string]>) {
    const page = { inputs: {}, ...this.book.calculators[calculator], ...part };
    const calculators = { ...this.book.calculators, [calculator]: page };
    if (Object.keys(page.inputs).length === 0 && !page.scenarios?.length) delete calculators[calculator];
    this.#change({ calculators });
  }

  /**
   * Keep the reading progress.
   *
   * @param change returns the new progress from the stored one
   */
  keepReading(change: (reading: unknown) => Reading) {
    this.#take();
    this.#change({ reading: change(this.book.reading) });
  }

  /**
   * @param book validated by Python
   * @param isStep whether undo restores the present one, by default where it restores anything that changes
   * @returns whether it does
   */
  replace(book: Book, isStep?: boolean): boolean {
    this.#take();
    const isDone = this.#put(book, isStep);
    this.#tell(false);
    return isDone;
  }

  /**
   * Replace an older workbook by its migration, with what was typed since merged over it.
   *
   * @param answer null when Python failed, which leaves it as it is
   */
  bringUpToDate(text: string, answer: OpenAnswer | null) {
    if (this.older !== text || !answer) return;
    const mine = this.book;
    this.older = null;
    this.#writes = true;
    this.#text = text;
    this.#take(); // another tab may have written meanwhile
    if (!answer.workbook) this.#quarantine(text);
    this.#put(join(answer.workbook ?? this.book, mine));
    this.#tell(false);
  }

  /** Remove everything, including quarantined texts. */
  forget() {
    this.book = this.#fresh(new Date().toISOString());
    this.#forgot = true;
    this.storage.clear(JSON.stringify(this.book));
    this.older = null;
    if (this.problem !== "blocked") {
      this.problem = null;
      this.#writes = true;
    }
    this.#text = this.storage.read() ?? "";
    this.#tell(false);
  }

  #fresh(saved = ""): Book {
    return { app: APP, schema: this.#schema, saved, calculators: {} };
  }

  #begin() {
    const storage = this.storage;
    this.#take();
    storage.watch(() => {
      if (storage !== this.storage) return;
      this.#take();
      this.#tell(false);
    });
  }

  #change(part: Partial<Book>) {
    const numbers = this.notation === POINT ? this.book.numbers : this.notation; // the notation of what is kept from now on
    this.#put({ ...this.book, ...(numbers && { numbers }), ...part });
    this.#tell(true);
  }

  #tell(mine: boolean) {
    for (const watcher of [...this.#watchers]) watcher(mine);
  }

  #put(book: Book, isStep = content(book) !== content(this.book)): boolean {
    const now = Date.now();
    this.book = { ...book, saved: new Date().toISOString() };
    if (!this.#writes) return false;
    if (isStep && now > this.stepEnds) this.storage.record(this.#text);
    if (isStep) this.stepEnds = now + PAUSE;
    const text = JSON.stringify(this.book);
    const result = this.storage.write(text);
    if (result === "kept") this.#text = text;
    if (result !== "kept") this.problem = result;
    else if (this.problem === "full") this.problem = null;
    return isStep;
  }

  /** Read storage, and quarantine what cannot be used. */
  #take() {
    if (!this.#writes) return;
    const stored = this.storage.read();
    const text = stored ?? "";
    if (stored === undefined) {
      this.#writes = false;
      this.problem = "blocked";
    } else if (text !== this.#text) {
      const parsed = stored === null ? this.#fresh() : parse(text, this.#schema);
      if (parsed === "older") {
        this.#writes = false;
        this.older = text;
      } else if (parsed === "newer") {
        this.problem = parsed; // a newer edition's workbook stays untouched: this page writes no more
        this.#writes = false;
      } else if (typeof parsed === "string") {
        this.#quarantine(text);
      } else if (this.#text && parsed.id !== this.book.id) {
        this.#writes = false; // another tab has switched to another workbook, which nothing that was typed here may get into
        location.reload();
      } else {
        this.book = parsed;
        this.#text = text;
      }
    }
  }

  #quarantine(text: string) {
    const done = this.storage.quarantine(text);
    this.problem = done ? "damaged" : "unusable";
    this.#writes = done;
    this.#text = "";
  }
}

/** What undo restores, as one text to compare. */
const content = (book: Book) => JSON.stringify({ ...book, saved: 0, reading: 0 });

export function parse(text: string, schema: number): Book | "damaged" | "newer" | "older" {
  if (isTooDeep(text)) return "damaged";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (!isObject(value)) return "damaged";
  const { app, schema: made } = value;
  if (app !== APP || typeof made !== "number" || !(made >= 1) || made % 1) return "damaged";
  if (made !== schema) return made > schema ? "newer" : "older";
  return isBook(value) ? withPresentInputs(value) : "damaged";
}

/** Convert the inputs of earlier editions, also in scenarios. */
function withPresentInputs(book: Book): Book {
  const pages = Object.entries(book.calculators).map(([id, page]) => {
    const scenarios = page.scenarios?.map((scenario) => ({ ...scenario, inputs: upgraded(id, scenario.inputs) }));
    return [id, { ...page, inputs: upgraded(id, page.inputs), ...(scenarios && { scenarios }) }];
  });
  return { ...book, calculators: Object.fromEntries(pages) };
}

function isBook(value: Record<string, unknown>): value is Record<string, unknown> & Book {
  if (value.numbers !== undefined && !NOTATIONS.includes(String(value.numbers))) return false; // its numbers could be misread
  const pages = isObject(value.calculators) ? Object.values(value.calculators) : [null];
  return typeof value.saved === "string" && pages.every((page) => isObject(page) && isObject(page.inputs));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
