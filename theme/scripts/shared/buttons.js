/** @param {string} label @param {string} action what a click on it asks for */
export function makeButton(label, action) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ug-button";
  button.dataset.action = action;
  button.textContent = label;
  return button;
}

/** @param {string} url @param {string} label */
export function makeLink(url, label) {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = label;
  return link;
}
