// Says which modules Python imports when it starts and then for the equalizer's first page, and what a traceback looks like.
import { startShipped } from "../../pipeline/node/pyodide.mjs";

const [archive = ""] = process.argv.slice(2);
const TRACEBACK = `
try:
    raise ValueError("too far")
except ValueError:
    import traceback
    text = traceback.format_exc()
text
`;

const py = await startShipped(archive);
const modules = () => py.runPython("import sys; list(sys.modules)").toJs();
const start = modules();
py.pyimport("calculators.bridge").page(JSON.stringify({ calculator: "equalizer", inputs: {} }));
const page = modules().filter((/** @type {string} */ name) => !start.includes(name));
console.log(JSON.stringify({ start, page, traceback: py.runPython(TRACEBACK).trimEnd().split("\n") }));
