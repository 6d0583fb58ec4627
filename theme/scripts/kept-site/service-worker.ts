import { type FromServiceWorker, isMetered, type Release, readChoice, type ToServiceWorker } from "./release.ts";
import { HeldBack, ReleaseCache, type Route } from "./release-cache.ts";

/**
 * The service worker: it answers for one release of the site, whatever the server has in the meantime. A newer release has a service worker
 * of its own, which waits until no page of this one is open, or until the reader agrees.
 */

/** What TypeScript knows of in service workers only. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface InstallEvent extends Extendable {
  /** Only some browsers have it. */
  addRoutes?(routes: Route[]): Promise<void>;
}

interface FetchEvent extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Client {
  postMessage(message: FromServiceWorker): void;
}

interface ServiceWorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean; type: "window" }): Promise<Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install", listener: (event: InstallEvent) => void): void;
  addEventListener(type: "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: Extendable & { data: ToServiceWorker; source: Client | null }) => void): void;
}

declare global {
  /** Put in front of this script by the build. */
  var ugRelease: Release;
}

const worker = self as unknown as ServiceWorkerScope;
const site = new URL(worker.registration.scope);
const release = new ReleaseCache(globalThis.ugRelease, site, caches, fetch.bind(self));

/** Whether an address is one of a page, not of a file such as the download. */
const isPage = ({ pathname }: URL) => !/\.(?!html$)[^/]*$/.test(pathname);

async function tellPages(message: FromServiceWorker) {
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true, type: "window" })) page.postMessage(message);
}

async function fill() {
  const mayFetch = (await readChoice(site)) === "keep" || !isMetered();
  try {
    await release.fill(mayFetch, (bytes) => tellPages({ kept: "progress", bytes, of: release.bytes }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") await caches.delete(release.name);
    await tellPages(error instanceof HeldBack ? { kept: "held back", bytes: error.bytes } : { kept: "failed" });
    throw error; // the browser drops this service worker, and tries again at a later visit
  }
}

async function navigate(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return release.missingPage();
  }
}

worker.addEventListener("install", (event) => {
  event.addRoutes?.(release.routes()).catch(() => {}); // refused: then this script answers
  event.waitUntil(fill());
});
worker.addEventListener("activate", (event) => event.waitUntil(release.removeOthers()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const file = release.fileAt(request.url);
  if (file && "redirect" in file) event.respondWith(Promise.resolve(Response.redirect(file.redirect, 301)));
  else if (file) event.respondWith(release.respond(request, file.path, (work) => event.waitUntil(work)));
  else if (request.mode === "navigate" && isPage(new URL(request.url))) event.respondWith(navigate(request));
});

worker.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data.kept === "count") {
    event.waitUntil(release.count().then((bytes) => source?.postMessage({ kept: "counted", bytes, of: release.bytes })));
  } else if (data.kept === "fill") {
    event.waitUntil(fill().catch(() => {}));
  } else if (data.kept === "activate") {
    event.waitUntil(worker.skipWaiting());
  } else if (data.kept === "claim" && data.scripts.every((script) => release.fileAt(script))) {
    event.waitUntil(worker.clients.claim());
  }
});
