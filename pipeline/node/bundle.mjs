// Bundles the scripts: node bundle.mjs SCRIPTS PYODIDE OUT
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const [scripts = "", pyodide = "", out = ""] = process.argv.slice(2).map((name) => path.resolve(name));

/** Old enough that many a browser which cannot run Python can still say so. */
const OLDEST = ["chrome93", "edge93", "firefox92", "safari15.4"];

/**
 * Pyodide refuses classic workers, which it knows by a working importScripts. From file:// only a classic worker can be started,
 * and ours imports nothing.
 */
const NO_IMPORT_SCRIPTS = 'self.importScripts=()=>{throw new TypeError("this worker imports nothing")};';

/** The npm packages of which a script has a part, for their licenses. @type {Set<string>} */
const packages = new Set();

/** @param {string} name @param {string} source @param {import("esbuild").BuildOptions} [options] */
async function bundle(name, source, options) {
  const { metafile } = await build({
    entryPoints: [path.join(scripts, source)],
    outfile: path.join(out, `${name}.js`),
    bundle: true,
    minify: true,
    format: "iife",
    target: OLDEST,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    ...options,
  });
  for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const from = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (from && bytesInOutput > 0) packages.add(from);
    }
  }
}

/** @type {import("esbuild").BuildOptions} */
const PYTHON = {
  target: "es2022",
  alias: { "pyodide/pyodide.asm.mjs": path.join(pyodide, "pyodide.asm.mjs") },
  external: ["node:*", "ws"], // Pyodide's ways in Node
  logOverride: { "empty-import-meta": "silent" }, // it then takes the address that it is told
};

/** @type {import("esbuild").Plugin} */
const ZIP = {
  name: "zip",
  setup: ({ onResolve }) => onResolve({ filter: /^fflate$/ }, () => ({ path: path.join(scripts, "spreadsheet", "zip.ts") })),
};

await Promise.all([
  bundle("page", "page/page.ts"),
  bundle("early-start", "runtime/early-start.ts"),
  bundle("search", "page/search-worker.ts"),
  bundle("calculator", "../components/calculator/script.ts"),
  bundle("workbook", "../components/workbook/script.ts"),
  bundle("reading", "reading/reading-page.ts"),
  bundle("explorable", "../components/explorable/script.ts"),
  bundle("what-if", "../components/what-if/script.ts"),
  bundle("choices", "calculator/choices.ts"),
  bundle("days", "calculator/days.ts"),
  bundle("sheet", "calculator/sheet.ts"),
  bundle("comfort", "comfort/comfort.ts"),
  bundle("embed", "embed/embed.ts"),
  bundle("embed-chooser", "../components/embed/script.ts"),
  bundle("embed-frame", "embed/frame.ts"),
  bundle("share", "share/share.ts"),
  bundle("qr", "share/qr.ts"),
  bundle("snapshot-maker", "runtime/snapshot-maker.ts"),
  bundle("spreadsheet", "spreadsheet/spreadsheet.ts", { plugins: [ZIP] }),
  bundle("source-code", "source-code/source-code.ts"),
  bundle("editor", "source-code/editor.ts"),
  bundle("printed", "printed/printed.ts"),
  bundle("about", "../components/about/script.ts"),
  bundle("records", "../components/records/script.ts"),
  bundle("about-start", "about/start.ts"),
  bundle("kept-site", "../components/kept-site/script.ts"),
  bundle("kept-site-start", "kept-site/start.ts"),
  bundle("service-worker", "kept-site/service-worker.ts"),
  bundle("charts", "../components/chart/script.ts"),
  bundle("folder", "offline/folder.ts"),
  bundle("unpacker", "offline/unpacker.ts"),
  bundle("store", "offline/storage-frame.ts"),
  bundle("worker", "runtime/worker.ts", { target: "es2022" }),
  bundle("pyodide", "runtime/python.ts", { ...PYTHON, format: "esm" }),
  bundle("folder-worker", "offline/folder-worker.ts", { ...PYTHON, banner: { js: NO_IMPORT_SCRIPTS } }),
]);

writeFileSync(path.join(out, "packages.json"), JSON.stringify([...packages].sort()));
