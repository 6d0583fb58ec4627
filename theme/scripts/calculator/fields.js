/** One field of a form: reading what was typed, and putting a value in. The template says what kind it is in data-kind. */

import { late } from "../shared/assets.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** @param {Element} field @returns {Control[]} */
export function controlsOf(field) {
  return [.../** @type {NodeListOf<Control>} */ (field.querySelectorAll("[name]"))];
}

/** @param {Element} field @returns {unknown} as typed: a text, a list of choices, or {low, typical, high} */
export function readField(field) {
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
 * @param {Element} field @param {unknown} value as `readField` gives it; what does not fit the field is left alone
 */
export function writeField(field, value) {
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

/** Whether the reader, or the browser for him, has changed a field from what the page came with. @param {Element} field */
export function isTouched(field) {
  return controlsOf(field).some((control) => {
    if (control instanceof HTMLSelectElement) {
      const first = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
      return control.value !== first?.value;
    }
    if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });
}

/** @param {Control} control @param {string} text */
function setText(control, text) {
  if (control.value === text) return;
  if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === text)) return;
  control.value = text;
}

/** @param {unknown} value @param {string} name */
function part(value, name) {
  return typeof value === "object" && value !== null ? /** @type {{[part: string]: unknown}} */ (value)[name] : value;
}

/** The full name of a field, like "assets.0.kind". @param {Element | null} field */
export function nameOf(field) {
  return field?.getAttribute("data-field") ?? "";
}

/** All fields of a form or a row. @param {ParentNode} scope */
export function fieldsOf(scope) {
  return scope.querySelectorAll("[data-field]");
}

/** Say beside the fields what is known of what is chosen. @param {ParentNode} scope @param {(control: Control) => boolean} [isOwn] */
export async function noteChoices(scope, isOwn = () => false) {
  if (scope.querySelector("[data-fills]")) (await late("choices", "ugChoices"))?.note(scope, isOwn);
}

/** @param {string} name like "pairs.0.utilization.low" */
export function lastPart(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

/**
 * What choosing an option fills into its neighbours: all that belongs to it, so that nothing of the last one stays. What the reader typed
 * there stays, with the option's own value on offer beside it.
 *
 * @param {HTMLSelectElement} select @param {ParentNode} scope the row or form whose fields are filled
 * @param {(control: Control) => boolean} isOwn whether the reader typed into that control
 */
export function applyFills(select, scope, isOwn) {
  for (const [control, text] of fillsOf(select, scope, signAt(select))) if (!isOwn(control)) control.value = text;
  noteChoices(scope, isOwn);
}

/**
 * What the chosen option fills in, with amounts that are known in US dollars only left out for a reader of other money.
 *
 * @param {HTMLSelectElement} select @param {ParentNode} scope @param {string} sign of the reader's money @returns {[Control, string][]}
 */
export function fillsOf(select, scope, sign) {
  const { fills = "{}", abroad = "{}" } = select.selectedOptions[0]?.dataset ?? {};
  const texts = JSON.parse(fills);
  if (sign !== "$") for (const [name, [text]] of Object.entries(JSON.parse(abroad))) texts[name] = text;
  const prefix = select.name.slice(0, -lastPart(select.name).length);
  return Object.entries(texts).flatMap(([name, text]) => {
    const control = /** @type {Control | null} */ (scope.querySelector(`[name="${CSS.escape(prefix + name)}"]`));
    return control ? [/** @type {[Control, string]} */ ([control, text])] : [];
  });
}

/** The sign of the reader's money, as the calculator around an element has it. @param {Element} element @returns {string} */
export function signAt(element) {
  const around = /** @type {HTMLElement | null} */ (element.closest("gig-calculator"));
  return JSON.parse(around?.style.getPropertyValue("--ug-sign") || '"$"');
}

/** What a slider stands at, in the text beside it. @param {EventTarget | null} control */
export function sayValue(control) {
  if (!(control instanceof HTMLInputElement) || control.type !== "range") return;
  const said = control.closest("[data-field]")?.querySelector("output");
  if (said) said.value = control.value;
}
