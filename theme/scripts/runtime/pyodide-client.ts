import type {
  Answers,
  AnyAnswer,
  Call,
  Cause,
  Exploration,
  FromWorker,
  Init,
  OpenAnswer,
  PageAnswer,
  PanelAnswer,
  Request,
  Requests,
  SentenceAnswer,
  SentenceRequest,
  Stage,
  ToWorker,
} from "./worker-protocol.ts";

export type RuntimeState = "idle" | "starting" | "ready" | "failed";

/** The part of a Worker that the client uses. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
}

/** A worker, and the message that starts Python in it, or the events of one in which Python is starting already. */
export type Connection =
  | { worker: WorkerPort; init: Init; transfer?: Transferable[] }
  | { worker: WorkerPort; events: (MessageEvent<FromWorker> | ErrorEvent)[] };

interface Job {
  id: number;
  /** Of several jobs with the same key only the latest is answered. */
  key: string;
  message: Call;
  /** Called with null when the job is superseded or Python fails. */
  done: (answer: AnyAnswer | null) => void;
  tries: number;
}

/** Time without a message after which the worker is terminated. A slow connection needs minutes, a slow phone seconds. */
const TIMEOUT_MS = { fetch: 240_000, start: 60_000, calculators: 60_000, compute: 30_000 };

/** How far the start is when a stage begins: about as on a connection of 9 Mbit/s, where most of the time goes into fetching. */
const PROGRESS = { fetch: 0, start: 0.75, calculators: 0.9 };

/** Python in a worker: started once, queued requests answered one at a time, terminated when stuck and started again. */
export class PyodideClient {
  state: RuntimeState = "idle";
  stage: Stage = "fetch";
  /** How far the start is, from 0 to 1. */
  progress = 0;
  failure: { cause: Cause; detail: string } | null = null;
  /** Whether Python was restored from a memory snapshot. */
  restored = false;

  #connect: (isDoubtful: boolean) => Promise<Connection>;
  #worker: WorkerPort | null = null;
  /** The number of the current start; a worker of an earlier one is discarded. */
  #start = 0;
  #current: Job | null = null;
  #waiting: Job[] = [];
  #ids = 0;
  #answered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the last worker has said nothing yet: its script may be damaged. */
  #isDoubtful = false;
  #watchers = new Set<() => void>();

  /** @param connect is told whether the worker's script may be damaged: then it fetches that anew */
  constructor(connect: (isDoubtful: boolean) => Promise<Connection>) {
    this.#connect = connect;
  }

  /**
   * Call `watcher` on every change of state or stage.
   *
   * @returns a function that stops it
   */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Start Python once. After a failure only `retry` starts it again. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  retry() {
    if (this.state === "failed") this.#begin();
  }

