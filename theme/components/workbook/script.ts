import { loadOnce, pageOf } from "../../scripts/common/assets.ts";
import { makeButton } from "../../scripts/common/buttons.ts";
import * as strings from "../../scripts/common/strings.ts";
import { removeSite } from "../../scripts/kept-site/removal.ts";
import { readingOf } from "../../scripts/reading/reading.ts";
import { removeKept } from "../../scripts/runtime/kept-python.ts";
import type { PyodideClient } from "../../scripts/runtime/pyodide-client.ts";
import type { Book } from "../../scripts/runtime/worker-protocol.ts";
import { forgetAnswers } from "../../scripts/workbook/last-answers.ts";
import { forgetLook } from "../../scripts/workbook/look.ts";
import { saveFile, saveWorkbook } from "../../scripts/workbook/save-file.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";
import { Answers } from "./answers.ts";
import { BooksPart } from "./books.ts";
import { Glance } from "./glance.ts";
import * as own from "./strings.ts";

/** Bytes, checked before the file is read. A workbook has some ten thousand. */
const LARGEST_IMPORT = 5_000_000;

interface Services {
  workbook: Workbook;
  pyodide: PyodideClient;
}

/** The workbook's own page: what is kept, export, import, and forgetting everything. */
class WorkbookPage {
  #element;
  #workbook;
  #pyodide;
  #answers;
  #glance;
  #books;
  #undo: (() => void)[];
  /** Whether a spreadsheet is being made. */
  #isSaving = false;

  /** @param services the page's own */
  constructor(element: HTMLElement, { workbook, pyodide }: Services) {
    this.#element = element;
    this.#workbook = workbook;
    this.#pyodide = pyodide;
    this.#answers = new Answers(workbook, pyodide, element.dataset.path?.split(" ") ?? []);
    const table = element.querySelector<HTMLTableElement>("table[data-lines]");
    this.#glance = table && new Glance(table, workbook, pyodide);
    const confirm = (question: string, yes: string, act: () => void) => this.#confirm(question, yes, act);
    this.#books = new BooksPart({ element, workbook, pyodide, confirm, dateOf });
    const click = (event: Event) => this.#click(event.target as Element);
    const choose = (event: Event) => this.#import(event.target);
    element.addEventListener("click", click);
    element.addEventListener("change", choose);
    this.#undo = [
      () => element.removeEventListener("click", click),
      () => element.removeEventListener("change", choose),
      workbook.watch(() => this.#show()),
      () => this.#books.stop(),
    ];
    for (const hidden of element.querySelectorAll<HTMLElement>("[data-live]")) hidden.hidden = false;
    element.dataset.state = "ready";
    this.#show();
  }

  stop() {
    for (const undo of this.#undo) undo();
  }

  /** Show what is kept. */
  #show() {
    const { problem, book } = this.#workbook;
    const ids = Object.keys(book.calculators);
    const said = document.createElement("p");
    const read = whatIsRead(book);
    said.textContent = ids.length ? strings.keeps(dateOf(book.saved)) : read ? strings.KEEPS_NO_NUMBERS : strings.NOTHING_KEPT;
    const missing = this.#answers.missing();
    const trouble = document.createElement("p");
    trouble.className = "ug-error";
    trouble.textContent = problem ? strings.PROBLEMS[problem] : "";
    const { length } = this.#workbook.storage.quarantined();
    const quarantined = document.createElement("p");
    if (length) quarantined.append(`${strings.quarantined(length)} `, makeButton(strings.EXPORT_QUARANTINED, "export-quarantined"));
    const reading = document.createElement("p");
    reading.textContent = read;
    const parts = [
      ...(problem ? [trouble] : []),
      said,
      ...(ids.length ? [this.#answers.list()] : []),
      ...(missing ? [missing] : []),
      ...(read ? [reading] : []),
      ...(length ? [quarantined] : []),
    ];
    this.#slot("contents")?.replaceChildren(...parts);
    this.#glance?.show();
  }

  #click(target: Element) {
    const action = target.closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "export") {
      saveWorkbook(this.#workbook.book);
      this.#say(strings.EXPORT_DONE);
    } else if (action === "spreadsheet") {
      this.#saveSpreadsheet();
    } else if (action === "print-all") {
      this.#printEverything();
    } else if (action === "export-quarantined") {
      for (const [i, text] of this.#workbook.storage.quarantined().entries()) saveFile(`ultimate-gig-put-aside-${i + 1}.txt`, text);
    } else if (action === "forget") {
      this.#confirm(strings.FORGET_ASKS, strings.FORGET_YES, async () => {
        this.#workbook.forget();
        forgetAnswers();
        forgetLook();
        await Promise.all([removeKept(), removeSite()]);
        this.#say(strings.FORGET_DONE);
      });
    }
  }

