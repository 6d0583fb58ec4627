// Start the archive and write a memory snapshot of it, for the folder edition: node snapshot.mjs ARCHIVE SNAPSHOT
import { writeFileSync } from "node:fs";
import path from "node:path";
import { main, startShipped } from "./pyodide.mjs";

const [, archive = "", snapshot = ""] = process.argv.splice(1).map((name) => path.resolve(name));

// The same archive has to give the same snapshot, but memory holds traces of the clock, the time zone, random bytes, hashes and paths.
process.env.TZ = "UTC";
const NOW = Date.UTC(2026, 0, 1);
globalThis.Date = new Proxy(Date, { construct: (RealDate, [time = NOW]) => new RealDate(time) });
Date.now = () => NOW;
performance.now = () => 0;
crypto.getRandomValues = (array) => {
  if (array) new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(0);
  return array;
};

await main(async () => {
  const options = { _makeSnapshot: true, env: { HOME: "/", PYTHONHASHSEED: "0" } };
  const py = await startShipped(archive, options);
  py.runPython("from calculators.snapshot import warm_up; warm_up(['equalizer'])"); // the download is for slow lines: all would add 1 MB
  writeFileSync(snapshot, py.makeMemorySnapshot());
});
