import { GigCalculator } from "../calculator/calculator.ts";
import { python } from "../runtime/python.ts";
import { assets, folder, late } from "../shared/assets.ts";
import { workbook } from "../workbook/workbook.ts";
import { swapPagesInPlace } from "./navigation.ts";

/** The one script of every page. Without it, or in a browser that does not know its parts, the page is whole as it is. */

/** When the workbook lies where it is to be: in the folder edition that may be in another page. */
const settled = Promise.resolve(folder && assets?.store && folder.shelf(assets.store).then((shelf) => shelf && workbook.moveTo(shelf)));

/** An element whose script comes only to the pages that have it. */
const made = (script: "workbook" | "reading", name: "ugWorkbook" | "ugReading") =>
  class extends HTMLElement {
    #part: { stop(): void } | undefined;

    async connectedCallback() {
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
