/**
 * Instant navigation at whatever address the site is served from, so that a started Python outlives a page.
 *
 * Material swaps pages in place only for the addresses in sitemap.xml, which are absolute. Other links within this site are passed to it
 * here, through the `location$` that it exposes to scripts.
 */

/** Material's, of the addresses that it goes to. */
type Location$ = { next(url: URL): void; subscribe(seen: (url: URL) => void): void };
/** Material's, which emits the page that is there, and then each that replaces it. */
type Document$ = { subscribe(seen: () => void): void };

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

/** The path of the page that is there, or that Material is fetching. */
let path = location.pathname;

/** When the page last scrolled, and to where. */
let scrolled = { at: 0, to: 0 };

const noteScroll = () => {
  scrolled = { at: performance.now(), to: scrollY };
};

/** Without reading the offset, for which the browser would lay out the page. */
const noteLoad = () => {
  scrolled.at = performance.now();
};

/** How long a link waits for Material's script, in milliseconds, before it loads its page, which would start another Python. */
const PATIENCE = 1000;

let going: ReturnType<typeof setTimeout> | undefined;

/** Go to a page once Material's script is there, and once the offset of this one is in the history. */
function goInPlace(url: URL, clicked = performance.now()) {
  clearTimeout(going); // of a link that was followed a moment ago
  const { location$ } = globalThis as unknown as { location$?: Location$ };
  if (scrollY !== scrolled.to) noteScroll(); // the event is still to come
  const wait = location$ ? scrolled.at + NOTED_AFTER - performance.now() : 20;
  if (!location$ && performance.now() > clicked + PATIENCE) {
    location.assign(url);
  } else if (wait > 0) {
    going = setTimeout(goInPlace, wait, url, clicked);
  } else {
    history.pushState(null, "", url);
    location$?.next(url);
  }
}

/** Follow a link within the site in place. Before Material's script is there, only a calculator's page has Python to keep. */
function follow(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.hasAttribute("download") || event.defaultPrevented) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return; // a new tab, a new window, a download
  const url = new URL(link.href);
  const samePage = url.pathname === location.pathname && url.search === location.search;
  if (!isPage(url) || (samePage && url.hash)) return;
  if (!("location$" in globalThis || document.querySelector("gig-calculator"))) return;
  event.preventDefault();
  if (!samePage) return goInPlace(url);
  if (location.hash) history.pushState(null, "", url);
  scrollTo(0, 0);
}

/** Leave a link to a heading of this page to the browser: Material takes no link with a target. */
function leaveHeading({ target }: MouseEvent) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.hash && link.href.split("#")[0] === location.href.split("#")[0]) link.target ||= "_self";
}

declare global {
  /** Does what a step in the history is for when that is not a page: closing a sheet. Returns false when it is for a page. */
  var ugBack: (() => boolean) | undefined;
}

/**
 * Keep a history step within the page from Material, which at the first one would fetch the page again and replace it, closing what is open.
 *
 * Once Material has followed a link, the browser no longer restores scroll offsets. Material keeps them in the history's state.
 */
function keepStep(event: PopStateEvent) {
  const isSheet = globalThis.ugBack?.();
  if (!isSheet && location.pathname !== path) return;
  event.stopImmediatePropagation();
  if (isSheet || history.scrollRestoration === "auto") return;
  if (event.state || !location.hash) scrollTo(0, event.state?.y ?? 0);
}

/** Go on from the top of a page that has replaced another: Tab would go on from where the link was. A heading in the address has it already. */
function focusHeading() {
  const heading = document.querySelector("h1");
  if (!heading || location.hash) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Call back after each page that replaces another, whoever navigated. Returns whether Material's script is there. */
function watchPages(replaced: () => void) {
  const { document$, location$ } = globalThis as unknown as { document$?: Document$; location$?: Location$ };
  let isReplaced = false;
  document$?.subscribe(() => {
    if (!isReplaced) return;
    focusHeading();
    replaced();
  });
  isReplaced = true;
  location$?.subscribe((url) => {
    path = url.pathname;
  });
  return document$;
}

/**
 * Turn instant navigation on, except on pages opened as files.
 *
 * @param replaced called after each page that replaces another
 */
export function swapPagesInPlace(replaced: () => void) {
  addEventListener("popstate", keepStep);
  if (location.protocol === "file:") return;
  const watch = () => watchPages(replaced) && document.removeEventListener("load", watch, true);
  document.addEventListener("load", watch, true); // of Material's script, or of another file
  document.addEventListener("load", noteLoad, true); // of Material's script, which writes the first offset then, or of another file
  document.addEventListener("scroll", noteScroll, { passive: true });
  document.addEventListener("click", leaveHeading, true);
  document.addEventListener("click", follow);
}
