// Restores a memory snapshot twice, as two visits would, and reports what each answers: node restore.mjs ARCHIVE SNAPSHOT REQUESTS ANSWERS
// REQUESTS is a JSON list of requests for the bridge's `page`; ANSWERS becomes a JSON list with {answers, today, random} of each visit.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startShipped } from "../../pipeline/node/pyodide.mjs";

const [archive = "", snapshot = "", requests = "", answers = ""] = process.argv.slice(2).map((name) => path.resolve(name));
const memory = readFileSync(snapshot);
/** @type {string[]} */
const pages = JSON.parse(readFileSync(requests, "utf-8"));

async function visit() {
  const python = await startShipped(archive, { _loadSnapshot: memory });
  const bridge = python.pyimport("calculators.bridge");
  python.runPython("from calculators.snapshot import after_restore; after_restore()");
  return {
    answers: pages.map((request) => bridge.page(request)),
    today: python.runPython("from datetime import date; date.today().isoformat()"),
    random: python.runPython("import random; random.random()"),
  };
}

/** @param {Uint8Array} bytes */
async function isRefused(bytes) {
  return startShipped(archive, { _loadSnapshot: bytes }).then(
    () => false,
    () => true,
  );
}

const torn = memory.subarray(0, 64);
const otherBuild = Uint8Array.from(memory);
otherBuild[16] = (otherBuild[16] ?? 0) ^ 255; // the build's id follows four numbers of four bytes
const visits = [await visit(), await visit()];
writeFileSync(answers, JSON.stringify({ visits, refused: [await isRefused(torn), await isRefused(otherBuild)] }));
