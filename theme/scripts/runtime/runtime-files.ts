import type { Cause, Init } from "./worker-protocol.ts";

/** Python's files, and the causes of failure. Runs in the worker. */

/** A file that could not be fetched in two attempts. */
class FetchFailed extends Error {
  name = "FetchFailed";
}

const RETRY_DELAY_MS = 600;

/** The browser's own, which python.ts replaces, perhaps before a file's second attempt. */
const nativeFetch = self.fetch.bind(self);

export interface RuntimeFiles {
  /** Python's library and the calculators, read to the end. */
  archive: Promise<Response>;
  /** Pyodide's WebAssembly, compiled while it streams. */
  module: Promise<WebAssembly.Module>;
}

/**
 * Start to fetch Python's two files.
 *
 * @param kept the archive, if it has been read from elsewhere
 * @param arrived called with the part of their bytes that has arrived, for each percent. Without it, browsers keep the compiled WebAssembly for
 *   the next visit: they don't for a response of which there is a copy.
 */
export function runtimeFiles(
  { carried, stdlib, wasm, bytes }: Init,
  kept: Promise<Uint8Array<ArrayBuffer> | undefined>,
  arrived?: Promise<((share: number) => void) | undefined>,
): RuntimeFiles {
  if (carried) {
    return { archive: unpack(carried.stdlib, "application/zip"), module: compile(unpack(carried.wasm, "application/wasm")) };
  }
  let count = 0;
  let told = 0;
  const counted = async (url: string) => {
    const response = await fetchTwice(url);
    const tell = await arrived;
    return tell
      ? countBytes(response, (length) => {
          count += length;
          if (count - told < bytes / 100) return;
          told = count;
          tell(count / bytes);
        })
      : response;
  };
  const archive = kept.then((content) => (content ? new Response(content) : counted(stdlib).then(whole)));
  return { archive, module: compile(counted(wasm).then(asWebAssembly)) };
}

/** Report the length of each chunk of a response as it arrives. It reads a copy. */
function countBytes(response: Response, report: (length: number) => void): Response {
  const reader = response.clone().body?.getReader();
  const read = async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return;
      report(value.length);
    }
  };
  read().catch(() => {}); // a connection that breaks is noticed where the response itself is read
  return response;
}

async function compile(response: Promise<Response>) {
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    throw error instanceof TypeError ? new FetchFailed(String(error)) : error; // the stream broke
  }
}

/** Import a module, from a second address when the first attempt fails: browsers remember an address that failed. */
export async function importTwice<Module>(url: string): Promise<Module> {
  try {
    return await import(url);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    return import(`${url}#again`).catch((again) => {
      throw again instanceof TypeError ? new FetchFailed(String(again)) : again;
    });
  }
}

async function fetchTwice(url: string): Promise<Response> {
  try {
    return await fetchOnce(url, "default");
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    return fetchOnce(url, "reload");
  }
}

async function fetchOnce(url: string, cache: RequestCache) {
  let response: Response;
  try {
    response = await nativeFetch(url, { cache });
  } catch (error) {
    throw new FetchFailed(`${url}: ${error}`);
  }
  if (!response.ok) throw new FetchFailed(`${url}: ${response.status}`);
  return response;
}

/** Read to the end, to notice a connection that breaks midway. */
async function whole(response: Response) {
  try {
    return new Response(await response.arrayBuffer());
  } catch (error) {
    throw new FetchFailed(String(error));
  }
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
  if (error instanceof FetchFailed) return "network";
  if (typeof WebAssembly === "undefined") return "blocked";
  const text = String(error);
  if (error instanceof RangeError || /out of memory|memory access|allocat/i.test(text)) return "memory";
  if (error instanceof WebAssembly.CompileError && /eval|policy|disallowed|blocked/i.test(text)) return "blocked";
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "old";
  if (error instanceof ReferenceError || error instanceof SyntaxError) return "old"; // an API or syntax that this browser lacks
  return "fault";
}
