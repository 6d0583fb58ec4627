import { pageOf } from "../../scripts/common/assets.ts";
import { makeButton, makeLink } from "../../scripts/common/buttons.ts";
import * as common from "../../scripts/common/strings.ts";
import type { PyodideClient } from "../../scripts/runtime/pyodide-client.ts";
import type { CompareAnswer } from "../../scripts/runtime/worker-protocol.ts";
import { Books, type Deleted, isSameName, type Named, tidied, uniqueName } from "../../scripts/workbook/books.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";
import * as strings from "./strings.ts";

interface Page {
  element: HTMLElement;
  workbook: Workbook;
  pyodide: PyodideClient;
  /** Ask before something is done. */
  confirm(question: string, yes: string, act: () => void): void;
  dateOf(saved: string): string;
}

/** Undo and redo, and the reader's several workbooks: open, name, copy, compare, delete. */
export class BooksPart {
  readonly books: Books;
  #page;
  #list: Named[] = [];
  /** What was deleted last on this page. */
  #deleted: Deleted | null = null;
  /** Whether that was the last change, which undo takes back. */
  #undoesDeletion = false;
  #cleanup: (() => void)[];

  constructor(page: Page) {
    this.#page = page;
    this.books = new Books(page.workbook, strings.UNNAMED);
    const { element, workbook } = page;
    const click = ({ target }: Event) => this.#click(target as Element);
    const press = (event: KeyboardEvent) => this.#press(event);
    element.addEventListener("click", click);
    document.addEventListener("keydown", press);
    this.#cleanup = [
      () => element.removeEventListener("click", click),
      () => document.removeEventListener("keydown", press),
      workbook.watch(() => {
        this.#undoesDeletion = false;
        this.#show();
      }),
    ];
    this.#show();
  }

  stop() {
    for (const undo of this.#cleanup) undo();
  }

  /** The names of all workbooks. */
  get names() {
    return this.#list.map(({ name }) => name);
  }

  async #show() {
    const [list, { undo, redo }] = await Promise.all([this.books.list(), this.books.steps()]);
    this.#list = list;
    this.#write("book-name", this.books.name);
    this.#slot("books")?.replaceChildren(...list.map((each) => this.#line(each)));
    const deleted = this.#undoesDeletion && this.#deleted ? strings.theDeletionOf(this.#deleted.name) : "";
    this.#label("undo", deleted || (undo && whatOf(undo.parts)));
    this.#label("redo", redo && whatOf(redo.parts));
  }

  /** Say beside undo or redo what it would do; one that would do nothing stays where it is, so that focus does too. */
  #label(name: "undo" | "redo", what: string | null) {
    const button = this.#page.element.querySelector<HTMLElement>(`[data-book="${name}"]`);
    if (!button) return;
    button.ariaDisabled = String(!what);
    button.title = what ? (name === "undo" ? strings.UNDO_NEXT : strings.REDO_NEXT)(what) : "";
  }

  #line(named: Named) {
    const { id, name, saved, isOpen } = named;
    const line = document.createElement("li");
    const title = line.appendChild(document.createElement("span"));
    title.append(Object.assign(document.createElement("strong"), { textContent: name }), " ");
    const when = saved ? strings.lastChanged(this.#page.dateOf(saved)) : strings.UNREADABLE;
    title.append(isOpen ? strings.OPEN_NOW : when);
    const actions = isOpen ? [] : saved ? ["open", "compare"] : [];
    if (this.#list.length > 1) actions.push("delete");
    for (const action of actions) line.append(bookButton(action, name, id));
    if (isOpen) line.tabIndex = -1;
    return line;
  }

  #press(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key.toLowerCase() !== "z" || !(ctrlKey || metaKey) || altKey || event.defaultPrevented) return;
    const { activeElement } = document;
    if (activeElement?.matches("input:not([type=checkbox], [type=radio], [type=file]), textarea, [contenteditable]")) return;
    event.preventDefault();
    this.#step(shiftKey ? "redo" : "undo");
  }

  #click(target: Element) {
    const button = target.closest<HTMLElement>("[data-book]");
    if (!button) return;
    const { book: action, id = "" } = button.dataset;
    const named = this.#list.find((each) => each.id === id);
    if (action === "undo" || action === "redo") this.#step(action);
    else if (action === "bring-back") this.#bringBack();
    else if (action === "close") this.#slot("comparison")?.replaceChildren();
    else if (action === "open" && named) this.#open(named);
    else if (action === "compare" && named) this.#compare(named);
    else if (action === "delete" && named) this.#delete(named);
    else if (action === "new" || action === "copy" || action === "rename") this.#name(action);
  }

  async #step(direction: "undo" | "redo") {
    if (direction === "undo" && this.#undoesDeletion) return this.#bringBack();
    const parts = await this.books.step(direction);
    if (!parts) return this.#say(direction === "undo" ? strings.NOTHING_TO_UNDO : strings.NOTHING_TO_REDO);
    this.#say((direction === "undo" ? strings.undid : strings.redid)(whatOf(parts)));
  }

  async #open({ id, name }: Named) {
    const isOpen = await this.books.open(id);
    this.#changed(isOpen ? strings.opened(name) : (await this.books.read(id)) ? strings.NO_ROOM : strings.GONE);
  }

  /** Start a workbook, copy the open one, or rename it, by the name in the box. */
  async #name(action: "new" | "copy" | "rename") {
    const box = this.#page.element.querySelector<HTMLInputElement>("#ug-book-name");
    if (!box) return;
    const before = this.books.name;
    const typed = tidied(box.value);
    const name = typed || (action === "copy" ? uniqueName(strings.COPY_OF(before), this.names) : "");
    const others = action === "rename" ? this.names.filter((each) => each !== before) : this.names;
    const isTaken = others.some((other) => isSameName(other, name));
    const error = isTaken ? strings.nameTaken(name) : name ? "" : strings.NAME_WANTED;
    this.#write("book-error", error);
    this.#slot("book-error")?.toggleAttribute("hidden", !error);
    box.ariaInvalid = String(Boolean(error));
    if (error) return box.focus();
    if (action === "rename") this.books.rename(name);
    else if (!(await this.books.create(name, action === "copy" ? this.#page.workbook.book : {}))) return this.#say(strings.NO_ROOM);
    box.value = "";
    const said = { new: strings.created(name), copy: strings.copied(name, before), rename: strings.renamed(name) };
    this.#changed(said[action], action !== "rename");
  }

  /** Open a file's workbook beside the others. */
  async import(book: Parameters<Books["create"]>[1] & { name?: string }) {
    const name = uniqueName(tidied(book.name ?? "") || strings.IMPORTED, this.names);
    const isOpen = await this.books.create(name, book);
    this.#changed(isOpen ? strings.opened(name) : strings.NO_ROOM);
  }

  #delete(named: Named) {
    const next = named.isOpen ? this.#list.find((each) => !each.isOpen && each.saved) : undefined;
    if (named.isOpen && !next) return this.#say(strings.GONE);
    this.#page.confirm(strings.deleteAsks(named.name, next?.name), strings.deleteYes(named.name), async () => {
      const deleted = await this.books.delete(named, next);
      if (!deleted) return this.#say(strings.GONE);
      this.#changed(strings.deleted(named.name));
      this.#deleted = deleted;
      this.#undoesDeletion = true;
      const button = makeButton(strings.UNDO, "");
      button.dataset.book = "bring-back";
      this.#slot("book-status")?.append(" ", button);
      this.#show();
    });
  }

  async #bringBack() {
    const deleted = this.#deleted;
    if (!deleted) return;
    const isBack = await this.books.bringBack(deleted);
    this.#changed(isBack ? strings.broughtBack(deleted.name) : strings.NO_ROOM);
  }

  /** Say what has become of the workbooks, and go to the open one, since the button that was pressed may be gone. */
  async #changed(text: string, moves = true) {
    this.#deleted = null;
    this.#undoesDeletion = false;
    this.#slot("comparison")?.replaceChildren();
    this.#say(text);
    await this.#show();
    if (moves) this.#slot("books")?.querySelector<HTMLElement>("li[tabindex]")?.focus();
  }

  async #compare({ id, name }: Named) {
    const { workbook, pyodide } = this.#page;
    const other = await this.books.read(id);
    if (!other) return this.#say(strings.GONE);
    this.#say(strings.COMPARING);
    pyodide.retry();
    const mine = { ...workbook.book, numbers: workbook.notation };
    const answer = await pyodide.ask("compare", { workbook: mine, other });
    const lines = answer?.lines;
    if (!lines) return this.#say(answer?.problem?.message ?? common.CAUSES[pyodide.failure?.cause ?? "fault"]);
    this.#say("");
    const part = comparison(lines, this.books.name, name);
    this.#slot("comparison")?.replaceChildren(part);
    part.focus();
  }

  #say(text: string) {
    this.#write("book-status", text);
  }

  #write(name: string, text: string) {
    const slot = this.#slot(name);
    if (slot && slot.textContent !== text) slot.textContent = text;
  }

  #slot(name: string) {
    return this.#page.element.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  }
}

