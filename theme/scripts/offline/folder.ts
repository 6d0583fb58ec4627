import { loadScript } from "../shared/assets.ts";
import { IframeWorkbookStorage } from "../workbook/iframe-storage.ts";

/**
 * A script of its own, which only the folder edition's pages load: file:// lets a page fetch nothing, but it may load scripts. So the
 * worker and what it needs lie beside their names as scripts, each putting one base64 text of gzipped bytes on `ugCarried`.
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

/** Material's search shim, which is loaded after this script, replaces Worker on file://. */
const NativeWorker = Worker;

/** A worker from a script that is carried: a Blob is the one source from which Chromium starts a worker on file://. */
async function carriedWorker(url: string) {
  const packed = Uint8Array.from(atob(await carried(url)), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  const worker = new NativeWorker(address);
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

const folder = { worker: carriedWorker, carried, storage: IframeWorkbookStorage.connect };

declare global {
  var ugCarried: Record<string, string> | undefined;
  var ugFolder: typeof folder | undefined;
}

globalThis.ugFolder = folder;
