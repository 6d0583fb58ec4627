import { loadOnce } from "../common/assets.ts";
import { makeButton } from "../common/buttons.ts";
import { CAUSES } from "../common/strings.ts";
import type { services } from "../page/services.ts";
import type { ChartSpecs, Request } from "../runtime/worker-protocol.ts";
import * as strings from "./strings.ts";

/** The long version on paper: every calculator that the reader has used, in pages below the workbook. Loaded when it is asked for. */

type Services = Pick<typeof services, "workbook" | "pyodide">;
type Page = Request & { title: string };

/** Whether the pages are being prepared. */
let isPreparing = false;

/**
 * Show the pages below the workbook and open the print window.
 *
 * @param element the workbook
 * @param pages what each calculator is computed from, with its title
 * @param say writes into the workbook's status line
 */
async function printEverything(element: HTMLElement, services: Services, pages: Page[], say: (text: string) => void) {
  if (!pages.length) return say(strings.NOTHING_TO_PRINT);
  if (isPreparing) return;
  isPreparing = true;
  const failure = await prepare(element, services, pages, say).catch(() => CAUSES.network);
  isPreparing = false;
  if (failure !== undefined) return say(failure);
  await document.fonts.ready;
  print();
}

/** Show the pages. Returns a sentence if Python failed. */
async function prepare(element: HTMLElement, { pyodide, workbook }: Services, pages: Page[], say: (text: string) => void) {
  pyodide.retry();
  const content = document.createElement("div");
  const parts: [HTMLElement, ChartSpecs[]][] = [];
  for (const [i, { title, ...request }] of pages.entries()) {
    say(strings.preparing(title, i + 1, pages.length));
    const answer = await pyodide.ask("printed", request);
    if (!answer) return CAUSES[pyodide.failure?.cause ?? "fault"];
    const part = content.appendChild(document.createElement("div"));
    part.innerHTML = answer.html ?? ""; // from our own templates, with every value escaped
    parts.push([part, answer.charts ?? []]);
  }
  const arePictures = await drawAll(parts).then(
    () => true,
    () => false,
  );
  if (!element.isConnected) return;
  document.querySelector(".ug-printed")?.remove();
  const section = document.createElement("section");
  section.className = "ug-printed";
  section.setAttribute("aria-labelledby", "ug-printed-title");
  section.dataset.mdColorScheme = "default"; // the colors of paper, whatever those of the page are
  section.dataset.mdColorMedia = "";
  section.append(cover(element, pages), content);
  element.closest(".md-content__inner")?.append(section);
  const stop = workbook.watch(() => section.remove()); // the numbers are no longer these
  section.querySelector("[data-action=close]")?.addEventListener("click", () => {
    stop();
    section.remove();
    element.querySelector<HTMLElement>("[data-action=print-all]")?.focus();
    say("");
  });
  section.querySelector("[data-action=print]")?.addEventListener("click", () => print());
  say(arePictures ? strings.READY : strings.NO_PICTURES);
}

/** Draw each part's charts, as vectors whose colors are those of the page. */
async function drawAll(parts: [HTMLElement, ChartSpecs[]][]) {
  const Charts = await loadOnce("ugCharts");
  for (const [part, charts] of parts) {
    for (const chart of charts) {
      const slot = part.querySelector(`[data-chart="${CSS.escape(chart.name)}"] [data-slot="chart"]`);
      if (!slot) continue;
      const box = document.createElement("div");
      box.className = "ug-chart-wide";
      box.innerHTML = await Charts.picture(chart.wide);
      slot.replaceChildren(box);
    }
  }
}

/** The first page: what this is, where the reader lives, the day and the edition, and what follows. */
function cover(element: HTMLElement, pages: Page[]) {
  const part = document.createElement("header");
  part.className = "ug-printed-cover";
  const title = part.appendChild(document.createElement("h2"));
  title.id = "ug-printed-title";
  title.textContent = strings.TITLE;
  const day = new Date().toLocaleDateString("en", { dateStyle: "long" });
  const said = part.appendChild(document.createElement("p"));
  said.textContent = strings.about(placeOf(element), day, element.dataset.edition ?? "");
  const contents = part.appendChild(document.createElement("h3"));
  contents.textContent = strings.CONTENTS;
  const list = part.appendChild(document.createElement("ol"));
  list.append(...pages.map((page) => Object.assign(document.createElement("li"), { textContent: page.title })));
  const buttons = part.appendChild(document.createElement("p"));
  buttons.className = "ug-printed-buttons";
  buttons.append(makeButton(strings.PRINT, "print"), " ", makeButton(strings.CLOSE, "close"));
  return part;
}

/** The country and the region that the reader has named: "United States, Ohio". */
function placeOf(element: HTMLElement) {
  const chosen = (selector: string) => {
    const select = element.querySelector<HTMLSelectElement>(selector);
    return select?.value ? (select.selectedOptions[0]?.textContent?.trim() ?? "") : "";
  };
  const country = element.querySelector<HTMLSelectElement>("[data-about=country]")?.value ?? "";
  const region = country && chosen(`[data-for="${CSS.escape(country)}"] [data-about=region]`);
  return [chosen("[data-about=country]"), region].filter(Boolean).join(", ");
}

declare global {
  var ugPrinted: typeof printEverything | undefined;
}

globalThis.ugPrinted = printEverything;
