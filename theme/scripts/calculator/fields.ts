/** Reading and writing one field of a form; data-kind says what it holds. */

import { showFromGrid } from "../../components/slider/grid.ts";
import { loadOnce } from "../common/assets.ts";
import { lastPart } from "./field-names.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function controlsOf(field: Element): Control[] {
  return [...field.querySelectorAll<Control>("[name]")];
}

/** A field's value as typed: a text, a list of choices, or {low, typical, high}. */
export function readField(field: Element): unknown {
  const controls = controlsOf(field);
  switch (field.getAttribute("data-kind")) {
    case "choices":
      return controls.filter((control) => control instanceof HTMLInputElement && control.checked).map((control) => control.value);
    case "estimate":
      return Object.fromEntries(controls.map((control) => [lastPart(control.name), control.value]));
    case "check":
      return controls[0] instanceof HTMLInputElement && controls[0].checked;
    default:
      return controls[0]?.value ?? "";
  }
}

/**
 * Show a value in a field, but leave the focused control alone.
 *
 * @param value as `readField` returns it; what does not fit the field is ignored
 */
export function writeField(field: Element, value: unknown) {
  for (const control of controlsOf(field)) {
    if (control === document.activeElement && document.hasFocus()) continue;
    if (control instanceof HTMLInputElement && control.type === "checkbox") {
      control.checked = Array.isArray(value) ? value.includes(control.value) : value === true;
    } else {
      const text = field.getAttribute("data-kind") === "estimate" ? part(value, lastPart(control.name)) : value;
      if (typeof text === "string" || typeof text === "number") setText(control, String(text));
    }
  }
}

function setText(control: Control, text: string) {
  if (control.value === text) return;
  if (control instanceof HTMLSelectElement && control.dataset.titlesOf) offer(control, text);
  if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === text)) return;
  control.value = text;
}

/** Add an option to a select, if it is missing. */
export function offer(select: HTMLSelectElement, text: string) {
  if (![...select.options].some((option) => option.value === text)) select.add(new Option(text, text));
}

function part(value: unknown, name: string) {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : value;
}

/** The full name of a field, like "assets.0.kind". */
export function nameOf(field: Element | null) {
  return field?.getAttribute("data-field") ?? "";
}

/** All fields of a form or a row. */
export function fieldsOf(scope: ParentNode) {
  return scope.querySelectorAll("[data-field]");
}

/** Write the notes of chosen options beside the fields. */
export async function noteChoices(scope: ParentNode) {
  if (scope.querySelector("[data-fills]")) (await loadOnce("ugChoices")).note(scope);
}

/**
 * Fill in the fields that a chosen option determines, whatever they hold.
 *
 * @param scope the row or form whose fields are filled
 * @param typed a control whose value stays
 */
export function applyFills(select: HTMLSelectElement, scope: ParentNode, typed?: Control) {
  for (const [control, text] of fillsOf(select, scope, isAbroadAt(select))) if (control !== typed) control.value = text;
  noteChoices(scope);
}

/**
 * The values that the chosen option fills in.
 *
 * @param isAbroad whether the reader's amounts are not US dollars, so that those known in US dollars only become empty
 */
export function fillsOf(select: HTMLSelectElement, scope: ParentNode, isAbroad: boolean): [Control, string][] {
  const { fills = "{}", abroad = "{}" } = select.selectedOptions[0]?.dataset ?? {};
  const texts: Record<string, string> = JSON.parse(fills);
  const localized: Record<string, [text: string, note: string]> = JSON.parse(abroad);
  if (isAbroad) for (const [name, [text]] of Object.entries(localized)) texts[name] = text;
  const prefix = select.name.slice(0, -lastPart(select.name).length);
  return Object.entries(texts).flatMap(([name, text]) => {
    const control = scope.querySelector<Control>(`[name="${CSS.escape(prefix + name)}"]`);
    return control ? [[control, text] satisfies [Control, string]] : [];
  });
}

/** Whether the calculator around an element shows a reader whose amounts are not US dollars. */
export function isAbroadAt(element: Element): boolean {
  return element.closest("gig-calculator")?.hasAttribute("data-is-abroad") ?? false;
}

/** Write a slider's value beside it. */
export function showSliderValue(control: EventTarget | null) {
  if (!(control instanceof HTMLInputElement) || control.type !== "range") return;
  const output = control.closest("[data-field]")?.querySelector("output");
  if (output) output.value = control.value;
  showFromGrid(control);
}
