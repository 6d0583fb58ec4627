import { type Assets, loadScript } from "../common/assets.ts";
import type { Init } from "../runtime/worker-protocol.ts";
import { IframeWorkbookStorage } from "../workbook/iframe-storage.ts";
import { FrameWorker } from "./frame-worker.ts";
import type { Packed } from "./unpacker.ts";

/**
 * The script of the folder edition's pages. A page at file:// can fetch nothing, but it can load scripts, so the worker and the files that
 * it needs are carried by scripts, each of which puts one text on `ugCarried`.
 */

/**
 * @param url of the file that a script carries
 * @returns the text of a script, or a file's bytes: gzip, then base64
 */
async function carried(url: string): Promise<string> {
  await loadScript(`${url}.js`);
  const name = decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
  const texts = globalThis.ugCarried ?? {};
  const text = texts[name];
  if (text === undefined) throw new Error(`${url}.js carries nothing`);
  delete texts[name];
  return text;
}

/** Saved because Material's search gets another one in its place. */
const NativeWorker = Worker;
const OwnFrameWorker = FrameWorker as unknown as typeof Worker;
Object.assign(globalThis, { Worker: OwnFrameWorker, IFrameWorker: OwnFrameWorker }); // Material looks for the second name

/** Start a worker from a carried script. At file://, Chromium starts workers from a Blob only. */
async function carriedWorker(url: string) {
  const script = new Blob([await carried(url)], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  const worker = new NativeWorker(address);
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/** Have a worker of its own decompress a file, and send it through a port. */
async function unpack(unpacker: string, url: string, port: MessagePort) {
  const [text, worker] = await Promise.all([carried(url), carriedWorker(unpacker)]);
  worker.postMessage({ text, port } satisfies Packed, [port]);
}

/** Python's worker decompresses two files itself, and another worker the snapshot meanwhile, which takes longer than both. */
async function connect({ worker: script, unpacker = "", pyodide, stdlib, wasm, snapshot = "", bytes, integrity }: Assets) {
  const { port1, port2 } = new MessageChannel();
  const files = [carriedWorker(script), unpack(unpacker, snapshot, port1), carried(wasm), carried(stdlib)] as const;
  const [worker, , code, archive] = await Promise.all(files);
  const init: Init = { type: "init", pyodide, stdlib, wasm, bytes, integrity, carried: { stdlib: archive, wasm: code, snapshot: port2 } };
  return { worker, init, transfer: [port2] };
}

const folder = { connect, storage: IframeWorkbookStorage.connect };

declare global {
  var ugCarried: Record<string, string> | undefined;
  var ugFolder: typeof folder | undefined;
}

globalThis.ugFolder = folder;
