import { cachePrefix, type Release } from "./release.ts";

/** Media types by file name extension; a server may send others. */
const TYPES: { [extension: string]: string } = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  odt: "application/vnd.oasis.opendocument.text",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
  xml: "application/xml",
  zip: "application/zip",
};

/** The path of a page. */
const PAGE = /(^|\/)index\.html$/;

/** Files that are fetched at the same time. */
const AT_ONCE = 3;

/** Some servers send it with the status 404, wherever it is requested. */
const MISSING = "404.html";

/** Headers that describe how the server sent a file, not the file. `Vary: *` could not be cached at all. */
const OF_TRANSFER = ["content-encoding", "content-length", "vary"];

/** What comes before an address in 404.html: in an attribute, in JSON, and in a script's call. */
const BEFORE_ADDRESS = ['="', ': "', '("', ', "'];

/** A rule of the static routing API of service workers. */
export interface Route {
  condition: { urlPattern: { pathname: string; search: string }; requestMethod: "get" };
  source: { cacheName: string };
}

/** Files of a release are missing, and may not be fetched. */
export class HeldBack extends Error {
  name = "HeldBack";
  bytes: number;

  constructor(bytes: number) {
    super(`${bytes} bytes are not fetched`);
    this.bytes = bytes;
  }
}

/**
 * The files of one release in the browser's Cache Storage. A file is stored only if its content has the hash that the build wrote down, so
 * what a failing server, a login page of a Wi-Fi network or another release sends is never kept.
 */
export class ReleaseCache {
  readonly name: string;
  /** Of all files together. */
  readonly bytes: number;

  #release: Release;
  #site: URL;
  #storage: CacheStorage;
  #fetch: typeof fetch;

  /** @param site the address of the site's root */
  constructor(release: Release, site: URL, storage: CacheStorage, download: typeof fetch) {
    this.name = cachePrefix(site) + release.name;
    this.bytes = sum(Object.values(release.files));
    this.#release = release;
    this.#site = site;
    this.#storage = storage;
    this.#fetch = download;
  }

