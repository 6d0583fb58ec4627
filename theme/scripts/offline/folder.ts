import { type Assets, loadScript } from "../common/assets.ts";
import type { Connection } from "../runtime/pyodide-client.ts";
import type { Init } from "../runtime/worker-protocol.ts";
import { IframeWorkbookStorage } from "../workbook/iframe-storage.ts";
import { FrameWorker } from "./frame-worker.ts";

/**
 * The script of the folder edition's pages. A page at file:// can fetch nothing, but it can load scripts, so the worker and the files that
 * it needs are carried by scripts, each of which puts one base64 text of gzipped bytes on `ugCarried`.
 */

/**
 * @param url of the file that a script carries
 * @returns base64 of gzip
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
  const packed = Uint8Array.from(atob(await carried(url)), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  const worker = new NativeWorker(address);
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

async function connect({ worker: url, pyodide, stdlib, wasm, snapshot = "", bytes, integrity }: Assets): Promise<Connection> {
  const files = Promise.all([stdlib, wasm, snapshot].map(carried));
  const [worker, [archive = "", code = "", memory = ""]] = await Promise.all([carriedWorker(url), files]);
  const init: Init = { type: "init", pyodide, stdlib, wasm, bytes, integrity, carried: { stdlib: archive, wasm: code, snapshot: memory } };
  return { worker, init };
}

const folder = { connect, worker: carriedWorker, carried, storage: IframeWorkbookStorage.connect };

declare global {
  var ugCarried: Record<string, string> | undefined;
  var ugFolder: typeof folder | undefined;
}

globalThis.ugFolder = folder;
