/** What a page has one of: the workbook, and the Python that answers every calculator. Later scripts take them from `ugServices`. */

import { assets, folder, loadOnce } from "../common/assets.ts";
import type {} from "../embed/memory-storage.ts";
import type {} from "../runtime/early-start.ts";
import { type Connection, PyodideClient } from "../runtime/pyodide-client.ts";
import type {} from "../runtime/snapshot-maker.ts";
import type { Init } from "../runtime/worker-protocol.ts";
import { LocalWorkbookStorage } from "../workbook/storage.ts";
import { Workbook } from "../workbook/workbook.ts";

const workbook = new Workbook(globalThis.ugStorage ?? new LocalWorkbookStorage(), assets?.schema);

function filesOfPython(): Init {
  if (!assets) throw new Error("this page names no calculator files");
  const { pyodide, stdlib, wasm, bytes } = assets;
  return { type: "init", pyodide, stdlib, wasm, bytes };
}

async function connect(): Promise<Connection> {
  const early = globalThis.ugEarlyWorker;
  globalThis.ugEarlyWorker = undefined; // another start needs another worker
  if (early) return early;
  if (!folder) return newWorker();
  const init = filesOfPython();
  const { carried } = folder;
  const worker = await folder.worker(assets?.worker ?? "");
  const urls = [init.stdlib, init.wasm, assets?.snapshot ?? ""];
  const [stdlib = "", wasm = "", snapshot = ""] = await Promise.all(urls.map(carried));
  return { worker, init: { ...init, carried: { stdlib, wasm, snapshot } } };
}

function newWorker() {
  return { worker: new Worker(assets?.worker ?? "", { type: "module" }), init: filesOfPython() };
}

/** Resolved once the workbook has its final storage, which the folder edition may have to find first. */
const storageReady = Promise.resolve(
  folder && assets?.store && folder.storage(assets.store).then((storage) => storage && workbook.moveTo(storage)),
);

const pyodide = new PyodideClient(connect);
if (!folder && !globalThis.ugStorage) {
  const stop = pyodide.watch(async () => {
    if (pyodide.state !== "ready") return;
    stop();
    if (!pyodide.restored) (await loadOnce("ugSnapshotMaker"))(pyodide, newWorker);
  });
}

export const services = { workbook, pyodide, storageReady };

declare global {
  var ugServices: typeof services | undefined;
}

globalThis.ugServices ??= services;
