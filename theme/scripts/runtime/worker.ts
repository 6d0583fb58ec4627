import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { isTooDeep } from "../common/json-depth.ts";
import { TOO_DEEP } from "../common/strings.ts";
import lockFile from "./pyodide-lock.json";
import { causeOf, runtimeFiles, watchWebAssembly } from "./runtime-files.ts";
import type { FromWorker, Init, Open, ToWorker } from "./worker-protocol.ts";

/** The worker in which Python runs; its messages are those of worker-protocol.ts. */

/** Never fetched: `fetch` is replaced while Python starts. */
const PLACEHOLDER_URL = "https://runtime.invalid/";

type Bridge = {
  page(request: string): string;
  explore_page(request: string): string;
  open_workbook(text: string): string;
  rewrite_numbers(request: string): string;
};

let bridge: Bridge | undefined;

function say(message: FromWorker) {
  self.postMessage(JSON.stringify(message));
}

async function start(init: Init) {
  say({ type: "progress", stage: "fetch" });
  const files = await runtimeFiles(init);
  self.fetch = async (url) => (String(url).endsWith(".wasm") ? files.wasm : files.stdlib);
  // Pyodide only logs a WebAssembly failure and never settles, so the watch has to end the wait.
  const pyodide = await Promise.race([
    watchWebAssembly(() => say({ type: "progress", stage: "start" })),
    loadPyodide({
      createPyodideModule,
      indexURL: PLACEHOLDER_URL,
      stdLibURL: `${PLACEHOLDER_URL}python.zip`,
      lockFileContents: JSON.stringify(lockFile), // there are no packages; without it Pyodide fetches its own list
    }),
  ]);
  self.fetch = () => Promise.reject(new Error("Python has nothing to fetch"));
  say({ type: "progress", stage: "calculators" });
  bridge = pyodide.pyimport("calculators.bridge") as Bridge;
  say({ type: "ready" });
}

function answer(id: number, call: (bridge: Bridge) => string) {
  if (!bridge) throw new Error("request before Python was ready");
  // The answer is JSON text already.
  self.postMessage(`{"type":"answer","id":${id},"answer":${call(bridge)}}`);
}

function open({ id, text }: Open) {
  const tooDeep = { problem: { code: "damaged", message: TOO_DEEP } };
  answer(id, (b) => (isTooDeep(text) ? JSON.stringify(tooDeep) : b.open_workbook(text)));
}

self.onmessage = async ({ data }) => {
  const message: ToWorker = JSON.parse(data);
  try {
    if (message.type === "init") await start(message);
    else if (message.type === "compute") answer(message.id, (b) => b.page(JSON.stringify(message.request)));
    else if (message.type === "explore") answer(message.id, (b) => b.explore_page(JSON.stringify(message.request)));
    else if (message.type === "rewrite") answer(message.id, (b) => b.rewrite_numbers(JSON.stringify(message.request)));
    else open(message);
  } catch (error) {
    const { name, message: text } = error instanceof Error ? error : new Error(String(error));
    say({ type: "failed", cause: causeOf(error), name, message: text.slice(0, 300) });
  }
};
