import { pageOf } from "./assets.js";
import { showCase } from "./cases.js";
import { Errors, goToField } from "./errors.js";
import { Form } from "./form.js";
import { Linked } from "./linked.js";
import { paint } from "./outcome.js";
import { Pictures } from "./pictures.js";
import { python } from "./python.js";
import { Status } from "./status.js";
import { WhatIf } from "./what-if.js";
import * as words from "./words.js";
import { workbook } from "./workbook.js";

/** Milliseconds after the last key before what was typed is kept and computed. */
const PAUSE = 60;

/** What belongs to the element's one form and outcome, once it is in a page. @typedef {ReturnType<typeof parts>} Parts */

/** @param {HTMLElement} element @param {HTMLFormElement} form @param {Element} outcome @param {() => void} changed */
function parts(element, form, outcome, changed) {
  const fields = new Form(form, changed);
  return {
    form: fields,
    outcome,
    errors: new Errors(form),
    pictures: new Pictures(outcome),
    linked: new Linked(element, fields),
    status: new Status(element),
  };
}

/**
 * A calculator: its HTML is whole without this script. Here its form gets what the workbook keeps, and every change is kept and
 * answered by Python; the last good outcome stays until there is a new one.
 */
export class GigCalculator extends HTMLElement {
  /** @type {Parts | null} */
  #parts = null;
  #clock = 0;
  /** A change waits for the keys to rest. */
  #pending = false;
  /** This element itself is writing into the workbook. */
  #keeping = false;
  /** Counts what Python was asked, so that an answer shows whether it is the last. */
  #asked = 0;
  /** @type {WhatIf | null} */
  #whatIf = null;
  /** The last question has no answer yet. */
  #waiting = false;
  /** The last question gets none, since Python failed. */
  #unanswered = false;
  /** @type {(() => void)[]} */
  #undo = [];

  connectedCallback() {
    const form = this.querySelector("form");
    const outcome = this.querySelector('[data-slot="outcome"]');
    if (!form || !outcome || this.#parts) return;
    this.#parts = parts(this, form, outcome, () => this.#change());
    const early = this.#parts.form.read(); // typed before this script ran
    this.#parts.form.write({ ...workbook.inputs(this.calculator), ...early });
    showCase(form);
    const panel = /** @type {HTMLDetailsElement | null} */ (this.querySelector("details[data-what-if-panel]"));
    if (panel) {
      const fields = this.#parts.form;
      const all = () => Object.fromEntries(fields.names().map((name) => [name, fields.value(name)]));
      this.#whatIf = new WhatIf(panel, () => this.#request(), all);
    }
    if (Object.keys(early).length > 0) this.#change();

    for (const type of ["input", "change"]) {
      this.#listen(form, type, (event) => {
        if (!this.#parts?.form.typed(event.target)) return;
        showCase(form);
        this.#change();
      });
    }
    this.#listen(form, "focusin", () => python.start());
    this.#listen(form, "submit", (event) => event.preventDefault());
    this.#listen(form, "keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    this.#listen(this, "click", (event) => this.#click(event));
    this.#listen(window, "pagehide", () => this.#keep());
    this.#undo.push(python.watch(() => this.#reflect()));
    this.#undo.push(workbook.watch(() => this.#follow()));
    this.#startWhenSeen(form);
    this.#parts.status.footnote(this.calculator);
    this.#reflect();
  }

  disconnectedCallback() {
    this.#keep();
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#parts?.pictures.stop();
    this.#whatIf?.stop();
    this.#whatIf = null;
    this.#parts = null;
  }

  get calculator() {
    return this.dataset.calculator ?? "";
  }

