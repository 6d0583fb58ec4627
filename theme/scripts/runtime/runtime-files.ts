import type { Cause, Init } from "./worker-protocol.ts";

/** Python's two files, and the causes of failure. Runs in the worker. */

/** A file that could not be fetched in two attempts. */
class FetchFailed extends Error {
  name = "FetchFailed";
}

const RETRY_DELAY_MS = 600;

/** @returns the archive, complete, and the WebAssembly, still streaming so that it compiles meanwhile */
export async function runtimeFiles(init: Init): Promise<{ stdlib: Response; wasm: Response }> {
  const [stdlib, wasm] = await Promise.all(
    init.carried
      ? [unpack(init.carried.stdlib, "application/zip"), unpack(init.carried.wasm, "application/wasm")]
      : [fetchTwice(init.stdlib).then(whole), fetchTwice(init.wasm).then(asWebAssembly)],
  );
  return { stdlib, wasm };
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
    response = await fetch(url, { cache });
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
async function unpack(base64: string, type: string) {
  const text = atob(base64);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  // Not through a Blob: WebKit cannot read one in a worker of a file:// page.
  const stream = (new Response(packed).body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": type } });
}

/**
 * Watch the WebAssembly that Pyodide instantiates.
 *
 * @param done called once it is fetched and compiled
 * @returns a promise that rejects when that fails, and otherwise stays pending
 */
export function watchWebAssembly(done: () => void): Promise<never> {
  return new Promise((_, reject) => {
    const native = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const instance = await native.call(WebAssembly, source, imports);
        done();
        return instance;
      } catch (error) {
        reject(error instanceof TypeError ? new FetchFailed(String(error)) : error); // the stream broke
        throw error;
      }
    };
  });
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
