// Starts Python from the archive that the site ships and asks it many questions: node ask.mjs ARCHIVE QUESTIONS ANSWERS
// QUESTIONS is a JSON list of [door of the bridge, request]; ANSWERS becomes the JSON list of what was said, in order.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startShipped } from "../../pipeline/node/pyodide.mjs";

const [archive = "", questions = "", answers = ""] = process.argv.slice(2).map((name) => path.resolve(name));
const python = await startShipped(archive);
const modules = ["calculators.bridge", "calculators.workbook.requests"].map((name) => python.pyimport(name));
/** @param {string} door */
const doorOf = (door) => modules.find((module) => module[door])[door];
/** @type {[string, string][]} */
const requests = JSON.parse(readFileSync(questions, "utf-8"));
writeFileSync(answers, JSON.stringify(requests.map(([door, request]) => doorOf(door)(request))));
