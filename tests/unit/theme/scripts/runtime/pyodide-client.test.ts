import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { PyodideClient } from "../../../../../theme/scripts/runtime/pyodide-client.ts";
import type { FromWorker, Request, ToWorker } from "../../../../../theme/scripts/runtime/worker-protocol.ts";
import { FakeWorker } from "../fakes.ts";

const MINUTE = 60_000;
const integrity = { pyodide: "", stdlib: "", wasm: "" };

/** Run all callbacks that are due. */
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

function setUp() {
  const workers: FakeWorker[] = [];
  const client = new PyodideClient(async () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return { worker, init: { type: "init", pyodide: "pyodide.js", stdlib: "python.zip", wasm: "pyodide.wasm", bytes: 100, integrity } };
  });
  const worker = () => workers.at(-1) ?? assert.fail("no worker was started");
  return { client, workers, worker };
}

async function setUpReady() {
  const parts = setUp();
  parts.client.start();
  await tick();
  parts.worker().send({ type: "ready", restored: false });
  return parts;
}

const request = (calculator: string, pay = ""): Request => ({ calculator, inputs: { pay }, numbers: "1,234,567.89" });

const computed = (worker: FakeWorker) =>
  worker.received.flatMap((message: ToWorker) => (message.type === "compute" ? [JSON.parse(message.text).inputs.pay] : []));

/** Answer the worker's last request with the given text. */
function answer(worker: FakeWorker, html: string) {
  const last = worker.received.at(-1);
  assert(last && "id" in last);
  worker.send({ type: "answer", id: last.id, text: JSON.stringify({ outcome: { html, charts: [] } }) });
}

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "error", () => {});
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test("Python starts once and reports every stage", async () => {
  const { client, workers, worker } = setUp();
  const seen: string[] = [];
  client.watch(() => seen.push(`${client.state} ${client.stage}`));
  client.start();
  client.start();
  await tick();
  worker().send({ type: "progress", stage: "start" });
  worker().send({ type: "progress", stage: "calculators" });
  worker().send({ type: "ready", restored: false });
  assert.equal(workers.length, 1);
  assert.deepEqual(worker().received, [
    { type: "init", pyodide: "pyodide.js", stdlib: "python.zip", wasm: "pyodide.wasm", bytes: 100, integrity },
  ]);
  assert.deepEqual(seen, ["starting fetch", "starting start", "starting calculators", "ready calculators"]);
});

test("progress counts bytes, then stages, and begins again", async () => {
  const { client, worker } = setUp();
  const seen: number[] = [];
  client.watch(() => seen.push(Math.round(100 * client.progress)));
  client.start();
  await tick();
  worker().send({ type: "progress", stage: "fetch" });
  worker().send({ type: "progress", stage: "fetch", share: 0.4 });
  worker().send({ type: "progress", stage: "fetch", share: 1 });
  worker().send({ type: "progress", stage: "calculators" });
  worker().send({ type: "failed", cause: "network", name: "FetchFailed", message: "" });
  client.retry();
  assert.deepEqual(seen, [0, 0, 30, 75, 90, 90, 0]);
});

test("an early worker is taken over with its messages", async () => {
  const worker = new FakeWorker();
  const events = [
    { data: { type: "progress", stage: "start" } },
    { data: { type: "ready", restored: false } },
  ] as MessageEvent<FromWorker>[];
  const client = new PyodideClient(async () => ({ worker, events }));
  const outcome = client.compute(request("equalizer", "1"));
  await tick();
  assert.equal(client.state, "ready");
  assert.deepEqual(computed(worker), ["1"]);
  answer(worker, "first");
  assert.equal((await outcome)?.outcome?.html, "first");
});

test("a silent worker is replaced once, with a new script", async () => {
  const workers: FakeWorker[] = [];
  const doubts: boolean[] = [];
  const events = [
    { message: undefined } as unknown as ErrorEvent,
    { data: { type: "ready", restored: false } } as MessageEvent<FromWorker>,
  ];
  const client = new PyodideClient(async (isDoubtful) => {
    workers.push(new FakeWorker());
    doubts.push(isDoubtful);
    return { worker: workers.at(-1) as FakeWorker, events };
  });
  client.start();
  await tick();
  assert.equal(client.state, "failed");
  assert.equal(client.failure?.cause, "network");
  assert.deepEqual(
    workers.map(({ isTerminated }) => isTerminated),
    [true, true],
  );
  client.retry();
  await tick();
  assert.deepEqual(doubts, [false, true, true]);
});

test("a watcher that stopped gets no more states", () => {
  const { client } = setUp();
  let calls = 0;
  client.watch(() => calls++)();
  client.start();
  assert.equal(calls, 0);
});

test("a request starts Python and waits for it", async () => {
  const { client, worker } = setUp();
  const outcome = client.compute(request("equalizer", "1"));
  await tick();
  assert.deepEqual(computed(worker()), []);
  worker().send({ type: "ready", restored: false });
  assert.deepEqual(computed(worker()), ["1"]);
  answer(worker(), "first");
  assert.equal((await outcome)?.outcome?.html, "first");
});

test("one request runs at a time, in order", async () => {
  const { client, worker } = await setUpReady();
  const buffer = client.compute(request("buffer", "1"));
  const mix = client.compute(request("gig-mix", "2"));
  assert.deepEqual(computed(worker()), ["1"]);
  answer(worker(), "buffer");
  assert.deepEqual(computed(worker()), ["1", "2"]);
  answer(worker(), "mix");
  assert.equal((await buffer)?.outcome?.html, "buffer");
  assert.equal((await mix)?.outcome?.html, "mix");
});

