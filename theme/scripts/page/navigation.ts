/**
 * Lets Material swap pages in place at whatever address the site is served from, so that one started Python serves them all.
 *
 * By itself Material does that only for addresses that sitemap.xml lists, which are those of the one address that the site was built for,
 * if it was built for any. Links to other pages of this site that Material leaves to the browser are handed to it here, through the
 * `location$` that it gives to the scripts of a site.
 */

export type Location$ = { next(url: URL): void };

/** Where the site's first page is: the page script, of which this is a part, lies in assets/ug/ below it. */
const site = new URL("../../", (document.currentScript as HTMLScriptElement).src);

/** Whether an address is a page of this site, not a file such as the download. */
const isPage = ({ origin, pathname }: URL) =>
  origin === location.origin && pathname.startsWith(site.pathname) && !/\.(?!html$)[^/]*$/.test(pathname);

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
    history.pushState(null, "", url);
    location$.next(url);
  }
}

/** From now on; a page that was opened as a file is always left as a whole. */
export function swapPagesInPlace() {
  if (location.protocol !== "file:") document.addEventListener("click", swapInPlace);
}
