/** One field of a form: reading what was typed, and putting a value in. The template says what kind it is in data-kind. */

import { loadOnce } from "../shared/assets.ts";
import { lastPart } from "./field-names.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function controlsOf(field: Element): Control[] {
  return [...field.querySelectorAll<Control>("[name]")];
}

/** @returns as typed: a text, a list of choices, or {low, typical, high} */
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
 * Put a value in, and nothing into a control that the reader is in at the moment.
 *
 * @param value as `readField` gives it; what does not fit the field is left alone
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

/** Whether the reader, or the browser for him, has changed a field from what the page came with. */
export function isTouched(field: Element) {
  return controlsOf(field).some((control) => {
    if (control instanceof HTMLSelectElement) {
      const first = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
      return control.value !== first?.value;
    }
    if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });
}

function setText(control: Control, text: string) {
  if (control.value === text) return;
  if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === text)) return;
  control.value = text;
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

/** Say beside the fields what is known of what is chosen. */
export async function noteChoices(scope: ParentNode, isOwn: (control: Control) => boolean = () => false) {
  if (scope.querySelector("[data-fills]")) (await loadOnce("choices", "ugChoices")).note(scope, isOwn);
}

/**
 * What choosing an option fills into its neighbours: all that belongs to it, so that nothing of the last one stays. What the reader typed
 * there stays, with the option's own value on offer beside it.
 *
 * @param scope the row or form whose fields are filled
 * @param isOwn whether the reader typed into that control
 */
export function applyFills(select: HTMLSelectElement, scope: ParentNode, isOwn: (control: Control) => boolean) {
  for (const [control, text] of fillsOf(select, scope, signAt(select))) if (!isOwn(control)) control.value = text;
  noteChoices(scope, isOwn);
}

/**
 * What the chosen option fills in, with amounts that are known in US dollars only left out for a reader of other money.
 *
 * @param sign of the reader's money
 */
export function fillsOf(select: HTMLSelectElement, scope: ParentNode, sign: string): [Control, string][] {
  const { fills = "{}", abroad = "{}" } = select.selectedOptions[0]?.dataset ?? {};
  const texts: Record<string, string> = JSON.parse(fills);
  const localized: Record<string, [text: string, note: string]> = JSON.parse(abroad);
  if (sign !== "$") for (const [name, [text]] of Object.entries(localized)) texts[name] = text;
  const prefix = select.name.slice(0, -lastPart(select.name).length);
  return Object.entries(texts).flatMap(([name, text]) => {
    const control = scope.querySelector<Control>(`[name="${CSS.escape(prefix + name)}"]`);
    return control ? [[control, text] satisfies [Control, string]] : [];
  });
}

/** The sign of the reader's money, as the calculator around an element has it. */
export function signAt(element: Element): string {
  const calculator = element.closest<HTMLElement>("gig-calculator");
  return JSON.parse(calculator?.style.getPropertyValue("--ug-sign") || '"$"');
}

/** What a slider stands at, in the text beside it. */
export function showSliderValue(control: EventTarget | null) {
  if (!(control instanceof HTMLInputElement) || control.type !== "range") return;
  const output = control.closest("[data-field]")?.querySelector("output");
  if (output) output.value = control.value;
}
