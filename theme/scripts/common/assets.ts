import type {} from "../offline/folder.ts";
import type { Integrity } from "../runtime/worker-protocol.ts";

/** Addresses of this site's own files, and the workbook's schema unless it is the first. */
export interface Assets {
  worker: string;
  pyodide: string;
  calculator: string;
  charts: string;
  workbook: string;
  reading: string;
  explorable: string;
  "what-if": string;
  choices: string;
  days: string;
  about: string;
  records: string;
  sheet: string;
  comfort: string;
  "embed-chooser": string;
  share: string;
  qr: string;
  "snapshot-maker": string;
  spreadsheet: string;
  printed: string;
  "source-code": string;
  editor: string;
  /** The folder of the scripts that carry the figures' sources. */
  figures: string;
  stdlib: string;
  wasm: string;
  /** Of the archive and the WebAssembly together, decompressed. */
  bytes: number;
  integrity: Integrity;
  /** A digest of the addresses. */
  edition: string;
  /** In the folder edition only. */
  snapshot?: string;
  unpacker?: string;
  /** Whether Python starts with the page. */
  early?: boolean;
  store?: string;
  /** Where the hosted edition is published, if the build knows it. */
  site?: string;
  schema?: number;
}

/**
 * Read what the build wrote into the page. Its addresses are relative to that page; instant navigation keeps this script, so they are
 * made absolute at once.
 *
 * @returns null on a page without calculators' files
 */
function read(): Assets | null {
  const text = document.getElementById("ug-assets")?.textContent;
  if (!text) return null;
  return JSON.parse(text, (_, value) =>
    typeof value === "string" && !value.startsWith("sha256-") ? new URL(value, document.baseURI).href : value,
  );
}

declare global {
  var ugAssets: Assets | null | undefined;
}

if (globalThis.ugAssets === undefined) globalThis.ugAssets = read(); // by the page's script, which is the first; later ones share it
export const assets: Assets | null = globalThis.ugAssets;

/** Defined in the folder edition only, where nothing can be fetched. */
export const folder = globalThis.ugFolder;

/**
 * Find a page of this site in its navigation.
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

/** Give titles that name a page of this site its address; `morph` keeps it. */
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
const loading = new Map<string, Promise<void>>();

/** The global that each lazily loaded script defines and declares. "ugWhatIf" is that of "what-if". */
type Global =
  | "ugCalculator"
  | "ugCharts"
  | "ugWorkbook"
  | "ugReading"
  | "ugExplorable"
  | "ugWhatIf"
  | "ugChoices"
  | "ugDays"
  | "ugAbout"
  | "ugRecords"
  | "ugSheet"
  | "ugPrinted"
  | "ugSourceCode"
  | "ugEditor"
  | "ugComfort"
  | "ugEmbedChooser"
  | "ugShare"
  | "ugQr"
  | "ugSnapshotMaker"
  | "ugSpreadsheet";

/** Load a script when it is first needed, and return the global that it defines. */
export async function loadOnce<Name extends Global>(name: Name): Promise<NonNullable<(typeof globalThis)[Name]>> {
  if (!globalThis[name]) {
    const script = name
      .slice(2)
      .replace(/\B[A-Z]/g, "-$&")
      .toLowerCase() as keyof Assets;
    const load = loading.get(name) ?? loadScript(String(assets?.[script]));
    loading.set(name, load);
    await load.finally(() => loading.delete(name)); // after a failure the next call tries again
  }
  return globalThis[name] as NonNullable<(typeof globalThis)[Name]>;
}
