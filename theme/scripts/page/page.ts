import { GigCalculator } from "../calculator/calculator.ts";
import { assets, folder, loadOnce } from "../shared/assets.ts";
import { swapPagesInPlace } from "./navigation.ts";
import { pyodide, workbook } from "./services.ts";

/** The one script of every page. Without it, or in a browser that does not know its parts, the page is whole as it is. */

/** When the workbook lies where it is to be: in the folder edition that may be in another page. */
const storageReady = Promise.resolve(
  folder && assets?.store && folder.storage(assets.store).then((storage) => storage && workbook.moveTo(storage)),
);

/** An element whose script comes only to the pages that have it. */
const lazyElement = (script: "workbook" | "reading", name: "ugWorkbook" | "ugReading") =>
  class extends HTMLElement {
    #part: { stop(): void } | undefined;

    async connectedCallback() {
      const show = await loadOnce(script, name);
      if (this.isConnected) this.#part ??= show(this, { workbook, pyodide, storageReady });
    }

    disconnectedCallback() {
      this.#part?.stop();
      this.#part = undefined;
    }
  };

/** A workbook of an older schema is read by Python, which knows how it was. */
async function bringUpToDate() {
  const text = workbook.older;
  if (text !== null) workbook.bringUpToDate(text, await pyodide.open(text));
}

if (!customElements.get("gig-calculator")) {
  swapPagesInPlace();
  customElements.define("gig-calculator", GigCalculator);
  customElements.define("gig-workbook", lazyElement("workbook", "ugWorkbook"));
  customElements.define("gig-reading", lazyElement("reading", "ugReading"));
  workbook.watch(bringUpToDate);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // what the reader is in is not written over
    workbook.readAgain();
  });
  bringUpToDate();
}
