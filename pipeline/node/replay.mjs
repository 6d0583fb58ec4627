// Start the archive as a browser would and write the answers of import_trace.py to a file: node replay.mjs ARCHIVE PIPELINE ANSWERS
import { writeFileSync } from "node:fs";
import path from "node:path";
import { main, startShipped } from "./pyodide.mjs";

const [archive = "", pipeline = "", answers = ""] = process.argv.slice(2).map((name) => path.resolve(name));
await main(async () => {
  const py = await startShipped(archive);
  py.FS.mkdirTree("/build/pipeline");
  py.mountNodeFS("/build/pipeline", pipeline);
  writeFileSync(answers, py.runPython("import sys; sys.path.append('/build/pipeline'); import import_trace; import_trace.answers()"));
});
