import { pageOf } from "../../scripts/common/assets.ts";
import { makeLink } from "../../scripts/common/buttons.ts";
import type { PyodideClient } from "../../scripts/runtime/pyodide-client.ts";
import type { Edit, Line } from "../../scripts/runtime/worker-protocol.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";
import * as strings from "./strings.ts";

/** A line before Python has answered: its name, its label, and the calculator that works it out. */
type Empty = [name: string, label: string, page: string];

/** The panel's first field, for what readers say about themselves. */
const ABOUT = "#ug-country";

/** The workbook at a glance: a table with the answers, the inputs that are simple to change there, and links to the rest. */
export class Glance {
  #table;
  #workbook;
  #pyodide;
  #rows = new Map<string, HTMLTableRowElement>();
  /** The numbers that the table was last computed for. */
  #numbers = "";

  constructor(table: HTMLTableElement, workbook: Workbook, pyodide: PyodideClient) {
    this.#table = table;
    this.#workbook = workbook;
    this.#pyodide = pyodide;
    const body = table.createTBody();
    const lines: Empty[] = JSON.parse(table.dataset.lines ?? "[]");
    for (const [name, label, page] of lines) {
      const row = body.insertRow();
      const head = row.appendChild(Object.assign(document.createElement("th"), { scope: "row" }));
      head.append(linkTo(page, label));
      row.insertCell().textContent = strings.WORKING;
      this.#rows.set(name, row);
    }
  }

  /** Show the lines for what the workbook holds, or nothing where it holds nothing. */
  async show() {
    const { book, notation } = this.#workbook;
    this.#table.hidden = Object.keys(book.calculators).length === 0 && !book.about?.country;
    const numbers = this.#workbook.numbers();
    if (this.#table.hidden || numbers === this.#numbers) return;
    this.#numbers = numbers;
    const answer = await this.#pyodide.ask("glance", { workbook: { ...book, numbers: notation } });
    if (!answer) this.#numbers = ""; // superseded, or Python failed, which the answers below say
    for (const line of answer?.lines ?? []) this.#fill(line);
  }

  #fill(line: Line) {
    const [label, value] = this.#rows.get(line.name)?.cells ?? [];
    if (!label || !value) return;
    const link = linkTo(line.page, line.label);
    if (label.querySelector("a")?.outerHTML !== link.outerHTML) label.replaceChildren(link);
    if (line.edit) return this.#fillEdit(value, line, line.edit);
    const strong = Object.assign(document.createElement("strong"), { textContent: line.text });
    value.replaceChildren(...(line.text ? [strong, ` ${line.between}`] : [line.note || strings.NOT_THERE]));
  }

  /** Show an input as typed. One that the reader is in stays as it is. */
  #fillEdit(cell: HTMLElement, line: Line, edit: Edit) {
    const id = `ug-glance-${line.name}`;
    const key = `${edit.calculator}.${edit.field}`;
    let control = cell.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
    if (control?.name !== key) {
      control = makeControl(edit, id, key);
      control.addEventListener("input", () => this.#keep(edit, control?.value ?? ""));
      const frame = part("span", edit.options.length ? "" : "ug-control");
      frame.append(control);
      const line = part("div", "ug-glance-edit");
      line.append(part("span"), frame, part("span"));
      cell.replaceChildren(line, Object.assign(part("p", "ug-error"), { id: `${id}-error` }));
    }
    const [before, after] = cell.querySelectorAll<HTMLElement>(".ug-glance-edit > span:not(.ug-control, :has(select))");
    const error = cell.querySelector<HTMLElement>(".ug-error");
    if (before) before.textContent = edit.options.length ? "" : (/^[^\d−]*/.exec(line.text)?.[0] ?? "");
    if (after) after.textContent = edit.after;
    if (error) error.textContent = edit.error;
    error?.toggleAttribute("hidden", !edit.error);
    control.ariaInvalid = String(Boolean(edit.error));
    if (control !== document.activeElement && control.value !== edit.typed) control.value = edit.typed;
  }

  #keep({ calculator, field }: Edit, text: string) {
    this.#workbook.keep(calculator, (kept) => ({ ...kept, [field]: text }));
  }
}

function makeControl({ label, options, typed }: Edit, id: string, key: string) {
  const control = document.createElement(options.length ? "select" : "input");
  control.className = options.length ? "ug-select" : "ug-input";
  Object.assign(control, { id, name: key, autocomplete: "off" });
  control.setAttribute("aria-label", label);
  control.setAttribute("aria-describedby", `${id}-error`);
  if (control instanceof HTMLSelectElement) control.append(...options.map(([value, text]) => new Option(text, value)));
  else control.inputMode = "decimal";
  control.value = typed;
  return control;
}

function part(tag: string, className = "") {
  return Object.assign(document.createElement(tag), { className });
}

const linkTo = (page: string, label: string) => makeLink(pageOf(page)?.url ?? ABOUT, label);
