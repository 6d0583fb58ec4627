import type { Inputs } from "../runtime/worker-protocol.ts";
import { lastPart } from "./field-names.ts";
import { fillsOf, isAbroadAt, nameOf } from "./fields.ts";
import type { Form } from "./form.ts";

/** The inputs that a form was built with, and whether it shows them to a reader whose amounts are not US dollars. */
type Shown = { dollars: Inputs; isAbroad: boolean };

const shown = new WeakMap<Form, Shown>();

/** Write the notes beside the fields that chosen options fill: amounts known in US dollars only, and the unit of counts. */
function note(scope: ParentNode) {
  for (const select of scope.querySelectorAll("select")) {
    noteChoice(select, select.closest(".ug-row") ?? scope, isAbroadAt(select));
  }
}

function noteChoice(select: HTMLSelectElement, scope: ParentNode, isAbroad: boolean) {
  const chosen = select.selectedOptions[0]?.dataset;
  if (!chosen?.fills) return;
  const abroad = JSON.parse(chosen.abroad ?? "{}");
  const counted = JSON.parse(chosen.counted ?? "{}");
  for (const place of scope.querySelectorAll<HTMLElement>("[data-counts]")) {
    place.textContent = counted[place.dataset.counts ?? ""] ?? place.textContent;
  }
  for (const [control] of fillsOf(select, scope, isAbroad)) {
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
  const isAbroad = isAbroadAt(element);
  const abroad = JSON.parse(element.dataset.abroad ?? "{}");
  const usual = JSON.parse(element.dataset.usual ?? "{}"); // which a household's numbers replace on the page
  const first = () => Object.fromEntries(Object.keys(abroad).map((name) => [name, usual[name] ?? form.value(name)]));
  const state = shown.get(form) ?? { dollars: first(), isAbroad: false };
  shown.set(form, state);
  if (!isAbroad && !state.isAbroad) return;
  state.isAbroad = isAbroad;
  const numbers = isAbroad ? abroad : state.dollars;
  form.setDefaults({ ...usual, ...numbers });
  for (const name of Object.keys(numbers)) if (!form.touched.has(name)) form.reset(name);
  for (const { content } of element.querySelectorAll<HTMLTemplateElement>("template[data-row-blank]")) {
    for (const select of content.querySelectorAll("select")) {
      for (const [control, text] of fillsOf(select, content, isAbroad)) control.value = text;
      noteChoice(select, content, isAbroad);
    }
  }
  note(element);
}

declare global {
  var ugChoices: { note: typeof note; showInCurrency: typeof showInCurrency } | undefined;
}

globalThis.ugChoices = { note, showInCurrency };
