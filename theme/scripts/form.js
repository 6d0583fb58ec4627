import { applyFills, fieldsOf, isTouched, nameOf, noteChoices, readField, writeField } from "./fields.js";
import { Rows } from "./rows.js";

/** @typedef {import("./messages.js").Inputs} Inputs */

/** A calculator's form as a set of named inputs: plain fields, and lists of rows. */
export class Form {
  /** Inputs that the reader has changed. Only these are kept, so that the others can follow the rest of the workbook. @type {Set<string>} */
  touched = new Set();

  /** @type {Map<string, Element>} */
  #fields = new Map();
  /** @type {Map<string, Rows>} */
  #rows = new Map();
  /** What the page came with. @type {Map<string, unknown>} */
  #first = new Map();

  /** @param {HTMLFormElement} element @param {() => void} changed called when the form is changed other than by typing */
  constructor(element, changed) {
    for (const fieldset of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-rows]"))) {
      const rows = new Rows(fieldset, () => {
        this.touched.add(rows.name);
        changed();
      });
      this.#rows.set(rows.name, rows);
      this.#first.set(rows.name, rows.read());
    }
    for (const field of fieldsOf(element)) {
      const name = nameOf(field);
      if (field.closest("[data-rows]")) continue;
      this.#fields.set(name, field);
      this.#first.set(name, readField(field));
      if (isTouched(field)) this.touched.add(name); // typed before this script ran
    }
    noteChoices(element);
  }

  /** What the reader has changed, as typed. @returns {Inputs} */
  read() {
    return Object.fromEntries([...this.touched].map((name) => [name, this.value(name)]));
  }

  /** @param {string} name */
  value(name) {
    const field = this.#fields.get(name);
    return field ? readField(field) : this.#rows.get(name)?.read();
  }

  /**
   * Make the form show these inputs as the reader's own, and all others as they came. A control that the reader is in stays as it is.
   *
   * @param {Inputs} inputs
   */
  write(inputs) {
    for (const name of this.names()) {
      if (Object.hasOwn(inputs, name)) {
        this.touched.add(name);
        this.set(name, inputs[name]);
      } else if (this.touched.delete(name)) {
        this.reset(name);
      }
    }
  }

  /** @param {string} name @param {unknown} value put in without making it the reader's own */
  set(name, value) {
    const field = this.#fields.get(name);
    if (JSON.stringify(this.value(name)) === JSON.stringify(value)) return;
    if (field) writeField(field, value);
    else this.#rows.get(name)?.write(value);
  }

  /** Back to what the page came with. @param {string} name */
  reset(name) {
    this.set(name, this.#first.get(name));
  }

  /** What `reset` goes back to from now on. @param {Inputs} inputs */
  startFrom(inputs) {
    for (const [name, value] of Object.entries(inputs)) this.#first.set(name, value);
  }

  /** @returns {string[]} of all inputs */
  names() {
    return [...this.#fields.keys(), ...this.#rows.keys()];
  }

  /** A control was typed into or chosen from. @param {EventTarget | null} target @returns {boolean} whether it belongs to an input */
  typed(target) {
    if (!(target instanceof HTMLElement) || !("name" in target)) return false;
    const control = /** @type {import("./fields.js").Control} */ (target);
    const group = /** @type {HTMLElement | null} */ (control.closest("[data-rows]"));
    const field = control.closest("[data-field]");
    if (group) {
      this.#rows.get(group.dataset.rows ?? "")?.typed(control);
      this.touched.add(group.dataset.rows ?? "");
    } else if (field) {
      const scope = control.closest("form") ?? field;
      if (control instanceof HTMLSelectElement) applyFills(control, scope, (other) => this.touched.has(other.name));
      this.touched.add(nameOf(field));
    }
    return Boolean(group ?? field);
  }

  /** A click on a button of a list of rows. @param {HTMLElement} button */
  act(button) {
    const group = /** @type {HTMLElement | null} */ (button.closest("[data-rows]"));
    this.#rows.get(group?.dataset.rows ?? "")?.act(button);
  }
}
