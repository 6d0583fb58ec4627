import { loadPyodide } from "./pyodide/pyodide.mjs";

const source = fetch("equalizer.py").then((response) => response.text());
const ready = loadPyodide().then(async (python) => {
  python.runPython(await source);
  return python.runPython("import json\nlambda text: html(**json.loads(text))");
});
self.onmessage = async ({ data }) => self.postMessage((await ready)(data));
