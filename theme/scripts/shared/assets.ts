import type {} from "../offline/folder.ts";

/** Where this site's own files lie, and the workbook's schema when it is not the first. */
export interface Assets {
  worker: string;
  charts: string;
  workbook: string;
  reading: string;
  "what-if": string;
  choices: string;
  stdlib: string;
  wasm: string;
  store?: string;
  schema?: number;
}

/**
 * Read what the build wrote into the page. The addresses there are relative to that page, and the reader may move on to another
 * without this script being loaded again, so they are made absolute at once.
 *
 * @returns null on a page without calculators' files
 */
function read(): Assets | null {
  const text = document.getElementById("ug-assets")?.textContent;
  if (!text) return null;
  return JSON.parse(text, (_, value) => (typeof value === "string" ? new URL(value, document.baseURI).href : value));
}

export const assets = read();

/** There in the folder edition only, where nothing can be fetched. */
export const folder = globalThis.ugFolder;

/**
 * A page of this site, found in its own navigation.
 *
 * @param id of a calculator, or "workbook"
 */
export function pageOf(id: string): { title: string; url: string } | null {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".md-nav a[href]")) {
    const path = link.pathname.replace(/(\/index)?\.html$|\/$/, "");
    if (path.endsWith(`/${id}`)) return { title: link.textContent?.trim() || id, url: link.href };
  }
  return null;
}

/** Make links of the titles that name a page of this site; `morph` leaves them so. */
export function linkPages(root: Element) {
  for (const link of root.querySelectorAll<HTMLAnchorElement>("a[data-page]")) {
    const page = pageOf(link.dataset.page ?? "");
    if (page) link.href = page.url;
  }
}

export function loadScript(src: string): Promise<void> {
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

/** Scripts that are loading. */
const coming = new Map<string, Promise<void>>();

/** What the scripts of their own put on the window; each declares its name. */
type LazyGlobal = "ugCharts" | "ugWorkbook" | "ugReading" | "ugWhatIf" | "ugChoices";

/** Load a script of its own when it is first needed, and return what it put on the window. */
export async function loadOnce<Name extends LazyGlobal>(
  script: "charts" | "workbook" | "reading" | "what-if" | "choices",
  name: Name,
): Promise<NonNullable<(typeof globalThis)[Name]>> {
  if (!globalThis[name]) {
    const load = coming.get(script) ?? loadScript(assets?.[script] ?? "");
    coming.set(script, load);
    await load.finally(() => coming.delete(script)); // one that did not come is asked for again
  }
  return globalThis[name] as NonNullable<(typeof globalThis)[Name]>;
}
