/**
 * @typedef {{
 *   worker: string, charts: string, workbook: string, reading: string, "what-if": string, choices: string,
 *   stdlib: string, wasm: string, store?: string,
 *   schema?: number,
 * }} Assets Where this site's own files lie, and the workbook's schema when it is not the first.
 */

/**
 * Read what the build wrote into the page. The addresses there are relative to that page, and the reader may move on to another
 * without this script being loaded again, so they are made absolute at once.
 *
 * @returns {Assets | null} null on a page without calculators' files
 */
function read() {
  const text = document.getElementById("ug-assets")?.textContent;
  if (!text) return null;
  /** @type {{[name: string]: unknown}} */
  const found = JSON.parse(text);
  for (const [name, value] of Object.entries(found)) {
    if (typeof value === "string") found[name] = new URL(value, document.baseURI).href;
  }
  return /** @type {Assets} */ (/** @type {unknown} */ (found));
}

export const assets = read();

/** There in the folder edition only, where nothing can be fetched. @type {import("../offline/folder.js").Folder | undefined} */
export const folder = /** @type {{ugFolder?: import("../offline/folder.js").Folder}} */ (globalThis).ugFolder;

/**
 * A page of this site, found in its own navigation.
 *
 * @param {string} id of a calculator, or "workbook"
 * @returns {{title: string, url: string} | null}
 */
export function pageOf(id) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-nav a[href]"))) {
    const path = link.pathname.replace(/(\/index)?\.html$|\/$/, "");
    if (path.endsWith(`/${id}`)) return { title: link.textContent?.trim() || id, url: link.href };
  }
  return null;
}

/** Make links of the titles that name a page of this site; `paint` leaves them so. @param {Element} root */
export function linkPages(root) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll("a[data-page]"))) {
    const page = pageOf(link.dataset.page ?? "");
    if (page) link.href = page.url;
  }
}

/** @param {string} src @returns {Promise<void>} */
export function loadScript(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`could not load ${src}`));
    };
    document.head.append(script);
  });
}

/** Scripts that are on their way. @type {Map<string, Promise<void>>} */
const coming = new Map();

/**
 * What a script of its own makes of itself, loaded when it is first asked for.
 *
 * @param {"charts" | "workbook" | "reading" | "what-if" | "choices"} script @param {string} name under which it puts itself on the window
 * @returns {Promise<any>}
 */
export async function late(script, name) {
  const there = /** @type {{[name: string]: unknown}} */ (/** @type {unknown} */ (globalThis));
  if (!there[name]) {
    const load = coming.get(script) ?? loadScript(assets?.[script] ?? "");
    coming.set(script, load);
    await load.finally(() => coming.delete(script)); // one that did not come is asked for again
  }
  return there[name];
}
