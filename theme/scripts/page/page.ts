import { loadOnce } from "../common/assets.ts";
import { swapPagesInPlace } from "./navigation.ts";
import { services } from "./services.ts";

/** The script of every page. Without it, or in a browser too old for it, the page is still complete. */

/** An element whose script is loaded only by pages that use it. */
const lazyElement = (name: "ugCalculator" | "ugWorkbook" | "ugReading" | "ugExplorable" | "ugAbout") =>
  class extends HTMLElement {
    #part: { stop(): void } | undefined;

    async connectedCallback() {
      const show = await loadOnce(name);
      if (this.isConnected) this.#part ??= show(this, services);
    }

    disconnectedCallback() {
      this.#part?.stop();
      this.#part = undefined;
    }
  };

/** Have Python migrate a workbook of an older schema. */
async function bringUpToDate() {
  const { workbook, pyodide } = services;
  const text = workbook.older;
  if (text !== null) workbook.bringUpToDate(text, await pyodide.open(text));
}

if (!customElements.get("gig-calculator")) {
  const { workbook } = services;
  swapPagesInPlace();
  customElements.define("gig-calculator", lazyElement("ugCalculator"));
  customElements.define("gig-workbook", lazyElement("ugWorkbook"));
  customElements.define("gig-reading", lazyElement("ugReading"));
  customElements.define("gig-explorable", lazyElement("ugExplorable"));
  customElements.define("gig-about", lazyElement("ugAbout"));
  workbook.watch(bringUpToDate);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // the focused control would not be overwritten
    workbook.readAgain();
  });
  bringUpToDate();
}
