import { late } from "../shared/assets.js";
import * as words from "../shared/words.js";

/** @typedef {import("../runtime/messages.js").ChartSpecs} ChartSpecs */
/** @typedef {typeof import("./charts.js").LiveCharts} Library */

/** The pictures of one outcome: those that the build drew, until the reader's numbers differ from theirs. */
export class Pictures {
  #outcome;
  /** @type {InstanceType<Library> | null} */
  #live = null;
  /** @type {ChartSpecs[]} */
  #specs = [];

  /** @param {Element} outcome the slot with the figures */
  constructor(outcome) {
    this.#outcome = outcome;
  }

  /** @param {ChartSpecs[]} specs @param {boolean} changed whether the outcome differs from the one before */
  async show(specs, changed) {
    if (specs.length === 0 || (!changed && this.#specs.length === 0)) return;
    this.#specs = specs;
    try {
      /** @type {Library} */
      const Live = await late("charts", "ugCharts"); // large, so it comes only when a picture has to change
      this.#replace(false);
      this.#live ??= new Live(this.#outcome);
      this.#live.show(this.#specs);
    } catch (error) {
      console.error(`charts: ${error}`);
      this.#replace(true);
    }
  }

  /** Without the library a picture of other numbers must not pass for the reader's: a sentence stands in its place. @param {boolean} lost */
  #replace(lost) {
    for (const slot of this.#outcome.querySelectorAll('[data-slot="chart"]')) {
      slot.querySelector(":scope > p")?.remove();
      for (const picture of /** @type {Iterable<HTMLElement>} */ (slot.children)) picture.hidden = lost;
      if (lost) slot.append(Object.assign(document.createElement("p"), { textContent: words.NO_PICTURE }));
    }
  }

  stop() {
    this.#live?.stop();
    this.#specs = [];
  }
}
