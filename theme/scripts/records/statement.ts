import { makeButton } from "../common/buttons.ts";
import { CAUSES } from "../common/strings.ts";
import type { services } from "../page/services.ts";
import type { StatementSource } from "../runtime/worker-protocol.ts";
import { saveFile } from "../workbook/save-file.ts";
import type { ColumnMap, StatementAnswer } from "./answers.ts";
import { Numbers } from "./numbers.ts";
import { choice, choices, element, replace, section, table } from "./parts.ts";
import * as strings from "./strings.ts";

type Services = typeof services;

/** Bytes, as in calculators/workbook/statements/decoding.py, checked before the file is read. */
const LARGEST = 5_000_000;
const COLUMNS_FILE = "ultimate-gig-columns.json";

/** A statement that the reader chooses or pastes: its columns, its entries, and what they would change. */
export class Statement {
  #services;
  #element;
  #numbers;
  #stop;
  #source: StatementSource | null = null;
  #columns: ColumnMap | undefined;
  #answer: StatementAnswer | undefined;
  #request = 0;
  /** Whether this page writes to the workbook itself. */
  #isWriting = false;

  constructor(page: HTMLElement, services: Services) {
    this.#services = services;
    this.#element = page;
    this.#numbers = new Numbers(
      services,
      this.#slot("numbers"),
      "ug-statement",
      (text, ...more) => this.#say(text, ...more),
      () => this.#ask({ quiet: true }),
    );
    page.addEventListener("change", ({ target }) => this.#changed(target as HTMLElement));
    page.addEventListener("click", ({ target }) => this.#click(target as Element));
    this.#stop = services.workbook.watch(() => this.#answer && !this.#isWriting && this.#ask({ quiet: true }));
  }

  stop() {
    this.#stop();
  }

  #click(target: Element) {
    const action = target.closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "read") this.#readPasted();
    else if (action === "save-columns" && this.#answer?.file) {
      saveFile(COLUMNS_FILE, this.#answer.file);
      this.#say(strings.COLUMNS_SAVED);
    }
  }

