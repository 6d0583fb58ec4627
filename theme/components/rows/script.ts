import { lastPart, NUMBERED, renumber } from "../../scripts/calculator/field-names.ts";
import type { Control } from "../../scripts/calculator/fields.ts";
import { applyFills, fieldsOf, nameOf, noteChoices, readField, writeField } from "../../scripts/calculator/fields.ts";
import { loadOnce } from "../../scripts/common/assets.ts";
import * as strings from "../../scripts/common/strings.ts";
import type { DayStrips } from "../day-strip/script.ts";
import { determining, focusFirst, type Row, setDisabled, textOf, titleOf } from "./row.ts";

/** A list of rows in a form: add, remove with undo, and move them, and number their names and ids. */
export class Rows {
  name;
  /** Rows beyond the maximum: kept, not shown. */
  #overflow: Row[] = [];
  #fieldset;
  #list;
  #blank;
  #minimum;
  #maximum;
  /** Announces changes, with an undo button. */
  #note;
  /** The field whose value names a row. */
  #titleField: string | null = null;
  /** As built. */
  #initial: Row[];
  #changed;
  /** Whether the rows are days that make a week. */
  #isWeek;
  #strips: DayStrips | null = null;

  /** @param changed called after every change other than typing */
  constructor(fieldset: HTMLElement, changed: () => void) {
    this.#fieldset = fieldset;
    this.#changed = changed;
    this.name = fieldset.dataset.rows ?? "";
    this.#list = fieldset.querySelector("ol") as HTMLOListElement;
    this.#blank = fieldset.querySelector("template[data-row-blank]") as HTMLTemplateElement;
    this.#minimum = Number(fieldset.dataset.minRows ?? 0);
    this.#maximum = Number(fieldset.dataset.maxRows ?? 60);
    this.#note = document.createElement("p");
    this.#note.className = "ug-rows-note";
    this.#note.setAttribute("role", "status");
    const above = fieldset.querySelector(":scope > :is(.ug-picks, .ug-starts)"); // near the pictures, which the reader taps one after the other
    if (above) above.after(this.#note);
    else this.#list.after(this.#note);
    this.#titleField = this.#findTitleField();
    this.#initial = this.read();
    this.#isWeek = this.#blank.content.querySelector("[data-day]") !== null;
    if (this.#isWeek) this.#addStrips();
    noteChoices(fieldset);
    this.#refresh();
  }

  async #addStrips() {
    const Strips = await loadOnce("ugDays");
    this.#strips = new Strips(this.#fieldset);
    this.#strips.show();
  }

  /** The rows of an empty form: none, or days without an hour. */
  blanks(): Row[] {
    return this.#isWeek ? this.#initial.map((row) => ({ ...row, hours: "" })) : [];
  }

  /** All rows, including those that are not shown. */
  read(): Row[] {
    const shown = this.#items().map((item) => {
      return Object.fromEntries([...fieldsOf(item)].map((field) => [lastPart(nameOf(field)), readField(field)]));
    });
    return [...shown, ...this.#overflow];
  }

