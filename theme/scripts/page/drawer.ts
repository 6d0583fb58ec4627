/**
 * The button for the drawer with the list of pages, in a narrow window. Material has a label in its place, which the keyboard cannot reach. Without
 * this script the drawer stays as Material made it, so that the keyboard reaches its links (layout/page.css).
 */
export function startDrawer() {
  const label = document.querySelector(".md-header [for=__drawer]");
  const drawer = document.querySelector<HTMLInputElement>("#__drawer");
  if (!label || !drawer) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} ug-menu`;
  button.ariaLabel = "Menu";
  button.append(...label.childNodes);
  label.replaceWith(button);
  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  tell();
  drawer.addEventListener("change", tell);
  button.addEventListener("click", ({ detail }) => {
    drawer.click();
    if (detail === 0 && drawer.checked) focusList(); // not with a mouse or a finger
  });
  document.addEventListener("focusin", ({ target }) => {
    if (drawer.checked && target !== button && !(target as Element).closest(".md-sidebar--primary")) drawer.click();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
}

/** Go to the first entry of the list that is shown, which may be within another. */
function focusList() {
  const list = [...document.querySelectorAll(".md-nav--primary, .md-nav__toggle:checked ~ .md-nav")].at(-1);
  for (const entry of list?.querySelectorAll<HTMLElement>("[tabindex], a.md-nav__link") ?? []) {
    entry.focus(); // which a hidden one does not take
    if (document.activeElement === entry) return;
  }
}
