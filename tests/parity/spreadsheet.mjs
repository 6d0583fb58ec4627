// Makes a spreadsheet with the script that the site ships: node spreadsheet.mjs SCRIPT ANSWERS FILE
// ANSWERS is a JSON list of what Python answers to each request for a sheet, in order.
import { readFileSync, writeFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const [script = "", answers = "", file = ""] = process.argv.slice(2);
/** @type {any[]} */
const queue = JSON.parse(readFileSync(answers, "utf-8"));
let first = 2;

/** Stands for Python. @param {string} _ @param {{ explore: { first: number } }} request */
async function ask(_, { explore }) {
  if (explore.first !== first) throw new Error(`row ${explore.first} was asked for, and ${first} is the next`);
  const answer = queue.shift();
  first += answer.sources?.rows.length ?? 0;
  return answer;
}

/** @type {Blob | undefined} */
let saved;
URL.createObjectURL = (blob) => {
  saved = /** @type {Blob} */ (blob);
  return "blob:";
};
const link = { click() {}, remove() {} };
Object.assign(globalThis, { document: { createElement: () => link, body: { append() {} } } });
runInThisContext(readFileSync(script, "utf-8"));
const requests = queue.map((_, place) => ({ title: `Calculator ${place + 1}` }));
const leftOut = await /** @type {any} */ (globalThis).ugSpreadsheet.saveSheets({ ask }, requests, () => {});
if (saved) writeFileSync(file, Buffer.from(await saved.arrayBuffer()));
console.log(JSON.stringify(leftOut));
process.exit(); // the address of the file would be kept for a while
