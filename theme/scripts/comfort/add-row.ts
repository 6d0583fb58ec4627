import { workbook } from "../calculator/services.ts";
import { pageOf } from "../common/assets.ts";
import * as strings from "../common/strings.ts";

type NewRow = { calculator: string; rows: string; row: object };

/** The reader's rows in the list that the new row goes to. */
function rowsFor({ calculator, rows }: NewRow): object[] {
  const before = workbook.inputs(calculator)[rows];
  return Array.isArray(before) ? before : [];
}

const isAdded = (target: NewRow) => rowsFor(target).some((other) => JSON.stringify(other) === JSON.stringify(target.row));

/** Mark the buttons whose row the reader has added. Morphing resets them to how they were built. */
export function markAdded(outcome: Element) {
  for (const button of outcome.querySelectorAll<HTMLButtonElement>("button[data-choose]")) {
    const target = JSON.parse(button.dataset.choose ?? "{}");
    const added = isAdded(target);
    if (!added && button.dataset.label === undefined) continue; // as it was built
    button.dataset.label ??= button.textContent ?? "";
    button.toggleAttribute("data-taken", added);
    const text = added ? strings.isInList(pageOf(target.calculator)?.title ?? target.calculator) : button.dataset.label;
    if (button.textContent !== text) button.textContent = text;
  }
}

/**
 * Add a row to another calculator's list in the workbook.
 *
 * @returns the notice to show
 */
export function addRow(target: NewRow): [text: string, way?: { url: string; label: string } | undefined] {
  const { calculator, rows, row } = target;
  const alreadyAdded = isAdded(target);
  const all = alreadyAdded ? rowsFor(target) : [...rowsFor(target), row];
  if (!alreadyAdded) workbook.keep(calculator, (kept) => ({ ...kept, [rows]: all }));
  const page = pageOf(calculator);
  const title = page?.title ?? calculator;
  return [strings.rowAdded(title, all.length), page ? { url: page.url, label: strings.goTo(title) } : undefined];
}
