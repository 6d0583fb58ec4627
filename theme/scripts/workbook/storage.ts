export type WriteResult = "kept" | "full" | "blocked";

/** Where a workbook's text is stored. */
export interface WorkbookStorage {
  /** null: nothing there; undefined: this browser stores nothing for us. */
  read(): string | null | undefined;
  write(text: string): WriteResult;
  /** Keep a text that a change is about to replace, so that the change can be undone. */
  record(text: string): void;
  /** Keep an unusable text under a name of its own, and take it out of the workbook's place. */
  quarantine(text: string): boolean;
  quarantined(): string[];
  /** Remove everything, other workbooks and the history too; `empty` is a workbook with the time of that. */
  clear(empty: string): void;
  /** Request what is stored now, where `read` answers from memory; `watch` reports it. */
  refresh?(): void;
  /** Call `changed` when another page changed the text. */
  watch(changed: () => void): void;
  /** What is stored beside the workbook; none for this browser's localStorage, where entries.ts reads it. */
  entries?: Entries;
}

/** What is stored beside the workbook, by key: the history, and the reader's other workbooks. */
export interface Entries {
  all(): Promise<Record<string, string>>;
  /**
   * Set entries, then remove those that are null.
   *
   * @returns false when there is no room, which leaves the rest undone
   */
  put(changes: Record<string, string | null>): Promise<boolean>;
}

export const KEY = "ultimate-gig.workbook";
const QUARANTINE = `${KEY}.aside.`;
/** The beginning of the keys of the history. */
const HISTORY = `${KEY}.undo`;
/** Followed by a number that grows: the workbook before each of the last changes. */
export const UNDO = `${HISTORY}.`;
/** The changes that were undone. */
export const UNDONE = `${HISTORY}ne`;
export const MOST_STEPS = 20;
/** Characters of all steps together; a browser's storage has room for about five million. */
const LARGEST_HISTORY = 1e6;

/** The keys in localStorage that begin with a text, in order. */
export function keysOf(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .sort();
  } catch {
    return [];
  }
}

/** The number after the last of the keys of the history. */
export const nextNumber = (keys: string[]) => Number(keys.at(-1)?.slice(UNDO.length) ?? 1e9) + 1;

/** This browser's localStorage. */
export class LocalWorkbookStorage implements WorkbookStorage {
  read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  /** Where there is no room, the oldest changes can no longer be undone. */
  write(text: string, key = KEY): WriteResult {
    try {
      localStorage.setItem(key, text);
      return "kept";
    } catch (error) {
      const [oldest] = keysOf(HISTORY);
      if (oldest) {
        this.#remove(oldest);
        return this.write(text, key);
      }
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }

  record(text: string) {
    const steps = keysOf(UNDO);
    const key = UNDO + nextNumber(steps);
    while (steps.length >= Math.min(MOST_STEPS, LARGEST_HISTORY / text.length)) this.#remove(steps.shift());
    this.write(text, key);
  }

  quarantine(text: string) {
    try {
      localStorage.setItem(QUARANTINE + new Date().toISOString(), text);
      localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  quarantined() {
    return keysOf(QUARANTINE).map((key) => localStorage.getItem(key) ?? "");
  }

  clear() {
    for (const key of [KEY, ...keysOf(`${KEY}.`)]) this.#remove(key);
  }

  watch(changed: () => void) {
    addEventListener("storage", ({ key }) => {
      if (key === KEY || key === null) changed();
    });
  }

  #remove(key = "") {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing can be stored there either
    }
  }
}
