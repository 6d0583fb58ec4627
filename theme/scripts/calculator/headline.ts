/** Tell the style sheet how much of the outcome's first block, with its headline in view, may slide away. */
export function watchHeadline(root: HTMLElement) {
  const [first, headline] = root.querySelectorAll(".ug-outcome-first,.ug-headline") as unknown as [HTMLElement, HTMLElement];
  new ResizeObserver(() => root.style.setProperty("--ug-above", `${first.offsetHeight - headline.offsetHeight}px`)).observe(first);
}
