/** @param action put into data-action, for the click handlers */
export function makeButton(label: string, action: string) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ug-button";
  button.dataset.action = action;
  button.textContent = label;
  return button;
}

export function makeLink(url: string, label: string) {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = label;
  return link;
}

/** Leave the focus in the edited field while the strip is pressed: without it the strip would go before the tap ends. */
export function keepFocus(event: Event) {
  if (event.target instanceof Element && event.target.closest(".ug-strip")) event.preventDefault();
}

/** Whatever is being pressed, and gets a click if the press ends on it. */
const PRESSED = ":is(a, button, summary, [type=checkbox], [type=radio]):active";

/**
 * Run a function that moves parts of the page, but not in the middle of a press: what is pressed would move away and get no click.
 *
 * @param act what to run
 * @param most how often to wait at most, in case a browser never ends the press
 */
export function afterPress(act: () => void, most = 100) {
  if (most && document.querySelector(PRESSED)) setTimeout(() => afterPress(act, most - 1), 20);
  else act();
}
