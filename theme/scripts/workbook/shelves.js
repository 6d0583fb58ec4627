/**
 * Where a workbook's text lies.
 *
 * @typedef {object} Shelf
 * @property {() => string | null | undefined} read null: nothing there; undefined: this browser keeps nothing for us
 * @property {(text: string) => "kept" | "full" | "blocked"} write
 * @property {(text: string) => boolean} putAside Keep a text that cannot be used under a name of its own, and take it off the shelf.
 * @property {() => string[]} asides
 * @property {(empty: string) => void} clear Take everything away; `empty` is a workbook that says when.
 * @property {() => void} [refresh] Ask for what lies there now, where `read` answers from memory; `watch` tells of it.
 * @property {(changed: () => void) => void} watch Be told when another page changed it.
 */

export const KEY = "ultimate-gig.workbook";
const ASIDE = `${KEY}.aside.`;

/** This browser's localStorage. @implements {Shelf} */
export class LocalShelf {
  read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  /** @param {string} text */
  write(text) {
    try {
      localStorage.setItem(KEY, text);
      return "kept";
    } catch (error) {
      return error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked";
    }
  }

  /** @param {string} text */
  putAside(text) {
    try {
      localStorage.setItem(ASIDE + new Date().toISOString(), text);
      localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  asides() {
    return this.#asideKeys().map((key) => localStorage.getItem(key) ?? "");
  }

  clear() {
    for (const key of [KEY, ...this.#asideKeys()]) this.#remove(key);
  }

  /** @param {() => void} changed */
  watch(changed) {
    addEventListener("storage", ({ key }) => {
      if (key === KEY || key === null) changed();
    });
  }

  #asideKeys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(ASIDE));
    } catch {
      return [];
    }
  }

  /** @param {string} key */
  #remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // what cannot be reached was not kept either
    }
  }
}
