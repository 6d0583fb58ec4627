import type { Cause, Init } from "./worker-protocol.ts";

/** Python's files, checked against the digests that the build wrote down, and the causes of failure. Runs in the worker. */

/** A file that could not be fetched in two attempts. */
class FetchFailed extends Error {
  name = "FetchFailed";
}

/** What was fetched in two attempts is not the build's file: it is damaged, or gone because the site was published anew. */
class WrongFile extends FetchFailed {
  name = "WrongFile";
}

const RETRY_DELAY_MS = 600;
const GONE = [404, 410];

/** The browser's own, which python.ts replaces, perhaps before a file's second attempt. */
const nativeFetch = self.fetch.bind(self);

export interface RuntimeFiles {
  /** Python's library and the calculators, read to the end. */
  archive: Promise<Response>;
  /** Pyodide's WebAssembly, compiled while it streams. */
  module: Promise<WebAssembly.Module>;
}

/** Told the length of each chunk that arrives. */
type Count = (length: number) => void;

/**
 * Start to fetch Python's two files.
 *
 * @param kept the archive, if it has been read from elsewhere
 * @param arrived called with the part of their bytes that has arrived, for each percent. Without it, browsers keep the compiled WebAssembly for
 *   the next visit: they don't for a response of which there is a copy.
 */
export function runtimeFiles(
  { carried, stdlib, wasm, bytes, integrity }: Init,
  kept: Promise<Uint8Array<ArrayBuffer> | undefined>,
  arrived?: Promise<((share: number) => void) | undefined>,
): RuntimeFiles {
  if (carried) {
    return { archive: unpack(carried.stdlib, "application/zip"), module: compile(unpack(carried.wasm, "application/wasm")) };
  }
  let count = 0;
  let told = 0;
  const counter = arrived?.then(
    (tell): Count | undefined =>
      tell &&
      ((length) => {
        count += length;
        if (count - told < bytes / 100) return;
        told = count;
        tell(Math.min(1, count / bytes));
      }),
  );
  const fetchArchive = async (cache: RequestCache) => {
    const content = await readAll(await fetchOnce(stdlib, cache, integrity.stdlib), await counter);
    await check(content, integrity.stdlib);
    return new Response(content);
  };
  const fetchModule = async (cache: RequestCache) => compileChecked(wasm, integrity.wasm, cache, await counter);
  const archive = kept.then((content) => (content ? new Response(content) : twice(fetchArchive)));
  return { archive, module: twice(fetchModule) };
}

/** Import a module whose file is the build's. */
export async function importChecked<Module>(url: string, integrity: string): Promise<Module> {
  await twice(async (cache) => check(await readAll(await fetchOnce(url, cache, integrity)), integrity));
  return import(url).catch((error) => {
    throw error instanceof TypeError ? new FetchFailed(String(error)) : error;
  });
}

/** Try again, past the browser's cache, when a file could not be fetched or is not the build's. */
async function twice<Result>(attempt: (cache: RequestCache) => Promise<Result>): Promise<Result> {
  try {
    return await attempt("default");
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    return attempt("reload");
  }
}

/**
 * Compile WebAssembly while it streams, and check it before anything runs it. A copy is checked; where nothing is counted, it is the file in
 * the browser's cache, since browsers keep the compiled code only of a response that has no copy.
 */
async function compileChecked(url: string, integrity: string, cache: RequestCache, count?: Count) {
  const response = await fetchOnce(url, cache, integrity);
  const isCopied = count || cache === "reload";
  const copy = isCopied
    ? readAll(response.clone(), count).then((content) => check(content, integrity))
    : fetchOnce(url, "force-cache", integrity, true);
  const module = compile(asWebAssembly(response));
  module.catch(() => {}); // what is wrong with the file comes first
  await copy;
  return module;
}

async function compile(response: Response | Promise<Response>) {
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    throw error instanceof TypeError ? new FetchFailed(String(error)) : error; // the stream broke
  }
}

/**
 * @param isChecked whether the browser itself checks the content, before it gives any of it. At an address without https, `check` cannot.
 */
async function fetchOnce(url: string, cache: RequestCache, integrity: string, isChecked = !crypto.subtle) {
  let response: Response;
  try {
    response = await nativeFetch(url, { cache, integrity: isChecked ? integrity : "" });
  } catch (error) {
    throw new FetchFailed(`${url}: ${error}`);
  }
  if (!response.ok) throw new (GONE.includes(response.status) ? WrongFile : FetchFailed)(`${url}: ${response.status}`);
  return response;
}

/** Read to the end, to notice a connection that breaks midway. */
async function readAll(response: Response, count?: Count): Promise<ArrayBuffer> {
  try {
    const reader = count && response.body?.getReader();
    if (!reader) return await response.arrayBuffer();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      chunks.push(chunk.value);
      count(chunk.value.length);
    }
    return await new Blob(chunks).arrayBuffer();
  } catch (error) {
    throw new FetchFailed(`${response.url}: ${error}`);
  }
}

/** @throws WrongFile when the content has another digest */
async function check(content: ArrayBuffer, integrity: string) {
  if (!crypto.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  if (integrity !== `sha256-${btoa(String.fromCharCode(...digest))}`) throw new WrongFile(integrity);
}

/** Keep the response itself where possible: browsers cache the compiled code of what they fetched. */
function asWebAssembly(response: Response) {
  const type = "application/wasm";
  return response.headers.get("Content-Type") === type ? response : new Response(response.body, { headers: { "Content-Type": type } });
}

/** @param base64 of gzip */
export async function unpack(base64: string, type: string) {
  const text = atob(base64);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  // Not through a Blob: WebKit cannot read one in a worker of a file:// page.
  const stream = (new Response(packed).body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": type } });
}

export function causeOf(error: unknown): Cause {
  if (error instanceof WrongFile) return "files";
  if (error instanceof FetchFailed) return "network";
  if (typeof WebAssembly === "undefined") return "blocked";
  const text = String(error);
  if (error instanceof RangeError || /out of memory|MemoryError|memory access|allocat/i.test(text)) return "memory";
  if (error instanceof WebAssembly.CompileError && /eval|policy|disallowed|blocked/i.test(text)) return "blocked";
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "old";
  if (error instanceof ReferenceError || error instanceof SyntaxError) return "old"; // an API or syntax that this browser lacks
  return "fault";
}
