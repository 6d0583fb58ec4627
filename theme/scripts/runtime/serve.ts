import { isTooDeep } from "../common/json-depth.ts";
import { TOO_DEEP } from "../common/strings.ts";
import { isolate } from "./isolate.ts";
import { findKept, keep, readKept } from "./kept-python.ts";
import { causeOf, type RuntimeFiles, runtimeFiles, unpackedBy } from "./runtime-files.ts";
import { callSnapshotFunction, restoreOptions, SNAPSHOT_OPTIONS, takeSnapshot } from "./snapshot.ts";
import type { Answers, Call, FromWorker, Init, ToWorker } from "./worker-protocol.ts";

/** The worker's side of worker-protocol.ts. */

/** The functions of calculators/bridge.py that answer the requests. */
interface Bridge {
  page(request: string): string;
  explore_page(request: string): string;
  explore_sentence(request: string): string;
  spreadsheet(request: string): string;
  printed(request: string): string;
  change_figure(request: string): string;
  open_workbook(text: string): string;
  rewrite_numbers(request: string): string;
}

/** The functions of calculators/workbook/requests.py. */
interface WorkbookRequests {
  make_link(request: string): string;
  open_link(request: string): string;
  make_calendar(request: string): string;
  glance(request: string): string;
  compare(request: string): string;
  read_statement(request: string): string;
  keep_log(request: string): string;
}

type Script = typeof import("./python.ts");
/** Load the script with Pyodide. */
type Load = (init: Init) => Promise<Script>;

const ANSWER: Record<keyof Answers, (bridge: Bridge, text: string) => string> = {
  compute: (bridge, text) => bridge.page(text),
  explore: (bridge, text) => bridge.explore_page(text),
  sentence: (bridge, text) => bridge.explore_sentence(text),
  spreadsheet: (bridge, text) => bridge.spreadsheet(text),
  printed: (bridge, text) => bridge.printed(text),
  change: (bridge, text) => bridge.change_figure(text),
  rewrite: (bridge, text) => bridge.rewrite_numbers(text),
  open: (bridge, text) =>
    isTooDeep(text) ? JSON.stringify({ problem: { code: "damaged", message: TOO_DEEP } }) : bridge.open_workbook(text),
  link: (_, text) => requests().make_link(text),
  openLink: (_, text) => requests().open_link(text),
  calendar: (_, text) => requests().make_calendar(text),
  glance: (_, text) => requests().glance(text),
  compare: (_, text) => requests().compare(text),
  statement: (_, text) => requests().read_statement(text),
  log: (_, text) => requests().keep_log(text),
};

/** Imports a module of Python. */
let importModule: (name: string) => unknown;

/** The module that few readers need, imported when it is first used. */
const requests = () => importModule("calculators.workbook.requests") as WorkbookRequests;

let bridge: Bridge | undefined;

function say(message: FromWorker) {
  self.postMessage(message);
}

async function start(init: Init, load: Load) {
  say({ type: "progress", stage: "fetch" });
  const file = init.carried ? Promise.resolve(undefined) : findKept(buildName(init));
  const kept = file.then((handle) => handle && readKept(handle));
  const tell = (share: number) => say({ type: "progress", stage: "fetch", share });
  const files = runtimeFiles(
    init,
    kept,
    file.then((handle) => (handle ? undefined : tell)),
  );
  const script = load(init);
  const snapshot = init.carried ? unpackedBy(init.carried.snapshot) : kept.then((python) => python?.snapshot);
  const arrived = Promise.all([script, files.archive, files.module]).then(() => say({ type: "progress", stage: "start" }));
  const { pyodide, restored } = await Promise.race([
    script.then(async (loaded) => restoreOrStart(loaded, files, await snapshot)),
    arrived.then(() => new Promise<never>(() => {})), // a file that fails ends the start, which Pyodide would not notice
  ]);
  say({ type: "progress", stage: "calculators" });
  importModule = (name) => pyodide.pyimport(name);
  bridge = importModule("calculators.bridge") as Bridge;
  if (init.isolated) isolate(pyodide);
  say({ type: "ready", restored });
}

/** Of the files that are kept; to be raised with their layout. */
const LAYOUT = "5";

/** Names this build's Python and calculators by their files, whose names have hashes: no other's snapshot is restored. */
function buildName({ pyodide, stdlib, wasm }: Init) {
  const names = [pyodide, stdlib, wasm].map((url) => url.slice(url.lastIndexOf("/") + 1));
  return [LAYOUT, ...names].join(" ");
}

async function restoreOrStart({ startPython }: Script, files: RuntimeFiles, snapshot: Uint8Array | undefined) {
  if (snapshot) {
    try {
      const pyodide = await startPython(files, restoreOptions(snapshot));
      callSnapshotFunction(pyodide, "after_restore");
      return { pyodide, restored: true };
    } catch (error) {
      console.warn("calculator: the snapshot was refused", error);
    }
  }
  return { pyodide: await startPython(files), restored: false };
}

async function makeSnapshot(init: Init, load: Load) {
  const { startPython } = await load(init);
  const files = runtimeFiles(init, Promise.resolve(undefined));
  const pyodide = await startPython(files, SNAPSHOT_OPTIONS);
  callSnapshotFunction(pyodide, "warm_up");
  const [archive, wasm] = await Promise.all([files.archive, files.wasm]);
  await keep(buildName(init), { snapshot: takeSnapshot(pyodide), wasm, archive });
  say({ type: "kept" });
}

/** How an answer ends when Python ran out of memory. A text of the reader's cannot contain it, since its quotes would be escaped. */
const OUT_OF_MEMORY = '"failed":{"name":"MemoryError"';

function answer({ type, id, text }: Call) {
  if (!bridge) throw new Error("request before Python was ready");
  const answered = ANSWER[type](bridge, text);
  if (answered.includes(OUT_OF_MEMORY)) throw new RangeError("Python has no memory left"); // another Python has to start
  say({ type: "answer", id, text: answered });
  if (++answers % COLLECT_AFTER === 0) setTimeout(collectGarbage, REST_MS);
}

/** Left alone, Python collects its cycles so late that its memory, which never shrinks, grows by a fifth within 1,000 outcomes. */
const COLLECT_AFTER = 50;
const REST_MS = 500;
let answers = 0;

const collectGarbage = () => (importModule("gc") as { collect(): number }).collect();

/** Answer the page's messages. The first one may be the worker's name (early-start.ts). */
export function serve(load: Load) {
  const handle = async (data: ToWorker) => {
    try {
      if (data.type === "init") await start(data, load);
      else if (data.type === "snapshot") await makeSnapshot(data.files, load);
      else answer(data);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      say({ type: "failed", cause: causeOf(error), name, message: message.slice(0, 300) });
    }
  };
  self.onmessage = ({ data }: MessageEvent<ToWorker>) => handle(data);
  if (self.name) handle(JSON.parse(self.name));
}
