import * as strings from "../common/strings.ts";
import type { Inputs } from "../runtime/worker-protocol.ts";
import type { Control } from "./fields.ts";
import type { Form } from "./form.ts";

/** Whose numbers a form shows: a household's of the book, the reader's, or nobody's yet. */
export type Owner = "household" | "mine" | "empty";

/** A household of the book whose numbers a calculator's own page offers to readers of its country. */
type Offer = { whose: string; inputs: Inputs };

/**
 * The switch above a form that says whose numbers it shows. A chapter's form is built with a household's; the usual ones that they
 * replace are in the element's data-usual. A calculator's own page offers the numbers of the household of the reader's country, which are
 * in data-offers. A household's numbers never become the reader's own.
 */
export class OwnerSwitch {
  owner: Owner;
  /** Whether the reader chose the owner. */
  isChosen = false;

  #element;
  #form;
  #usual: Inputs;
  #switch: HTMLFieldSetElement | null;

  constructor(element: HTMLElement, form: Form) {
    const { usual } = element.dataset;
    this.#element = element;
    this.#form = form;
    this.#usual = usual ? JSON.parse(usual) : {};
    this.owner = usual ? "household" : "mine";
    this.#switch = element.querySelector("[data-switch]");
    if (this.#switch) this.#switch.disabled = false;
  }

  /** What the page offers in the reader's country. */
  get offer(): Offer | undefined {
    const { offers, country = "" } = this.#element.dataset;
    return offers && JSON.parse(offers)[country];
  }

  /** "Dana’s", or "" where there is no household. */
  get household() {
    return this.#element.dataset.household ?? this.offer?.whose ?? "";
  }

  /** Whose numbers to show before the reader chooses. */
  initialOwner(kept: Inputs) {
    return this.#element.dataset.household && Object.keys(kept).length === 0 ? "household" : "mine";
  }

  /**
   * Fill the form with an owner's numbers.
   *
   * @param kept what the workbook holds for this calculator
   */
  show(owner: Owner, kept: Inputs) {
    this.#setOwner(owner);
    if (owner === "household") this.#form.setDefaults(this.offer?.inputs ?? {});
    else this.#form.setDefaults({ ...this.#usual, ...(owner === "empty" ? this.#form.blanks() : {}) });
    this.#form.show(owner === "mine" ? kept : {});
  }

  /** The household's inputs, while they are shown. */
  example(): Inputs | undefined {
    if (this.owner !== "household") return undefined;
    return this.offer?.inputs ?? Object.fromEntries(Object.keys(this.#usual).map((name) => [name, this.#form.value(name)]));
  }

  /**
   * Make the form the reader's own. Only the change itself becomes theirs; the rest shows what the workbook holds and the usual numbers,
   * or stays empty in a form that was emptied.
   *
   * @param control what was changed; none when a row is added
   */
  takeOver(kept: Inputs, control?: Control) {
    const form = this.#form;
    if (this.owner === "empty") {
      form.setDefaults(this.#usual);
      form.own(form.blanks());
      if (control) form.typed(control);
      return this.#setOwner("mine");
    }
    form.setDefaults(this.#usual);
    const moved = control && form.carry(control, kept);
    this.#setOwner("mine");
    form.show({ ...kept, ...moved?.inputs });
    moved?.finish();
  }

  #setOwner(owner: Owner) {
    this.owner = owner;
    if (!this.#switch) return;
    this.#element.dataset.whose = owner;
    for (const radio of this.#switch.querySelectorAll("input")) radio.checked = radio.value === owner;
    const description = this.#switch.querySelector("[data-slot='whose']");
    const text = owner === "household" ? strings.household(this.household) : strings.WHOSE[owner];
    if (description && description.textContent !== text) description.textContent = text;
  }
}
