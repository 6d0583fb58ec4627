// Start the archive as a browser would, write a memory snapshot of it for the folder edition, then write the answers of import_trace.py:
// node snapshot.mjs ARCHIVE PIPELINE SNAPSHOT ANSWERS
import { writeFileSync } from "node:fs";
import path from "node:path";
import { lockFile, main, startPyodide } from "./pyodide.mjs";

const [archive = "", pipeline = "", snapshot = "", answers = ""] = process.argv.splice(2).map((name) => path.resolve(name));

// Memory holds traces of the clock, of random bytes, of hashes and of paths, and the same archive has to give the same snapshot.
const NOW = Date.UTC(2026, 0, 1);
const RealDate = Date;
const { now } = Date;
globalThis.Date = new Proxy(Date, { construct: (_, [time = NOW]) => new RealDate(time) });
Date.now = () => NOW;
performance.now = () => 0;
crypto.getRandomValues = (array) => {
  if (array) new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(0);
  return array;
};

await main(async () => {
  const options = { _makeSnapshot: true, env: { HOME: "/", PYTHONHASHSEED: "0" } };
  const py = await startPyodide({ stdLibURL: archive, lockFileContents: lockFile, ...options });
  py.runPython("from calculators.snapshot import warm_up; warm_up()");
  writeFileSync(snapshot, py.makeMemorySnapshot());

  globalThis.Date = RealDate; // answers are as of today
  Date.now = now;
  py.FS.mkdirTree("/build/pipeline");
  py.mountNodeFS("/build/pipeline", pipeline);
  writeFileSync(answers, py.runPython("import sys; sys.path.append('/build/pipeline'); import import_trace; import_trace.answers()"));
});
