import { GigCalculator } from "../calculator/calculator.js";
import { python } from "../runtime/python.js";
import { assets, folder, late } from "../shared/assets.js";
import { workbook } from "../workbook/workbook.js";
import { swapPagesInPlace } from "./navigation.js";

/** The one script of every page. Without it, or in a browser that does not know its parts, the page is whole as it is. */

/** When the workbook lies where it is to be: in the folder edition that may be in another page. */
const settled = Promise.resolve(folder && assets?.store && folder.shelf(assets.store).then((shelf) => shelf && workbook.moveTo(shelf)));

/** @typedef {(element: HTMLElement, kept: {workbook: typeof workbook, python: typeof python, settled: Promise<unknown>}) => {stop(): void}} Show */

/**
 * An element whose script comes only to the pages that have it.
 *
 * @param {"workbook" | "reading"} script @param {"ugWorkbook" | "ugReading"} name
 */
const made = (script, name) =>
  class extends HTMLElement {
    /** @type {{stop(): void} | undefined} */
    #part;

    async connectedCallback() {
      /** @type {Show} */
      const show = await late(script, name);
      if (this.isConnected) this.#part ??= show(this, { workbook, python, settled });
    }

    disconnectedCallback() {
      this.#part?.stop();
      this.#part = undefined;
    }
  };

/** A workbook of an older schema is read by Python, which knows how it was. */
async function bringUpToDate() {
  const text = workbook.older;
  if (text !== null) workbook.bringUpToDate(text, await python.open(text));
}

if (!customElements.get("gig-calculator")) {
  swapPagesInPlace();
  customElements.define("gig-calculator", GigCalculator);
  customElements.define("gig-workbook", made("workbook", "ugWorkbook"));
  customElements.define("gig-reading", made("reading", "ugReading"));
  workbook.watch(bringUpToDate);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // what the reader is in is not written over
    workbook.readAgain();
  });
  bringUpToDate();
}
