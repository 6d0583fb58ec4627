import * as words from "../shared/words.js";
import { fieldsOf, lastPart, nameOf } from "./fields.js";

/** @typedef {import("../runtime/messages.js").FieldError} FieldError */

/** Milliseconds from which on an answer that is being worked out is said not to be there yet; most come sooner. */
const PATIENCE = 500;

/**
 * Whether the outcome belongs to what the form says, and in words what it is when it does not. The style sheets do the rest by the
 * element's data-answer: "example" for other numbers than the reader's, "earlier" for his own before the last change, "none" while
 * the boxes are still to be filled in.
 */
export class Answer {
  #element;
  /** The outcome was worked out from what the form says. */
  fits = true;
  /** Whose numbers the outcome was worked out from: "Dana’s", "" for the usual ones, null for the reader's. @type {string | null} */
  of;

  #look;
  #clock = 0;
  /** What is wrong. @type {FieldError[]} */
  #errors = [];
  /** Boxes that are still empty, which is not wrong yet. @type {FieldError[]} */
  #empty = [];

  /** @param {HTMLElement} element @param {string} household */
  constructor(element, household) {
    this.#element = element;
    this.of = household;
    this.#look = /** @type {HTMLElement | null} */ (element.querySelector("[data-action='look']"));
  }

  /** @param {FieldError[]} errors @param {FieldError[]} empty */
  found(errors, empty) {
    this.#errors = errors;
    this.#empty = empty;
    const all = [...errors, ...empty];
    if (!this.#look) return;
    this.#look.hidden = all.length === 0;
    this.#look.dataset.tone = errors.length ? "wrong" : "empty";
    this.#look.textContent = errors.length ? words.look(errors.length) : words.stillEmpty(empty.length);
  }

  /** The field to look at first. @returns {string} */
  get next() {
    const names = new Set([...this.#errors, ...this.#empty].map((error) => error.field));
    const all = [...fieldsOf(this.#element)].map(nameOf).filter((name) => names.has(name));
    return all[0] ?? [...names][0] ?? "";
  }

  /** @param {{isToFill: boolean, isReady: boolean, isFailed: boolean}} now `isToFill` while the reader has an empty form before him */
  say({ isToFill, isReady, isFailed }) {
    clearTimeout(this.#clock);
    const isEmpty = isToFill || (!this.fits && this.#empty.length > 0 && this.#errors.length === 0);
    const kind = isEmpty ? "none" : this.fits ? "" : this.of === null ? "earlier" : "example";
    if (kind) this.#element.dataset.answer = kind;
    else delete this.#element.dataset.answer;
    const text = this.#text(kind, isFailed);
    const isPassing = kind && kind !== "none" && isReady && this.#errors.length === 0;
    if (isPassing) this.#clock = window.setTimeout(() => this.#write(text), PATIENCE);
    else this.#write(text);
  }

  /** @param {string} kind @param {boolean} isFailed */
  #text(kind, isFailed) {
    if (kind === "none") return words.FILL_IN;
    if (kind === "earlier") return this.#errors.length ? words.LAST_GOOD : words.EARLIER;
    if (kind === "example") return `${words.example(this.of ?? "")}. ${isFailed ? words.NOT_YOURS : words.YOURS_COMES}`;
    return this.of ? words.example(this.of) : "";
  }

  /** @param {string} text */
  #write(text) {
    const label = /** @type {HTMLElement | null} */ (this.#element.querySelector("[data-slot='answer']"));
    if (!label || label.textContent === text) return;
    label.textContent = text;
    label.hidden = text === "";
  }
}

/**
 * Boxes that Python misses something in and that the reader has not come to yet.
 *
 * @param {HTMLFormElement} form @param {FieldError[]} errors @param {Set<string>} visited names of the controls that were typed into
 */
export function stillEmpty(form, errors, visited) {
  return errors.filter(({ field }) => {
    if (!field) return false;
    const found = form.querySelector(`[data-field="${CSS.escape(field)}"], [name="${CSS.escape(field)}"]`);
    const controls = found?.matches("[data-field]") ? [...found.querySelectorAll("input, textarea")] : found ? [found] : [];
    const inputs = /** @type {HTMLInputElement[]} */ (controls).filter((control) => lastPart(control.name) && control.type !== "checkbox");
    return !found?.closest("[data-rows]") && inputs.length > 0 && inputs.every(({ name, value }) => value === "" && !visited.has(name));
  });
}
