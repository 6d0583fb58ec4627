/** @typedef {import("./messages.js").Inputs} Inputs */

/**
 * A form that the page filled with the numbers of a household of the book, until the reader has numbers of his own for that calculator.
 * The usual numbers, in whose place they stand, are in the element's data-usual.
 */
export class Household {
  #element;
  #form;
  /** @type {Inputs} */
  #usual = {};
  #isThere;

  /** @param {HTMLElement} element @param {import("./form.js").Form} form */
  constructor(element, form) {
    const { usual } = element.dataset;
    this.#element = element;
    this.#form = form;
    if (usual) this.#usual = JSON.parse(usual);
    this.#isThere = Boolean(usual);
  }

  /** What Python reckons with for what nobody typed or lends. @returns {Inputs | undefined} */
  inputs() {
    if (!this.#isThere) return undefined;
    return Object.fromEntries(Object.keys(this.#usual).map((name) => [name, this.#form.value(name)]));
  }

  /** The reader has numbers of his own: beside them stand the usual ones. */
  giveWay() {
    if (!this.#isThere) return;
    this.#leave();
    for (const name of Object.keys(this.#usual)) this.#form.reset(name);
  }

  /**
   * The reader changes a number: what stands there is his own from now on, so that it is the same wherever the calculator is shown.
   *
   * @param {(name: string) => boolean} isLent what another calculator lends stays lent
   */
  pass(isLent) {
    if (!this.#isThere) return;
    for (const name of Object.keys(this.#usual)) if (!isLent(name)) this.#form.touched.add(name);
    this.#leave();
  }

  #leave() {
    this.#isThere = false;
    this.#form.startFrom(this.#usual);
    this.#element.querySelector(".ug-household")?.remove();
  }
}
