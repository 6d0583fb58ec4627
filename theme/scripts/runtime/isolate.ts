/** What the worker that runs the reader's own code may not reach. */

const OUTSIDE = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "BroadcastChannel",
  "indexedDB",
  "caches",
  "cookieStore",
  "Worker",
  "SharedWorker",
  "importScripts",
];
const OF_NAVIGATOR = ["storage", "locks", "serviceWorker", "sendBeacon"];

/** Take the network, every storage and other workers away from this worker. It has no way to the workbook: that is the pages' own. */
export function isolate(pyodide: { unregisterJsModule(name: string): void }) {
  remove(self, OUTSIDE);
  remove(self.navigator, OF_NAVIGATOR);
  for (const name of ["js", "pyodide_js"]) pyodide.unregisterJsModule(name);
}

function remove(from: object, names: string[]) {
  for (let owner: object | null = from; owner; owner = Object.getPrototypeOf(owner)) {
    for (const name of names) {
      if (Object.hasOwn(owner, name)) Object.defineProperty(owner, name, { value: undefined, writable: false });
    }
  }
}
