import type { Inputs } from "../runtime/worker-protocol.ts";
import { lastPart } from "./field-names.ts";
import type { Control } from "./fields.ts";
import { applyFills, fieldsOf, nameOf, noteChoices, readField, writeField } from "./fields.ts";
import { Rows } from "./rows.ts";

/** A calculator's form as a set of named inputs: plain fields, and lists of rows. */
export class Form {
  /** Inputs that the reader has changed. Only these are kept, so that the others can follow the rest of the workbook. */
  touched = new Set<string>();

  #fields = new Map<string, Element>();
  #rows = new Map<string, Rows>();
  /** What the page came with. */
  #initial = new Map<string, unknown>();
  /** What stands where the reader has nothing of his own, if not what the page came with. */
  #defaults: Inputs = {};

  /** @param changed called when the form is changed other than by typing */
  constructor(element: HTMLFormElement, changed: () => void) {
    for (const fieldset of element.querySelectorAll<HTMLElement>("[data-rows]")) {
      const rows = new Rows(fieldset, () => {
        this.touched.add(rows.name);
        changed();
      });
      this.#rows.set(rows.name, rows);
      this.#initial.set(rows.name, rows.read());
    }
    for (const field of fieldsOf(element)) {
      const name = nameOf(field);
      if (field.closest("[data-rows]")) continue;
      this.#fields.set(name, field);
      this.#initial.set(name, readField(field));
    }
    noteChoices(element);
  }

  /** What the reader has changed, as typed. */
  read(): Inputs {
    return Object.fromEntries([...this.touched].map((name) => [name, this.value(name)]));
  }

  value(name: string) {
    const field = this.#fields.get(name);
    return field ? readField(field) : this.#rows.get(name)?.read();
  }

  /** Make the form show these inputs as the reader's own, and all others as they came. A control that the reader is in stays as it is. */
  write(inputs: Inputs) {
    for (const name of this.names()) {
      if (Object.hasOwn(inputs, name)) {
        this.touched.add(name);
        this.set(name, inputs[name]);
      } else if (this.touched.delete(name)) {
        this.reset(name);
      }
    }
  }

  /** Make the form show these inputs as the reader's own, and all others as `startFrom` said, also what was lent. */
  show(inputs: Inputs) {
    for (const name of this.names()) if (!Object.hasOwn(inputs, name)) this.touched.add(name); // so that it is reset
    this.write(inputs);
  }

  /** Let these inputs be the reader's own. */
  own(inputs: Inputs) {
    for (const name of this.names()) {
      if (this.#isNothing(name)) this.reset(name);
      else if (Object.hasOwn(inputs, name)) this.touched.add(name);
    }
  }

  /** A box that usually says 0: whoever begins with an empty form does not have to write that. */
  #isNothing(name: string) {
    return this.#default(name) === "0" && this.value(name) === "";
  }

  /** @param value put in without making it the reader's own */
  set(name: string, value: unknown) {
    const field = this.#fields.get(name);
    if (JSON.stringify(this.value(name)) === JSON.stringify(value)) return;
    if (field) writeField(field, value);
    else this.#rows.get(name)?.write(value);
  }

  /** Back to what stands there when the reader has nothing of his own. */
  reset(name: string) {
    this.set(name, this.#default(name));
  }

  /** What `reset` goes back to from now on; for what is left out, to what the page came with. */
  setDefaults(inputs: Inputs) {
    this.#defaults = inputs;
  }

  #default(name: string) {
    return Object.hasOwn(this.#defaults, name) ? this.#defaults[name] : this.#initial.get(name);
  }

  /** Nothing in every box, nothing ticked, no rows; choices and marks stay as they usually are. */
  blanks(): Inputs {
    const blanks: Inputs = Object.fromEntries([...this.#rows.keys()].map((name) => [name, []]));
    for (const [name, field] of this.#fields) {
      const kind = field.getAttribute("data-kind");
      if (kind === "number" || kind === "numbers" || kind === "text" || kind === "day") blanks[name] = "";
      else if (kind === "estimate") blanks[name] = { low: "", typical: "", high: "" };
      else if (kind === "choices") blanks[name] = [];
    }
    return blanks;
  }

  /** @returns of all inputs */
  names(): string[] {
    return [...this.#fields.keys(), ...this.#rows.keys()];
  }

  /**
   * A control was typed into or chosen from.
   *
   * @param control of this form
   * @returns whether that filled others
   */
  typed(control: Control): boolean {
    const around = control.closest(".ug-row") ?? control.closest("form") ?? control;
    const contents = () => [...around.querySelectorAll<Control>("[name]")].map(({ value }) => value).join("\n");
    const before = contents();
    const rows = this.#rowsOf(control);
    const field = control.closest("[data-field]") as Element;
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
   * @param kept his own until now
   * @returns `finish` puts him where he was typing, once the form shows them
   */
  carry(control: Control, kept: Inputs): { inputs: Inputs; finish: () => void } {
    const field = control.closest("[data-field]") as Element;
    const rows = this.#rowsOf(control);
    const name = rows?.name ?? nameOf(field);
    const own = Object.hasOwn(kept, name) ? kept[name] : this.#default(name);
    if (!rows) return { inputs: { [name]: withPart(field, own, control) }, finish: () => {} };
    const carried = rows.carry(control, Array.isArray(own) ? own : [], withPart);
    return { inputs: { [name]: carried.rows }, finish: carried.finish };
  }

  /** A click on a button of a list of rows. */
  act(button: HTMLElement) {
    this.#rowsOf(button)?.act(button);
  }

  #rowsOf(inside: HTMLElement) {
    const group = inside.closest<HTMLElement>("[data-rows]");
    return this.#rows.get(group?.dataset.rows ?? "");
  }
}

/** A field's value with what one of its controls says put into it. */
function withPart(field: Element, value: unknown, control: Control) {
  const kind = field.getAttribute("data-kind");
  if (kind === "estimate") return { ...(value as object | undefined), [lastPart(control.name)]: control.value };
  if (kind !== "choices") return readField(field);
  const others = (Array.isArray(value) ? value : []).filter((choice) => choice !== control.value);
  return control instanceof HTMLInputElement && control.checked ? [...others, control.value] : others;
}
