import { type FromServiceWorker, isMetered, readChoice, type ToServiceWorker, writeChoice } from "./release.ts";
import { REMOVED, removeSite, site } from "./removal.ts";

/** In milliseconds: how long Python has to rest, how often that is looked at, and after how long a visit looks for a newer release. */
const IDLE_MS = 5_000;
const LOOK_MS = 1_000;
const UPDATE_MS = 3_600_000;

/** The part of Python's client that says whether it works. */
interface Runtime {
  readonly state: string;
  /** Milliseconds since its last answer. */
  readonly idleFor: number;
}

export type KeptState = "unknown" | "unsupported" | "none" | "fetching" | "failed" | "kept";

/** What this browser keeps of the site, and a newer release that it could have. */
export class KeptSite {
  state: KeptState = "unknown";
  /** Bytes that are stored, and that the release has. */
  stored = 0;
  bytes = 0;
  choice: Awaited<ReturnType<typeof readChoice>>;
  /** A newer release: fetched and waiting, held back on a metered connection, or being fetched after that because the reader asks for it. */
  newer: "waiting" | "held back" | "fetching" | undefined;
  /** Of a newer release that is held back. */
  missing = 0;

  #runtime: Runtime;
  #container = navigator.serviceWorker;
  #registration: ServiceWorkerRegistration | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #watchers = new Set<() => void>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** @returns a function that stops it */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Find what is kept; when nothing is, keep the site once Python rests, unless the connection is metered or the reader removed it. */
  async start() {
    try {
      this.choice = await readChoice(site);
      const registration = await this.#container.getRegistration(site.href);
      this.#listen();
      if (registration?.scope === site.href) return this.#use(registration);
      this.#become("none");
      if (this.choice !== "remove" && !isMetered()) this.#whenIdle(() => this.#register());
    } catch {
      this.#become("unsupported"); // no such API, or it is refused, as in private windows
    }
  }

  /** Keep the site because the reader asks for it, on any connection, and ask the browser not to clear it. */
  async keep() {
    clearInterval(this.#timer);
    if (this.newer === "held back") {
      this.newer = "fetching";
      this.#notify();
    }
    try {
      await writeChoice("keep", site);
      this.choice = "keep";
      const ask = navigator.storage.persist?.(); // some browsers ask the reader
      ask?.then(
        () => this.#notify(),
        () => {},
      );
      await this.#register();
      await this.#registration?.update();
    } catch {
      if (this.state !== "kept") this.#become("failed");
    }
  }

  /** Remove the site because the reader asks for it. It is not kept again before they do. */
  async remove() {
    await removeSite();
    this.choice = "remove";
    await writeChoice("remove", site).catch(() => {});
    this.#notify();
  }

  /** Have the newer release take over; every page of the site is loaded again. */
  useNewer() {
    this.#send(this.#registration?.waiting, { kept: "activate" });
  }

  async #register() {
    const registration = await this.#container.register(new URL("service-worker.js", site));
    if (registration) this.#use(registration);
    else this.#become("none");
  }

  #use(registration: ServiceWorkerRegistration) {
    if (this.#registration !== registration) {
      this.#registration = registration;
      registration.addEventListener("updatefound", () => this.#follow(registration.installing));
      setInterval(() => registration.update().catch(() => {}), UPDATE_MS);
    }
    this.#follow(registration.installing);
    if (registration.active) this.#ask(registration.active);
    this.newer = registration.waiting && registration.active ? "waiting" : this.newer;
    this.#become(registration.active ? "kept" : "fetching");
  }

  #follow(worker: ServiceWorker | null) {
    worker?.addEventListener("statechange", () => {
      const registration = this.#registration;
      if (worker.state === "installed" && registration?.active) this.newer = "waiting";
      if (worker.state === "activated") {
        this.newer = undefined;
        this.#ask(worker);
        this.#become("kept");
      } else if (worker.state === "redundant" && !registration?.active) {
        this.#become("failed");
      } else {
        if (worker.state === "redundant" && this.newer === "fetching") this.newer = "held back"; // to be asked for again
        this.#notify();
      }
    });
  }

  /** Ask an active service worker what it stores, and to answer this page too if that is of the same release. */
  #ask(worker: ServiceWorker) {
    this.#send(worker, { kept: "count" });
    const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[src*='/assets/ug/'], script[src^='assets/ug/']")];
    if (!this.#container.controller) this.#send(worker, { kept: "claim", scripts: scripts.map(({ src }) => src) });
  }

  #listen() {
    let isControlled = Boolean(this.#container.controller);
    this.#container.addEventListener("controllerchange", () => {
      if (isControlled) location.reload(); // this page is of the older release
      isControlled = true;
    });
    this.#container.addEventListener("message", ({ data, source }: MessageEvent<FromServiceWorker>) => this.#receive(data, source));
    addEventListener(REMOVED, () => this.#removed());
  }

  #receive(message: FromServiceWorker, source: MessageEventSource | null) {
    const active = this.#registration?.active;
    if (message.kept === "held back") {
      this.newer = "held back";
      this.missing = message.bytes;
    } else if (active && source !== active) {
      return; // a newer release, which is not whole yet
    } else if (message.kept === "failed") {
      this.state = "failed";
    } else {
      this.stored = message.bytes;
      this.bytes = message.of;
      this.state = active && message.bytes === message.of ? "kept" : "fetching";
      // Stored once, and cleared since: some browsers clear caches alone.
      if (message.kept === "counted" && message.bytes < message.of) this.#refill();
    }
    this.#notify();
  }

  #refill() {
    if (this.choice === "keep" || !isMetered()) this.#send(this.#registration?.active, { kept: "fill" });
  }

  #removed() {
    clearInterval(this.#timer);
    this.#registration = undefined;
    this.stored = 0;
    this.newer = undefined;
    this.choice = undefined;
    this.#become("none");
  }

  #whenIdle(act: () => Promise<void>) {
    this.#timer = setInterval(() => {
      if (document.hidden || this.#runtime.idleFor < IDLE_MS || this.#runtime.state === "starting") return;
      clearInterval(this.#timer);
      act().catch(() => this.#become("failed"));
    }, LOOK_MS);
  }

  #send(worker: ServiceWorker | null | undefined, message: ToServiceWorker) {
    worker?.postMessage(message);
  }

  #become(state: KeptState) {
    this.state = state;
    this.#notify();
  }

  #notify() {
    for (const watcher of this.#watchers) watcher();
  }
}
