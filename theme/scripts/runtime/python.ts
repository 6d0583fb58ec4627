import { loadPyodide, type PyodideConfig } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import lockFile from "./pyodide-lock.json";
import type { Bytes, RuntimeFiles } from "./runtime-files.ts";

/** Pyodide, in a script of its own that the worker parses while the other files arrive. */

/** Never fetched: `fetch` is replaced while Python starts. */
const PLACEHOLDER_URL = "https://runtime.invalid/";

const never = () => new Promise<never>(() => {});

/** Start Python, perhaps with further options. What is wrong with the files themselves is for the caller to notice: Pyodide waits. */
export async function startPython({ archive, module }: RuntimeFiles, options?: PyodideConfig) {
  self.fetch = async (url) => (String(url).endsWith(".wasm") ? new Response() : responseWith(await archive.catch(never)));
  const pyodide = await Promise.race([
    instantiateFrom(module),
    loadPyodide({
      createPyodideModule,
      indexURL: PLACEHOLDER_URL,
      stdLibURL: `${PLACEHOLDER_URL}python.zip`,
      lockFileContents: JSON.stringify(lockFile), // there are no packages; without it Pyodide fetches its own list
      ...options,
    }),
  ]);
  self.fetch = () => Promise.reject(new Error("Python has nothing to fetch"));
  return pyodide;
}

/** A response that gives these bytes themselves, which fill their buffer. The browser's own copies them through a stream: 40 ms. */
function responseWith({ buffer }: Bytes) {
  return Object.assign(new Response(), { arrayBuffer: async () => buffer });
}

/**
 * Have Pyodide instantiate a module that is being compiled already.
 *
 * @returns a promise that rejects when that fails, which Pyodide only logs, and otherwise stays pending
 */
function instantiateFrom(compiled: Promise<WebAssembly.Module>): Promise<never> {
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_source, imports) => {
      try {
        const module = await compiled;
        return { module, instance: await WebAssembly.instantiate(module, imports) };
      } catch (error) {
        reject(error);
        return never();
      }
    };
  });
}
