import assert from "node:assert/strict";
import { test } from "node:test";
import { INITIAL, type Lifecycle, type LifecycleEvent, transition } from "../../../../../theme/scripts/calculator/lifecycle.ts";
import type { RuntimeState } from "../../../../../theme/scripts/runtime/pyodide-client.ts";

/** Return the state after each event. */
function states(...steps: [LifecycleEvent, RuntimeState][]): string[] {
  let lifecycle: Lifecycle = INITIAL;
  return steps.map(([event, runtime]) => {
    lifecycle = transition(lifecycle, event, runtime);
    return lifecycle.state;
  });
}

test("a calculator stays as built until Python starts", () => {
  assert.deepEqual(states(["runtime", "idle"], ["request", "idle"], ["withdraw", "idle"]), ["static", "static", "static"]);
});

test("a request made before Python starts is computed later", () => {
  const steps = states(["request", "idle"], ["runtime", "starting"], ["runtime", "ready"], ["answer", "ready"]);
  assert.deepEqual(steps, ["static", "starting", "computing", "ready"]);
});

test("without a request a started Python makes it ready", () => {
  assert.deepEqual(states(["runtime", "starting"], ["runtime", "ready"]), ["starting", "ready"]);
});

test("a form to fill in needs no Python", () => {
  assert.deepEqual(states(["runtime", "ready"], ["request", "ready"], ["withdraw", "ready"]), ["ready", "computing", "ready"]);
});

test("an internal error lasts until the next request", () => {
  const steps = states(["runtime", "ready"], ["request", "ready"], ["fault", "ready"], ["request", "ready"], ["answer", "ready"]);
  assert.deepEqual(steps, ["ready", "computing", "failed", "computing", "ready"]);
});

test("a worker that is replaced while computing computes again", () => {
  const steps = states(["request", "ready"], ["runtime", "starting"], ["runtime", "ready"], ["answer", "ready"]);
  assert.deepEqual(steps, ["computing", "starting", "computing", "ready"]);
});

test("a request lost in a failure of Python is known to be lost", () => {
  let lifecycle = transition(INITIAL, "request", "ready");
  lifecycle = transition(lifecycle, "runtime", "failed");
  lifecycle = transition(lifecycle, "lost", "failed");
  assert.deepEqual(lifecycle, { state: "failed", request: "lost" });
  lifecycle = transition(lifecycle, "request", "failed");
  assert.deepEqual(lifecycle, { state: "failed", request: "lost" });
  lifecycle = transition(lifecycle, "runtime", "starting");
  lifecycle = transition(lifecycle, "runtime", "ready");
  assert.deepEqual(lifecycle, { state: "ready", request: "lost" });
  assert.deepEqual(transition(lifecycle, "request", "ready"), { state: "computing", request: "pending" });
});
