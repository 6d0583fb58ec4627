import { applyFills, fieldsOf, lastPart, nameOf, noteChoices, readField, writeField } from "./fields.js";
import { Rows } from "./rows.js";

/** @typedef {import("../runtime/messages.js").Inputs} Inputs */
/** @typedef {import("./fields.js").Control} Control */

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
  /** What stands where the reader has nothing of his own, if not what the page came with. @type {Inputs} */
  #instead = {};

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

  /** Make the form show these inputs as the reader's own, and all others as `startFrom` said, also what was lent. @param {Inputs} inputs */
  show(inputs) {
    for (const name of this.names()) if (!Object.hasOwn(inputs, name)) this.touched.add(name); // so that it is reset
    this.write(inputs);
  }

  /** Let these inputs be the reader's own. @param {Inputs} inputs */
  own(inputs) {
    for (const name of this.names()) {
      if (this.#isNothing(name)) this.reset(name);
      else if (Object.hasOwn(inputs, name)) this.touched.add(name);
    }
  }

  /** A box that usually says 0: whoever begins with an empty form does not have to write that. @param {string} name */
  #isNothing(name) {
    return this.#base(name) === "0" && this.value(name) === "";
  }

  /** @param {string} name @param {unknown} value put in without making it the reader's own */
  set(name, value) {
    const field = this.#fields.get(name);
    if (JSON.stringify(this.value(name)) === JSON.stringify(value)) return;
    if (field) writeField(field, value);
    else this.#rows.get(name)?.write(value);
  }

  /** Back to what stands there when the reader has nothing of his own. @param {string} name */
  reset(name) {
    this.set(name, this.#base(name));
  }

  /** What `reset` goes back to from now on; for what is left out, to what the page came with. @param {Inputs} inputs */
  startFrom(inputs) {
    this.#instead = inputs;
  }

  /** @param {string} name */
  #base(name) {
    return Object.hasOwn(this.#instead, name) ? this.#instead[name] : this.#first.get(name);
  }

  /** Nothing in every box, nothing ticked, no rows; choices and marks stay as they usually are. @returns {Inputs} */
  blanks() {
    /** @type {Inputs} */
    const blanks = Object.fromEntries([...this.#rows.keys()].map((name) => [name, []]));
    for (const [name, field] of this.#fields) {
      const kind = field.getAttribute("data-kind");
      if (kind === "number" || kind === "numbers" || kind === "text" || kind === "day") blanks[name] = "";
      else if (kind === "estimate") blanks[name] = { low: "", typical: "", high: "" };
      else if (kind === "choices") blanks[name] = [];
    }
    return blanks;
  }

  /** @returns {string[]} of all inputs */
  names() {
    return [...this.#fields.keys(), ...this.#rows.keys()];
  }

  /** A control was typed into or chosen from. @param {Control} control of this form @returns {boolean} whether that filled others */
  typed(control) {
    const around = control.closest(".ug-row") ?? control.closest("form") ?? control;
    const contents = () => [.../** @type {NodeListOf<Control>} */ (around.querySelectorAll("[name]"))].map(({ value }) => value).join("\n");
    const before = contents();
    const rows = this.#rowsOf(control);
    const field = /** @type {Element} */ (control.closest("[data-field]"));
    if (rows) {
      rows.typed(control);
    } else if (control instanceof HTMLSelectElement) {
      applyFills(control, control.closest("form") ?? field, (other) => this.touched.has(other.name));
    }
    this.touched.add(rows?.name ?? nameOf(field));
    return contents() !== before;
  }

  /**
   * What the reader typed into a form full of somebody else's numbers, as inputs of his own.
   *
   * @param {Control} control @param {Inputs} kept his own until now
   * @returns {{inputs: Inputs, finish: () => void}} `finish` puts him where he was typing, once the form shows them
   */
  carry(control, kept) {
    const field = /** @type {Element} */ (control.closest("[data-field]"));
    const rows = this.#rowsOf(control);
    const name = rows?.name ?? nameOf(field);
    const own = Object.hasOwn(kept, name) ? kept[name] : this.#base(name);
    if (!rows) return { inputs: { [name]: withPart(field, own, control) }, finish: () => {} };
    const carried = rows.carry(control, Array.isArray(own) ? own : [], withPart);
    return { inputs: { [name]: carried.rows }, finish: carried.finish };
  }

  /** A click on a button of a list of rows. @param {HTMLElement} button */
  act(button) {
    this.#rowsOf(button)?.act(button);
  }

  /** @param {HTMLElement} inside */
  #rowsOf(inside) {
    const group = /** @type {HTMLElement | null} */ (inside.closest("[data-rows]"));
    return this.#rows.get(group?.dataset.rows ?? "");
  }
}

/** A field's value with what one of its controls says put into it. @param {Element} field @param {unknown} value @param {Control} control */
function withPart(field, value, control) {
  const kind = field.getAttribute("data-kind");
  if (kind === "estimate") return { .../** @type {object} */ (value ?? {}), [lastPart(control.name)]: control.value };
  if (kind !== "choices") return readField(field);
  const others = (Array.isArray(value) ? value : []).filter((one) => one !== control.value);
  return control instanceof HTMLInputElement && control.checked ? [...others, control.value] : others;
}
