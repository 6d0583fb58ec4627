import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { isMetered, type Release, readChoice, removeCaches, writeChoice } from "../../../../../theme/scripts/kept-site/release.ts";
import { HeldBack, ReleaseCache } from "../../../../../theme/scripts/kept-site/release-cache.ts";
import { MemoryCaches } from "./memory-caches.ts";

const SITE = new URL("https://example.org/some%20path/");
const PAGES = {
  "index.html": "<h1>Home</h1>",
  "404.html": '<link href="/styles/a.css"><circle r="1"/><script>{"page": "/assets/p.js"}; load("/a", "/b")</script>',
  "calculators/plan/index.html": "<h1>Plan</h1>",
  "assets/p.js": "run()",
  "assets/größe 1.wasm": "\0asm",
};

type Files = { [path: string]: string };

function releaseOf(name: string, files: Files): Release {
  const entries = Object.entries(files).map(([path, text]) => {
    const content = Buffer.from(text);
    return [path, [createHash("sha256").update(content).digest("hex"), content.length]];
  });
  return { name, base: "/", files: Object.fromEntries(entries) };
}

/** A server with these files, which records what is requested. */
function serverOf(files: Files, headers: Record<string, string> = {}) {
  const requested: string[] = [];
  const server = { files, isDown: false, requested };
  const download = async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const path = decodeURIComponent(url.pathname.slice(SITE.pathname.length)).replace(/(^|\/)$/, "$1index.html");
    requested.push(`${path} ${init?.cache ?? ""}`.trim());
    if (server.isDown) throw new TypeError("no network");
    const text = server.files[path];
    return text === undefined ? new Response("no such file", { status: 404 }) : new Response(text, { headers });
  };
  return Object.assign(server, { download: download as typeof fetch });
}

function setUp(files: Files = PAGES, name = "first", caches = new MemoryCaches()) {
  const server = serverOf(files, { "Content-Encoding": "gzip", Vary: "*", "Content-Security-Policy": "default-src 'self'" });
  return { caches, server, cache: new ReleaseCache(releaseOf(name, files), SITE, caches.storage, server.download) };
}

/** Respond to a request for a file, and wait until it has been stored. */
async function respond(cache: ReleaseCache, path: string) {
  const works: Promise<unknown>[] = [];
  const response = await cache.respond(new Request(new URL(path, SITE)), path, (work) => works.push(work));
  await Promise.all(works);
  return response;
}

const size = (files: Files) => Buffer.from(Object.values(files).join("")).length;

test("every file is stored once, and answers without a network", async () => {
  const { cache, server } = setUp();
  const told: number[] = [];
  await cache.fill(true, (bytes) => told.push(bytes));
  await cache.fill(true, () => {});
  assert.equal(server.requested.length, Object.keys(PAGES).length);
  assert.equal(told.at(-1), size(PAGES));
  assert.equal(await cache.count(), cache.bytes);
  server.isDown = true;
  for (const [path, text] of Object.entries(PAGES)) {
    assert.equal(await (await respond(cache, path)).text(), text);
  }
});

test("an answer has the server's headers and its own media type", async () => {
  const { cache } = setUp();
  await cache.fill(true, () => {});
  const { headers } = (await cache.match("assets/größe 1.wasm")) ?? assert.fail();
  assert.equal(headers.get("Content-Type"), "application/wasm");
  assert.equal(headers.get("Content-Security-Policy"), "default-src 'self'");
  assert.deepEqual([headers.get("Content-Encoding"), headers.get("Vary")], [null, null]);
});

test("addresses lead to files of this site alone", () => {
  const { cache } = setUp();
  const at = (address: string) => cache.fileAt(new URL(address, SITE).href);
  assert.deepEqual(at("?q=1#top"), { path: "index.html" });
  assert.deepEqual(at("calculators/plan/"), { path: "calculators/plan/index.html" });
  assert.deepEqual(at("calculators/plan/index.html"), { path: "calculators/plan/index.html" });
  assert.deepEqual(at("calculators/plan?x=1"), { redirect: `${SITE}calculators/plan/?x=1` });
  assert.deepEqual(at("assets/gr%C3%B6%C3%9Fe%201.wasm"), { path: "assets/größe 1.wasm" });
  for (const other of ["nothing/", "%", "constructor", "/elsewhere/", "https://other.example/some%20path/"])
    assert.equal(at(other), undefined);
});

test("nothing is stored that is not the release's own file", async () => {
  for (const [text, status] of [
    ["<h1>Log in to this network</h1>", 200],
    ["run()", 500],
  ] as const) {
    const { caches } = setUp();
    const wrong = (async () => new Response(text, { status })) as typeof fetch;
    const cache = new ReleaseCache(releaseOf("first", { "assets/p.js": "run()" }), SITE, caches.storage, wrong);
    await assert.rejects(cache.fill(true, () => {}));
    assert.equal(await cache.count(), 0);
  }
});

