import type { ChartSpecs } from "../runtime/worker-protocol.ts";
import { loadOnce } from "../shared/assets.ts";
import * as strings from "../shared/strings.ts";
import type { LiveCharts } from "./charts.ts";

/** The pictures of one outcome: those that the build drew, until the reader's numbers differ from theirs. */
export class Pictures {
  #outcome;
  #live: LiveCharts | null = null;
  #specs: ChartSpecs[] = [];

  /** @param outcome the slot with the figures */
  constructor(outcome: Element) {
    this.#outcome = outcome;
  }

  /** @param changed whether the outcome differs from the one before */
  async show(specs: ChartSpecs[], changed: boolean) {
    if (specs.length === 0 || (!changed && this.#specs.length === 0)) return;
    this.#specs = specs;
    try {
      const Live = await loadOnce("charts", "ugCharts"); // large, so it comes only when a picture has to change
      this.#replace(false);
      this.#live ??= new Live(this.#outcome);
      this.#live.show(this.#specs);
    } catch (error) {
      console.error(`charts: ${error}`);
      this.#replace(true);
    }
  }

  /** Without the library a picture of other numbers must not pass for the reader's: a sentence stands in its place. */
  #replace(lost: boolean) {
    for (const slot of this.#outcome.querySelectorAll('[data-slot="chart"]')) {
      slot.querySelector(":scope > p")?.remove();
      for (const picture of slot.children as Iterable<HTMLElement>) picture.hidden = lost;
      if (lost) slot.append(Object.assign(document.createElement("p"), { textContent: strings.NO_PICTURE }));
    }
  }

  stop() {
    this.#live?.stop();
    this.#specs = [];
  }
}