  /**
   * Show a list of rows; any other value is ignored.
   *
   * @param opens whether to open the fold around the list
   */
  write(value: unknown, opens = true) {
    if (!Array.isArray(value)) return;
    const rows = value.map((row) => (typeof row === "object" && row !== null ? row : {}) as Row);
    this.#overflow = rows.slice(this.#maximum);
    const shown = rows.slice(0, this.#maximum);
    const items = this.#items();
    for (const item of items.slice(shown.length)) item.remove();
    for (const [i, row] of shown.entries()) {
      const item = items[i] ?? this.#list.appendChild(this.#createRow(i === 0));
      for (const field of fieldsOf(item)) {
        const name = lastPart(nameOf(field));
        writeField(field, name in row ? row[name] : this.#blankValue(name));
      }
      noteChoices(item);
    }
    this.#refresh();
    const fold = this.#fieldset.closest("details");
    if (fold && opens && shown.length) fold.open = true;
    this.#note.replaceChildren();
    if (this.#overflow.length) this.#offerToDrop();
  }

  /**
   * Apply a change within a household's list to the reader's own: to the row with the same title, or to a new one.
   *
   * @returns `finish` restores the focus once the list is shown
   */
  carry(
    control: Control,
    own: Row[],
    withPart: (field: Element, value: unknown, control: Control) => unknown,
  ): { rows: Row[]; finish: () => void } {
    const field = control.closest("[data-field]") as Element;
    const name = lastPart(nameOf(field));
    const title = this.#titleField;
    const item = control.closest(".ug-row");
    const titled = title && item?.querySelector(`[data-field$=".${title}"]`);
    const about = title && titled && name !== title ? { [title]: readField(titled) } : {};
    const rows = own.map((row) => ({ ...row }));
    const index = Object.keys(about).length
      ? rows.findIndex((row) => Object.entries(about).every(([key, value]) => row[key] === value))
      : -1;
    // Days make a week, so that another's day takes the place of an own one.
    const place = this.#isWeek ? Math.min(Number(item?.getAttribute("data-row")), rows.length - 1) : rows.length;
    const at = index < 0 ? Math.max(place, 0) : index;
    const row = rows[at] ?? { ...(item ? determining(item) : {}), ...about };
    rows[at] = { ...row, [name]: withPart(field, row[name] ?? this.#blankValue(name), control) };
    const [inRow] = control.name.split(`${this.name}.${item?.getAttribute("data-row")}.`).slice(-1);
    this.#list.replaceChildren(); // the focused control would not be overwritten, and it belongs to another row
    return { rows, finish: () => this.#goTo(at, inRow ?? name, control.value, index < 0) };
  }

  #goTo(at: number, name: string, value: string, isNew: boolean) {
    const item = this.#items()[at];
    const all = item ? ([...item.querySelectorAll("[name]")] as Control[]) : [];
    const matches = all.filter((other) => other.name === `${this.name}.${at}.${name}`);
    const control = matches.find((other) => other.type === "checkbox" && other.value === value) ?? matches[0];
    if (!item || !control) return;
    if (isNew) for (const select of item.querySelectorAll("select")) applyFills(select, item, control);
    for (let fold = control.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    control.focus();
    if (control instanceof HTMLInputElement && control.type === "text") control.setSelectionRange(value.length, value.length);
  }

  /**
   * Handle a click on one of the list's buttons.
   *
   * @param isOwn whether the reader has changed the list; if not, it holds an example
   */
  act(button: HTMLElement, isOwn: boolean) {
    const item = button.closest<HTMLLIElement>(".ug-row");
    const action = button.dataset.rowAction;
    if (action === "add") this.#add();
    else if (action === "pick") this.#pick(JSON.parse(button.dataset.rowValues ?? "{}"), isOwn);
    else if (action === "start") this.#start(JSON.parse(button.dataset.startRows ?? "[]"), button.textContent ?? "");
    else if (item && action === "preset") this.#preset(item, JSON.parse(button.dataset.fills ?? "{}"));
    else if (item && action === "remove") this.#remove(item);
    else if (item && action === "up") this.#move(item, item.previousElementSibling, button);
    else if (item && action === "down") this.#move(item, item.nextElementSibling, button);
  }

  /** Take in a change of a row's control. */
  typed(control: Control) {
    const item = control.closest(".ug-row");
    if (!item) return;
    if (control instanceof HTMLSelectElement) applyFills(control, item);
    this.#updateTitle(item);
    this.#showPresets(item);
    this.#countPicks();
    this.#strips?.show();
  }

  #add() {
    const item = this.#list.appendChild(this.#createRow(true));
    item.dataset.fresh = ""; // its errors are not shown yet
    item.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && item.contains(relatedTarget))) delete item.dataset.fresh;
    });
    this.#refresh();
    this.#announce(strings.added(titleOf(item), this.#items().length, this.#items().length));
    focusFirst(item);
    this.#changed();
  }

  /** Add a row with these values. The first one replaces the example. */
  #pick(values: Record<string, string>, isOwn: boolean) {
    const before = isOwn ? this.read() : [];
    if (before.length >= this.#maximum) return;
    const title = this.#titleField ?? "";
    const names = new Set(before.map((row) => String(row[title]).toLowerCase()));
    const wanted = values[title] ?? "";
    let name = wanted;
    for (let count = 2; names.has(name.toLowerCase()); count++) name = `${wanted} ${count}`;
    const blank = Object.fromEntries([...fieldsOf(this.#blank.content)].map((field) => [lastPart(nameOf(field)), readField(field)]));
    this.write([...before, { ...blank, ...values, [title]: name }]);
    const count = this.#items().length;
    this.#announce(isOwn ? strings.added(name, count, count) : strings.replacesExample(name), strings.UNDO, () => {
      this.write(before);
      this.#changed();
    });
    this.#changed();
  }

  /** Replace the whole list. */
  #start(rows: Row[], label: string) {
    const before = this.read();
    this.write(rows);
    this.#announce(strings.begun(label), strings.UNDO, () => {
      this.write(before);
      this.#changed();
    });
    this.#changed();
  }

  /** Fill in what an amount in words stands for. */
  #preset(item: HTMLLIElement, fills: Record<string, string>) {
    for (const field of fieldsOf(item)) {
      const text = fills[lastPart(nameOf(field))];
      if (text !== undefined) writeField(field, text);
    }
    this.#showPresets(item);
    this.#changed();
  }

  /** Offer the amounts in words of the row's choice, and mark the one that its boxes hold. */
  #showPresets(item: Element) {
    const list = item.querySelector<HTMLElement>("[data-preset-list]");
    const option = item.querySelector<HTMLOptionElement>("option[data-presets]:checked");
    const offered = this.#fieldset.querySelector<HTMLTemplateElement>(`template[data-presets-of="${option?.dataset.presets}"]`);
    if (!list || !offered) return;
    if (list.dataset.presetList !== option?.dataset.presets) list.replaceChildren(offered.content.cloneNode(true));
    list.dataset.presetList = option?.dataset.presets;
    const values = new Map([...fieldsOf(item)].map((field) => [lastPart(nameOf(field)), readField(field)]));
    for (const button of list.querySelectorAll<HTMLElement>("[data-fills]")) {
      const fills = Object.entries(JSON.parse(button.dataset.fills ?? "{}"));
      button.setAttribute("aria-pressed", String(fills.every(([name, text]) => values.get(name) === text)));
    }
  }

  /** Mark the pictures whose rows are in the list. */
  #countPicks() {
    const buttons = this.#fieldset.querySelectorAll<HTMLElement>("[data-row-values]");
    if (buttons.length === 0) return;
    const rows = this.read();
    for (const button of buttons) {
      const { kind, sort } = JSON.parse(button.dataset.rowValues ?? "{}");
      const count = rows.filter((row) => row.kind === kind && row.sort === sort).length;
      const place = button.querySelector("[data-pick-count]");
      if (place) place.textContent = count ? ` ✓${count > 1 ? ` ${count}` : ""}` : "";
    }
  }

  #remove(item: HTMLLIElement) {
    const place = this.#items().indexOf(item);
    const rows = this.read();
    const [values] = rows.splice(place, 1);
    const neighbor = item.nextElementSibling ?? item.previousElementSibling;
    const title = titleOf(item);
    if (this.#overflow.length) {
      this.write(rows);
    } else {
      item.remove();
      this.#refresh();
    }
    this.#announce(strings.removed(title), strings.UNDO, () => {
      if (!item.isConnected && this.#items().length < this.#maximum) {
        this.#list.insertBefore(item, this.#items()[place] ?? null);
        this.#refresh();
      } else {
        const now = this.read();
        now.splice(place, 0, values ?? {});
        this.write(now);
      }
      focusFirst(this.#items()[place]);
      this.#changed();
    });
    const target = neighbor?.querySelector("[data-row-action='remove']:not([disabled])") ?? this.#button("add");
    (target as HTMLElement | null)?.focus();
    this.#changed();
  }

  #move(item: HTMLLIElement, other: Element | null, button: HTMLElement) {
    if (!other) return;
    if (button.dataset.rowAction === "up") other.before(item);
    else other.after(item);
    this.#refresh();
    this.#announce(strings.moved(titleOf(item), this.#items().indexOf(item) + 1, this.#items().length));
    // At either end the pressed button is disabled, so its counterpart takes the focus.
    const still = button.matches("[disabled]") ? item.querySelector(".ug-row-actions [data-row-action]:not([disabled])") : button;
    (still as HTMLElement | null)?.focus();
    this.#changed();
  }

  #offerToDrop() {
    const { length } = this.#overflow;
    this.#announce(strings.overflow(length, this.#maximum), strings.DROP, () => {
      const kept = this.#overflow;
      this.#overflow = [];
      this.#announce(strings.dropped(kept.length), strings.UNDO, () => {
        this.#overflow = kept;
        this.#offerToDrop();
        this.#changed();
      });
      this.#changed();
    });
  }

  /** @param label of the undo button */
  #announce(text: string, label?: string, back?: () => void) {
    this.#note.textContent = text;
    if (!label || !back) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ug-button ug-undo";
    button.textContent = label;
    button.addEventListener("click", () => {
      this.#note.replaceChildren();
      back();
    });
    this.#note.append(" ", button);
  }

  /** Update numbers, titles and buttons after a change of the list. */
  #refresh() {
    const items = this.#items();
    for (const [i, item] of items.entries()) {
      this.#renumber(item, i);
      this.#updateTitle(item);
      setDisabled(item, "up", i === 0);
      setDisabled(item, "down", i === items.length - 1);
      setDisabled(item, "remove", items.length <= this.#minimum);
    }
    for (const item of items) this.#showPresets(item);
    this.#countPicks();
    const add = this.#button("add");
    if (add) add.disabled = items.length >= this.#maximum;
    this.#strips?.show();
  }

  #renumber(item: Element, to: number) {
    const from = item.getAttribute("data-row");
    if (from === String(to)) return;
    item.setAttribute("data-row", String(to));
    for (const element of item.querySelectorAll(NUMBERED.map((name) => `[${name}]`).join())) {
      for (const name of NUMBERED) {
        const value = element.getAttribute(name);
        const renumbered = value && renumber(value, this.name, from ?? "", to);
        if (renumbered && renumbered !== value) element.setAttribute(name, renumbered);
      }
    }
  }

  /** Write the row's title into its heading and its buttons. */
  #updateTitle(item: Element) {
    const place = item.querySelector("[data-row-title]");
    const field = item.querySelector(`[data-field$=".${this.#titleField}"]`);
    if (!place || !field) return;
    const typed = textOf(field).trim();
    const title = typed || this.#blank.content.querySelector("[data-row-title]")?.textContent || "";
    if (place.textContent === title) return;
    place.textContent = title;
    for (const [action, label] of Object.entries(strings.ROW_ACTIONS)) {
      const hidden = item.querySelector(`[data-row-action="${action}"] .ug-hidden`);
      if (hidden) hidden.textContent = label(title);
    }
  }

  /** Find the field that titles a row: in built rows, the one whose text is the title. */
  #findTitleField() {
    for (const item of this.#items()) {
      const title = titleOf(item);
      for (const field of fieldsOf(item)) {
        if (title && textOf(field) === title) return lastPart(nameOf(field));
      }
    }
    const fields = [...fieldsOf(this.#blank.content)].map((field) => lastPart(nameOf(field)));
    return fields.includes("name") ? "name" : (fields[0] ?? null);
  }

  /** A field's value in a blank row. */
  #blankValue(name: string) {
    const field = this.#blank.content.querySelector(`[data-field$=".${name}"]`);
    return field ? readField(field) : "";
  }

  #createRow(isOpen: boolean) {
    const item = this.#blank.content.firstElementChild?.cloneNode(true) as HTMLLIElement;
    for (const fold of item.querySelectorAll<HTMLDetailsElement>(".ug-row-fold")) fold.open = isOpen;
    return document.importNode(item, true);
  }

  #items(): HTMLLIElement[] {
    return [...this.#list.children] as HTMLLIElement[];
  }

  #button(action: string): HTMLButtonElement | null {
    return this.#fieldset.querySelector(`:scope > [data-row-action="${action}"]`);
  }
}