  /** @param {Element} form */
  #startWhenSeen(form) {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      python.start();
      this.#compute();
    });
    seen.observe(form);
    this.#undo.push(() => seen.disconnect());
  }

  /** The reader changed something: keep it and compute it when the keys rest. */
  #change() {
    this.#pending = true;
    this.#parts?.status.notice();
    python.start();
    clearTimeout(this.#clock);
    this.#clock = window.setTimeout(() => {
      this.#keep();
      this.#compute();
    }, PAUSE);
  }

  /** Put what was typed into the workbook. */
  #keep() {
    if (!this.#pending || !this.#parts) return;
    clearTimeout(this.#clock);
    this.#pending = false;
    this.#keeping = true;
    workbook.keep(this.calculator, this.#parts.form.read());
    this.#keeping = false;
  }

  async #compute() {
    const now = this.#parts;
    if (!now) return;
    const turn = ++this.#asked;
    this.#unanswered = python.state === "failed";
    if (this.#unanswered) return;
    this.#waiting = true;
    if (python.state === "ready") this.#state("computing");
    const answer = await python.compute(this.#request());
    if (turn !== this.#asked || now !== this.#parts) return; // there is a later question, or the page was left
    this.#waiting = false;
    if (!answer) {
      this.#unanswered = true;
    } else if (answer.failed) {
      this.#state("failed");
      now.status.failed("fault");
    } else {
      this.#show(now, answer);
      this.#state("ready");
      now.status.ready();
    }
  }

  /** What Python is asked about. @returns {import("./messages.js").Request} */
  #request() {
    return { calculator: this.calculator, inputs: this.#parts?.form.read() ?? {}, workbook: workbook.book };
  }

  /** @param {Parts} now @param {import("./messages.js").PageAnswer} answer */
  #show(now, answer) {
    now.linked.show(answer.linked ?? {});
    now.errors.show(answer.errors ?? [], answer.summary ?? "");
    if (!answer.outcome) return;
    const changed = paint(now.outcome, answer.outcome.html);
    now.pictures.show(answer.outcome.charts, changed);
    this.#whatIf?.refresh();
    performance.mark("gig:outcome");
  }

  /** The workbook was changed: by another calculator, in another tab, or by an import. */
  #follow() {
    this.#parts?.status.footnote(this.calculator);
    if (this.#keeping || this.#pending || !this.#parts) return;
    this.#parts.form.write(workbook.inputs(this.calculator));
    const form = this.querySelector("form");
    if (form) showCase(form);
    if (this.#asked > 0) this.#compute();
  }

  /** Show what Python is at. */
  #reflect() {
    const status = this.#parts?.status;
    if (python.state === "ready") {
      this.#state(this.#waiting ? "computing" : "ready");
      status?.ready();
      if (this.#unanswered) this.#compute();
    } else if (python.state === "starting") {
      this.#state("starting");
      status?.starting(python.stage);
    } else if (python.state === "failed") {
      this.#state("failed");
      status?.failed(python.failure?.cause ?? "fault");
    }
  }

  /** Enter asks for the answer now, and for what is wrong. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.#keep();
    this.#compute().then(() => this.#parts?.errors.focusSummary());
  }

  /** @param {Event} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest("[data-slot='errors'] a"));
    const button = /** @type {HTMLButtonElement | null} */ (target.closest("button"));
    if (link && goToField(link, this)) {
      event.preventDefault();
      event.stopPropagation(); // or the site's own navigation would follow it too
    } else if (button?.dataset.rowAction) {
      this.#parts?.form.act(button);
    } else if (button && this.#whatIf?.act(button)) {
      return;
    } else if (button?.dataset.choose) {
      this.#choose(JSON.parse(button.dataset.choose));
    } else if (button?.dataset.action === "retry") {
      python.retry();
      this.#compute();
    } else if (button?.dataset.action === "relink") {
      this.#parts?.form.touched.delete(button.dataset.field ?? "");
      this.#change();
    }
  }

  /** Carry an idea over to another calculator, as a new row there. @param {{calculator: string, rows: string, row: object}} idea */
  #choose({ calculator, rows, row }) {
    this.#keep();
    const inputs = workbook.inputs(calculator);
    const before = Array.isArray(inputs[rows]) ? inputs[rows] : [];
    const there = before.some((other) => JSON.stringify(other) === JSON.stringify(row));
    const all = there ? before : [...before, row];
    if (!there) workbook.keep(calculator, { ...inputs, [rows]: all });
    const page = pageOf(calculator);
    const title = page?.title ?? calculator;
    this.#parts?.status.notice(words.chosen(title, all.length), page ? { url: page.url, label: words.goTo(title) } : undefined);
  }

  /** @param {"starting" | "ready" | "computing" | "failed"} state */
  #state(state) {
    if (this.dataset.state !== state) this.dataset.state = state;
    this.querySelector(".ug-outcome")?.setAttribute("aria-busy", String(state === "computing"));
  }

  /** @param {EventTarget} target @param {string} type @param {(event: Event) => void} listener */
  #listen(target, type, listener) {
    target.addEventListener(type, listener);
    this.#undo.push(() => target.removeEventListener(type, listener));
  }
}