test("an outdated file of the browser's own cache is fetched again", async () => {
  const { caches } = setUp();
  const requested: (RequestCache | undefined)[] = [];
  const download = (async (_url: RequestInfo | URL, init?: RequestInit) => {
    requested.push(init?.cache);
    return new Response(init?.cache === "reload" ? "new" : "old");
  }) as typeof fetch;
  const cache = new ReleaseCache(releaseOf("first", { "index.html": "new" }), SITE, caches.storage, download);
  await cache.fill(true, () => {});
  assert.deepEqual(requested, ["default", "reload"]);
});

test("what a broken connection left undone is done the next time", async () => {
  const { cache, server } = setUp();
  const { files } = server;
  server.files = { "index.html": PAGES["index.html"] };
  await assert.rejects(cache.fill(true, () => {}));
  server.files = files;
  server.requested.length = 0;
  await cache.fill(true, () => {});
  assert(!server.requested.some((path) => path.startsWith("index.html")));
  assert.equal(await cache.count(), cache.bytes);
});

test("a newer release copies what has not changed from the older", async () => {
  const caches = new MemoryCaches();
  const first = setUp(PAGES, "first", caches);
  await first.cache.fill(true, () => {});
  await writeChoice("keep", SITE, caches.storage);
  await caches.open("ultimate-gig /elsewhere/ first");
  const second = setUp({ ...PAGES, "index.html": "<h1>Newer</h1>" }, "second", caches);
  await second.cache.fill(true, () => {});
  assert.deepEqual(second.server.requested, ["index.html default"]);
  assert.equal(await (await first.cache.match("index.html"))?.text(), "<h1>Home</h1>", "the older one is whole until it is replaced");
  await second.cache.removeOthers();
  assert.equal(await first.cache.match("index.html"), undefined);
  assert.equal(await readChoice(SITE, caches.storage), "keep");
  assert(await caches.has("ultimate-gig /elsewhere/ first"), "a site in another folder keeps its own");
});

test("a newer release is held back on a metered connection", async () => {
  const caches = new MemoryCaches();
  const first = setUp(PAGES, "first", caches);
  await first.cache.fill(true, () => {});
  const second = setUp({ ...PAGES, "index.html": "<h1>Newer</h1>" }, "second", caches);
  const error = await second.cache.fill(false, () => {}).catch((held) => held);
  assert(error instanceof HeldBack);
  assert.equal(error.bytes, "<h1>Newer</h1>".length);
  assert.deepEqual(second.server.requested, []);
});

test("a device without room reports it", async () => {
  const { cache, caches } = setUp();
  caches.limit.bytes = 10;
  await assert.rejects(
    cache.fill(true, () => {}),
    { name: "QuotaExceededError" },
  );
});

test("a cleared file comes from the server and is stored again", async () => {
  const { cache, caches } = setUp();
  await cache.fill(true, () => {});
  caches.caches.get(cache.name)?.entries.clear();
  assert.equal(await (await respond(cache, "index.html")).text(), PAGES["index.html"]);
  assert.equal(await (await cache.match("index.html"))?.text(), PAGES["index.html"]);
});

test("nothing is stored once the caches are removed", async () => {
  const { cache, caches } = setUp();
  await cache.fill(true, () => {});
  await writeChoice("remove", SITE, caches.storage);
  await removeCaches(SITE, caches.storage);
  await respond(cache, "index.html");
  assert.deepEqual(await caches.keys(), []);
});

test("the page for a missing address fits a subfolder", async () => {
  const { cache } = setUp();
  await cache.fill(true, () => {});
  const response = await cache.missingPage();
  assert.equal(response.status, 404);
  const { pathname } = SITE;
  const text = `<link href="${pathname}styles/a.css"><circle r="1"/><script>{"page": "${pathname}assets/p.js"}; load("${pathname}a", "${pathname}b")</script>`;
  assert.equal(await response.text(), text);
});

test("pages and folders without pages have routes to the cache", () => {
  const { cache } = setUp({ ...PAGES, "calculators/list.json": "[]" });
  const patterns = cache.routes().map(({ condition, source }) => [condition.urlPattern.pathname, source.cacheName]);
  const paths = ["/some%20path/", "/some%20path/calculators/plan/", "/some%20path/assets/*"];
  assert.deepEqual(
    patterns,
    paths.map((path) => [path, cache.name]),
  );
});

test("a connection is metered when the browser says so", () => {
  assert(isMetered({ saveData: true }));
  assert(isMetered({ saveData: false, type: "cellular" }));
  assert(!isMetered({ saveData: false, type: "wifi" }));
  assert(!isMetered({}));
});
