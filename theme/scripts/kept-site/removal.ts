import { removeCaches } from "./release.ts";

/** Removes the kept site from this browser. */

/** The site's root: the script that this is part of is served from assets/ug/ below it. */
export const site = new URL("../../", (document.currentScript as HTMLScriptElement).src);

/** Dispatched on the window when the site is about to be removed. */
export const REMOVED = "gig:site-removed";

/**
 * Remove the service worker and everything that it stored. It answers this document until that is closed, but stores nothing any more.
 */
export async function removeSite(): Promise<void> {
  if (site.protocol === "file:") return;
  dispatchEvent(new Event(REMOVED));
  try {
    const registration = await navigator.serviceWorker.getRegistration(site.href);
    if (registration?.scope === site.href) await registration.unregister();
    await removeCaches(site);
  } catch {
    // A browser without them, or that refuses them, keeps nothing.
  }
}
