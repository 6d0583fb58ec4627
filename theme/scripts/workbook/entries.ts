import { type Entries, KEY, keysOf, LocalWorkbookStorage } from "./storage.ts";

/** What this browser's localStorage holds beside the workbook. */
export class LocalEntries implements Entries {
  #storage = new LocalWorkbookStorage();

  async all() {
    return Object.fromEntries(keysOf(`${KEY}.`).map((key) => [key, localStorage.getItem(key) ?? ""]));
  }

  async put(changes: Record<string, string | null>) {
    for (const [key, text] of Object.entries(changes)) {
      if (text !== null && this.#storage.write(text, key) !== "kept") return false;
    }
    for (const [key, text] of Object.entries(changes)) {
      if (text === null) localStorage.removeItem(key);
    }
    return true;
  }
}
