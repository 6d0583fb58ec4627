// Makes the two archives of bytecode that pipeline/runtime.py joins: node trim.mjs LIBRARY STAGED MADE SITE-PACKAGES PIPELINE
import { writeFileSync } from "node:fs";
import path from "node:path";
import { main, startPyodide } from "./pyodide.mjs";

const [library = "", staged = "", made = "", sitePackages = "", pipeline = ""] = process.argv.slice(2).map((name) => path.resolve(name));

/** @param {string[]} args of the interpreter */
async function python(args) {
  const py = await startPyodide({ args, stdLibURL: library });
  const folders = { staged, made, "site-packages": sitePackages, pipeline };
  for (const [name, folder] of Object.entries(folders)) {
    py.FS.mkdirTree(`/build/${name}`);
    py.mountNodeFS(`/build/${name}`, folder);
  }
  py.runPython("import sys; sys.path.append('/build/pipeline'); import trimming");
  return py;
}

await main(async () => {
  const plain = await python([]);
  writeFileSync(path.join(made, "answers.json"), plain.runPython("trimming.find()"));
  plain.runPython("trimming.compile_archive('calculators')");
  const optimized = await python(["-OO"]);
  optimized.runPython("trimming.compile_archive('library')");
});
