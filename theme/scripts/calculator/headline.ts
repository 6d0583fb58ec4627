/** Tell the style sheet how much of the outcome's first block, with its headline in view, may slide away. */
export function watchHeadline(root: HTMLElement) {
  const parts = root.querySelectorAll("[data-slot=outcome],.ug-outcome-first,.ug-headline");
  const [slot, first, headline] = parts as unknown as [HTMLElement, HTMLElement, HTMLElement];
  // Not on the root, since the browser computes the style of each element inside again.
  new ResizeObserver(() => slot.style.setProperty("--ug-above", `${first.offsetHeight - headline.offsetHeight}px`)).observe(first);
}
