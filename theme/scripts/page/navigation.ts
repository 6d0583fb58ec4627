/**
 * Instant navigation at whatever address the site is served from, so that a started Python outlives a page.
 *
 * Material swaps pages in place only for the addresses in sitemap.xml, which are absolute. Other links within this site are passed to it
 * here, through the `location$` that it exposes to scripts.
 */

type Location$ = { next(url: URL): void };

/**
 * How long after a scroll Material writes the offset into the history, in milliseconds, with some to spare. If the address changed in
 * between, it would be taken for the offset of the next page, which would open there and not at its top or its heading.
 */
const NOTED_AFTER = 150;

/** The home page's address: the page script, which this is part of, is served from assets/ug/ below it. */
const site = new URL("../../", (document.currentScript as HTMLScriptElement).src);

/** Whether an address is a page of this site, not a file such as the download. */
const isPage = ({ origin, pathname }: URL) =>
  origin === location.origin && pathname.startsWith(site.pathname) && !/\.(?!html$)[^/]*$/.test(pathname);

/** When the page last scrolled. */
let scrolled = 0;

const noteScroll = () => {
  scrolled = performance.now();
};

function swapInPlace(event: MouseEvent) {
  const { location$ } = globalThis as unknown as { location$?: Location$ };
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!location$ || !link?.href || link.target || link.hasAttribute("download") || event.defaultPrevented) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return; // a new tab, a new window, a download
  const url = new URL(link.href);
  const samePage = url.pathname === location.pathname && url.search === location.search;
  if (!isPage(url) || (samePage && url.hash)) return;
  event.preventDefault();
  if (url.href === location.href) {
    scrollTo(0, 0);
  } else {
    setTimeout(
      () => {
        history.pushState(null, "", url);
        location$.next(url);
      },
      scrolled + NOTED_AFTER - performance.now(),
    );
  }
}

/** Turn instant navigation on, except on pages opened as files. */
export function swapPagesInPlace() {
  if (location.protocol === "file:") return;
  addEventListener("load", noteScroll); // the first offset
  document.addEventListener("scroll", noteScroll, { passive: true });
  document.addEventListener("click", swapInPlace);
}
