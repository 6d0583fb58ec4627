import type { Inputs, Link } from "../runtime/messages.ts";
import { makeButton } from "../shared/buttons.ts";
import * as words from "../shared/words.ts";
import type { Form } from "./form.ts";

/** Values that other calculators in the workbook lend to fields which the reader has not changed here. */
export class Linked {
  #element;
  #form;
  #links: Record<string, Link> = {};

  constructor(element: HTMLElement, form: Form) {
    this.#element = element;
    this.#form = form;
  }

  /** Of what is lent, the values themselves: what stands in the boxes is rounded to fit. */
  exact(): Inputs {
    const lent = Object.entries(this.#links).filter(([name]) => !this.#form.touched.has(name));
    return Object.fromEntries(lent.map(([name, link]) => [name, link.value]));
  }

  show(links: Record<string, Link>) {
    for (const name of this.#form.names()) {
      const link = links[name];
      const own = this.#form.touched.has(name);
      if (link && !own) this.#form.set(name, link.shown);
      else if (this.#links[name] && !own) this.#form.reset(name);
      const note = this.#element.querySelector<HTMLElement>(`[data-linked-for="${CSS.escape(name)}"]`);
      if (note) this.#say(note, name, link, own);
    }
    this.#links = links;
  }

  #say(note: HTMLElement, name: string, link: Link | undefined, own: boolean) {
    note.hidden = !link;
    if (!link) {
      note.replaceChildren();
    } else if (!own) {
      note.textContent = words.from(link.named);
    } else if (!note.querySelector("button")) {
      const button = makeButton(words.instead(link.named), "relink");
      button.dataset.field = name;
      button.dataset.lender = link.named;
      note.replaceChildren(button);
    }
  }
}
