import { makeButton } from "../common/buttons.ts";
import { CLOSE_SHEET } from "../common/strings.ts";
import type {} from "../page/navigation.ts";

/** The sheet that is open. It has an entry of its own in the history, so that Back closes it. */
let opened: HTMLDialogElement | null = null;
/** What to do once the entry of a closed sheet is left. */
let next: (() => void) | null = null;

globalThis.ugBack = () => {
  const [sheet, then] = [opened, next];
  opened = next = null;
  if (then) then();
  else if (sheet?.isConnected) sheet.close();
  else return false;
  return true;
};

/** Close the sheet before a link in it is followed, so that its entry is gone from the history. */
function follow(event: MouseEvent, sheet: HTMLDialogElement) {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  if (!link || link.target || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  next = () => link.click();
  sheet.close();
}

/**
 * Show the outcome of a calculator in a sheet over its form: it moves into a dialog, and back when the reader closes that with its
 * button, a tap beside it, Escape, or Back.
 *
 * @param edited the control that had the focus, which gets it back
 */
function openSheet(root: HTMLElement, edited: HTMLElement | null) {
  const outcome = root.querySelector<HTMLElement>(".ug-outcome");
  if (!outcome || next || root.querySelector(".ug-sheet")) return;
  const sheet = Object.assign(document.createElement("dialog"), { className: "ug-sheet" });
  sheet.setAttribute("aria-label", outcome.getAttribute("aria-label") ?? "");
  const close = makeButton(CLOSE_SHEET, "close-sheet");
  const bar = Object.assign(document.createElement("div"), { className: "ug-sheet-bar" });
  bar.append(close);
  sheet.append(bar);
  const place = document.createElement("div"); // keeps the page below as it is
  place.style.height = `${outcome.querySelector<HTMLElement>(".ug-outcome-beside")?.offsetHeight}px`;
  outcome.replaceWith(place);
  sheet.append(outcome);
  root.append(sheet);
  sheet.addEventListener("click", ({ target }) => {
    if (target === sheet || target === close) sheet.close();
  });
  sheet.addEventListener("click", (event) => follow(event, sheet), { capture: true });
  sheet.addEventListener("close", () => {
    place.replaceWith(outcome);
    sheet.remove();
    edited?.focus({ preventScroll: true });
    if (opened !== sheet) return; // closed by Back
    opened = null;
    next ??= () => {};
    history.back();
  });
  sheet.showModal();
  history.pushState(history.state, "");
  opened = sheet;
}

declare global {
  var ugSheet: typeof openSheet | undefined;
}

globalThis.ugSheet = openSheet;
