/** Cache Storage in memory, which Node lacks. */

class MemoryCache {
  readonly entries = new Map<string, Response>();
  #limit: { bytes: number };

  constructor(limit: { bytes: number }) {
    this.#limit = limit;
  }

  async keys() {
    return [...this.entries.keys()].map((url) => new Request(url));
  }

  async put(key: RequestInfo | URL, response: Response) {
    const content = await response.clone().arrayBuffer();
    this.#limit.bytes -= content.byteLength;
    if (this.#limit.bytes < 0) throw new DOMException("no room", "QuotaExceededError");
    this.entries.set(urlOf(key), response);
  }
}

export class MemoryCaches {
  readonly caches = new Map<string, MemoryCache>();
  readonly limit = { bytes: Number.POSITIVE_INFINITY };

  async keys() {
    return [...this.caches.keys()];
  }

  async has(name: string) {
    return this.caches.has(name);
  }

  async open(name: string) {
    const cache = this.caches.get(name) ?? new MemoryCache(this.limit);
    this.caches.set(name, cache);
    return cache;
  }

  async delete(name: string) {
    return this.caches.delete(name);
  }

  async match(key: RequestInfo | URL, options?: MultiCacheQueryOptions) {
    return this.caches
      .get(options?.cacheName ?? "")
      ?.entries.get(urlOf(key))
      ?.clone();
  }

  /** This, as the type that the scripts expect. */
  get storage(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}

const urlOf = (key: RequestInfo | URL) => (key instanceof Request ? key.url : String(key));
