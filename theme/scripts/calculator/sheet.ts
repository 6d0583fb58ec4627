import { makeButton } from "../common/buttons.ts";
import { CLOSE_SHEET } from "../common/strings.ts";

/**
 * Show the outcome of a calculator in a sheet over its form: it moves into a dialog, and back when the reader closes that with its
 * button, a tap beside it, Escape, or a phone's Back, which closes a dialog first.
 *
 * @param edited the control that had the focus, which gets it back
 */
export function openSheet(root: HTMLElement, edited: HTMLElement | null) {
  const outcome = root.querySelector<HTMLElement>(".ug-outcome");
  if (!outcome || root.querySelector(".ug-sheet")) return;
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
  sheet.addEventListener("close", () => {
    place.replaceWith(outcome);
    sheet.remove();
    edited?.focus({ preventScroll: true });
  });
  sheet.showModal();
}

/** Leave the focus in the edited field while the strip is pressed: without it the strip would go before the tap ends. */
export function keepFocus(event: Event) {
  if (event.target instanceof Element && event.target.closest(".ug-strip")) event.preventDefault();
}
