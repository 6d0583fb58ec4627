import type { Inputs } from "../runtime/messages.ts";
import { late } from "../shared/assets.ts";
import * as words from "../shared/words.ts";
import { workbook } from "../workbook/workbook.ts";
import type { Control } from "./fields.ts";
import type { Form } from "./form.ts";
import type { Status } from "./status.ts";
import type { Owner, Whose } from "./whose.ts";

/** What can be gone back to: whose numbers stood in the form, and the reader's own then. */
export type Before = { owner: Owner; inputs: Inputs };

/** What the reader does to the numbers in a form. Where it replaces more than what is typed, it can be undone until the next change. */
export class Changes {
  #element;
  #form;
  #whose;
  #status;
  #calculator;
  #changed;
  /** As it was after the last change. */
  #before: Before = { owner: "mine", inputs: {} };
  /** The control whose first key made the offer that stands: what else is typed into it belongs to that. */
  #place: Element | null = null;
  /** The change that is told of leaves the offer standing. */
  keepsOffer = false;
  /** This calculator itself is writing into the workbook. */
  isKeeping = false;

  /** @param calculator whose numbers the workbook keeps; "" for none */
  constructor(
    { element, form, whose, status }: { element: HTMLElement; form: Form; whose: Whose; status: Status },
    calculator: string,
    changed: () => void,
  ) {
    this.#element = element;
    this.#form = form;
    this.#whose = whose;
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
    const whose = this.#whose;
    const owner = whose.isChosen ? whose.owner : whose.first(this.kept);
    if (owner === "mine" && whose.owner === "mine") this.#form.write(this.kept);
    else if (!whose.isChosen) whose.show(owner, this.kept);
    this.settle();
    this.#inMoney();
  }

  /** What nobody has typed stands in the reader's money, but for a household's. */
  async #inMoney() {
    if (!this.#element.dataset.abroad || this.#whose.owner !== "mine") return;
    const choices = await late("choices", "ugChoices");
    if (this.#whose.owner === "mine") choices.inMoney(this.#element, this.#form);
  }

  /** The form has changed: what comes next can go back to this. */
  settle() {
    const { owner } = this.#whose;
    this.#before = { owner, inputs: owner === "mine" ? this.#form.read() : this.kept };
  }

  /** Put what is the reader's into the workbook. */
  keep() {
    if (this.#whose.owner === "mine") this.#hold(this.#form.read());
  }

  #hold(inputs: Inputs) {
    if (!this.#calculator) return;
    this.isKeeping = true;
    workbook.keep(this.#calculator, inputs);
    this.isKeeping = false;
  }

  /** The reader typed or chose something. */
  typed(control: Control) {
    if (this.#whose.owner !== "mine") return this.takeOver(control);
    const was = this.#before;
    const isRefilled = this.#form.typed(control);
    this.keepsOffer = control === this.#place && !isRefilled;
    this.#changed();
    this.keepsOffer = false;
    if (isRefilled && control instanceof HTMLSelectElement) this.#offer(words.refilled(control.selectedOptions[0]?.label ?? ""), was);
  }

  /**
   * The reader begins with his own in a household's numbers or in empty boxes.
   *
   * @param control what he typed into
   */
  takeOver(control?: Control) {
    const was = this.#before;
    const whose = this.#whose;
    whose.takeOver(this.kept, control);
    this.#inMoney();
    whose.isChosen = true;
    this.#changed();
    if (was.owner === "household") this.#offer(words.notTheirs(whose.household), was);
    else if (Object.keys(was.inputs).length > 0) this.#offer(words.BEGUN_ANEW, was);
    this.#place = control ? document.activeElement : null;
  }

  /** A field follows its lender again. */
  relink(name: string, lender: string) {
    const was = this.#before;
    this.#form.touched.delete(name);
    this.#changed();
    this.#offer(words.relinked(lender), was);
  }

  /** Show other numbers; nothing is kept or lost by that. */
  switchTo(owner: Owner) {
    this.#whose.isChosen = true;
    this.#whose.show(owner, this.kept);
    this.#inMoney();
    this.#changed();
  }

  #offer(text: string, was: Before) {
    const place = document.activeElement;
    this.#place = null;
    this.#status.offer(text, () => {
      if (was.owner !== "mine") this.#hold(was.inputs);
      this.#whose.show(was.owner, was.inputs);
      this.#inMoney();
      this.#changed();
      if (place instanceof HTMLElement && place.isConnected) place.focus();
    });
  }
}
