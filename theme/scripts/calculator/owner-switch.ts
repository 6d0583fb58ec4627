import type { Inputs } from "../runtime/worker-protocol.ts";
import * as strings from "../shared/strings.ts";
import type { Control } from "./fields.ts";
import type { Form } from "./form.ts";

/** Whose numbers a form shows: a household's of the book, the reader's, or nobody's yet. */
export type Owner = "household" | "mine" | "empty";

/**
 * The switch above a chapter's form, and what follows from it. A household's numbers stand in the form as the page came; the usual
 * ones, in whose place they stand, are in the element's data-usual. Nothing of a household is ever taken for the reader's own.
 */
export class OwnerSwitch {
  owner: Owner;
  /** The reader chose it. */
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
    this.#switch = element.querySelector(".ug-whose");
    if (this.#switch) this.#switch.disabled = false;
  }

  /** "Dana’s", or "" where the form comes with the usual numbers. */
  get household() {
    return this.#element.dataset.household ?? "";
  }

  /** Whose numbers are shown to a reader who has not chosen. */
  initialOwner(kept: Inputs) {
    return this.household && Object.keys(kept).length === 0 ? "household" : "mine";
  }

  /**
   * Fill the form with somebody's numbers.
   *
   * @param kept what the workbook holds for this calculator
   */
  show(owner: Owner, kept: Inputs) {
    this.#setOwner(owner);
    if (owner === "household") this.#form.setDefaults({});
    else this.#form.setDefaults({ ...this.#usual, ...(owner === "empty" ? this.#form.blanks() : {}) });
    this.#form.show(owner === "mine" ? kept : {});
  }

  /** What Python reckons with in place of the usual numbers. */
  example(): Inputs | undefined {
    if (this.owner !== "household") return undefined;
    return Object.fromEntries(Object.keys(this.#usual).map((name) => [name, this.#form.value(name)]));
  }

  /**
   * The reader types into numbers that are not his: what he typed is his, and nothing else. Beside it stand what the workbook holds
   * and the usual numbers, or, in a form that was emptied, the other boxes as empty as they are.
   *
   * @param control what was typed into; none when a row is added
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
