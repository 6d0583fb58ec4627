import { GigCalculator } from "../../components/calculator/script.ts";
import { assets, folder, loadOnce } from "../common/assets.ts";
import { swapPagesInPlace } from "./navigation.ts";
import { pyodide, workbook } from "./services.ts";

/** The script of every page. Without it, or in a browser too old for it, the page is still complete. */

/** Resolved once the workbook has its final storage, which the folder edition may have to find first. */
const storageReady = Promise.resolve(
  folder && assets?.store && folder.storage(assets.store).then((storage) => storage && workbook.moveTo(storage)),
);

/** An element whose script is loaded only by pages that use it. */
const lazyElement = (name: "ugWorkbook" | "ugReading") =>
  class extends HTMLElement {
    #part: { stop(): void } | undefined;

    async connectedCallback() {
      const show = await loadOnce(name);
      if (this.isConnected) this.#part ??= show(this, { workbook, pyodide, storageReady });
    }

    disconnectedCallback() {
      this.#part?.stop();
      this.#part = undefined;
    }
  };

/** Have Python migrate a workbook of an older schema. */
async function bringUpToDate() {
  const text = workbook.older;
  if (text !== null) workbook.bringUpToDate(text, await pyodide.open(text));
}

if (!customElements.get("gig-calculator")) {
  swapPagesInPlace();
  customElements.define("gig-calculator", GigCalculator);
  customElements.define("gig-workbook", lazyElement("ugWorkbook"));
  customElements.define("gig-reading", lazyElement("ugReading"));
  workbook.watch(bringUpToDate);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // the focused control would not be overwritten
    workbook.readAgain();
  });
  bringUpToDate();
}
