import type { WorkbookStorage, WriteResult } from "../workbook/storage.ts";

/** A workbook of a frame's own, kept in memory only: the frame neither reads nor writes what the browser stores for this site. */
export class MemoryStorage implements WorkbookStorage {
  #text: string | null = null;

  read() {
    return this.#text;
  }

  write(text: string): WriteResult {
    this.#text = text;
    return "kept";
  }

  /** A frame has no undo. */
  record() {}

  quarantine() {
    this.#text = null;
    return true;
  }

  quarantined() {
    return [];
  }

  clear(empty: string) {
    this.#text = empty;
  }

  watch() {}
}

globalThis.ugStorage = new MemoryStorage(); // before the page's services are made

declare global {
  /** The storage of the workbook where it is not the browser's. */
  var ugStorage: WorkbookStorage | undefined;
}
