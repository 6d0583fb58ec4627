import { pageOf } from "./assets.js";
import * as words from "./words.js";
import { workbook } from "./workbook.js";

/** @typedef {{calculator: string, rows: string, row: object}} Idea */

/**
 * Carry an idea over to another calculator, as a new row there.
 *
 * @param {Idea} idea @returns {[text: string, way?: {url: string, label: string}]} what to say of it
 */
export function carryOver({ calculator, rows, row }) {
  const inputs = workbook.inputs(calculator);
  const before = Array.isArray(inputs[rows]) ? inputs[rows] : [];
  const there = before.some((other) => JSON.stringify(other) === JSON.stringify(row));
  const all = there ? before : [...before, row];
  if (!there) workbook.keep(calculator, { ...inputs, [rows]: all });
  const page = pageOf(calculator);
  const title = page?.title ?? calculator;
  return [words.chosen(title, all.length), page ? { url: page.url, label: words.goTo(title) } : undefined];
}
