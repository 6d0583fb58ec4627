import { readingOf } from "../reading/reading.ts";
import type { Book } from "../runtime/worker-protocol.ts";
import { LocalEntries } from "./entries.ts";
import { asImport, type Changes, packed, redo, type Step, stepKeys, undo, unpacked } from "./history.ts";
import { KEY, UNDONE } from "./storage.ts";
import { parse, type Workbook } from "./workbook.ts";

/** Followed by the id of a workbook that is not open: its text, and its history, which is dropped first where there is no room. */
const BOOK = `${KEY}.book.`;
const STEPS = `${KEY}.undo-of.`;
export const LONGEST_NAME = 60;

/** One of the reader's workbooks; `saved` is "" for one that this edition cannot read. */
export interface Named {
  id: string;
  name: string;
  saved: string;
  isOpen: boolean;
}

/** What was deleted, so that it can be brought back. */
export interface Deleted {
  name: string;
  entries: Changes;
}

/**
 * The reader's workbooks. The open one is stored as the only one always was; the others lie beside it, each with the history of its
 * changes.
 */
export class Books {
  #workbook;
  /** What is done one after the other, since each reads what the one before has written. */
  #last: Promise<unknown> = Promise.resolve();
  /** The name of a workbook that was never named. */
  #unnamed;

  constructor(workbook: Workbook, unnamed: string) {
    this.#workbook = workbook;
    this.#unnamed = unnamed;
  }

