// Runs benchmarks/_measure.py in the archive that the site ships: node measure.mjs ARCHIVE FOLDER MEASURED
import { writeFileSync } from "node:fs";
import path from "node:path";
import { startShipped } from "../pipeline/node/pyodide.mjs";

const [archive = "", folder = "", measured = ""] = process.argv.slice(2).map((name) => path.resolve(name));
const started = performance.now();
const python = await startShipped(archive);
python.runPython("from calculators import bridge");
const start = (performance.now() - started) / 1000;
python.FS.mkdirTree("/benchmarks");
python.mountNodeFS("/benchmarks", folder);
const times = JSON.parse(python.runPython("import sys; sys.path.append('/benchmarks'); import _measure; _measure.measure()"));
writeFileSync(measured, JSON.stringify({ "start and import": [start], ...times }));
