import { type Entries, KEY, LocalWorkbookStorage, type WorkbookStorage, type WriteResult } from "./storage.ts";

/** What the frame's page sends. */
export type FromFrame = Hello | Changed | Written | All | Done;
/** What a page sends to the frame. */
export type ToFrame =
  | { storage: "read" }
  | { storage: "write"; text: string }
  | { storage: "record"; text: string }
  | { storage: "all" }
  | { storage: "put"; changes: Record<string, string | null> }
  | { storage: "quarantine"; text: string }
  | { storage: "clear"; empty: string };

interface Hello {
  storage: "hello";
  read: string | null;
  quarantined: string[];
  seen: string | null;
}

interface Changed {
  storage: "changed";
  read: string | null;
}

interface Written {
  storage: "written";
  text: string;
  result: WriteResult;
}

interface All {
  storage: "all";
  entries: Record<string, string>;
}

interface Done {
  storage: "done";
  isDone: boolean;
}

const SEEN = `${KEY}.seen`;
const TIMEOUT_MS = 4000;

/**
 * The folder edition's storage in a browser that gives every file its own, as Firefox does: that of one small page, which the others
 * embed in a hidden frame and exchange messages with. Until the frame has confirmed a text, this page's own storage holds it too, in case
 * the page is closed in between.
 */
export class IframeWorkbookStorage implements WorkbookStorage {
  #text: string | null;
  #quarantined: string[];
  #journal = new LocalWorkbookStorage();
  #send: (message: ToFrame) => void;
  #changed: () => void = () => {};
  /** Those who wait for an answer of the frame, which answers in order. */
  #waiting: ((message: All | Done) => void)[] = [];

  readonly entries: Entries = {
    all: async () => {
      const answer = await this.#request({ storage: "all" });
      return answer.storage === "all" ? answer.entries : {};
    },
    put: async (changes) => {
      const answer = await this.#request({ storage: "put", changes });
      return answer.storage === "done" && answer.isDone;
    },
  };

  constructor(hello: Hello, send: (message: ToFrame) => void) {
    this.#text = hello.read;
    this.#quarantined = hello.quarantined;
    this.#send = send;
  }

  /**
   * @param url of the frame's page
   * @returns null where all files share one storage, so that no frame is needed, and where the frame does not answer
   */
  static async connect(url: string): Promise<IframeWorkbookStorage | null> {
    const marker = Math.random().toString(36).slice(2);
    try {
      localStorage.setItem(SEEN, marker);
    } catch {
      return null;
    }
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Where your workbook is kept";
    frame.src = url;
    let storage: IframeWorkbookStorage | null = null;
    const hello = await new Promise<Hello | null>((resolve) => {
      setTimeout(() => resolve(null), TIMEOUT_MS);
      addEventListener("message", ({ source, data }: MessageEvent<FromFrame | undefined>) => {
        if (source !== frame.contentWindow || !data?.storage) return;
        if (data.storage === "hello") resolve(data);
        else storage?.receive(data);
      });
      document.body.append(frame);
    });
    localStorage.removeItem(SEEN);
    if (!hello || hello.seen === marker) {
      frame.remove();
      return null;
    }
    storage = new IframeWorkbookStorage(hello, (message) => frame.contentWindow?.postMessage(message, "*"));
    return storage;
  }

  receive(message: Changed | Written | All | Done) {
    if (message.storage === "all" || message.storage === "done") {
      this.#waiting.shift()?.(message);
    } else if (message.storage === "changed") {
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
    this.#send({ storage: "read" });
  }

  write(text: string) {
    this.#text = text;
    this.#send({ storage: "write", text });
    return this.#journal.write(text);
  }

  record(text: string) {
    this.#send({ storage: "record", text });
  }

  quarantine(text: string) {
    this.#quarantined.push(text);
    this.#text = null;
    this.#send({ storage: "quarantine", text });
    return true;
  }

  quarantined() {
    return this.#quarantined;
  }

  clear(empty: string) {
    this.#text = empty;
    this.#quarantined = [];
    this.#journal.clear();
    this.#send({ storage: "clear", empty });
  }

  watch(changed: () => void) {
    this.#changed = changed;
  }

  #request(message: ToFrame) {
    this.#send(message);
    return new Promise<All | Done>((resolve) => this.#waiting.push(resolve));
  }
}
