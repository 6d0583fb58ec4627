import { assets } from "../common/assets.ts";

/** Editions of the site: a page, its scripts and Python have to be of the same one. */

const isOther = (html = "") => html.includes("ug/page.") && !html.includes(assets?.edition ?? "");

/** Load the page again if instant navigation has put a page of another edition in place of this one. */
export function keepUnmixed() {
  if (isOther(document.getElementById("ug-assets")?.innerHTML)) location.reload();
}

/**
 * Fetch this page's HTML again, past the browser's cache, and load it if the site has been published anew: then files of this page may be
 * gone. A kept site has its own way to a newer edition, and would answer with the older page again.
 */
export async function renew() {
  if (navigator.serviceWorker?.controller) return;
  const answer = await fetch(location.href, { cache: "reload" });
  if (answer.ok && isOther(await answer.text())) location.reload();
}
