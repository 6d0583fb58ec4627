// Pyodide in Node, for every script that starts it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

/** Pyodide's own folder. Left to itself, Pyodide reads the folder from a stack trace, and a parenthesis in the path misleads it. */
export const HOME = path.dirname(fileURLToPath(import.meta.resolve("pyodide")));

/** What the site gives Pyodide in place of its list of packages: there are none. */
const lockFile = readFileSync(new URL("../../theme/scripts/runtime/pyodide-lock.json", import.meta.url), "utf-8");

/** Pyodide as the pages load it, made by dead-code.mjs. */
const SHIPPED = path.resolve(import.meta.dirname, "../../.build/pyodide");

/** Start Pyodide with its own library. @param {import("pyodide").PyodideConfig} options */
export function startPyodide(options) {
  return loadPyodide({ indexURL: HOME, ...options });
}

/** Start Python as the pages do. @param {string} archive of Python's library and the calculators @param {import("pyodide").PyodideConfig} [options] */
export function startShipped(archive, options) {
  return loadPyodide({ indexURL: SHIPPED, stdLibURL: archive, lockFileContents: lockFile, ...options });
}

/**
 * Run a script's work. When it fails, print the error's message alone and exit with 1: Node itself would also print the source line that
 * threw, which in Pyodide's minified script is more than 100 kB long.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message || error.name : error);
    process.exitCode = 1;
  }
}
