import type { Cause, Init, Unpacked } from "./worker-protocol.ts";

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
/** The page redraws its progress bar each time, and that slows Python's start. */
const TELL_MS = 100;
const GONE = [404, 410];

/** The browser's own, which python.ts replaces, perhaps before a file's second attempt. */
const nativeFetch = self.fetch.bind(self);

export type Bytes = Uint8Array<ArrayBuffer>;

export interface RuntimeFiles {
  /** Python's library and the calculators. */
  archive: Promise<Bytes>;
  /** Pyodide's WebAssembly. */
  wasm: Promise<Bytes>;
  /** The WebAssembly, compiled. */
  module: Promise<WebAssembly.Module>;
}

/** Told the length of each chunk that arrives. */
type Count = (length: number) => void;

/**
 * Start to fetch Python's two files.
 *
 * @param kept the files as they are read from elsewhere; undefined for one that has to be fetched
 * @param arrived called with the part of their bytes that has arrived, every `TELL_MS` at most
 */
export function runtimeFiles(
  { carried, stdlib, wasm, bytes, integrity }: Init,
  kept: Promise<{ [file in "archive" | "wasm"]: Promise<Bytes | undefined> } | undefined>,
  arrived?: Promise<((share: number) => void) | undefined>,
): RuntimeFiles {
  if (carried) return withModule(unpack(carried.stdlib), unpack(carried.wasm));
  let count = 0;
  let told = 0;
  const counter = arrived?.then(
    (tell): Count | undefined =>
      tell &&
      ((length) => {
        count += length;
        if (performance.now() - told < TELL_MS) return;
        told = performance.now();
        tell(Math.min(1, count / bytes));
      }),
  );
  const fetched = async (url: string, digest: string) =>
    twice(async (cache) => check(await readAll(await fetchOnce(url, cache, digest), await counter), digest));
  return withModule(
    kept.then(async (files) => (await files?.archive) ?? fetched(stdlib, integrity.stdlib)),
    kept.then(async (files) => (await files?.wasm) ?? fetched(wasm, integrity.wasm)),
  );
}

function withModule(archive: Promise<Bytes>, wasm: Promise<Bytes>): RuntimeFiles {
  return { archive, wasm, module: wasm.then((content) => WebAssembly.compile(content)) };
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

/** At an address without https, where `check` cannot, the browser itself checks the content before it gives any of it. */
async function fetchOnce(url: string, cache: RequestCache, integrity: string) {
  let response: Response;
  try {
    response = await nativeFetch(url, { cache, integrity: crypto.subtle ? "" : integrity });
  } catch (error) {
    throw new FetchFailed(`${url}: ${error}`);
  }
  if (!response.ok) throw new (GONE.includes(response.status) ? WrongFile : FetchFailed)(`${url}: ${response.status}`);
  return response;
}

/** Read to the end, to notice a connection that breaks midway. */
async function readAll(response: Response, count?: Count): Promise<Bytes> {
  try {
    const reader = count && response.body?.getReader();
    if (!reader) return await bytesOf(response);
    const chunks: Bytes[] = [];
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      chunks.push(chunk.value);
      count(chunk.value.length);
    }
    return joined(chunks);
  } catch (error) {
    throw new FetchFailed(`${response.url}: ${error}`);
  }
}

/** Join chunks. Through a Blob it takes 60 to 150 ms more. */
function joined(chunks: Bytes[]): Bytes {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}

async function bytesOf(response: Response): Promise<Bytes> {
  return new Uint8Array(await response.arrayBuffer());
}

/** @throws WrongFile when the content has another digest */
async function check(content: Bytes, integrity: string): Promise<Bytes> {
  if (!crypto.subtle) return content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  if (integrity !== `sha256-${btoa(String.fromCharCode(...digest))}`) throw new WrongFile(integrity);
  return content;
}

/** @param base64 of gzip */
export async function unpack(base64: string): Promise<Bytes> {
  const packed = decode(base64);
  // Not through a Blob: WebKit cannot read one in a worker of a file:// page.
  const stream = (new Response(packed).body as ReadableStream<Bytes>).pipeThrough(new DecompressionStream("gzip"));
  return bytesOf(new Response(stream));
}

function decode(base64: string): Bytes {
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Bytes };
  if (fromBase64) return fromBase64(base64);
  const text = atob(base64); // in browsers from before September 2025
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Wait for a file that another worker decompresses. */
export function unpackedBy(port: MessagePort): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<Unpacked>) => ("bytes" in data ? resolve(data.bytes) : reject(data.error));
  });
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
