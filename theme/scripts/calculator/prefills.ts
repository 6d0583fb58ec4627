import { makeButton } from "../common/buttons.ts";
import * as strings from "../common/strings.ts";
import type { Inputs, Prefill } from "../runtime/worker-protocol.ts";
import type { Form } from "./form.ts";

/** Values that other calculators in the workbook put into fields which the reader has not changed. */
export class Prefills {
  #element;
  #form;
  #prefills: Record<string, Prefill> = {};

  constructor(element: HTMLElement, form: Form) {
    this.#element = element;
    this.#form = form;
  }

  /** The exact values of prefilled fields, whose boxes show them rounded. */
  exact(): Inputs {
    const unchanged = Object.entries(this.#prefills).filter(([name]) => !this.#form.touched.has(name));
    return Object.fromEntries(unchanged.map(([name, prefill]) => [name, prefill.value]));
  }

  show(prefills: Record<string, Prefill>) {
    for (const name of this.#form.names()) {
      const prefill = prefills[name];
      const own = this.#form.touched.has(name);
      if (prefill && !own) this.#form.set(name, prefill.shown);
      else if (this.#prefills[name] && !own) this.#form.reset(name);
      const note = this.#element.querySelector<HTMLElement>(`[data-linked-for="${CSS.escape(name)}"]`);
      if (note) this.#renderNote(note, name, prefill, own);
    }
    this.#prefills = prefills;
  }

  #renderNote(note: HTMLElement, name: string, prefill: Prefill | undefined, own: boolean) {
    note.hidden = !prefill;
    if (!prefill) {
      note.replaceChildren();
    } else if (!own) {
      note.textContent = strings.prefilledFrom(prefill.named);
    } else if (!note.querySelector("button")) {
      const button = makeButton(strings.usePrefill(prefill.named), "restore-prefill");
      button.dataset.target = name;
      button.dataset.prefill = prefill.named;
      note.replaceChildren(button);
    }
  }
}
