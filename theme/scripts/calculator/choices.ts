import { makeButton } from "../common/buttons.ts";
import { useUsual } from "../common/strings.ts";
import type { Inputs } from "../runtime/worker-protocol.ts";
import { lastPart } from "./field-names.ts";
import type { Control } from "./fields.ts";
import { fillsOf, nameOf, signAt } from "./fields.ts";
import type { Form } from "./form.ts";

/** The inputs that a form was built with, and the currency sign that it shows them for. */
type Shown = { dollars: Inputs; sign: string };

const DOLLAR = "$";

const shown = new WeakMap<Form, Shown>();

/**
 * Write the notes beside the fields that chosen options fill: amounts known in US dollars only, the option's value where the reader typed
 * another, and the unit of counts.
 *
 * @param isOwn whether the reader typed into that control
 */
function note(scope: ParentNode, isOwn: (control: Control) => boolean) {
  for (const select of scope.querySelectorAll("select")) {
    noteChoice(select, select.closest(".ug-row") ?? scope, isOwn, signAt(select));
  }
}

function noteChoice(select: HTMLSelectElement, scope: ParentNode, isOwn: (control: Control) => boolean, sign: string) {
  const chosen = select.selectedOptions[0]?.dataset;
  if (!chosen?.fills) return;
  const abroad = sign === DOLLAR ? {} : JSON.parse(chosen.abroad ?? "{}");
  const counted = JSON.parse(chosen.counted ?? "{}");
  for (const place of scope.querySelectorAll<HTMLElement>("[data-counts]")) {
    place.textContent = counted[place.dataset.counts ?? ""] ?? place.textContent;
  }
  const offers = new Map<Element, [Control, string][]>();
  for (const [control, text] of fillsOf(select, scope, sign)) {
    const field = control.closest("[data-field]");
    const before = field ? (offers.get(field) ?? []) : [];
    const differs = isOwn(control) && Number(text) !== 0 && control.value !== text;
    if (field) offers.set(field, differs ? [...before, [control, text]] : before);
  }
  for (const [field, others] of offers) {
    const place = field.querySelector<HTMLElement>("[data-known]");
    const dollarNote = abroad[lastPart(nameOf(field))]?.[1];
    const content = dollarNote ? [dollarNote] : others.length > 0 ? [offerOf(field, others, sign)] : [];
    place?.replaceChildren(...content);
    if (place) place.hidden = content.length === 0;
  }
}

/**
 * Make a button that restores the choice's own values.
 *
 * @param others controls of the field, each with the choice's value
 */
function offerOf(field: Element, others: [Control, string][], sign: string) {
  const before = field.querySelector(".ug-own") ? sign : "";
  const percent = [...field.querySelectorAll(".ug-after, .ug-unit")].some((unit) => unit.textContent?.trim() === "%") ? "%" : "";
  const button = makeButton(useUsual(others.map(([, text]) => `${before}${text}${percent}`).join(", ")), "use-usual");
  button.classList.add("ug-quiet");
  button.addEventListener("click", () => {
    for (const [control, text] of others) {
      control.value = text;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      delete control.dataset.own; // it follows the choice again
    }
    const place = button.closest<HTMLElement>("[data-known]");
    if (place) place.hidden = true;
    others[0]?.[0].focus();
  });
  return button;
}

/**
 * Show the fields that the reader has not changed in the reader's currency: amounts known in US dollars only become empty. The element's
 * data-abroad holds the replacements.
 *
 * @param element a calculator
 */
function showInCurrency(element: HTMLElement, form: Form) {
  const sign = signAt(element);
  const abroad = JSON.parse(element.dataset.abroad ?? "{}");
  const usual = JSON.parse(element.dataset.usual ?? "{}"); // which a household's numbers replace on the page
  const first = () => Object.fromEntries(Object.keys(abroad).map((name) => [name, usual[name] ?? form.value(name)]));
  const state = shown.get(form) ?? { dollars: first(), sign: DOLLAR };
  shown.set(form, state);
  if (sign === DOLLAR && state.sign === DOLLAR) return;
  state.sign = sign;
  const numbers = sign === DOLLAR ? state.dollars : abroad;
  form.setDefaults({ ...usual, ...numbers });
  for (const name of Object.keys(numbers)) if (!form.touched.has(name)) form.reset(name);
  for (const { content } of element.querySelectorAll<HTMLTemplateElement>("template[data-row-blank]")) {
    for (const select of content.querySelectorAll("select")) {
      for (const [control, text] of fillsOf(select, content, sign)) control.value = text;
      noteChoice(select, content, () => false, sign);
    }
  }
  note(element, () => false);
}

declare global {
  var ugChoices: { note: typeof note; showInCurrency: typeof showInCurrency } | undefined;
}

globalThis.ugChoices = { note, showInCurrency };
