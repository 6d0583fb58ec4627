/**
 * @typedef {{
 *   worker: string, charts: string, workbook: string, stdlib: string, wasm: string, store?: string,
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
  /** @type {Assets} */
  const found = JSON.parse(text);
  for (const name of /** @type {const} */ (["worker", "charts", "workbook", "stdlib", "wasm", "store"])) {
    const url = found[name];
    if (url) found[name] = new URL(url, document.baseURI).href;
  }
  return found;
}

export const assets = read();

/** There in the folder edition only, where nothing can be fetched. @type {import("./folder.js").Folder | undefined} */
export const folder = /** @type {{ugFolder?: import("./folder.js").Folder}} */ (globalThis).ugFolder;

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
