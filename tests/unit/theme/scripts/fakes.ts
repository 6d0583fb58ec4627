/** Fakes of browser APIs that Node lacks. */

import type { WorkerPort } from "../../../../theme/scripts/runtime/pyodide-client.ts";
import type { FromWorker, ToWorker } from "../../../../theme/scripts/runtime/worker-protocol.ts";
import type { WorkbookStorage } from "../../../../theme/scripts/workbook/storage.ts";

/** A worker whose messages the test sends and inspects. */
export class FakeWorker implements WorkerPort {
  onmessage: WorkerPort["onmessage"] = null;
  onerror: WorkerPort["onerror"] = null;
  isTerminated = false;
  readonly received: ToWorker[] = [];

  postMessage(message: ToWorker) {
    this.received.push(message);
  }

  terminate() {
    this.isTerminated = true;
  }

  send(message: FromWorker) {
    this.onmessage?.({ data: message } as MessageEvent);
  }
}

/** In-memory storage that records calls. */
export class MemoryStorage implements WorkbookStorage {
  readonly calls: string[] = [];
  readonly kept: string[] = [];
  readonly recorded: string[] = [];
  writeResult: ReturnType<WorkbookStorage["write"]> = "kept";
  canQuarantine = true;
  #changed = () => {};

  text: string | null | undefined;

  constructor(text: string | null | undefined = null) {
    this.text = text;
  }

  read() {
    return this.text;
  }

  write(text: string) {
    this.calls.push("write");
    if (this.writeResult === "kept") this.text = text;
    return this.writeResult;
  }

  record(text: string) {
    this.calls.push("record");
    this.recorded.push(text);
  }

  quarantine(text: string) {
    this.calls.push("quarantine");
    if (!this.canQuarantine) return false;
    this.kept.push(text);
    this.text = null;
    return true;
  }

  quarantined() {
    return this.kept;
  }

  clear(empty: string) {
    this.calls.push("clear");
    this.kept.length = 0;
    this.text = empty;
  }

  watch(changed: () => void) {
    this.#changed = changed;
  }

  /** Change the text as another tab does. */
  changeElsewhere(text: string) {
    this.text = text;
    this.#changed();
  }
}

/** Install a localStorage on the global object, which has room for a text as `fits` says of it and the entries under other keys. */
export function installLocalStorage(fits: (text: string, others: string) => boolean = () => true) {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem(key: string, value: string) {
      const others = [...entries].filter(([other]) => other !== key).map(([, text]) => text);
      if (!fits(value, others.join(""))) throw new DOMException("no room", "QuotaExceededError");
      entries.set(key, value);
    },
    removeItem: (key: string) => entries.delete(key),
  };
  const proxy = new Proxy(storage, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  Object.defineProperty(globalThis, "localStorage", { value: proxy, configurable: true });
  return entries;
}

/** Set the browser's language. */
export function installLanguage(language: string) {
  Object.defineProperty(globalThis, "navigator", { value: { language }, configurable: true });
}
