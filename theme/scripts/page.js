import { assets, folder, loadScript } from "./assets.js";
import { GigCalculator } from "./calculator.js";
import { python } from "./python.js";
import { workbook } from "./workbook.js";

/** The one script of every page. Without it, or in a browser that does not know its parts, the page is whole as it is. */

/** The workbook's own page: what it needs comes only there. */
class GigWorkbook extends HTMLElement {
  /** @type {{stop(): void} | undefined} */
  #page;

  async connectedCallback() {
    await loadScript(assets?.workbook ?? "");
    const { ugWorkbook } = /** @type {{ugWorkbook: import("./workbook-page.js").Show}} */ (/** @type {any} */ (globalThis));
    if (this.isConnected) this.#page = ugWorkbook(this, workbook, python);
  }

  disconnectedCallback() {
    this.#page?.stop();
  }
}

/** A workbook of an older schema is read by Python, which knows how it was. */
async function bringUpToDate() {
  const text = workbook.older;
  if (text !== null) workbook.bringUpToDate(text, await python.open(text));
}

if (!customElements.get("gig-calculator")) {
  customElements.define("gig-calculator", GigCalculator);
  customElements.define("gig-workbook", GigWorkbook);
  if (folder && assets?.store) folder.shelf(assets.store).then((shelf) => shelf && workbook.moveTo(shelf));
  workbook.watch(bringUpToDate);
  bringUpToDate();
}