  get #entries() {
    return this.#workbook.storage.entries ?? new LocalEntries();
  }

  get name(): string {
    const { name } = this.#workbook.book;
    return typeof name === "string" && name ? name : this.#unnamed;
  }

  /** The open workbook and the others, by name. */
  async list(): Promise<Named[]> {
    const { book } = this.#workbook;
    const open = { id: book.id ?? "", name: this.name, saved: book.saved, isOpen: true };
    const others = Object.entries(await this.#entries.all()).flatMap(([key, text]) => {
      const id = key.startsWith(BOOK) ? key.slice(BOOK.length) : "";
      return id && id !== book.id ? [this.#named(id, text)] : []; // the open one's copy is from a switch that was cut short
    });
    return [open, ...others].sort((first, second) => first.name.localeCompare(second.name));
  }

  #named(id: string, text: string): Named {
    const book = parse(text, this.#workbook.book.schema);
    if (typeof book === "string") return { id, name: id, saved: "", isOpen: false };
    return { id, name: String(book.name ?? id), saved: book.saved, isOpen: false };
  }

  /** What undo and redo would lead to now. */
  async steps(): Promise<{ undo: Step | null; redo: Step | null }> {
    const entries = await this.#entries.all();
    const { book } = this.#workbook;
    return { undo: undo(entries, book), redo: redo(entries, book) };
  }

  /** @returns what was undone or made again, as in `Step`; null for nothing */
  step(direction: "undo" | "redo"): Promise<string[] | null> {
    return this.#queue(async () => {
      const { [direction]: step } = await this.steps();
      if (!step) return null;
      const changes = step.changes;
      const isDone = await this.#entries.put(changes);
      if (!isDone) await this.#entries.put({ ...changes, [UNDONE]: null });
      this.#show(step.book);
      return step.parts;
    });
  }

  /** Put a file's workbook in place of the open one, which is a step of its own for undo unless the two are equal. */
  async import(imported: Book) {
    const { book } = this.#workbook;
    const next: Book = { ...imported, id: book.id, name: book.name ?? imported.name };
    const inOrder = Object.keys({ ...book, ...next }).map((key) => [key, next[key as keyof Book]]); // Python has an order of its own
    this.#workbook.stepEnds = 0;
    const isStep = this.#workbook.replace(Object.fromEntries(inOrder), placeOf(next) !== placeOf(book) || undefined);
    if (isStep) await this.#queue(async () => this.#entries.put(asImport(await this.#entries.all(), book)));
  }

  rename(name: string) {
    this.#workbook.replace({ ...this.#workbook.book, name });
  }

  /**
   * Open a new workbook. The book's place is the reader's own, whichever workbook is open.
   *
   * @param content of it, by default nothing
   * @returns false where there is no room
   */
  create(name: string, content: Partial<Book> = {}): Promise<boolean> {
    const { app, schema } = this.#workbook.book;
    const book = { calculators: {}, ...content, app, schema, saved: new Date().toISOString(), id: newId(), name };
    return this.#queue(async () => (await this.#turnTo(book)) !== null);
  }

  /** A workbook that is not open; null where it is gone or cannot be read. */
  async read(id: string): Promise<Book | null> {
    const entries = await this.#entries.all();
    const book = parse(entries[BOOK + id] ?? "", this.#workbook.book.schema);
    return typeof book === "string" ? null : { ...book, id };
  }

  /** @returns false where there is no room, or the workbook is gone */
  open(id: string): Promise<boolean> {
    return this.#queue(async () => {
      const book = await this.read(id);
      return book !== null && (await this.#turnTo(book)) !== null;
    });
  }

  /**
   * Delete a workbook; in place of the open one, another is opened.
   *
   * @returns null where that is not possible
   */
  delete({ id, name, isOpen }: Named, next: Named | undefined): Promise<Deleted | null> {
    return this.#queue(async () => {
      const book = isOpen && next ? await this.read(next.id) : null;
      const aside = isOpen ? book && (await this.#turnTo(book)) : id;
      if (!aside) return null;
      const all = await this.#entries.all();
      const keys = [BOOK + aside, STEPS + aside];
      const entries = Object.fromEntries(keys.map((key) => [key, all[key] ?? null]));
      await this.#entries.put(Object.fromEntries(keys.map((each) => [each, null])));
      return { name, entries };
    });
  }

  bringBack({ entries }: Deleted): Promise<boolean> {
    return this.#queue(() => this.#entries.put(entries));
  }

  /**
   * Put the open workbook aside with its history, and open another with its own.
   *
   * @returns the id of the one that was put aside; null where there is no room for that
   */
  async #turnTo(next: Book): Promise<string | null> {
    const entries = await this.#entries.all();
    const { book } = this.#workbook;
    const id = book.id ?? newId();
    const aside = { ...book, id, name: this.name };
    if (!(await this.#entries.put({ [BOOK + id]: JSON.stringify(aside) }))) return null;
    const steps = Object.fromEntries([...stepKeys(entries), UNDONE].map((key) => [key, null]));
    const isKept = await this.#entries.put({ ...steps, [STEPS + id]: packed(entries) });
    if (!isKept) await this.#entries.put(steps);
    this.#show({ ...next, reading: book.reading });
    const before = next.id ?? "";
    await this.#entries.put({ ...unpacked(entries[STEPS + before]), [BOOK + before]: null, [STEPS + before]: null });
    return id;
  }

  /** Show a workbook, which is no change to be undone. */
  #show(book: Book) {
    this.#workbook.stepEnds = Number.POSITIVE_INFINITY;
    this.#workbook.replace(book);
    this.#workbook.stepEnds = 0;
  }

  #queue<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => {});
    return done;
  }
}

/** The reader's place in the book and the finished chapters, as one text to compare. */
const placeOf = ({ reading }: Book) => JSON.stringify(readingOf(reading));

const newId = () => Math.random().toString(36).slice(2, 12);

/** A name as it is kept. */
export const tidied = (name: string) => name.trim().replace(/\s+/g, " ").slice(0, LONGEST_NAME);

/** A name that none of the others has: "Anna (2)". */
export function uniqueName(name: string, others: string[]): string {
  const isTaken = (text: string) => others.some((other) => isSameName(other, text));
  for (let count = 2, text = name; ; count++) {
    if (!isTaken(text)) return text;
    text = `${name.slice(0, LONGEST_NAME - 6)} (${count})`;
  }
}

export const isSameName = (first: string, second: string) => first.localeCompare(second, undefined, { sensitivity: "accent" }) === 0;
