import { Rows } from "../../components/rows/script.ts";
import type { Inputs } from "../runtime/worker-protocol.ts";
import { lastPart } from "./field-names.ts";
import type { Control } from "./fields.ts";
import { applyFills, fieldsOf, nameOf, noteChoices, readField, writeField } from "./fields.ts";
import { Titles } from "./titles.ts";

/** A calculator's form as a set of named inputs: plain fields, and lists of rows. */
export class Form {
  /** Names of the inputs that the reader has changed. Only these are kept; the others can be prefilled. */
  touched = new Set<string>();

  #fields = new Map<string, Element>();
  #rows = new Map<string, Rows>();
  /** Values as built. */
  #initial = new Map<string, unknown>();
  #titles: Titles;
  /** Values that take precedence over the built ones where the reader has none. */
  #defaults: Inputs = {};

  /** @param changed called after changes other than typing */
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
    this.#titles = new Titles(element);
  }

  /** The reader's own inputs, as typed. */
  read(): Inputs {
    return Object.fromEntries([...this.touched].map((name) => [name, this.value(name)]));
  }

  value(name: string) {
    const field = this.#fields.get(name);
    return field ? readField(field) : this.#rows.get(name)?.read();
  }

  /** Show these inputs as the reader's own, and reset those that were. The focused control keeps its value. */
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

  /** Show these inputs as the reader's own, and reset all others, prefilled ones too. */
  show(inputs: Inputs) {
    for (const name of this.names()) if (!Object.hasOwn(inputs, name)) this.touched.add(name); // so that it is reset
    this.write(inputs);
  }

  /** Mark these inputs as the reader's own. */
  own(inputs: Inputs) {
    for (const name of this.names()) {
      if (this.#isNothing(name)) this.reset(name);
      else if (Object.hasOwn(inputs, name)) this.touched.add(name);
    }
  }

  /** An empty box whose default is 0, which nobody has to type. */
  #isNothing(name: string) {
    return this.usual(name) === "0" && this.value(name) === "";
  }

  /** Show a value without marking it as the reader's own. */
  set(name: string, value: unknown) {
    const field = this.#fields.get(name);
    if (JSON.stringify(this.value(name)) === JSON.stringify(value)) return;
    if (field) writeField(field, value);
    else this.#rows.get(name)?.write(value, this.touched.has(name));
    this.#titles.offer();
  }

  /** Show the default. */
  reset(name: string) {
    this.set(name, this.usual(name));
  }

  /** Set what `reset` shows; what is left out has its built value. */
  setDefaults(inputs: Inputs) {
    this.#defaults = inputs;
  }

  /** The default. */
  usual(name: string) {
    return Object.hasOwn(this.#defaults, name) ? this.#defaults[name] : this.#initial.get(name);
  }

  /** Inputs of an empty form: empty boxes, nothing ticked, no rows but days without hours. Selects and single checkboxes keep their defaults. */
  blanks(): Inputs {
    const blanks: Inputs = Object.fromEntries([...this.#rows].map(([name, rows]) => [name, rows.blanks()]));
    for (const [name, field] of this.#fields) {
      const kind = field.getAttribute("data-kind");
      if (kind === "number" || kind === "numbers" || kind === "text" || kind === "day") blanks[name] = "";
      else if (kind === "estimate") blanks[name] = { low: "", typical: "", high: "" };
      else if (kind === "choices") blanks[name] = [];
    }
    return blanks;
  }

  /** Names of all inputs. */
  names(): string[] {
    return [...this.#fields.keys(), ...this.#rows.keys()];
  }

  /**
   * Take in a change of a control.
   *
   * @returns whether it filled other controls
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
      applyFills(control, control.closest("form") ?? field);
    }
    this.touched.add(rows?.name ?? nameOf(field));
    for (const name of this.#titles.follow()) this.touched.add(name);
    return contents() !== before;
  }

  /**
   * Turn a change within a household's numbers into inputs of the reader's own.
   *
   * @param kept the reader's own so far
   * @returns `finish` restores the focus once the form shows them
   */
  carry(control: Control, kept: Inputs): { inputs: Inputs; finish: () => void } {
    const field = control.closest("[data-field]") as Element;
    const rows = this.#rowsOf(control);
    const name = rows?.name ?? nameOf(field);
    const own = Object.hasOwn(kept, name) ? kept[name] : this.usual(name);
    if (!rows) return { inputs: { [name]: withPart(field, own, control) }, finish: () => {} };
    const carried = rows.carry(control, Array.isArray(own) ? own : [], withPart);
    return { inputs: { [name]: carried.rows }, finish: carried.finish };
  }

  /** Handle a click on a button of a list of rows. */
  act(button: HTMLElement) {
    const rows = this.#rowsOf(button);
    rows?.act(button, this.touched.has(rows.name));
    this.#titles.offer();
  }

  #rowsOf(inside: HTMLElement) {
    const group = inside.closest<HTMLElement>("[data-rows]");
    return this.#rows.get(group?.dataset.rows ?? "");
  }
}

/** A field's value, updated from one of its controls. */
function withPart(field: Element, value: unknown, control: Control) {
  const kind = field.getAttribute("data-kind");
  if (kind === "estimate") return { ...(value as object | undefined), [lastPart(control.name)]: control.value };
  if (kind !== "choices") return readField(field);
  const others = (Array.isArray(value) ? value : []).filter((choice) => choice !== control.value);
  return control instanceof HTMLInputElement && control.checked ? [...others, control.value] : others;
}
