/** What a page has one of: the workbook, and the Python that answers every calculator. Later scripts take them from `ugServices`. */

import { type Assets, assets, folder, loadOnce } from "../common/assets.ts";
import type {} from "../embed/memory-storage.ts";
import type {} from "../runtime/early-start.ts";
import { type Connection, PyodideClient } from "../runtime/pyodide-client.ts";
import type {} from "../runtime/snapshot-maker.ts";
import type { Init } from "../runtime/worker-protocol.ts";
import { LocalWorkbookStorage } from "../workbook/storage.ts";
import { Workbook } from "../workbook/workbook.ts";
import { renew } from "./edition.ts";

const workbook = new Workbook(globalThis.ugStorage ?? new LocalWorkbookStorage(), assets?.schema);

async function connect(isDoubtful: boolean): Promise<Connection> {
  const early = globalThis.ugEarlyWorker;
  globalThis.ugEarlyWorker = undefined; // another start needs another worker
  if (early) return early;
  if (!assets) throw new Error("this page names no calculator files");
  if (folder) return folder.connect(assets);
  if (isDoubtful) await fetch(assets.worker, { cache: "reload" });
  return newWorker(assets);
}

function newWorker({ worker, pyodide, stdlib, wasm, bytes, integrity }: Assets) {
  const init: Init = { type: "init", pyodide, stdlib, wasm, bytes, integrity };
  return { worker: new Worker(worker, { type: "module" }), init };
}

/** Resolved once the workbook has its final storage, which the folder edition may have to find first. */
const storageReady = Promise.resolve(
  folder && assets?.store && folder.storage(assets.store).then((storage) => storage && workbook.moveTo(storage)),
);

const pyodide = new PyodideClient(connect);
if (!folder && !globalThis.ugStorage) {
  const stop = pyodide.watch(async () => {
    if (pyodide.failure && !workbook.problem) renew().catch(() => {}); // what is kept is shown again
    if (pyodide.state !== "ready") return;
    stop();
    if (!pyodide.restored) (await loadOnce("ugSnapshotMaker"))(pyodide, () => newWorker(assets as Assets));
  });
}

export const services = { workbook, pyodide, storageReady };

declare global {
  var ugServices: typeof services | undefined;
}

globalThis.ugServices ??= services;
