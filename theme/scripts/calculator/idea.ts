import { pageOf } from "../shared/assets.ts";
import * as words from "../shared/words.ts";
import { workbook } from "../workbook/workbook.ts";

export type Idea = { calculator: string; rows: string; row: object };

/** The rows that the reader has where an idea goes. */
function rowsFor({ calculator, rows }: Idea): object[] {
  const before = workbook.inputs(calculator)[rows];
  return Array.isArray(before) ? before : [];
}

const isTaken = (idea: Idea) => rowsFor(idea).some((other) => JSON.stringify(other) === JSON.stringify(idea.row));

/** Mark the ideas that the reader has taken. Where the outcome is painted anew, its buttons are as they came. */
export function markTaken(outcome: Element) {
  for (const button of outcome.querySelectorAll<HTMLButtonElement>("button[data-choose]")) {
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
 * @returns what to say of it
 */
export function carryOver(idea: Idea): [text: string, way?: { url: string; label: string } | undefined] {
  const { calculator, rows, row } = idea;
  const there = isTaken(idea);
  const all = there ? rowsFor(idea) : [...rowsFor(idea), row];
  if (!there) workbook.keep(calculator, { ...workbook.inputs(calculator), [rows]: all });
  const page = pageOf(calculator);
  const title = page?.title ?? calculator;
  return [words.chosen(title, all.length), page ? { url: page.url, label: words.goTo(title) } : undefined];
}
