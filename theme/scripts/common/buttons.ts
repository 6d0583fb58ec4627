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
