/**
 * Loads the script that keeps the site for use without a network, once the page has long been there. Part of every page's head in the
 * hosted edition: a browser may say early that the site can be installed.
 */

export interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

declare global {
  /** The browser's offer to install the site, for the button on the download page. */
  var ugInstall: InstallPrompt | undefined;
}

const IDLE_MS = 4_000;

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault(); // or else the browser may offer it over the text
  globalThis.ugInstall = event as InstallPrompt;
  dispatchEvent(new Event("gig:install"));
});

const { "kept-site": path } = JSON.parse(document.getElementById("ug-assets")?.textContent ?? "");
const src = new URL(path, document.baseURI).href; // before instant navigation changes it
addEventListener("load", () => {
  const soon = document.querySelector("gig-kept-site") || navigator.serviceWorker?.controller;
  setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { src })), soon ? 0 : IDLE_MS);
});
