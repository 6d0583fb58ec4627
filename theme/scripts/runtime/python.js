import { assets, folder } from "../shared/assets.js";

/** @typedef {import("./messages.js").PageAnswer} PageAnswer */
/** @typedef {import("./messages.js").OpenAnswer} OpenAnswer */
/** @typedef {import("./messages.js").Cause} Cause */
/**
 * @typedef {object} Job
 * @property {number} id
 * @property {string} key Of two jobs with one key only the later is answered.
 * @property {string} message JSON text for the worker
 * @property {(answer: any) => void} done with null when a later job took its place, or when Python failed
 * @property {number} tries
 */

/** Milliseconds without a sign of life after which the worker is ended. A slow connection needs minutes, a slow phone seconds. */
const PATIENCE = { fetch: 240_000, start: 60_000, calculators: 60_000, compute: 30_000 };

/** The one Python of this page: started once, asked by every calculator, ended when stuck and started again. */
export class Python {
  /** @type {"idle" | "starting" | "ready" | "failed"} */
  state = "idle";
  /** @type {import("./messages.js").Stage} */
  stage = "fetch";
  /** @type {{cause: Cause, detail: string} | null} */
  failure = null;

  /** @type {Worker | null} */
  #worker = null;
  /** Counts starts, so that what an earlier one still does is told apart. */
  #start = 0;
  /** @type {Job | null} */
  #current = null;
  /** @type {Job[]} */
  #waiting = [];
  #ids = 0;
  #clock = 0;
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /** Be told of every change of state or stage. @param {() => void} watcher @returns {() => void} to stop */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Start, unless that was done. After a failure only the reader starts it again. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  retry() {
    if (this.state === "failed") this.#begin();
  }

  #begin() {
    this.state = "starting";
    this.stage = "fetch";
    this.failure = null;
    this.#tell();
    this.#launch(++this.#start).catch((error) => {
      const old = error instanceof ReferenceError; // a name that this browser does not know
      this.#fail(old ? "old" : error instanceof DOMException ? "blocked" : "network", String(error));
    });
  }

  /**
   * The outcome for what was typed.
   *
   * @param {import("./messages.js").Request} request
   * @returns {Promise<PageAnswer | null>} null when a later request took its place, or when Python failed
   */
  compute(request) {
    const key = request.first ? `${request.calculator} first` : request.calculator;
    return this.#ask(key, (id) => ({ type: "compute", id, request }));
  }

  /**
   * The what-if panel for what was typed.
   *
   * @param {import("./messages.js").Exploration} request
   * @returns {Promise<import("./messages.js").PanelAnswer | null>} null when a later question took its place, or when Python failed
   */
  explore(request) {
    return this.#ask(`${request.calculator} what if`, (id) => ({ type: "explore", id, request }));
  }

  /** A workbook's text, looked through. @param {string} text @returns {Promise<OpenAnswer | null>} null when Python failed */
  open(text) {
    return this.#ask("", (id) => ({ type: "open", id, text }));
  }

  /**
   * A workbook with its numbers in another notation.
   *
   * @param {import("./messages.js").Book} workbook @param {string} numbers
   * @returns {Promise<OpenAnswer | null>} null when Python failed
   */
  rewrite(workbook, numbers) {
    return this.#ask("", (id) => ({ type: "rewrite", id, request: { workbook, numbers } }));
  }

  /** @param {string} key @param {(id: number) => import("./messages.js").ToWorker} message @returns {Promise<any>} */
  #ask(key, message) {
    this.start();
    return new Promise((done) => {
      const id = ++this.#ids;
      const overtaken = this.#waiting.findIndex((job) => job.key === key);
      if (overtaken >= 0) this.#waiting.splice(overtaken, 1)[0]?.done(null);
      this.#waiting.push({ id, key, message: JSON.stringify(message(id)), done, tries: 0 });
      this.#next();
    });
  }

  #next() {
    if (this.state !== "ready" || this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return;
    job.tries++;
    this.#current = job;
    this.#worker?.postMessage(job.message);
    this.#wait(PATIENCE.compute);
  }

  /** @param {number} start */
  async #launch(start) {
    if (!assets) throw new Error("this page names no calculator files");
    if (typeof WebAssembly === "undefined") return this.#fail("blocked", "no WebAssembly");
    this.#wait(PATIENCE.fetch);
    const { stdlib, wasm } = assets;
    const worker = folder ? await folder.worker(assets.worker) : new Worker(assets.worker, { type: "module" });
    const files = folder && { stdlib: await folder.carried(stdlib), wasm: await folder.carried(wasm) };
    if (start !== this.#start) return worker.terminate();
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    // An event without a message: the worker's script itself did not come.
    worker.onerror = (event) => this.#fail(event.message ? "fault" : "network", event.message ?? "");
    worker.postMessage(JSON.stringify({ type: "init", stdlib, wasm, ...(files && { carried: files }) }));
  }

  /** @param {import("./messages.js").FromWorker} message */
  #hear(message) {
    if (message.type === "progress") {
      this.stage = message.stage;
      this.#wait(PATIENCE[message.stage]);
      this.#tell();
    } else if (message.type === "ready") {
      clearTimeout(this.#clock);
      this.state = "ready";
      performance.mark("gig:ready");
      this.#tell();
      this.#next();
    } else if (message.type === "answer") {
      clearTimeout(this.#clock);
      const job = this.#current;
      this.#current = null;
      if (job) job.done(this.#waiting.some((later) => later.key === job.key) ? null : message.answer);
      this.#next();
    } else {
      this.#fail(message.cause, `${message.name}: ${message.message}`);
    }
  }

  /** @param {number} patience */
  #wait(patience) {
    clearTimeout(this.#clock);
    this.#clock = window.setTimeout(() => this.#stuck(), patience);
  }

  /** End a worker that says nothing any more. What it was asked is asked once more of a new one, unless it was overtaken. */
  #stuck() {
    const job = this.#current;
    if (!job || job.tries > 1) return this.#fail("stuck", job ? "computing" : this.stage);
    this.#end();
    if (this.#waiting.some((later) => later.key === job.key)) job.done(null);
    else this.#waiting.unshift(job);
    this.#begin();
  }

  #end() {
    clearTimeout(this.#clock);
    this.#start++;
    this.#worker?.terminate();
    this.#worker = null;
    this.#current = null;
  }

  /** @param {Cause} cause @param {string} detail */
  #fail(cause, detail) {
    const unanswered = [...(this.#current ? [this.#current] : []), ...this.#waiting];
    this.#end();
    this.#waiting = [];
    this.state = "failed";
    this.failure = { cause, detail };
    console.error(`calculator: ${cause}: ${detail}`);
    this.#tell();
    for (const job of unanswered) job.done(null);
  }

  #tell() {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

export const python = new Python();
