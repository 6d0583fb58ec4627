import { assets, folder } from "../common/assets.ts";
import type { Cause, ChangeAnswer, ChangeRequest, FromWorker, Init, ToWorker } from "../runtime/worker-protocol.ts";

/** A second Python, in a worker of its own, for what the reader has written. It is stopped when it takes too long. */

/** Milliseconds: of the start without a message, and of a run. */
const LIMIT = { start: 120_000, run: 10_000 };
export const SECONDS = LIMIT.run / 1000;

export type Run = { answer: ChangeAnswer } | { failure: Cause } | { stopped: "by hand" | "too long" };

interface Port {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
}

export class Sandbox {
  #worker: Port | null = null;
  #isReady = false;
  #waiting: { request: string; done: (run: Run) => void; started: () => void } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The number of the current worker; what an earlier one brings is ignored. */
  #start = 0;

  /** Run a change; of two, the earlier is stopped. `started` is called when Python begins with it. */
  run(request: ChangeRequest, started: () => void): Promise<Run> {
    if (this.#waiting) this.stop();
    return new Promise((done) => {
      this.#waiting = { request: JSON.stringify(request), done, started };
      if (this.#isReady) this.#send();
      else if (!this.#worker) this.#launch(++this.#start).catch(() => this.#end({ failure: "network" }));
    });
  }

  /** End the worker, and with it whatever runs. */
  stop(how: "by hand" | "too long" = "by hand") {
    this.#end({ stopped: how });
  }

  #send() {
    this.#waiting?.started();
    this.#limit(LIMIT.run, () => this.stop("too long"));
    this.#worker?.postMessage({ type: "change", id: 0, text: this.#waiting?.request ?? "" });
  }

  async #launch(start: number) {
    this.#limit(LIMIT.start, () => this.#end({ failure: "stuck" }));
    const { worker, init, transfer } = await connect();
    if (start !== this.#start) return worker.terminate();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => this.#end({ failure: event.message ? "fault" : "network" });
    worker.postMessage(init, transfer ?? []);
  }

  #receive(message: FromWorker) {
    if (message.type === "ready") {
      this.#isReady = true;
      if (this.#waiting) this.#send();
    } else if (message.type === "answer") {
      clearTimeout(this.#timer);
      const done = this.#waiting?.done;
      this.#waiting = null;
      done?.({ answer: JSON.parse(message.text) });
    } else if (message.type === "failed") {
      this.#end({ failure: message.cause });
    }
  }

  #limit(milliseconds: number, act: () => void) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }

  #end(run: Run) {
    clearTimeout(this.#timer);
    this.#start++;
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    const done = this.#waiting?.done;
    this.#waiting = null;
    done?.(run);
  }
}

async function connect(): Promise<{ worker: Port; init: Init; transfer?: Transferable[] }> {
  if (!assets) throw new Error("this page names no calculator files");
  if (folder) {
    const { init, ...connection } = await folder.connect(assets);
    return { ...connection, init: { ...init, isolated: true } };
  }
  const { pyodide, stdlib, wasm, bytes, integrity } = assets;
  const init: Init = { type: "init", pyodide, stdlib, wasm, bytes, integrity, isolated: true };
  return { worker: new Worker(assets.worker, { type: "module" }), init };
}
