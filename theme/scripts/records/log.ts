import { makeButton } from "../common/buttons.ts";
import { CAUSES } from "../common/strings.ts";
import type { services } from "../page/services.ts";
import { today } from "../workbook/save-file.ts";
import type { LogAnswer, LogEntry } from "./answers.ts";
import { Numbers } from "./numbers.ts";
import { element, replace, section, table } from "./parts.ts";
import * as strings from "./strings.ts";

type Services = typeof services;

/** Entries that are shown at first. */
const SHOWN = 12;

/** The log that the reader keeps by hand. */
export class Log {
  #services;
  #element;
  #form;
  #numbers;
  #stop;
  #request = 0;
  #entries: LogEntry[] = [];
  /** The place of the entry that is being changed. */
  #place: number | undefined;
  #showsAll = false;
  /** Whether a change of the log is under way, or this page writes it. */
  #isBusy = false;

  constructor(page: HTMLElement, services: Services) {
    this.#services = services;
    this.#element = page;
    this.#form = page.querySelector("form") ?? document.createElement("form");
    this.#numbers = new Numbers(
      services,
      this.#slot("numbers"),
      "ug-log",
      (text, ...more) => this.#say(text, ...more),
      () => this.#ask({}),
    );
    this.#box("day").max = today();
    this.#fill({ day: today() });
    page.addEventListener("submit", (event) => this.#submit(event));
    page.addEventListener("click", ({ target }) => this.#click(target as Element));
    this.#stop = services.workbook.watch(() => this.#isBusy || this.#ask({}));
    this.#ask({});
  }

  stop() {
    this.#stop();
  }

  #submit(event: Event) {
    event.preventDefault();
    const entry = Object.fromEntries([...new FormData(this.#form)].map(([name, text]) => [name, String(text)]));
    const isChange = this.#place !== undefined;
    this.#ask({ entry, ...(isChange && { place: this.#place }) }, isChange ? strings.LOG_CHANGED : strings.LOG_ADDED);
  }

  #click(target: Element) {
    const button = target.closest<HTMLElement>("[data-action]");
    const place = Number(button?.dataset.place);
    if (button?.dataset.action === "remove") this.#ask({ place }, strings.LOG_REMOVED);
    else if (button?.dataset.action === "change") this.#change(place);
    else if (button?.dataset.action === "cancel") this.#change(undefined);
    else if (button?.dataset.action === "all") {
      this.#showsAll = true;
      this.#ask({});
    }
  }

  /** Put an entry into the form to change it, or empty the form. */
  #change(place: number | undefined) {
    this.#place = place;
    const entry = place === undefined ? undefined : this.#entries[place];
    this.#fill(entry ? entry.typed : { day: today() });
    this.#showErrors([]);
    const button = this.#form.querySelector('[data-action="add"]');
    if (button) button.textContent = entry ? strings.CHANGE_IT : strings.ADD;
    const cancel = this.#form.querySelector<HTMLElement>('[data-action="cancel"]');
    if (cancel) cancel.hidden = !entry;
    this.#box("day").focus();
  }

  /**
   * Have Python change the log, or say what follows from it.
   *
   * @param done what to say when it was changed
   */
  async #ask(change: { entry?: Record<string, string>; place?: number | undefined }, done = "") {
    const { workbook, pyodide, storageReady } = this.#services;
    await storageReady;
    if (this.#isBusy) return; // the same button again, most likely
    if (!done && !workbook.book.records) return this.#showEmpty();
    const id = ++this.#request;
    this.#isBusy = done !== "";
    if (done) this.#say(strings.KEEPING);
    pyodide.retry();
    const { book } = workbook;
    const answer = await pyodide.ask("log", {
      workbook: { ...book, numbers: workbook.notation },
      leave_out: this.#numbers.leaveOut,
      ...change,
    });
    if (done) this.#isBusy = false;
    if (id !== this.#request) return;
    if (!answer) return this.#say(CAUSES[pyodide.failure?.cause ?? "fault"]);
    if (answer.problem) return this.#say(answer.problem.message);
    this.#showErrors(answer.errors);
    if (answer.errors.length) return this.#say("");
    if (done) this.#keep(answer, book.records, done);
    this.#show(answer);
  }

  /** Keep the changed log, and offer to undo the change. */
  #keep({ records }: LogAnswer, before: unknown, done: string) {
    this.#put(records);
    const undo = makeButton(strings.UNDO, "undo");
    undo.addEventListener("click", () => {
      this.#put(before);
      this.#say(strings.UNDONE);
      this.#ask({});
    });
    this.#say(done, " ", undo);
    const { day } = Object.fromEntries(new FormData(this.#form));
    this.#change(undefined);
    this.#fill({ day: String(day) }); // the next entry is often of the same day
  }

  #put(records: unknown) {
    const { workbook } = this.#services;
    this.#isBusy = true;
    workbook.replace({ ...workbook.book, numbers: workbook.notation, records });
    this.#isBusy = false;
  }

  #showEmpty() {
    this.#entries = [];
    this.#slot("result").replaceChildren(element("p", strings.LOG_EMPTY, "ug-hint"));
    this.#numbers.clear();
  }

  #show(answer: LogAnswer) {
    this.#entries = answer.entries ?? [];
    if (!this.#entries.length) return this.#showEmpty();
    const uses = new Set(this.#entries.map(({ typed }) => typed.use).filter(Boolean));
    this.#form.querySelector("datalist")?.replaceChildren(...[...uses].map((use) => new Option("", use)));
    const list = element("ul", "", "ug-records-log");
    const latest = this.#entries.map((entry, place) => ({ entry, place })).reverse();
    for (const { entry, place } of this.#showsAll ? latest : latest.slice(0, SHOWN)) list.append(line(entry, place));
    const more = makeButton(strings.showAll(latest.length), "all");
    more.classList.add("ug-quiet");
    const isCut = !this.#showsAll && latest.length > SHOWN;
    replace(this.#slot("result"), section(strings.ENTRIES, "", list, ...(isCut ? [more] : [])));
    if (answer.targets) this.#numbers.show(answer as Required<LogAnswer>, this.#planned(answer));
  }

  #planned({ planned = [] }: LogAnswer) {
    const rows = planned.map(({ label, planned: plan, happened }) => [label, plan || "–", happened || "–"]);
    const hasPlan = planned.some(({ planned: plan }) => plan);
    const content = table(strings.PLANNED, [strings.FIGURE, strings.PLAN, strings.HAPPENED], rows);
    return section(strings.PLANNED, hasPlan ? strings.PLANNED_NOTE : strings.NO_PLAN, content);
  }

  #fill(typed: Partial<Record<string, string>>) {
    for (const input of this.#form.querySelectorAll("input")) input.value = typed[input.name] ?? "";
  }

  #showErrors(errors: { field: string; message: string }[]) {
    for (const place of this.#form.querySelectorAll<HTMLElement>("[data-error-for]")) {
      const error = errors.find(({ field }) => field === place.dataset.errorFor);
      place.textContent = error?.message ?? "";
      place.hidden = !error;
      const box = this.#box(place.dataset.errorFor ?? "");
      if (error) box.setAttribute("aria-invalid", "true");
      else box.removeAttribute("aria-invalid");
    }
    const first = errors[0];
    if (first) this.#box(first.field).focus();
  }

  #box(name: string) {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  #say(text: string, ...more: (string | Node)[]) {
    this.#slot("status").replaceChildren(text, ...more);
  }

  #slot(name: string) {
    return this.#element.querySelector(`[data-slot="${name}"]`) ?? this.#element;
  }
}

/** An entry in words, with its buttons. */
function line({ texts }: LogEntry, place: number) {
  const [day = "", use = "", hours = "", miles = "", money = ""] = texts;
  const name = [day, use].filter(Boolean).join(", ");
  const amounts = [hours && strings.hoursOf(hours), miles && strings.distanceOf(miles), money].filter(Boolean);
  const row = element("li");
  const words = element("span");
  words.append(element("strong", name), ` ${amounts.join(", ")}`);
  row.append(words);
  for (const [action, label, full] of [
    ["change", strings.CHANGE, strings.changeEntry(name)],
    ["remove", strings.REMOVE, strings.removeEntry(name)],
  ] as const) {
    const button = makeButton(label, action);
    button.classList.add("ug-quiet");
    button.dataset.place = String(place);
    button.setAttribute("aria-label", full);
    row.append(button);
  }
  return row;
}
