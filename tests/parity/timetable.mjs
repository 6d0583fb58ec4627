// Reads days as the strip does. Standard input: {"known": [...], "texts": [...]}; standard output: for each text the day, as it is written
// again, or null for a text that is refused.
import { readFileSync } from "node:fs";
import { importScript } from "../../pipeline/node/typescript.mjs";

const { readTimetable, writeTimetable } = await importScript("calculator/timetable.ts");
const { known, texts } = JSON.parse(readFileSync(0, "utf-8"));
const written = texts.map((text) => {
  const day = readTimetable(text, known);
  return day && writeTimetable(day);
});
process.stdout.write(JSON.stringify(written));
