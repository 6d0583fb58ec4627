import { makeButton } from "../shared/buttons.js";
import { useUsual } from "../shared/words.js";
import { fillsOf, lastPart, nameOf, signAt } from "./fields.js";

/** @typedef {import("./fields.js").Control} Control */
/** @typedef {import("../runtime/messages.js").Inputs} Inputs */
/** @typedef {{dollars: Inputs, sign: string}} Shown what a form came with, and the sign for which it now shows it */

const DOLLAR = "$";

/** @type {WeakMap<import("./form.js").Form, Shown>} */
const shown = new WeakMap();

/**
 * What stands beside the fields that chosen options fill: an amount that is known in US dollars only, or the option's value where the
 * reader has typed another; and behind them, what is counted.
 *
 * @param {ParentNode} scope @param {(control: Control) => boolean} isOwn whether the reader typed into that control
 */
function note(scope, isOwn) {
  for (const select of scope.querySelectorAll("select")) {
    noteChoice(select, select.closest(".ug-row") ?? scope, isOwn, signAt(select));
  }
}

/** @param {HTMLSelectElement} select @param {ParentNode} scope @param {(control: Control) => boolean} isOwn @param {string} sign */
function noteChoice(select, scope, isOwn, sign) {
  const chosen = select.selectedOptions[0]?.dataset;
  if (!chosen?.fills) return;
  const abroad = sign === DOLLAR ? {} : JSON.parse(chosen.abroad ?? "{}");
  const counted = JSON.parse(chosen.counted ?? "{}");
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (scope.querySelectorAll("[data-counts]"))) {
    place.textContent = counted[place.dataset.counts ?? ""] ?? place.textContent;
  }
  /** @type {Map<Element, [Control, string][]>} */
  const offers = new Map();
  for (const [control, text] of fillsOf(select, scope, sign)) {
    const field = control.closest("[data-field]");
    const before = field ? (offers.get(field) ?? []) : [];
    const differs = isOwn(control) && Number(text) !== 0 && control.value !== text;
    if (field) offers.set(field, differs ? [...before, [control, text]] : before);
  }
  for (const [field, others] of offers) {
    const place = /** @type {HTMLElement | null} */ (field.querySelector("[data-known]"));
    const words = abroad[lastPart(nameOf(field))]?.[1];
    const said = words ? [words] : others.length > 0 ? [offerOf(field, others, sign)] : [];
    place?.replaceChildren(...said);
    if (place) place.hidden = said.length === 0;
  }
}

/**
 * A button that puts the choice's own values in.
 *
 * @param {Element} field @param {[Control, string][]} others its controls, each with what it would be @param {string} sign
 */
function offerOf(field, others, sign) {
  const before = field.querySelector(".ug-own") ? sign : "";
  const percent = [...field.querySelectorAll(".ug-after, .ug-unit")].some((unit) => unit.textContent?.trim() === "%") ? "%" : "";
  const button = makeButton(useUsual(others.map(([, text]) => `${before}${text}${percent}`).join(", ")), "use-usual");
  button.classList.add("ug-quiet");
  button.addEventListener("click", () => {
    for (const [control, text] of others) {
      control.value = text;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      delete control.dataset.own; // it is the choice's again
    }
    const place = /** @type {HTMLElement | null} */ (button.closest("[data-known]"));
    if (place) place.hidden = true;
    others[0]?.[0].focus();
  });
  return button;
}

/**
 * Make a form that nobody has typed into show its numbers in the reader's money: an amount that is known in US dollars only is left empty.
 * Python says in the element's data-abroad what stands in place of such numbers.
 *
 * @param {HTMLElement} element a calculator @param {import("./form.js").Form} form
 */
function inMoney(element, form) {
  const sign = signAt(element);
  const abroad = JSON.parse(element.dataset.abroad ?? "{}");
  const usual = JSON.parse(element.dataset.usual ?? "{}"); // in whose place a household's numbers stand
  const first = () => Object.fromEntries(Object.keys(abroad).map((name) => [name, usual[name] ?? form.value(name)]));
  const state = shown.get(form) ?? { dollars: first(), sign: DOLLAR };
  shown.set(form, state);
  if (sign === DOLLAR && state.sign === DOLLAR) return;
  state.sign = sign;
  const numbers = sign === DOLLAR ? state.dollars : abroad;
  form.startFrom({ ...usual, ...numbers });
  for (const name of Object.keys(numbers)) if (!form.touched.has(name)) form.reset(name);
  for (const { content } of /** @type {NodeListOf<HTMLTemplateElement>} */ (element.querySelectorAll("template[data-row-blank]"))) {
    for (const select of content.querySelectorAll("select")) {
      for (const [control, text] of fillsOf(select, content, sign)) control.value = text;
      noteChoice(select, content, () => false, sign);
    }
  }
  note(element, () => false);
}

/** @type {{ugChoices?: {note: typeof note, inMoney: typeof inMoney}}} */ (globalThis).ugChoices = { note, inMoney };