  /**
   * Find the file that an address of the site leads to.
   *
   * @returns undefined for any other address; for a folder without its final slash, the address with it
   */
  fileAt(address: string): { path: string } | { redirect: string } | undefined {
    const url = new URL(address);
    if (url.origin !== this.#site.origin || !url.pathname.startsWith(this.#site.pathname)) return undefined;
    const path = decoded(url.pathname.slice(this.#site.pathname.length));
    const { files } = this.#release;
    const page = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (Object.hasOwn(files, page)) return { path: page };
    if (!Object.hasOwn(files, `${page}/index.html`)) return undefined;
    url.pathname += "/";
    return { redirect: url.href };
  }

  /**
   * @param extend keeps the service worker alive until the file has been stored
   * @returns the response to a request for a file of this release
   */
  async respond(request: Request, path: string, extend: (work: Promise<unknown>) => void): Promise<Response> {
    const kept = await this.match(path);
    if (kept && request.cache !== "reload") return kept;
    try {
      const response = await this.#fetch(request);
      extend(this.#keep(path, response.clone()).catch(() => {})); // where there is no room, the site works without
      return kept && !response.ok ? kept : response;
    } catch (error) {
      if (kept) return kept;
      throw error;
    }
  }

  /** @returns the site's page for a missing address. Its own addresses were made for a site at `base`. */
  async missingPage(): Promise<Response> {
    const page = await this.match(MISSING);
    if (!page) return Response.error();
    let text = await page.text();
    for (const before of BEFORE_ADDRESS) text = text.replaceAll(before + this.#release.base, before + this.#site.pathname);
    return new Response(text, { status: 404, headers: page.headers });
  }

  /**
   * List rules by which a browser that knows them answers from the cache without starting the service worker: one for each page, and one
   * for each folder without pages. What is not in the cache comes from the network.
   */
  routes(): Route[] {
    const paths = Object.keys(this.#release.files);
    const [pages, others] = [paths.filter((path) => PAGE.test(path)), paths.filter((path) => !PAGE.test(path))];
    const top = (path: string) => path.slice(0, path.indexOf("/") + 1);
    const folders = new Set(others.map(top).filter((folder) => folder && !pages.some((page) => page.startsWith(folder))));
    const escaped = (path: string) => new URL(this.#key(path)).pathname.replace(/[^\w/%~-]/g, "\\$&");
    return [...pages.map(escaped), ...Array.from(folders, (folder) => `${escaped(folder)}*`)].map((pathname) => ({
      condition: { urlPattern: { pathname, search: "" }, requestMethod: "get" },
      source: { cacheName: this.name },
    }));
  }

  match(path: string): Promise<Response | undefined> {
    return this.#storage.match(this.#key(path), { cacheName: this.name });
  }

  /** @returns the number of bytes that are stored */
  async count(): Promise<number> {
    return this.bytes - sum(await this.#missing());
  }

  /**
   * Store every file that is missing: from the cache of another release if that has the same content, else from the server.
   *
   * @param mayFetch whether anything may come from the server
   * @param tell called with the number of bytes that are stored
   * @throws HeldBack when files are missing and may not be fetched; Error when a file could not be fetched, is of another release, or there
   *   is no room
   */
  async fill(mayFetch: boolean, tell: (bytes: number) => void): Promise<void> {
    const cache = await this.#storage.open(this.name);
    const missing = await this.#missing();
    let stored = this.bytes - sum(missing);
    let heldBack = 0;
    const queue = missing.values();
    const work = async () => {
      for (const { path, bytes } of queue) {
        const response = (await this.#fromOther(path)) ?? (mayFetch ? await this.#fromServer(path) : undefined);
        if (!response) {
          heldBack += bytes;
          continue;
        }
        await cache.put(this.#key(path), response);
        stored += bytes;
        tell(stored);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    if (heldBack) throw new HeldBack(heldBack);
  }

  /** Remove the caches of all other releases of this site. */
  async removeOthers(): Promise<void> {
    await Promise.all((await this.#others()).map((name) => this.#storage.delete(name)));
  }

  /** The address of a file. That of a page ends at its folder, as in links, so that the browser's own cache may have it. */
  #key(path: string) {
    return new URL(
      path
        .replace(/(^|\/)index\.html$/, "$1")
        .split("/")
        .map(encodeURIComponent)
        .join("/"),
      this.#site,
    ).href;
  }

  async #others() {
    const prefix = cachePrefix(this.#site);
    return (await this.#storage.keys()).filter((name) => name.startsWith(prefix) && name !== this.name && name !== `${prefix}choice`);
  }

  async #missing() {
    const exists = await this.#storage.has(this.name);
    const keys = exists ? await (await this.#storage.open(this.name)).keys() : [];
    const stored = new Set(keys.map(({ url }) => url));
    return Object.entries(this.#release.files)
      .filter(([path]) => !stored.has(this.#key(path)))
      .map(([path, [, bytes]]) => ({ path, bytes }));
  }

  async #fromOther(path: string): Promise<Response | undefined> {
    for (const cacheName of await this.#others()) {
      const kept = await this.#storage.match(this.#key(path), { cacheName });
      const verified = kept && (await this.#verified(path, kept));
      if (verified) return verified;
    }
    return undefined;
  }

  async #fromServer(path: string): Promise<Response> {
    for (const cache of ["default", "reload"] as const) {
      const response = await this.#fetch(this.#key(path), { cache, priority: "low", credentials: "same-origin" });
      const verified = await this.#verified(path, response);
      if (verified) return verified; // or else the browser's own cache may have had an older file
    }
    throw new Error(`${path} is not the file of this release`);
  }

  /** Store a file that a page has just been sent, unless the reader has removed the cache. */
  async #keep(path: string, response: Response) {
    const verified = await this.#verified(path, response);
    if (verified && (await this.#storage.has(this.name))) await (await this.#storage.open(this.name)).put(this.#key(path), verified);
  }

  /** @returns the file to store, or undefined when this response is not it */
  async #verified(path: string, response: Response): Promise<Response | undefined> {
    if (!response.ok && path !== MISSING) return undefined;
    const content = await response.arrayBuffer();
    if (toHex(await crypto.subtle.digest("SHA-256", content)) !== this.#release.files[path]?.[0]) return undefined;
    const headers = new Headers(response.headers);
    for (const name of OF_TRANSFER) headers.delete(name);
    headers.set("Content-Type", TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream");
    return new Response(content, { headers });
  }
}

function sum(files: (readonly [string, number] | { bytes: number })[]): number {
  return files.reduce((total, file) => total + ("bytes" in file ? file.bytes : file[1]), 0);
}

function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns the path as it is where it is not valid UTF-8 */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
