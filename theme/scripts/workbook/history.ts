import type { Book } from "../runtime/worker-protocol.ts";
import { MOST_STEPS, nextNumber, UNDO, UNDONE } from "./storage.ts";
import { parse } from "./workbook.ts";

/** Undo and redo, from what is stored beside the workbook. Whatever of it cannot be read is ignored. */

export type Changes = Record<string, string | null>;

/** Where undo or redo leads. */
export interface Step {
  /** The workbook then. */
  book: Book;
  /** How the history changes with that. */
  changes: Changes;
  /** What differs between the two workbooks: ids of calculators, and keys of the workbook; "import" for all of a file. */
  parts: string[];
}

/** A stored workbook; `step` says that the change replaced all of it by a file, its place in the book too. */
type Stored = Book & { step?: string };

/** Characters of all changes together that can be made again. */
const LARGEST_UNDONE = 1e6;

/** The keys of the steps that can be undone, in order. */
export const stepKeys = (entries: Record<string, string>) =>
  Object.keys(entries)
    .filter((key) => key.startsWith(UNDO))
    .sort();

/** @returns null where there is nothing to undo */
export function undo(entries: Record<string, string>, present: Book): Step | null {
  const keys = stepKeys(entries);
  const undone = undoneTexts(entries);
  const changes: Changes = {};
  for (let key = keys.pop(); key; key = keys.pop()) {
    changes[key] = null;
    const before = read(entries[key] ?? "", present);
    if (!before) return null;
    const step = { ...restored(before, present), changes };
    if (step.parts.length === 0) continue; // a change that was taken back by hand
    changes[UNDONE] = undoneText(keys, [...undone, marked(present, before.step)]);
    return step;
  }
  return null;
}

/** @returns null where there is nothing to do again */
export function redo(entries: Record<string, string>, present: Book): Step | null {
  const keys = stepKeys(entries);
  const texts = undoneTexts(entries);
  const text = texts.pop();
  const after = text === undefined ? null : read(text, present);
  if (!after) return null;
  const key = UNDO + nextNumber(keys);
  const changes = { [key]: marked(present, after.step), [UNDONE]: undoneText([...keys, key], texts) };
  return { ...restored(after, present), changes };
}

/** Mark the last step as the import of a file, which undo takes back with the place in the book. */
export function asImport(entries: Record<string, string>, present: Book): Changes {
  const key = stepKeys(entries).at(-1);
  const before = key && read(entries[key] ?? "", present);
  return before ? { [key]: marked(before, "import") } : {};
}

/** The history as one text, to be put aside with its workbook. */
export const packed = (entries: Record<string, string>) =>
  JSON.stringify([stepKeys(entries).map((key) => entries[key]), undoneTexts(entries)]);

/** The entries of a history that was put aside. */
export function unpacked(text = ""): Changes {
  const [steps, undone] = lists(text);
  const keys = steps.map((_, i) => UNDO + (1e9 + 1 + i));
  return Object.fromEntries([...keys.map((key, i) => [key, steps[i]]), [UNDONE, undoneText(keys, undone ?? [])]]);
}

function lists(text: string): [string[], string[]] {
  const value = parsed(text);
  if (!Array.isArray(value)) return [[], []];
  const texts = (list: unknown) => (Array.isArray(list) ? list.filter((each) => typeof each === "string") : []);
  return [texts(value[0]).slice(-MOST_STEPS), texts(value[1]).slice(-MOST_STEPS)];
}

/** What was undone since the last change; the texts of an earlier time no longer count. */
function undoneTexts(entries: Record<string, string>): string[] {
  const value = parsed(entries[UNDONE] ?? "");
  if (typeof value !== "object" || value === null || !("after" in value && "texts" in value)) return [];
  return value.after === nextNumber(stepKeys(entries)) ? lists(JSON.stringify([[], value.texts]))[1] : [];
}

/** @param keys of the steps that are left: only directly after them, these texts count */
function undoneText(keys: string[], texts: string[]): string | null {
  const all = texts.slice(-MOST_STEPS);
  while (all.join("").length > LARGEST_UNDONE) all.shift();
  return all.length ? JSON.stringify({ after: nextNumber(keys), texts: all }) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A stored text as a workbook, a blank one for no text; null if it cannot be used. */
function read(text: string, { app, schema, id }: Book): Stored | null {
  if (!text) return { app, schema, saved: "", calculators: {} };
  const book = parse(text, schema);
  return typeof book === "string" || (book.id && book.id !== id) ? null : book;
}

const marked = (book: Book, step?: string) => JSON.stringify({ ...book, step });

/** A workbook of the history in place of the present one, whose reader has read on, unless a file had replaced that as well. */
function restored({ step, ...stored }: Stored, present: Book): Pick<Step, "book" | "parts"> {
  const { id, name, reading } = present;
  const book = { ...stored, id, name: stored.name ?? name, ...(!step && { reading }) };
  return { book, parts: step ? [step] : partsOf(book, present) };
}

/** What differs between two workbooks: ids of calculators first, then keys of the workbook. */
function partsOf(before: Book, after: Book): string[] {
  const ids = differing(before.calculators, after.calculators);
  const keys = differing(before, after).filter((key) => !["calculators", "saved", "reading"].includes(key));
  return [...ids, ...keys];
}

function differing(before: object, after: object): string[] {
  const [left, right] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names.filter((name) => JSON.stringify(left.get(name)) !== JSON.stringify(right.get(name)));
}
