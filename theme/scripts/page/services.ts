/** What a page has one of: the workbook, and the Python that answers every calculator. */

import { assets, folder } from "../common/assets.ts";
import { PyodideClient } from "../runtime/pyodide-client.ts";
import type { Init } from "../runtime/worker-protocol.ts";
import { LocalWorkbookStorage } from "../workbook/storage.ts";
import { Workbook } from "../workbook/workbook.ts";

export const workbook = new Workbook(new LocalWorkbookStorage(), assets?.schema);

export const pyodide = new PyodideClient(async () => {
  if (!assets) throw new Error("this page names no calculator files");
  const { stdlib, wasm } = assets;
  const init: Init = { type: "init", stdlib, wasm };
  if (!folder) return { worker: new Worker(assets.worker, { type: "module" }), init };
  const worker = await folder.worker(assets.worker);
  return { worker, init: { ...init, carried: { stdlib: await folder.carried(stdlib), wasm: await folder.carried(wasm) } } };
});
