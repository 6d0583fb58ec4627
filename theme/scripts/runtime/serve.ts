import { isTooDeep } from "../common/json-depth.ts";
import { TOO_DEEP } from "../common/strings.ts";
import { causeOf, runtimeFiles } from "./runtime-files.ts";
import type { Answers, Call, FromWorker, Init, ToWorker } from "./worker-protocol.ts";

/** The worker's side of worker-protocol.ts. */

/** The functions of calculators/bridge.py that answer the requests. */
interface Bridge {
  page(request: string): string;
  explore_page(request: string): string;
  open_workbook(text: string): string;
  rewrite_numbers(request: string): string;
}

/** Load the script with Pyodide. */
type Load = (init: Init) => Promise<typeof import("./python.ts")>;

const ANSWER: Record<keyof Answers, (bridge: Bridge, text: string) => string> = {
  compute: (bridge, text) => bridge.page(text),
  explore: (bridge, text) => bridge.explore_page(text),
  rewrite: (bridge, text) => bridge.rewrite_numbers(text),
  open: (bridge, text) =>
    isTooDeep(text) ? JSON.stringify({ problem: { code: "damaged", message: TOO_DEEP } }) : bridge.open_workbook(text),
};

let bridge: Bridge | undefined;

function say(message: FromWorker) {
  self.postMessage(message);
}

async function start(init: Init, load: Load) {
  say({ type: "progress", stage: "fetch" });
  const files = runtimeFiles(init);
  const script = load(init);
  const arrived = Promise.all([script, files.archive, files.module]).then(() => say({ type: "progress", stage: "start" }));
  const pyodide = await Promise.race([
    script.then(({ startPython }) => startPython(files)),
    arrived.then(() => new Promise<never>(() => {})), // a file that fails ends the start, which Pyodide would not notice
  ]);
  say({ type: "progress", stage: "calculators" });
  bridge = pyodide.pyimport("calculators.bridge") as Bridge;
  say({ type: "ready" });
}

function answer({ type, id, text }: Call) {
  if (!bridge) throw new Error("request before Python was ready");
  say({ type: "answer", id, text: ANSWER[type](bridge, text) });
}

/** Answer the page's messages. */
export function serve(load: Load) {
  self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
    try {
      if (data.type === "init") await start(data, load);
      else answer(data);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      say({ type: "failed", cause: causeOf(error), name, message: message.slice(0, 300) });
    }
  };
}
