import "./memory-storage.ts";
import { loadOnce } from "../common/assets.ts";
import { allToNotation, usualNotationIn } from "../common/notation.ts";
import { services } from "../page/services.ts";
import type { Inputs } from "../runtime/worker-protocol.ts";
import { read } from "./address.ts";
import { accentColors } from "./colors.ts";

/** The script of a calculator in another site's frame. It runs where the body begins, so that the first paint has the right colors. */

const told = read(location.hash);
const { workbook, pyodide } = services;
const night = matchMedia("(prefers-color-scheme: dark)");

/** Set the colors. Without data-md-color-media the style sheet follows the system. */
function color() {
  const { body } = document;
  const { scheme, accent } = told;
  const isDark = scheme === "dark" || (scheme === "auto" && night.matches);
  if (scheme !== "auto") {
    body.dataset.mdColorMedia = scheme;
    body.dataset.mdColorScheme = scheme === "dark" ? "slate" : "default";
  }
  if (!accent) return;
  for (const [name, value] of Object.entries(accentColors(accent, isDark ? "dark" : "light"))) body.style.setProperty(name, value);
}

/** Put the author's country and inputs into the frame's workbook, where Python checks them like what is typed. */
function takeIn(calculator: string) {
  const { country, inputs } = told;
  const names = new Set([...document.querySelectorAll("[data-field]")].map((field) => field.getAttribute("data-field")));
  const known = Object.fromEntries(Object.entries(inputs).filter(([name]) => names.has(name)));
  const hasInputs = Object.keys(known).length > 0;
  if (!country && !hasInputs) return;
  const numbers = usualNotationIn(country);
  workbook.replace({
    ...workbook.book,
    numbers,
    ...(country && { about: { country } }),
    calculators: hasInputs ? { [calculator]: { inputs: allToNotation(known, numbers) as Inputs } } : {},
  });
}

/** Use the numbers of a shared link, which Python reads. Nothing of the reader's is replaced: the frame has been empty so far. */
async function takeLink() {
  if (!told.link) return;
  const answer = await pyodide.ask("openLink", { workbook: { ...workbook.book, numbers: workbook.notation }, link: told.link });
  const linked = answer?.linked;
  if (!linked) return;
  const { calculators, about, sign } = linked;
  workbook.replace({
    ...workbook.book,
    ...(about?.country && !told.country && { about }),
    ...(sign && { sign }),
    numbers: workbook.notation,
    calculators: { ...calculators, ...workbook.book.calculators },
  });
}

/** Let the link to the site carry the numbers along, which the site asks about before it uses them. */
function followWith(link: HTMLAnchorElement, calculator: string) {
  const page = link.href;
  let clock = 0;
  workbook.watch(() => {
    clearTimeout(clock);
    clock = window.setTimeout(async () => {
      const answer = await pyodide.ask("link", {
        workbook: { ...workbook.book, numbers: workbook.notation },
        parts: [calculator, "about"],
      });
      link.href = answer?.link ? `${page}#${answer.link}` : page;
    }, 500);
  });
}

/** Tell the page around the frame how high the calculator is. Any site may know that; it says nothing about the reader's numbers. */
function reportHeight(main: Element) {
  new ResizeObserver(() => {
    const height = Math.ceil(main.getBoundingClientRect().height);
    if (parent !== window) parent.postMessage({ type: "ultimate-gig:height", height }, "*");
  }).observe(main);
}

class FramedCalculator extends HTMLElement {
  async connectedCallback() {
    (await loadOnce("ugCalculator"))(this);
  }
}

color();
night.addEventListener("change", color);
document.addEventListener("DOMContentLoaded", () => {
  const main = document.querySelector("main");
  const calculator = document.querySelector<HTMLElement>("gig-calculator")?.dataset.calculator ?? "";
  if (!main || !calculator) return;
  takeIn(calculator);
  const link = main.querySelector<HTMLAnchorElement>("[data-site-page]");
  if (link) followWith(link, calculator);
  reportHeight(main);
  customElements.define("gig-calculator", FramedCalculator);
  takeLink();
});
