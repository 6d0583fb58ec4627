import type { Inputs } from "../runtime/worker-protocol.ts";
import { lastPart } from "./field-names.ts";
import { fillsOf, nameOf, signAt } from "./fields.ts";
import type { Form } from "./form.ts";

/** The inputs that a form was built with, and the currency sign that it shows them for. */
type Shown = { dollars: Inputs; sign: string };

const DOLLAR = "$";

const shown = new WeakMap<Form, Shown>();

/** Write the notes beside the fields that chosen options fill: amounts known in US dollars only, and the unit of counts. */
function note(scope: ParentNode) {
  for (const select of scope.querySelectorAll("select")) {
    noteChoice(select, select.closest(".ug-row") ?? scope, signAt(select));
  }
}

function noteChoice(select: HTMLSelectElement, scope: ParentNode, sign: string) {
  const chosen = select.selectedOptions[0]?.dataset;
  if (!chosen?.fills) return;
  const abroad = JSON.parse(chosen.abroad ?? "{}");
  const counted = JSON.parse(chosen.counted ?? "{}");
  for (const place of scope.querySelectorAll<HTMLElement>("[data-counts]")) {
    place.textContent = counted[place.dataset.counts ?? ""] ?? place.textContent;
  }
  for (const [control] of fillsOf(select, scope, sign)) {
    const field = control.closest("[data-field]");
    const place = field?.querySelector<HTMLElement>("[data-known]");
    const dollarNote = abroad[lastPart(nameOf(field))]?.[1] ?? "";
    if (!place) continue;
    place.textContent = dollarNote;
    place.hidden = dollarNote === "";
  }
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
      noteChoice(select, content, sign);
    }
  }
  note(element);
}

declare global {
  var ugChoices: { note: typeof note; showInCurrency: typeof showInCurrency } | undefined;
}

globalThis.ugChoices = { note, showInCurrency };
