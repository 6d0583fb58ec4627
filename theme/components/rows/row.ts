import { lastPart } from "../../scripts/calculator/field-names.ts";
import { fieldsOf, nameOf, readField } from "../../scripts/calculator/fields.ts";

/** A row's values by the last part of their fields' names. */
export type Row = Record<string, unknown>;

/** The choices of a row that determine what its numbers count, such as an asset's kind. */
export function determining(item: Element): Row {
  const fields = [...fieldsOf(item)].filter((field) => field.querySelector("option[data-fills]"));
  return Object.fromEntries(fields.map((field) => [lastPart(nameOf(field)), readField(field)]));
}

export function titleOf(item: Element) {
  return item.querySelector("[data-row-title]")?.textContent?.trim() ?? "";
}

/** A field's value as displayed. */
export function textOf(field: Element) {
  const select = field.querySelector("select");
  if (select) return select.selectedOptions[0]?.textContent ?? "";
  return field.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea")?.value ?? "";
}

export function focusFirst(item: Element | undefined) {
  const control = item?.querySelector<HTMLElement>("input, textarea, select");
  const fold = control?.closest("details");
  if (fold) fold.open = true;
  control?.focus();
}

export function setDisabled(item: Element, action: string, disabled: boolean) {
  const button = item.querySelector<HTMLButtonElement>(`[data-row-action="${action}"]`);
  if (button) button.disabled = disabled;
}
