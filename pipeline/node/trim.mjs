// Makes the archive of bytecode that a browser starts: node trim.mjs STAGED MADE PIPELINE
import { writeFileSync } from "node:fs";
import path from "node:path";
import { main, startPyodide } from "./pyodide.mjs";

const [staged = "", made = "", pipeline = ""] = process.argv.slice(2).map((name) => path.resolve(name));

await main(async () => {
  const py = await startPyodide({ args: ["-X", "no_debug_ranges"] });
  for (const [name, folder] of Object.entries({ staged, made, pipeline })) {
    py.FS.mkdirTree(`/build/${name}`);
    py.mountNodeFS(`/build/${name}`, folder);
  }
  const answers = py.runPython("import sys; sys.path.append('/build/pipeline'); import trimming; trimming.trim()");
  writeFileSync(path.join(made, "answers.json"), answers);
});
