import { workbook } from "../page/services.ts";
import type { Inputs } from "../runtime/worker-protocol.ts";
import { loadOnce } from "../shared/assets.ts";
import * as strings from "../shared/strings.ts";
import type { Control } from "./fields.ts";
import type { Form } from "./form.ts";
import type { Owner, OwnerSwitch } from "./owner-switch.ts";
import type { Status } from "./status.ts";

/** What can be gone back to: whose numbers stood in the form, and the reader's own then. */
export type Snapshot = { owner: Owner; inputs: Inputs };

/** What the reader does to the numbers in a form. Where it replaces more than what is typed, it can be undone until the next change. */
export class Changes {
  #element;
  #form;
  #ownerSwitch;
  #status;
  #calculator;
  #changed;
  /** As it was after the last change. */
  #previous: Snapshot = { owner: "mine", inputs: {} };
  /** The control whose first key made the offer that stands: what else is typed into it belongs to that. */
  #place: Element | null = null;
  /** The change that is told of leaves the offer standing. */
  keepsOffer = false;
  /** This calculator itself is writing into the workbook. */
  isKeeping = false;

  /** @param calculator whose numbers the workbook keeps; "" for none */
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
    this.settle();
    this.#showInCurrency();
  }

  /** What nobody has typed stands in the reader's money, but for a household's. */
  async #showInCurrency() {
    if (!this.#element.dataset.abroad || this.#ownerSwitch.owner !== "mine") return;
    const choices = await loadOnce("choices", "ugChoices");
    if (this.#ownerSwitch.owner === "mine") choices.showInCurrency(this.#element, this.#form);
  }

  /** The form has changed: what comes next can go back to this. */
  settle() {
    const { owner } = this.#ownerSwitch;
    this.#previous = { owner, inputs: owner === "mine" ? this.#form.read() : this.kept };
  }

  /** Put what is the reader's into the workbook. */
  keep() {
    if (this.#ownerSwitch.owner === "mine") this.#store(this.#form.read());
  }

  #store(inputs: Inputs) {
    if (!this.#calculator) return;
    this.isKeeping = true;
    workbook.keep(this.#calculator, inputs);
    this.isKeeping = false;
  }

  /** The reader typed or chose something. */
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
   * The reader begins with his own in a household's numbers or in empty boxes.
   *
   * @param control what he typed into
   */
  takeOver(control?: Control) {
    const before = this.#previous;
    const ownerSwitch = this.#ownerSwitch;
    ownerSwitch.takeOver(this.kept, control);
    this.#showInCurrency();
    ownerSwitch.isChosen = true;
    this.#changed();
    if (before.owner === "household") this.#offerUndo(strings.notTheirs(ownerSwitch.household), before);
    else if (Object.keys(before.inputs).length > 0) this.#offerUndo(strings.BEGUN_ANEW, before);
    this.#place = control ? document.activeElement : null;
  }

  /** A field follows its lender again. */
  restorePrefill(name: string, source: string) {
    const before = this.#previous;
    this.#form.touched.delete(name);
    this.#changed();
    this.#offerUndo(strings.prefillRestored(source), before);
  }

  /** Show other numbers; nothing is kept or lost by that. */
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
