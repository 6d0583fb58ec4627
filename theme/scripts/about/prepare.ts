import { KEY } from "../workbook/storage.ts";
import { propose } from "./proposal.ts";

/**
 * Give the panel the shape that it will have: with the fields of the reader's country, open on the first step of the path until it was
 * answered or skipped. `data-asked` says that it was.
 */
export function prepare(panel: HTMLElement) {
  let text = "";
  try {
    text = localStorage.getItem(KEY) ?? "";
  } catch {
    // nothing is stored
  }
  const answered = /"about":\{(?:"country":"(\w+)")?/.exec(text); // inside of a typed text, the quotes would be escaped
  panel.toggleAttribute("data-asked", answered !== null);
  panel.dataset.country = answered ? (answered[1] ?? "") : (propose(navigator.languages)?.country ?? "");
  const details = panel.querySelector("details");
  if (details) details.open = "always" in panel.dataset || ("first" in panel.dataset && !answered);
  panel.hidden = false;
}
