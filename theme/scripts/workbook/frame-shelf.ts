import { KEY, LocalShelf, type Shelf, type WriteResult } from "./shelves.ts";

/** What the frame's page sends. */
export type FromFrame = Hello | Changed | Written;
/** What a page sends to the frame. */
export type ToFrame =
  | { shelf: "read" }
  | { shelf: "write"; text: string }
  | { shelf: "aside"; text: string }
  | { shelf: "clear"; empty: string };

interface Hello {
  shelf: "hello";
  read: string | null;
  asides: string[];
  seen: string | null;
}

interface Changed {
  shelf: "changed";
  read: string | null;
}

interface Written {
  shelf: "written";
  text: string;
  result: WriteResult;
}

const SEEN = `${KEY}.seen`;
const PATIENCE = 4000;

/**
 * The folder edition in a browser that gives every file of its own storage, as Firefox does: the workbook lies in the storage of
 * one small page, which all others show in a hidden frame and talk to. Until the frame has confirmed a text, it is also kept in
 * this page's own storage, for a page that is closed in between.
 */
export class FrameShelf implements Shelf {
  #text: string | null;
  #asides: string[];
  #journal = new LocalShelf();
  #send: (message: ToFrame) => void;
  #changed: () => void = () => {};

  constructor(hello: Hello, send: (message: ToFrame) => void) {
    this.#text = hello.read;
    this.#asides = hello.asides;
    this.#send = send;
  }

  /**
   * @param url of the frame's page
   * @returns null where all files share one storage, so that no frame is needed, and where there is no frame to be had
   */
  static async connect(url: string): Promise<FrameShelf | null> {
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
    let shelf: FrameShelf | null = null;
    const hello = await new Promise<Hello | null>((resolve) => {
      setTimeout(() => resolve(null), PATIENCE);
      addEventListener("message", ({ source, data }: MessageEvent<FromFrame | undefined>) => {
        if (source !== frame.contentWindow || !data?.shelf) return;
        if (data.shelf === "hello") resolve(data);
        else shelf?.hear(data);
      });
      document.body.append(frame);
    });
    localStorage.removeItem(SEEN);
    if (!hello || hello.seen === mark) {
      frame.remove();
      return null;
    }
    shelf = new FrameShelf(hello, (message) => frame.contentWindow?.postMessage(message, "*"));
    return shelf;
  }

  hear(message: Changed | Written) {
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

  write(text: string) {
    this.#text = text;
    this.#send({ shelf: "write", text });
    return this.#journal.write(text);
  }

  putAside(text: string) {
    this.#asides.push(text);
    this.#text = null;
    this.#send({ shelf: "aside", text });
    return true;
  }

  asides() {
    return this.#asides;
  }

  clear(empty: string) {
    this.#text = empty;
    this.#asides = [];
    this.#journal.clear();
    this.#send({ shelf: "clear", empty });
  }

  watch(changed: () => void) {
    this.#changed = changed;
  }
}
