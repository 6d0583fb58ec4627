export type WriteResult = "kept" | "full" | "blocked";

/** Where a workbook's text is stored. */
export interface WorkbookStorage {
  /** null: nothing there; undefined: this browser stores nothing for us. */
  read(): string | null | undefined;
  write(text: string): WriteResult;
  /** Keep an unusable text under a name of its own, and take it out of the workbook's place. */
  quarantine(text: string): boolean;
  quarantined(): string[];
  /** Remove everything; `empty` is a workbook with the time of that. */
  clear(empty: string): void;
  /** Request what is stored now, where `read` answers from memory; `watch` reports it. */
  refresh?(): void;
  /** Call `changed` when another page changed the text. */
  watch(changed: () => void): void;
}

export const KEY = "ultimate-gig.workbook";
const QUARANTINE = `${KEY}.aside.`;

/** This browser's localStorage. */
export class LocalWorkbookStorage implements WorkbookStorage {
  read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  write(text: string): WriteResult {
    try {
      localStorage.setItem(KEY, text);
      return "kept";
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
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
    return this.#quarantineKeys().map((key) => localStorage.getItem(key) ?? "");
  }

  clear() {
    for (const key of [KEY, ...this.#quarantineKeys()]) this.#remove(key);
  }

  watch(changed: () => void) {
    addEventListener("storage", ({ key }) => {
      if (key === KEY || key === null) changed();
    });
  }

  #quarantineKeys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(QUARANTINE));
    } catch {
      return [];
    }
  }

  #remove(key: string) {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing can be stored there either
    }
  }
}