  #changed(control: HTMLElement) {
    if (control instanceof HTMLInputElement && control.type === "file") this.#choose(control);
    else if (control instanceof HTMLSelectElement || control.dataset.question) this.#answered(control as HTMLInputElement);
  }

  #readPasted() {
    const box = this.#element.querySelector<HTMLTextAreaElement>("#ug-pasted");
    if (!box?.value.trim()) {
      this.#say(strings.PASTE_FIRST);
      return box?.focus();
    }
    this.#begin({ text: box.value });
  }

  /** Read a chosen file: a statement, or what the columns of one are. */
  async #choose(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) {
      input.value = "";
      return this.#say(strings.TOO_BIG((file.size / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })));
    }
    const bytes = await file.arrayBuffer().catch(() => null);
    input.value = ""; // so that the same file can be chosen again
    if (!bytes) return this.#say(strings.UNREADABLE);
    if (input.dataset.action === "choose") this.#begin({ content: base64(new Uint8Array(bytes)) });
    else this.#ask({ columnsFile: new TextDecoder().decode(bytes) });
  }

  #begin(source: StatementSource) {
    this.#source = source;
    this.#columns = undefined;
    this.#answer = undefined;
    this.#numbers.leaveOut.uses = [];
    this.#numbers.leaveOut.months = undefined;
    this.#slot("columns").replaceChildren();
    this.#slot("result").replaceChildren();
    this.#numbers.clear();
    this.#ask({});
  }

  /** Take what the reader says about a column, or the answer to a question. */
  #answered(control: HTMLSelectElement | HTMLInputElement) {
    const known = this.#answer?.map;
    if (!known) return;
    const { question, column } = control.dataset;
    if (question === "order" || question === "decimal") this.#columns = { ...known, [question]: control.value };
    else if (column !== undefined) {
      const others = Object.entries(known.roles).filter(([role, name]) => role !== control.value && name !== column);
      this.#columns = { ...known, roles: Object.fromEntries([...others, ...(control.value ? [[control.value, column]] : [])]) };
    } else return;
    this.#ask({ keep: true });
  }

  /**
   * Have Python read the statement.
   *
   * @param keep whether what the columns are goes into the workbook
   * @param quiet whether a success needs no words
   */
  async #ask({ columnsFile, keep, quiet }: { columnsFile?: string; keep?: boolean; quiet?: boolean }) {
    const { workbook, pyodide } = this.#services;
    if (!this.#source) return;
    const id = ++this.#request;
    if (!this.#answer) this.#say(strings.READING);
    pyodide.retry();
    const answer = await pyodide.ask("statement", {
      ...this.#source,
      workbook: { ...workbook.book, numbers: workbook.notation },
      leave_out: this.#numbers.leaveOut,
      ...(this.#columns && { columns: this.#columns }),
      ...(columnsFile !== undefined && { columns_file: columnsFile }),
    });
    if (id !== this.#request) return;
    if (!answer) return this.#say(CAUSES[pyodide.failure?.cause ?? "fault"]);
    if (answer.problem) return this.#say(`${answer.problem.message} ${strings.NOTHING_CHANGED}`);
    this.#answer = answer;
    this.#columns = answer.map;
    if (keep || columnsFile !== undefined) this.#keepColumns(answer);
    this.#show(answer, quiet === true);
  }

  /** Keep what the reader said about the columns, for the next statement of this kind. */
  #keepColumns({ records }: StatementAnswer) {
    const { workbook } = this.#services;
    this.#isWriting = true;
    workbook.replace({ ...workbook.book, numbers: workbook.notation, records });
    this.#isWriting = false;
  }

  #show(answer: StatementAnswer, isQuiet: boolean) {
    replace(this.#slot("columns"), this.#columnsPart(answer));
    if (!answer.targets) {
      this.#slot("result").replaceChildren(...this.#leftOut(answer));
      this.#numbers.clear();
      return this.#say(answer.missing || strings.ANSWER_FIRST);
    }
    const { head = [], rows = [], count = 0 } = answer.preview ?? {};
    const preview = section(strings.PREVIEW, "", table(strings.PREVIEW, head, rows));
    this.#slot("result").replaceChildren(preview, ...this.#leftOut(answer));
    this.#numbers.show(answer as StatementAnswer & Required<Pick<StatementAnswer, "head" | "months" | "uses" | "targets">>);
    const leftOut = (answer.left_out ?? []).reduce((sum, rows) => sum + rows.count, 0);
    if (!isQuiet) this.#say(strings.readDone(count, answer.months?.length ?? 0, leftOut));
  }

  #columnsPart({ columns = [], roles = [], questions = [] }: StatementAnswer) {
    const list = element("ul", "", "ug-records-columns");
    for (const [place, { name, samples, role }] of columns.entries()) {
      const id = `ug-column-${place}`;
      const label = element("label", name, "ug-label");
      label.htmlFor = id;
      const hint = element("p", strings.firstValues(samples), "ug-hint");
      hint.id = `${id}-hint`;
      const select = element("select", "", "ug-select");
      select.id = id;
      select.dataset.column = name;
      select.setAttribute("aria-describedby", hint.id);
      select.append(new Option(strings.NOT_USED, ""), ...roles.map(({ value, label: text }) => new Option(text, value)));
      select.value = role;
      const row = element("li");
      row.append(label, hint, select);
      list.append(row);
    }
    const choosers = questions.map(({ name, text, options, chosen }) => {
      const boxes = options.map(({ value, label }) => {
        const box = choice("radio", `ug-${name}-${value}`, `ug-${name}`, value, value === chosen, label);
        box.querySelector("input")?.setAttribute("data-question", name);
        return box;
      });
      return choices(strings.QUESTIONS[name]?.(text) ?? text, false, ...boxes);
    });
    return section(strings.COLUMNS, strings.COLUMNS_HINT, ...choosers, list, columnFiles());
  }

  #leftOut({ left_out: rows = [], before = 0 }: StatementAnswer) {
    if (!rows.length && !before) return [];
    const list = element("ul");
    if (before) list.append(element("li", strings.beforeHeader(before)));
    list.append(...rows.map(({ reason, count, lines, text }) => element("li", strings.leftOutLine(reason, count, lines, text))));
    return [section(strings.LEFT_OUT, "", list)];
  }

  #say(text: string, ...more: Node[]) {
    this.#slot("status").replaceChildren(text, ...more);
  }

  #slot(name: string) {
    return this.#element.querySelector(`[data-slot="${name}"]`) ?? this.#element;
  }
}

/** The buttons that save what the columns are, and open such a file. */
function columnFiles() {
  const part = element("div", "", "ug-records-files");
  const save = makeButton(strings.SAVE_COLUMNS, "save-columns");
  save.id = "ug-save-columns";
  save.classList.add("ug-quiet");
  const label = element("label", strings.LOAD_COLUMNS, "ug-label");
  const input = Object.assign(document.createElement("input"), { type: "file", id: "ug-columns-file", accept: ".json,application/json" });
  input.dataset.action = "load-columns";
  label.htmlFor = input.id;
  part.append(save, label, input);
  return part;
}

/** Encode bytes in slices, since a function takes only so many arguments. */
function base64(bytes: Uint8Array) {
  const slices = [];
  for (let start = 0; start < bytes.length; start += 30_000) slices.push(String.fromCharCode(...bytes.subarray(start, start + 30_000)));
  return btoa(slices.join(""));
}
