/** The folds with the working, the sources and the tables of charts, filled in when the reader opens one or pauses between changes. */

import type { PageAnswer, Request } from "../runtime/worker-protocol.ts";

const PAUSE_MS = 500;

export class Folds {
  /** The request whose outcome is shown: the form may have errors by now. */
  shown: Request | null = null;
  #root: HTMLElement;
  #fill: () => void;
  #timer = 0;

  /** @param fill renders them for the outcome that is shown, and calls `filled` */
  constructor(root: HTMLElement, fill: () => void) {
    this.#root = root;
    this.#fill = fill;
  }

  /** Whether one of them is open, so that an answer has to have them. */
  get areOpen() {
    return this.#root.querySelector("[data-fold][open]") !== null;
  }

  /** Note an answer. While the folds belong to an earlier outcome than the one that is shown, they are not printed. */
  answered(request: Request, { outcome }: PageAnswer) {
    if (outcome) {
      this.shown = request;
      this.#root.toggleAttribute("data-stale-folds", !request.folds);
    }
    if (this.#areStale) this.#timer = window.setTimeout(this.#fill, this.areOpen ? 0 : PAUSE_MS);
  }

  filled() {
    this.#root.removeAttribute("data-stale-folds");
  }

  /** Stop waiting, since there is a newer request. */
  cancel() {
    clearTimeout(this.#timer);
  }

  toggled({ target }: Event) {
    if (!this.#areStale || !(target as Element).matches("[data-fold][open]")) return;
    this.cancel();
    this.#fill();
  }

  get #areStale() {
    return this.#root.hasAttribute("data-stale-folds");
  }
}