/** What a step changes, in words. */
function whatOf(parts: string[]) {
  return strings.changeTo(parts.map((part) => strings.PARTS[part] ?? pageOf(part)?.title ?? part));
}

function bookButton(action: string, name: string, id: string) {
  const label = { open: strings.OPEN, compare: strings.COMPARE, delete: strings.DELETE }[action] ?? "";
  const button = makeButton(label, "");
  button.classList.add("ug-quiet");
  Object.assign(button.dataset, { book: action, id });
  button.setAttribute("aria-label", strings.named(label, name));
  return button;
}

/** Two workbooks side by side, with what the second has more or less of. */
function comparison(lines: NonNullable<CompareAnswer["lines"]>, one: string, other: string) {
  const part = Object.assign(document.createElement("div"), { className: "ug-comparison", tabIndex: -1 });
  part.setAttribute("role", "region");
  part.setAttribute("aria-label", strings.compared(one, other));
  const table = part.appendChild(document.createElement("table"));
  table.className = "ug-changes";
  table.createCaption().textContent = strings.comparedCaption(one, other);
  const head = table.createTHead().insertRow();
  for (const text of [strings.ANSWER, one, other, strings.DIFFERENCE]) head.append(headCell("col", text));
  const body = table.createTBody();
  for (const { label, page, texts, difference, is_same } of lines) {
    const row = body.insertRow();
    const target = pageOf(page);
    row.append(headCell("row", target ? makeLink(target.url, label) : label));
    for (const text of texts) row.insertCell().textContent = text || strings.NOT_THERE;
    row.insertCell().textContent = difference || (is_same ? strings.SAME : strings.DIFFERS);
  }
  const close = makeButton(strings.CLOSE, "");
  close.classList.add("ug-quiet");
  close.dataset.book = "close";
  part.append(close);
  return part;
}

function headCell(scope: "col" | "row", content: string | Node) {
  const cell = Object.assign(document.createElement("th"), { scope });
  cell.append(content);
  return cell;
}
