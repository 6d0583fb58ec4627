/** The working, the sources and the numbers of charts, whose folds are filled in once the reader opens one, or stops changing numbers. */

const PAUSE_MS = 500;

export class Folds {
  #root: HTMLElement;
  #fill: () => void;
  #timer = 0;

  /** @param fill renders them and calls `filled` */
  constructor(root: HTMLElement, fill: () => void) {
    this.#root = root;
    this.#fill = fill;
  }

  /** Whether one of them is open, so that an answer has to have them. */
  get areOpen() {
    return this.#root.querySelector("[data-fold][open]") !== null;
  }

  /** Say that they belong to an earlier answer. Until they are filled in, they are not printed. */
  outdated() {
    this.#root.dataset.foldsOutdated = "";
    this.#timer = window.setTimeout(this.#fill, PAUSE_MS);
  }

  filled() {
    delete this.#root.dataset.foldsOutdated;
  }

  /** Stop waiting, since there is a newer request. */
  cancel() {
    clearTimeout(this.#timer);
  }

  toggled({ target }: Event) {
    const { open, dataset } = target as HTMLDetailsElement;
    if (!open || dataset.fold === undefined || this.#root.dataset.foldsOutdated === undefined) return;
    this.cancel();
    this.#fill();
  }
}