  /** What each calculator that is kept is computed from, with its title. */
  #pages() {
    const { book, notation } = this.#workbook;
    return this.#answers.ids().flatMap((id) => {
      const page = pageOf(id);
      return page ? [{ calculator: id, title: page.title, inputs: {}, workbook: book, numbers: notation }] : [];
    });
  }

  async #printEverything() {
    const print = await loadOnce("ugPrinted").catch(() => null);
    if (!print) return this.#say(strings.CAUSES.network);
    print(this.#element, { workbook: this.#workbook, pyodide: this.#pyodide }, this.#pages(), (text) => this.#say(text));
  }

  /** Save every calculator's inputs and outcome as sheets of one file, or say what is missing. */
  async #saveSpreadsheet() {
    const pages = this.#pages();
    if (!pages.length) return this.#say(strings.NOTHING_TO_LAY_OUT);
    if (this.#isSaving) return;
    this.#isSaving = true;
    this.#pyodide.retry();
    const tell = (title: string, place: number) => this.#say(strings.layingOut(title, place, pages.length));
    const leftOut = await loadOnce("ugSpreadsheet").then(
      ({ saveSheets }) => saveSheets(this.#pyodide, pages, tell),
      () => null,
    );
    this.#isSaving = false;
    if (!leftOut) return this.#say(strings.CAUSES[this.#pyodide.failure?.cause ?? "network"]);
    this.#say(leftOut.length < pages.length ? strings.laidOut(leftOut) : strings.nothingLaidOut(leftOut));
  }

  async #import(input: EventTarget | null) {
    if (!(input instanceof HTMLInputElement) || input.dataset.action !== "import") return;
    const file = input.files?.[0];
    if (!file) return;
    this.#slot("confirm")?.replaceChildren();
    const text = file.size > LARGEST_IMPORT ? null : await file.text().catch(() => undefined);
    input.value = ""; // so that the same file can be chosen again
    if (text === null) return this.#say(strings.IMPORT_TOO_BIG);
    if (text === undefined) return this.#say(strings.IMPORT_UNREADABLE);
    this.#say(strings.LOOKING);
    this.#pyodide.retry();
    const answer = await this.#pyodide.open(text);
    const imported = answer?.workbook;
    if (!answer) return this.#say(strings.CAUSES[this.#pyodide.failure?.cause ?? "fault"]);
    if (!imported) return this.#say(answer.problem?.message ?? strings.CAUSES.fault);
    const { book } = this.#workbook;
    const use = () => {
      this.#books.books.import(imported);
      this.#say(strings.IMPORT_DONE);
    };
    if (Object.keys(book.calculators).length === 0 && !whatIsRead(book)) return use();
    const titles = Object.keys(imported.calculators).map((id) => pageOf(id)?.title ?? id);
    this.#say("");
    const beside = { label: own.IMPORT_BESIDE, act: () => this.#books.import(imported) };
    this.#confirm(strings.importAsks(dateOf(imported.saved), titles.join(", ")), strings.IMPORT_USE, use, beside);
  }

  /** @param other something else that can be done instead */
  #confirm(question: string, yes: string, act: () => void, other?: { label: string; act: () => void }) {
    const slot = this.#slot("confirm");
    if (!slot) return;
    const opener = document.activeElement;
    const text = document.createElement("p");
    text.textContent = question;
    const end = (chosen?: () => void) => {
      slot.replaceChildren();
      chosen?.();
      if (opener instanceof HTMLElement) opener.focus();
    };
    const agree = makeButton(yes, "yes");
    const cancel = makeButton(strings.CANCEL, "no");
    agree.addEventListener("click", () => end(act));
    cancel.addEventListener("click", () => end());
    const more = other ? [makeButton(other.label, "beside"), " "] : [];
    if (other && more[0] instanceof HTMLElement) more[0].addEventListener("click", () => end(other.act));
    this.#say("");
    slot.replaceChildren(text, agree, " ", ...more, cancel);
    slot.tabIndex = -1;
    slot.focus();
  }

  #say(text: string) {
    const slot = this.#slot("status");
    if (slot) slot.textContent = text;
  }

  #slot(name: string) {
    return this.#element.querySelector<HTMLElement>(`[data-slot="${name}"]`);
  }
}

/** A sentence on what a workbook holds besides numbers; "" for nothing. */
function whatIsRead({ reading, sign, about, records }: Book) {
  const { at, done } = readingOf(reading);
  return strings.remembers(Boolean(at), done.length, Boolean(about?.country), sign, Boolean(records));
}

/** @param saved an ISO time, or anything else from an imported file */
function dateOf(saved: string) {
  const time = new Date(saved);
  return Number.isNaN(time.valueOf()) ? strings.UNKNOWN_TIME : time.toLocaleString("en", { dateStyle: "long", timeStyle: "short" });
}

declare global {
  var ugWorkbook: ((element: HTMLElement, services: Services) => { stop(): void }) | undefined;
}

globalThis.ugWorkbook = (element, services) => new WorkbookPage(element, services);
