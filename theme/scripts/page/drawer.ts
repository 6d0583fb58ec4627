/**
 * The button for the drawer with the list of pages, in a narrow window. Material's can be clicked, but not reached with the keyboard. Without
 * this script the drawer stays as Material made it, so that the keyboard reaches its links (layout/page.css).
 */
export function startDrawer() {
  const button = document.querySelector<HTMLElement>(".md-header [for=__drawer]");
  const drawer = document.querySelector<HTMLInputElement>("#__drawer");
  if (!button || !drawer) return;
  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  button.setAttribute("role", "button");
  button.setAttribute("aria-label", "Menu");
  button.tabIndex = 0;
  tell();
  drawer.addEventListener("change", tell);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // Material clicks a label on Enter, too
    drawer.click();
    const list = [...document.querySelectorAll(".md-nav--primary, .md-nav__toggle:checked ~ .md-nav")].at(-1); // within all others
    for (const entry of list?.querySelectorAll<HTMLElement>("[tabindex], a.md-nav__link") ?? []) {
      entry.focus(); // which a hidden one does not take
      if (document.activeElement === entry) break;
    }
  });
  document.addEventListener("focusin", ({ target }) => {
    if (drawer.checked && !(target as Element).closest(".md-sidebar--primary, .md-header [for=__drawer]")) drawer.click();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
}
