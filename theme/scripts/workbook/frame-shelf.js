import { KEY, LocalShelf } from "./shelves.js";

/** @typedef {import("./shelves.js").Shelf} Shelf */
/**
 * @typedef {{shelf: "hello", read: string | null, asides: string[], seen: string | null}} Hello
 * @typedef {{shelf: "changed", read: string | null}} Changed
 * @typedef {{shelf: "written", text: string, result: "kept" | "full" | "blocked"}} Written
 */

const SEEN = `${KEY}.seen`;
const PATIENCE = 4000;

/**
 * The folder edition in a browser that gives every file of its own storage, as Firefox does: the workbook lies in the storage of
 * one small page, which all others show in a hidden frame and talk to. Until the frame has confirmed a text, it is also kept in
 * this page's own storage, for a page that is closed in between.
 *
 * @implements {Shelf}
 */
export class FrameShelf {
  /** @type {string | null} */
  #text;
  /** @type {string[]} */
  #asides;
  #journal = new LocalShelf();
  /** @type {(message: object) => void} */
  #send;
  /** @type {() => void} */
  #changed = () => {};

  /** @param {Hello} hello @param {(message: object) => void} send */
  constructor(hello, send) {
    this.#text = hello.read;
    this.#asides = hello.asides;
    this.#send = send;
  }

  /**
   * @param {string} url of the frame's page
   * @returns {Promise<FrameShelf | null>} null where all files share one storage, so that no frame is needed, and where there is no frame to be had
   */
  static async connect(url) {
    const mark = Math.random().toString(36).slice(2);
    try {
      localStorage.setItem(SEEN, mark);
    } catch {
      return null;
    }
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Where your workbook is kept";
    frame.src = url;
    /** @type {FrameShelf | null} */
    let shelf = null;
    const found = await new Promise((resolve) => {
      setTimeout(() => resolve(null), PATIENCE);
      addEventListener("message", ({ source, data }) => {
        if (source !== frame.contentWindow || !data?.shelf) return;
        if (data.shelf === "hello") resolve(data);
        else shelf?.hear(data);
      });
      document.body.append(frame);
    });
    localStorage.removeItem(SEEN);
    if (!found || found.seen === mark) {
      frame.remove();
      return null;
    }
    shelf = new FrameShelf(found, (message) => frame.contentWindow?.postMessage(message, "*"));
    return shelf;
  }

  /** @param {Changed | Written} message */
  hear(message) {
    if (message.shelf === "changed") {
      this.#text = message.read;
      this.#changed();
    } else if (message.result === "kept" && this.#journal.read() === message.text) {
      this.#journal.clear();
    }
  }

  read() {
    return this.#text;
  }

  refresh() {
    this.#send({ shelf: "read" });
  }

  /** @param {string} text */
  write(text) {
    this.#text = text;
    this.#send({ shelf: "write", text });
    return this.#journal.write(text);
  }

  /** @param {string} text */
  putAside(text) {
    this.#asides.push(text);
    this.#text = null;
    this.#send({ shelf: "aside", text });
    return true;
  }

  asides() {
    return this.#asides;
  }

  /** @param {string} empty */
  clear(empty) {
    this.#text = empty;
    this.#asides = [];
    this.#journal.clear();
    this.#send({ shelf: "clear", empty });
  }

  /** @param {() => void} changed */
  watch(changed) {
    this.#changed = changed;
  }
}
