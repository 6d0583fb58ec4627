import type { Init } from "./worker-protocol.ts";

/**
 * Starts Python before the page is read to its end. The build inlines this script into the head of each page with a calculator; the page's
 * script, which comes much later, takes the worker over (page/services.ts). A reader who saves data gets Python when the form comes into
 * view.
 */

declare global {
  /** The worker in which Python is starting, and the events that nobody has handled yet. */
  var ugEarlyWorker: { worker: Worker; events: (MessageEvent | ErrorEvent)[] } | undefined;

  interface Navigator {
    readonly connection?: { readonly saveData?: boolean; readonly type?: string };
  }
}

function start() {
  const { worker: url, pyodide, stdlib, wasm, bytes, integrity } = JSON.parse(document.getElementById("ug-assets")?.textContent ?? "");
  const absolute = (path: string) => new URL(path, document.baseURI).href; // in the worker, an address would start from the worker's
  const init: Init = { type: "init", pyodide: absolute(pyodide), stdlib: absolute(stdlib), wasm: absolute(wasm), bytes, integrity };
  const worker = new Worker(url, { type: "module", name: JSON.stringify(init) }); // a message would wait until this thread is idle
  const events: (MessageEvent | ErrorEvent)[] = [];
  worker.onmessage = worker.onerror = (event: MessageEvent | ErrorEvent) => {
    event.preventDefault(); // an error is the page's script to report
    events.push(event);
  };
  globalThis.ugEarlyWorker = { worker, events };
}

if (!navigator.connection?.saveData && typeof WebAssembly === "object") {
  try {
    start();
  } catch {
    // The page's script tries again, and says what is wrong.
  }
}
