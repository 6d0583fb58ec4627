// Writes Pyodide without the code that only compiled packages could use (decision 39), and with shared indirect calls (decision 41):
// node dead-code.mjs OUT
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import binaryen from "binaryen";
import { minify } from "terser";
import { shareIndirectCalls } from "./indirect-calls.mjs";
import { HOME, main } from "./pyodide.mjs";

const [out = ""] = process.argv.slice(2).map((name) => path.resolve(name));

/** Such as `_PyList_New=Module["_PyList_New"]=wasmExports["PyList_New"];`. An export that is data has its address here. */
const EXPORT = /([\w$]+)=Module\["\1"\]=wasmExports\["[\w$]+"\](?:\.value>>>0)?;/g;
/** The declaration of all these names. */
const DECLARATION = /var (?:[\w$]+,){1000,}[\w$]+;/;
/** Such as `glFlush:_glFlush` or `new_error`: what the WebAssembly or a compiled package may import. */
const IMPORTS = /(?<=wasmImports=\{)[^{}]*/;
/** Such as `_glFlush.sig="v";`: the type of such an import. */
const SIGNATURE = /(?<=[;}])_?([\w$]+)\.sig="\w*";/g;
/** Such as `Module["_glFlush"]=_glFlush;`. */
const PROPERTY = /(?<=;)Module\["([\w$]+)"\]=\1;/g;
const PROPERTY_NAMES = /(?<=\.|\[")[\w$]+/g;
const WORDS = /[\w$]+/g;

const { Features } = binaryen;
/** What Pyodide is compiled with. @type {number} */
const FEATURES =
  Features.MutableGlobals |
  Features.SignExt |
  Features.NontrappingFPToInt |
  Features.BulkMemory |
  Features.ReferenceTypes |
  Features.Multivalue |
  Features.ExceptionHandling;

/** Count what matches. @param {string} text @param {RegExp} pattern */
function tally(text, pattern) {
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const [match] of text.matchAll(pattern)) counts.set(match, (counts.get(match) ?? 0) + 1);
  return (/** @type {string} */ name) => counts.get(name) ?? 0;
}

/** Remove the statements of a form whose name is not used. @param {string} text @param {RegExp} form @param {(name: string) => boolean} isUnused */
function remove(text, form, isUnused) {
  const rest = text.replace(form, (statement, name) => (isUnused(name) ? "" : statement));
  if (rest.length === text.length) throw new Error(`Pyodide's script has no statements of the form ${form}. See decision 39.`);
  return rest;
}

/** Remove all exports but those that a script names, and the functions that nothing calls then. @param {string} scripts */
function withoutExports(scripts) {
  const words = tally(scripts.replace(DECLARATION, ""), WORDS);
  const module = binaryen.readBinary(readFileSync(path.join(HOME, "pyodide.asm.wasm")));
  module.setFeatures(FEATURES);
  for (const name of names(module.getNumExports(), (index) => binaryen.getExportInfo(module.getExportByIndex(index)).name)) {
    if (!words(name) && !words(`_${name}`)) module.removeExport(name);
  }
  module.runPasses(["remove-unused-module-elements"]);
  return module;
}

/** @template Name @param {number} count @param {(index: number) => Name} nameOf */
const names = (count, nameOf) => Array.from({ length: count }, (_, index) => nameOf(index));

await main(async () => {
  const rest = readFileSync(path.join(HOME, "pyodide.mjs"), "utf-8");
  let script = readFileSync(path.join(HOME, "pyodide.asm.mjs"), "utf-8");

  const words = tally(script.replace(DECLARATION, "") + rest, WORDS);
  script = remove(script, EXPORT, (name) => words(name) === 2);
  const module = withoutExports(script + rest);

  const needed = new Set(names(module.getNumFunctions(), (index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)).base));
  const isNeeded = (/** @type {string} */ entry) => needed.has(entry.replace(/:.*/, ""));
  script = script.replace(IMPORTS, (list) => list.split(",").filter(isNeeded).join(","));
  script = remove(script, SIGNATURE, (name) => !needed.has(name));
  const properties = tally(script + rest, PROPERTY_NAMES);
  script = remove(script, PROPERTY, (name) => properties(name) === 1);
  // A direct eval could use any variable in its scope, so Terser would keep them all. No eval is ever called: our pages' policy forbids it.
  script = script.replaceAll(/\beval\(/g, "globalThis.eval(");
  const { code = "" } = await minify(script, { module: true, mangle: false, compress: { passes: 3 } });

  writeFileSync(path.join(out, "pyodide.asm.wasm"), shareIndirectCalls(module.emitBinary()));
  writeFileSync(path.join(out, "pyodide.asm.mjs"), code);
});
