import { loadOnce } from "../common/assets.ts";
import * as strings from "../common/strings.ts";
import type { Inputs } from "../runtime/worker-protocol.ts";
import { countryOf, forHousehold, isAbroad, signOf } from "../workbook/about.ts";
import type { Control } from "./fields.ts";
import type { Form } from "./form.ts";
import type { Owner, OwnerSwitch } from "./owner-switch.ts";
import { workbook } from "./services.ts";
import type { Status } from "./status.ts";

/** The currency sign that the style sheet shows, as a CSS string. */
const USUAL_SIGN = '"$"';

/** What undo restores: whose numbers the form showed, and the reader's own. */
type Snapshot = { owner: Owner; inputs: Inputs };

/** Changes of a form's numbers. One that replaces more than what was typed can be undone until the next change. */
export class Changes {
  #element;
  #form;
  #ownerSwitch;
  #status;
  #calculator;
  #changed;
  /** The form after the last change. */
  #previous: Snapshot = { owner: "mine", inputs: {} };
  /** The reader's inputs as the form last took them from the workbook or put them there. */
  #base: Inputs = {};
  /** The control whose change offered the undo that is shown; further typing there belongs to the same change. */
  #place: Element | null = null;
  /** Whether the change being reported keeps the undo offer. */
  keepsOffer = false;
  /** Whether this calculator is itself writing to the workbook. */
  isKeeping = false;

  /** @param calculator id under which the workbook keeps the inputs; "" to keep none */
  constructor(
    { element, form, ownerSwitch, status }: { element: HTMLElement; form: Form; ownerSwitch: OwnerSwitch; status: Status },
    calculator: string,
    changed: () => void,
  ) {
    this.#element = element;
    this.#form = form;
    this.#ownerSwitch = ownerSwitch;
    this.#status = status;
    this.#calculator = calculator;
    this.#changed = changed;
  }

  /** What the workbook holds for this calculator. */
  get kept() {
    return this.#calculator ? workbook.inputs(this.#calculator) : {};
  }

  /** Show what the workbook keeps. */
  fill() {
    const ownerSwitch = this.#ownerSwitch;
    const owner = ownerSwitch.isChosen ? ownerSwitch.owner : ownerSwitch.initialOwner(this.kept);
    if (owner === "mine" && ownerSwitch.owner === "mine") this.#form.write(this.kept);
    else if (!ownerSwitch.isChosen) ownerSwitch.show(owner, this.kept);
    if (owner === "mine") this.#base = this.#form.read();
    this.settle();
    this.#showInCurrency();
  }

  /** Show the currency sign, and unchanged fields in the reader's currency, unless they are a household's. */
  async #showInCurrency() {
    if (!this.#calculator) return;
    const book = this.#ownerSwitch.owner === "household" ? forHousehold(workbook.book, this.#ownerSwitch.offer) : workbook.book;
    const { style } = this.#element;
    const sign = JSON.stringify(signOf(book));
    // Only if it differs: setting a variable makes the browser compute the style of each element inside again.
    if (style.getPropertyValue("--ug-sign") || sign !== USUAL_SIGN) style.setProperty("--ug-sign", sign);
    this.#element.dataset.country = countryOf(book);
    this.#element.toggleAttribute("data-is-abroad", isAbroad(book));
    if (!this.#element.dataset.abroad || this.#ownerSwitch.owner !== "mine") return;
    const choices = await loadOnce("ugChoices");
    if (this.#ownerSwitch.owner === "mine") choices.showInCurrency(this.#element, this.#form);
  }

  /** Remember the form as what the next change can be undone to. */
  settle() {
    const { owner } = this.#ownerSwitch;
    this.#previous = { owner, inputs: owner === "mine" ? this.#form.read() : this.kept };
  }

  /**
   * Write the reader's inputs into the workbook.
   *
   * @returns whether another tab has changed others of them
   */
  keep(): boolean {
    if (this.#ownerSwitch.owner !== "mine" || !this.#calculator) return false;
    const inputs = this.#form.read();
    this.#store(inputs);
    this.#base = inputs;
    return this.#form.names().some((name) => differs(name, inputs, this.kept));
  }

  #store(inputs: Inputs) {
    if (!this.#calculator) return;
    this.isKeeping = true;
    workbook.keep(this.#calculator, (kept) => this.#merged(kept, inputs));
    this.isKeeping = false;
  }

  /** What another tab may have kept meanwhile, with what has changed here. Where it kept nothing, storage was cleared. */
  #merged(theirs: Inputs, mine: Inputs): Inputs {
    if (Object.keys(theirs).length === 0) return mine;
    const all: Inputs = {};
    for (const name of this.#form.names()) {
      const of = differs(name, mine, this.#base) ? mine : theirs;
      if (name in of) all[name] = of[name];
    }
    return all;
  }

  /** Take in a change of a control. */
  typed(control: Control) {
    if (this.#ownerSwitch.owner !== "mine") return this.takeOver(control);
    const before = this.#previous;
    const isRefilled = this.#form.typed(control);
    this.keepsOffer = control === this.#place && !isRefilled;
    this.#changed();
    this.keepsOffer = false;
    if (isRefilled && control instanceof HTMLSelectElement)
      this.#offerUndo(strings.refilled(control.selectedOptions[0]?.label ?? ""), before);
  }

  /**
   * Start the reader's own numbers from a household's or from empty boxes.
   *
   * @param control what was changed
   */
  takeOver(control?: Control) {
    const before = this.#previous;
    const ownerSwitch = this.#ownerSwitch;
    this.#base = this.kept;
    ownerSwitch.takeOver(this.kept, control);
    this.#showInCurrency();
    ownerSwitch.isChosen = true;
    this.#changed();
    if (before.owner === "household") this.#offerUndo(strings.notTheirs(ownerSwitch.household), before);
    else if (Object.keys(before.inputs).length > 0) this.#offerUndo(strings.BEGUN_ANEW, before);
    this.#place = control ? document.activeElement : null;
  }

  /**
   * Change the form at the press of a button, with an undo.
   *
   * @param text says what was done
   */
  replace(text: string, change: () => void) {
    const before = this.#previous;
    change();
    this.#changed();
    this.#offerUndo(text, before);
  }

  /** Show another owner's numbers. Nothing is kept or lost. */
  switchTo(owner: Owner) {
    this.#ownerSwitch.isChosen = true;
    this.#ownerSwitch.show(owner, this.kept);
    this.#showInCurrency();
    this.#changed();
  }

  #offerUndo(text: string, before: Snapshot) {
    const place = document.activeElement;
    this.#place = null;
    this.#status.offer(text, () => {
      if (before.owner !== "mine") this.#store(before.inputs);
      this.#ownerSwitch.show(before.owner, before.inputs);
      this.#showInCurrency();
      this.#changed();
      if (place instanceof HTMLElement && place.isConnected) place.focus();
    });
  }
}

const differs = (name: string, first: Inputs, second: Inputs) => JSON.stringify(first[name]) !== JSON.stringify(second[name]);
