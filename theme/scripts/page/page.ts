import { assets, loadOnce } from "../common/assets.ts";
import { startColorSwitch } from "./color-switch.ts";
import { startDrawer } from "./drawer.ts";
import { keepUnmixed, renew } from "./edition.ts";
import { swapPagesInPlace } from "./navigation.ts";
import { services } from "./services.ts";

/** The script of every page. Without it, or in a browser too old for it, the page is still complete. */

const ELEMENTS = {
  calculator: "ugCalculator",
  workbook: "ugWorkbook",
  reading: "ugReading",
  explorable: "ugExplorable",
  about: "ugAbout",
  records: "ugRecords",
  "embed-chooser": "ugEmbedChooser",
} as const;

/** An element whose script is loaded only by pages that use it. */
const lazyElement = (name: (typeof ELEMENTS)[keyof typeof ELEMENTS]) =>
  class extends HTMLElement {
    #part: { stop(): void } | undefined;

    async connectedCallback() {
      const show = await loadOnce(name).catch((error) => {
        renew();
        throw error;
      });
      keepUnmixed(); // Material has changed the document's head by now
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

/** Open the link in the address, if there is one, or do what a button is for. */
async function share(button?: HTMLElement | null) {
  if (button || location.hash.startsWith("#plan=")) (await loadOnce("ugShare"))(services, button);
}

if (!customElements.get("gig-calculator")) {
  const { workbook } = services;
  startColorSwitch();
  startDrawer();
  swapPagesInPlace(() => share());
  for (const [tag, name] of Object.entries(ELEMENTS)) customElements.define(`gig-${tag}`, lazyElement(name));
  workbook.watch(bringUpToDate);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // the focused control would not be overwritten
    workbook.readAgain();
  });
  bringUpToDate();
  addEventListener("hashchange", () => share());
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-share]");
    if (button) share(button);
  });
  share();
  if (assets?.early) services.pyodide.start();
}
