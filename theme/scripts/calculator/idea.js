import { pageOf } from "../shared/assets.js";
import * as words from "../shared/words.js";
import { workbook } from "../workbook/workbook.js";

/** @typedef {{calculator: string, rows: string, row: object}} Idea */

/** The rows that the reader has where an idea goes. @param {Idea} idea @returns {object[]} */
function rowsFor({ calculator, rows }) {
  const before = workbook.inputs(calculator)[rows];
  return Array.isArray(before) ? before : [];
}

/** @param {Idea} idea */
const isTaken = (idea) => rowsFor(idea).some((other) => JSON.stringify(other) === JSON.stringify(idea.row));

/** Mark the ideas that the reader has taken. Where the outcome is painted anew, its buttons are as they came. @param {Element} outcome */
export function markTaken(outcome) {
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (outcome.querySelectorAll("button[data-choose]"))) {
    const idea = JSON.parse(button.dataset.choose ?? "{}");
    const taken = isTaken(idea);
    button.dataset.label ??= button.textContent ?? "";
    button.toggleAttribute("data-taken", taken);
    const text = taken ? words.taken(pageOf(idea.calculator)?.title ?? idea.calculator) : button.dataset.label;
    if (button.textContent !== text) button.textContent = text;
  }
}

/**
 * Carry an idea over to another calculator, as a new row there.
 *
 * @param {Idea} idea @returns {[text: string, way?: {url: string, label: string}]} what to say of it
 */
export function carryOver(idea) {
  const { calculator, rows, row } = idea;
  const there = isTaken(idea);
  const all = there ? rowsFor(idea) : [...rowsFor(idea), row];
  if (!there) workbook.keep(calculator, { ...workbook.inputs(calculator), [rows]: all });
  const page = pageOf(calculator);
  const title = page?.title ?? calculator;
  return [words.chosen(title, all.length), page ? { url: page.url, label: words.goTo(title) } : undefined];
}
