import { loadOnce } from "../../scripts/common/assets.ts";
import * as strings from "../../scripts/common/strings.ts";
import type { ChartSpecs } from "../../scripts/runtime/worker-protocol.ts";
import type { LiveCharts } from "./script.ts";

/** The pictures of an outcome: those that the build drew, until the numbers differ. */
export class Pictures {
  #outcome;
  #live: LiveCharts | null = null;
  #specs: ChartSpecs[] = [];
  /** The specifications of the pictures that the build drew. */
  #built: ChartSpecs[] = [];

  /** @param outcome the slot with the figures */
  constructor(outcome: Element) {
    this.#outcome = outcome;
    outcome.addEventListener("click", this.#wake);
  }

  /** Draw what the build drew once more, live, when the reader taps it, and show what stands at that point. */
  #wake = async (event: Event) => {
    if (!(event.target as Element).closest('[data-slot="chart"]')) return;
    await this.show(this.#built, true);
    this.#live?.point(event as PointerEvent);
  };

  /** @param changed whether the outcome differs from the one before */
  async show(specs: ChartSpecs[], changed: boolean) {
    this.#built = this.#specs.length ? [] : specs;
    if (specs.length === 0 || (!changed && this.#specs.length === 0)) return;
    this.#specs = specs;
    try {
      const Live = await loadOnce("ugCharts"); // large, so loaded only when a picture has to change
      this.#replace(false);
      this.#live ??= new Live(this.#outcome);
      await this.#live.show(this.#specs);
    } catch (error) {
      console.error(`charts: ${error}`);
      this.#replace(true);
    }
  }

  /** Hide pictures that do not fit the numbers, and say so, when the library could not be loaded. */
  #replace(lost: boolean) {
    for (const slot of this.#outcome.querySelectorAll('[data-slot="chart"]')) {
      slot.querySelector(":scope > p")?.remove();
      for (const picture of slot.children as Iterable<HTMLElement>) picture.hidden = lost;
      if (lost) slot.append(Object.assign(document.createElement("p"), { textContent: strings.NO_PICTURE }));
    }
  }

  stop() {
    this.#outcome.removeEventListener("click", this.#wake);
    this.#live?.stop();
    this.#specs = [];
  }
}
