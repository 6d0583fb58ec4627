import { loadScript } from "../shared/assets.js";
import { FrameShelf } from "../workbook/frame-shelf.js";

/** What page.js asks of the folder edition. @typedef {{worker: typeof carriedWorker, carried: typeof carried, shelf: typeof FrameShelf.connect}} Folder */

/**
 * A script of its own, which only the folder edition's pages load: file:// lets a page fetch nothing, but it may load scripts. So the worker and what it needs lie beside
 * their names as scripts, each putting one base64 text of gzipped bytes on `ugCarried`.
 */

/** @param {string} url of the file that a script carries @returns {Promise<string>} base64 of gzip */
async function carried(url) {
  await loadScript(`${url}.js`);
  const name = decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
  const shelf = /** @type {{ugCarried?: {[name: string]: string}}} */ (globalThis).ugCarried ?? {};
  const text = shelf[name];
  if (text === undefined) throw new Error(`${url}.js carries nothing`);
  delete shelf[name];
  return text;
}

/** Material's search shim, which is loaded after this script, replaces Worker on file://. */
const NativeWorker = Worker;

/**
 * A worker from a script that is carried: a Blob is the one source from which Chromium starts a worker on file://.
 *
 * @param {string} url
 */
async function carriedWorker(url) {
  const packed = Uint8Array.from(atob(await carried(url)), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = new Blob([await new Response(stream).arrayBuffer()], { type: "text/javascript" });
  const address = URL.createObjectURL(script);
  const worker = new NativeWorker(address);
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/** @type {{ugFolder?: Folder}} */ (globalThis).ugFolder = { worker: carriedWorker, carried, shelf: FrameShelf.connect };
