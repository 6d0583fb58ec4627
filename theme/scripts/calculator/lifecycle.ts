/** A calculator as a state machine, without its DOM. */

import type { RuntimeState } from "../runtime/pyodide-client.ts";

/**
 * What a calculator is doing, as its data-state says: `static` as the page was built, `starting` while Python starts, `ready`,
 * `computing` while an answer is pending, `failed` when Python or the last computation failed.
 */
export type State = "static" | "starting" | "ready" | "computing" | "failed";

/** What became of the last request: there is none, its answer is pending, or it was lost when Python failed. */
export type RequestState = "none" | "pending" | "lost";

export interface Lifecycle {
  readonly state: State;
  readonly request: RequestState;
}

/**
 * What happened: Python's own state changed; a request was made, or withdrawn because the form is still to be filled in; and how a
 * request ended: with an answer, with a fault of ours, or lost.
 */
export type LifecycleEvent = "runtime" | "request" | "withdraw" | "answer" | "fault" | "lost";

export const INITIAL: Lifecycle = { state: "static", request: "none" };

/** The state after an event, while Python is in the state `runtime`. */
export function transition({ state, request }: Lifecycle, event: LifecycleEvent, runtime: RuntimeState): Lifecycle {
  switch (event) {
    case "runtime":
      if (runtime === "idle") return { state, request };
      if (runtime !== "ready") return { state: runtime, request };
      return { state: request === "pending" ? "computing" : "ready", request };
    case "request":
      if (runtime === "failed") return { state, request: "lost" };
      return { state: runtime === "ready" ? "computing" : state, request: "pending" };
    case "withdraw":
      return { state: runtime === "ready" ? "ready" : state, request: "none" };
    case "answer":
      return { state: "ready", request: "none" };
    case "fault":
      return { state: "failed", request: "none" };
    case "lost":
      return { state, request: "lost" };
  }
}
