import type {} from "../runtime/early-start.ts";

/** What the service worker and the pages both know of a kept site: its release, the names of its caches, and the reader's choice. */

/** One build of the hosted edition. The build puts it in front of the service worker's script (pipeline/release.py). */
export interface Release {
  /** A hash of the files and of the service worker's script. */
  name: string;
  /** The path that the addresses in 404.html start with; a page of a known depth has relative ones. */
  base: string;
  /** For each file by its path from the site's root: the SHA-256 of its content in hexadecimal, and its size in bytes. */
  files: { [path: string]: [sha256: string, bytes: number] };
}

/** What a page sends to the service worker. */
export type ToServiceWorker = { kept: "count" | "fill" | "activate" } | { kept: "claim"; scripts: string[] };

/** What the service worker sends to the pages. */
export type FromServiceWorker =
  | { kept: "progress" | "counted"; bytes: number; of: number }
  /** A file could not be fetched or stored. */
  | { kept: "failed" }
  /** The connection is metered and the reader has not asked for the site, so this many bytes of a newer release are not fetched. */
  | { kept: "held back"; bytes: number };

/** "keep": the reader asked for the site; "remove": the reader took it away, and it is kept again only when they ask for it. */
export type Choice = "keep" | "remove";

/** How the names of this site's caches begin: sites in several folders of a host share one Cache Storage. */
export const cachePrefix = (site: URL) => `ultimate-gig ${site.pathname} `;

const choiceCache = (site: URL) => `${cachePrefix(site)}choice`;

/** Whether fetching costs the reader money, as far as the browser tells. */
export function isMetered(connection = navigator.connection): boolean {
  return Boolean(connection?.saveData || connection?.type === "cellular");
}

export async function readChoice(site: URL, storage = caches): Promise<Choice | undefined> {
  const answer = await storage.match(new URL("choice", site), { cacheName: choiceCache(site) });
  return (await answer?.text()) as Choice | undefined;
}

export async function writeChoice(choice: Choice, site: URL, storage = caches): Promise<void> {
  const cache = await storage.open(choiceCache(site));
  await cache.put(new URL("choice", site), new Response(choice));
}

/** Remove the caches of every release, and the reader's choice. */
export async function removeCaches(site: URL, storage = caches): Promise<void> {
  const ours = (await storage.keys()).filter((name) => name.startsWith(cachePrefix(site)));
  await Promise.all(ours.map((name) => storage.delete(name)));
}
