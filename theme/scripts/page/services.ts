/** What a page has one of: the workbook, and the Python that answers every calculator. Later scripts take them from `ugServices`. */

import { assets, folder } from "../common/assets.ts";
import type {} from "../runtime/early-start.ts";
import { type Connection, PyodideClient } from "../runtime/pyodide-client.ts";
import type { Init } from "../runtime/worker-protocol.ts";
import { LocalWorkbookStorage } from "../workbook/storage.ts";
import { Workbook } from "../workbook/workbook.ts";

const workbook = new Workbook(new LocalWorkbookStorage(), assets?.schema);

async function connect(): Promise<Connection> {
  const early = globalThis.ugEarlyWorker;
  globalThis.ugEarlyWorker = undefined; // another start needs another worker
  if (early) return early;
  if (!assets) throw new Error("this page names no calculator files");
  const { pyodide, stdlib, wasm } = assets;
  const init: Init = { type: "init", pyodide, stdlib, wasm };
  if (!folder) return { worker: new Worker(assets.worker, { type: "module" }), init };
  const worker = await folder.worker(assets.worker);
  return { worker, init: { ...init, carried: { stdlib: await folder.carried(stdlib), wasm: await folder.carried(wasm) } } };
}

/** Resolved once the workbook has its final storage, which the folder edition may have to find first. */
const storageReady = Promise.resolve(
  folder && assets?.store && folder.storage(assets.store).then((storage) => storage && workbook.moveTo(storage)),
);

export const services = { workbook, pyodide: new PyodideClient(connect), storageReady };

declare global {
  var ugServices: typeof services | undefined;
}

globalThis.ugServices ??= services;
