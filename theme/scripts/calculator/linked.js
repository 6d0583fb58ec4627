import { makeButton } from "../shared/buttons.js";
import * as words from "../shared/words.js";

/** @typedef {import("../runtime/messages.js").Link} Link */

/** Values that other calculators in the workbook lend to fields which the reader has not changed here. */
export class Linked {
  #element;
  #form;
  /** @type {{[field: string]: Link}} */
  #links = {};

  /** @param {HTMLElement} element @param {import("./form.js").Form} form */
  constructor(element, form) {
    this.#element = element;
    this.#form = form;
  }

  /** Of what is lent, the values themselves: what stands in the boxes is rounded to fit. @returns {import("../runtime/messages.js").Inputs} */
  exact() {
    const lent = Object.entries(this.#links).filter(([name]) => !this.#form.touched.has(name));
    return Object.fromEntries(lent.map(([name, link]) => [name, link.value]));
  }

  /** @param {{[field: string]: Link}} links */
  show(links) {
    for (const name of this.#form.names()) {
      const link = links[name];
      const own = this.#form.touched.has(name);
      if (link && !own) this.#form.set(name, link.shown);
      else if (this.#links[name] && !own) this.#form.reset(name);
      const note = /** @type {HTMLElement | null} */ (this.#element.querySelector(`[data-linked-for="${CSS.escape(name)}"]`));
      if (note) this.#say(note, name, link, own);
    }
    this.#links = links;
  }

  /** @param {HTMLElement} note @param {string} name @param {Link | undefined} link @param {boolean} own */
  #say(note, name, link, own) {
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