  #begin() {
    this.state = "starting";
    this.stage = "fetch";
    this.progress = 0;
    this.failure = null;
    this.#notify();
    this.#launch(++this.#start).catch((error) => {
      const old = error instanceof ReferenceError; // an API that this browser lacks
      this.#fail(old ? "old" : error instanceof DOMException ? "blocked" : "network", String(error));
    });
  }

  /**
   * Compute the outcome of a form.
   *
   * @returns null when superseded or when Python fails
   */
  compute(request: Request): Promise<PageAnswer | null> {
    const key = request.first ? `${request.calculator} first` : request.calculator;
    return this.#request(key, "compute", JSON.stringify(request));
  }

  /**
   * Compute the what-if panel of a form.
   *
   * @returns null when superseded or when Python fails
   */
  explore(request: Exploration): Promise<PanelAnswer | null> {
    return this.#request(`${request.calculator} what if`, "explore", JSON.stringify(request));
  }

  /**
   * Compute the figures of a sentence.
   *
   * @param key names the sentence: of its requests that wait, only the latest is answered
   * @returns null when superseded or when Python fails
   */
  sentence(key: string, request: SentenceRequest): Promise<SentenceAnswer | null> {
    return this.#request(key, "sentence", JSON.stringify(request));
  }

  /**
   * Validate and migrate a workbook's text.
   *
   * @returns null when Python fails
   */
  open(text: string): Promise<OpenAnswer | null> {
    return this.#request("", "open", text);
  }

  /**
   * Request something that is not computed again and again while the reader types.
   *
   * @returns null when superseded or when Python fails
   */
  ask<Type extends keyof Requests>(type: Type, request: Requests[Type]): Promise<Answers[Type] | null> {
    return this.#request(type, type, JSON.stringify(request));
  }

  /** Milliseconds since the last answer; 0 while one is computed. */
  get idleFor(): number {
    return this.#current || this.#waiting.length > 0 ? 0 : performance.now() - this.#answered;
  }

  #request<Type extends keyof Answers>(key: string, type: Type, text: string): Promise<Answers[Type] | null> {
    this.start();
    return new Promise((resolve) => {
      const done = (answer: AnyAnswer | null) => resolve(answer as Answers[Type] | null); // the worker answers each type with its own
      const id = ++this.#ids;
      const superseded = this.#waiting.findIndex((job) => job.key === key);
      if (superseded >= 0) this.#waiting.splice(superseded, 1)[0]?.done(null);
      this.#waiting.push({ id, key, message: { type, id, text }, done, tries: 0 });
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
    this.#watchdog(TIMEOUT_MS.compute);
  }

  async #launch(start: number) {
    if (typeof WebAssembly === "undefined") return this.#fail("blocked", "no WebAssembly");
    this.#watchdog(TIMEOUT_MS.fetch);
    const wasDoubtful = this.#isDoubtful;
    const connection = await this.#connect(wasDoubtful);
    const { worker } = connection;
    if (start !== this.#start) return worker.terminate();
    this.#worker = worker;
    this.#isDoubtful = true;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = ({ message }) => {
      // An event without a message: the worker's script could not be loaded.
      if (wasDoubtful || !this.#isDoubtful) return this.#fail(message ? "fault" : "network", message ?? "");
      this.#end();
      this.#begin();
    };
    if ("init" in connection) return worker.postMessage(connection.init, connection.transfer ?? []);
    for (const event of connection.events) {
      if (start !== this.#start) return; // an earlier event ended it
      if ("data" in event) worker.onmessage(event);
      else worker.onerror(event);
    }
  }

  #receive(message: FromWorker) {
    this.#isDoubtful = false;
    if (message.type === "progress") {
      this.stage = message.stage;
      this.progress = message.stage === "fetch" ? (message.share ?? 0) * PROGRESS.start : PROGRESS[message.stage];
      this.#watchdog(TIMEOUT_MS[message.stage]);
      this.#notify();
    } else if (message.type === "ready") {
      clearTimeout(this.#timer);
      this.state = "ready";
      this.restored = message.restored;
      performance.mark("gig:ready", { detail: { restored: message.restored } });
      this.#notify();
      this.#next();
    } else if (message.type === "answer") {
      clearTimeout(this.#timer);
      const job = this.#current;
      this.#current = null;
      this.#answered = performance.now();
      if (job) job.done(this.#waiting.some((later) => later.key === job.key) ? null : JSON.parse(message.text));
      this.#next();
    } else if (message.type === "failed") {
      this.#fail(message.cause, `${message.name}: ${message.message}`);
    }
  }

  #watchdog(timeout: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stuck(), timeout);
  }

  /** Replace a silent worker. Its job is repeated once, unless it was superseded. */
  #stuck() {
    const job = this.#current;
    if (!job || job.tries > 1) return this.#fail("stuck", job ? "computing" : this.stage);
    this.#end();
    if (this.#waiting.some((later) => later.key === job.key)) job.done(null);
    else this.#waiting.unshift(job);
    this.#begin();
  }

  #end() {
    clearTimeout(this.#timer);
    this.#start++;
    this.#worker?.terminate();
    this.#worker = null;
    this.#current = null;
  }

  #fail(cause: Cause, detail: string) {
    const unanswered = [...(this.#current ? [this.#current] : []), ...this.#waiting];
    this.#end();
    this.#waiting = [];
    this.state = "failed";
    this.failure = { cause, detail };
    console.error(`calculator: ${cause}: ${detail}`);
    this.#notify();
    for (const job of unanswered) job.done(null);
  }

  #notify() {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
