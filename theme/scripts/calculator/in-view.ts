/** Watching for what comes near the screen, and scrolling to what the keyboard has reached. */

/** How far below or above the screen counts as near: one screen, so that Python is ready when the reader gets there. */
const NEAR = "100%";

/**
 * Call a function once, when an element comes near, or into view where the reader saves data.
 *
 * @returns a function that stops watching
 */
export function whenNear(element: Element, call: () => void): () => void {
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      call();
    },
    { rootMargin: navigator.connection?.saveData ? "0px" : NEAR },
  );
  seen.observe(element);
  return () => seen.disconnect();
}

/** Show what Tab has reached, of which WebKit leaves all but the text of a box under the header. */
export function bringIntoView({ key, target }: KeyboardEvent) {
  if (key === "Tab") requestAnimationFrame(() => (target as HTMLElement).scrollIntoView({ block: "nearest" }));
}