test("a later request of a calculator supersedes its earlier ones", async () => {
  const { client, worker } = await setUpReady();
  const outcomes = ["1", "2", "3"].map((pay) => client.compute(request("equalizer", pay)));
  assert.equal(await outcomes[1], null);
  answer(worker(), "running");
  assert.equal(await outcomes[0], null);
  answer(worker(), "last");
  assert.equal((await outcomes[2])?.outcome?.html, "last");
  assert.deepEqual(computed(worker()), ["1", "3"]);
});

test("requests of different kinds do not supersede each other", async () => {
  const { client, worker } = await setUpReady();
  client.compute({ ...request("equalizer"), first: true });
  client.compute(request("equalizer"));
  client.explore({ ...request("equalizer"), explore: { scenarios: [] } });
  for (let i = 0; i < 3; i++) answer(worker(), "");
  assert.deepEqual(
    worker().received.map((message) => message.type),
    ["init", "compute", "compute", "explore"],
  );
});

test("a silent worker is replaced and its request repeated once", async () => {
  const { client, workers, worker } = await setUpReady();
  const outcome = client.compute(request("equalizer", "1"));
  mock.timers.tick(MINUTE);
  assert.equal(workers[0]?.isTerminated, true);
  assert.equal(client.state, "starting");
  await tick();
  worker().send({ type: "ready", restored: false });
  assert.deepEqual(computed(worker()), ["1"]);
  mock.timers.tick(MINUTE);
  assert.equal(client.state, "failed");
  assert.deepEqual(client.failure, { cause: "stuck", detail: "computing" });
  assert.equal(await outcome, null);
});

test("a superseded request is not repeated after a timeout", async () => {
  const { client, worker } = await setUpReady();
  const first = client.compute(request("equalizer", "1"));
  const second = client.compute(request("equalizer", "2"));
  mock.timers.tick(MINUTE);
  assert.equal(await first, null);
  await tick();
  worker().send({ type: "ready", restored: false });
  assert.deepEqual(computed(worker()), ["2"]);
  answer(worker(), "second");
  assert.equal((await second)?.outcome?.html, "second");
});

test("every sign of progress extends the time limit of the start", async () => {
  const { client, worker } = setUp();
  client.start();
  await tick();
  mock.timers.tick(3 * MINUTE);
  worker().send({ type: "progress", stage: "start" });
  mock.timers.tick(59_000);
  assert.equal(client.state, "starting");
  mock.timers.tick(1_000);
  assert.deepEqual(client.failure, { cause: "stuck", detail: "start" });
});

test("a failure answers every request with null until a retry", async () => {
  const { client, workers, worker } = await setUpReady();
  const outcomes = [client.compute(request("buffer")), client.open("{}")];
  worker().send({ type: "failed", cause: "memory", name: "RangeError", message: "out of memory" });
  assert.deepEqual(await Promise.all(outcomes), [null, null]);
  assert.deepEqual(client.failure, { cause: "memory", detail: "RangeError: out of memory" });
  client.start();
  await tick();
  assert.equal(workers.length, 1);
  client.retry();
  await tick();
  assert.equal(workers.length, 2);
  assert.equal(client.state, "starting");
  assert.equal(client.failure, null);
});

test("a failed start names its cause", async () => {
  for (const [error, cause] of [
    [new ReferenceError("Worker is not defined"), "old"],
    [new DOMException("blocked by policy", "SecurityError"), "blocked"],
    [new Error("no connection"), "network"],
  ] as const) {
    const client = new PyodideClient(() => Promise.reject(error));
    client.start();
    await tick();
    assert.equal(client.failure?.cause, cause);
  }
});

test("a script that fails to load differs from one that throws", async () => {
  for (const [message, cause] of [
    [undefined, "network"],
    ["broken", "fault"],
  ] as const) {
    const { client, worker } = setUp();
    client.start();
    await tick();
    for (let i = 0; i < 2; i++) {
      assert.equal(client.failure, null);
      worker().onerror?.({ message } as ErrorEvent);
      await tick();
    }
    assert.equal(client.failure?.cause, cause);
  }
});

test("a worker that arrives after the timeout is terminated", async () => {
  const arrivals: ((worker: FakeWorker) => void)[] = [];
  const client = new PyodideClient(async () => {
    const worker = await new Promise<FakeWorker>((resolve) => arrivals.push(resolve));
    return { worker, init: { type: "init", pyodide: "pyodide.js", stdlib: "", wasm: "", bytes: 1, integrity } };
  });
  client.start();
  mock.timers.tick(4 * MINUTE);
  assert.equal(client.state, "failed");
  const worker = new FakeWorker();
  arrivals[0]?.(worker);
  await tick();
  assert.equal(worker.isTerminated, true);
  assert.equal(client.state, "failed");
});

test("idle time is counted from the last answer", async () => {
  const now = mock.method(performance, "now", () => 20_000);
  const { client, worker } = await setUpReady();
  assert.equal(client.idleFor, 20_000);
  client.compute(request("buffer"));
  assert.equal(client.idleFor, 0);
  answer(worker(), "1");
  now.mock.mockImplementation(() => 23_000);
  assert.equal(client.idleFor, 3_000);
});
