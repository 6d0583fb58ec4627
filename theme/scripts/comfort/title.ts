import type { Parts } from "../calculator/parts.ts";

/** The page's own title, and the one with a headline in front of it. */
let written = { plain: "", title: "" };
/** The calculator that the reader used last. */
let used: HTMLElement | null = null;

/** Remember the calculator that the reader is using, whose headline the title shows on a page with several. */
export function noteUse(root: HTMLElement) {
  used = root;
}

/** Put the headline of the reader's own outcome before the page's title. */
export function showInTitle(root: HTMLElement, parts: Parts) {
  if (root !== calculatorOfTitle()) return;
  const plain = document.title === written.title ? written.plain : document.title; // instant navigation may have changed it
  const headline = isOwn(parts) ? (root.querySelector(".ug-headline-number")?.textContent ?? "").replace(/\s+/g, " ").trim() : "";
  const title = headline ? `${headline} · ${plain}` : plain;
  written = { plain, title };
  if (document.title !== title) document.title = title;
}

/** The only calculator of the page, or the one used last. */
function calculatorOfTitle() {
  const all = document.querySelectorAll<HTMLElement>("gig-calculator:not([data-play])");
  return all.length === 1 ? all[0] : used?.isConnected ? used : null;
}

/** Whether the outcome is for numbers of the reader's, typed here or kept by other calculators. */
export function isOwn({ ownerSwitch, answerLabel, form, prefills }: Parts) {
  const hasNumbers = form.touched.size > 0 || Object.keys(prefills.current).length > 0;
  return ownerSwitch.owner === "mine" && answerLabel.fits && hasNumbers;
}
