import { late, linkPages } from "./assets.js";
import { showCase } from "./cases.js";
import { Errors, goToField } from "./errors.js";
import { sayValue } from "./fields.js";
import { Form } from "./form.js";
import { Household } from "./household.js";
import { carryOver } from "./idea.js";
import { Linked } from "./linked.js";
import { POINT, writeInNotation } from "./notation.js";
import { openWhatIf } from "./open-what-if.js";
import { paint, paintFirst } from "./outcome.js";
import { Pictures } from "./pictures.js";
import { python } from "./python.js";
import { Status } from "./status.js";
import { workbook } from "./workbook.js";

/** Milliseconds after the last key before what was typed is kept and computed. */
const PAUSE = 60;
/** Milliseconds for an answer from which on the next one comes in two steps: the numbers, then their ranges. */
const SLOW = 120;

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
    household: new Household(element, fields),
  };
}

/**
 * A calculator: its HTML is whole without this script. Here its form gets what the workbook keeps, and every change is kept and
 * answered by Python; the last good outcome stays until there is a new one.
 *
 * With data-play it is one number to play with: nothing of it is kept, and Python starts when the reader touches it.
 */
export class GigCalculator extends HTMLElement {
  /** @type {Parts | null} */
  #parts = null;
  #clock = 0;
  /** A change waits for the keys to rest. */
  #pending = false;
  /** The numbers in the workbook, when it last changed. */
  #held = "";
  /** This element itself is writing into the workbook. */
  #keeping = false;
  /** Counts what Python was asked, so that an answer shows whether it is the last. */
  #asked = 0;
  /** The last answer took long. */
  #slow = false;
  /** @type {ReturnType<typeof openWhatIf> | null} */
  #whatIf = null;
  /** Something to play with: nothing of it is kept. */
  #toPlay = false;
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
    writeInNotation(this, workbook.notation);
    this.#parts = parts(this, form, outcome, () => this.#change());
    this.#toPlay = "play" in this.dataset;
    const early = this.#parts.form.read(); // typed before this script ran
    this.#fill(early);
    showCase(form);
    linkPages(outcome);
    const panel = /** @type {HTMLDetailsElement | null} */ (this.querySelector("details[data-what-if-panel]"));
    if (panel) this.#listen(panel, "toggle", () => this.#openPanel(panel));
    if (Object.keys(early).length > 0) this.#change();

    for (const type of ["input", "change"]) {
      this.#listen(form, type, (event) => {
        if (!this.#parts?.form.typed(event.target)) return;
        sayValue(event.target);
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
    if (!this.#toPlay) {
      this.#held = workbook.numbers();
      this.#undo.push(workbook.watch(() => this.#follow()));
      this.#startWhenSeen(form);
      this.#parts.status.footnote(this.calculator);
    }
    this.#reflect();
  }

  disconnectedCallback() {
    this.#keep();
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#parts?.pictures.stop();
    this.#whatIf?.then((panel) => panel.stop());
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

  /** Show what the workbook keeps. @param {import("./messages.js").Inputs} [more] on top */
  #fill(more) {
    const kept = this.#toPlay ? {} : workbook.inputs(this.calculator);
    if (!this.#toPlay) this.style.setProperty("--ug-sign", JSON.stringify(workbook.book.sign ?? "$"));
    if (Object.keys(kept).length > 0) this.#parts?.household.giveWay();
    this.#parts?.form.write({ ...kept, ...more });
    if (this.dataset.abroad && !this.#parts?.household.inputs()) this.#inMoney();
  }

  /** What nobody has typed stands in the reader's money. */
  async #inMoney() {
    const choices = await late("choices", "ugChoices");
    if (this.#parts) choices.inMoney(this, this.#parts.form);
  }

  /** The reader changed something: keep it and compute it when the keys rest. */
  #change() {
    this.#parts?.household.pass((name) => this.#parts?.linked.has(name) ?? false);
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
    if (this.#toPlay) return;
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
    const request = this.#request();
    if (this.#slow) {
      python.compute({ ...request, first: true }).then((early) => {
        if (turn === this.#asked && early?.first) paintFirst(now.outcome, early.first);
      });
    }
    const isReady = python.state === "ready";
    const before = performance.now();
    const answer = await python.compute(request);
    if (answer && isReady) this.#slow = performance.now() - before > SLOW;
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
    const { form, household } = this.#parts ?? {};
    const book = this.#toPlay ? undefined : workbook.book;
    const { calculator } = this;
    return { calculator, inputs: form?.read() ?? {}, workbook: book, example: household?.inputs(), numbers: workbook.notation };
  }

  /** @param {Parts} now @param {import("./messages.js").PageAnswer} answer */
  #show(now, answer) {
    now.linked.show(answer.linked ?? {});
    now.errors.show(answer.errors ?? [], answer.summary ?? "");
    this.#whatIf?.then((panel) => panel.refresh());
    if (!answer.outcome) return;
    const changed = paint(now.outcome, answer.outcome.html);
    linkPages(now.outcome);
    if (!this.#toPlay) now.pictures.show(answer.outcome.charts, changed);
    performance.mark("gig:outcome");
  }

  /** @param {HTMLDetailsElement} panel */
  #openPanel(panel) {
    if (this.#whatIf || !this.#parts) return; // it listens itself from now on
    this.#whatIf = openWhatIf(panel, this.#parts.form, () => this.#request());
    this.#whatIf.catch(() => {
      this.#whatIf = null; // its script did not come; opening it again asks again
    });
  }

  /** The workbook was changed: by another calculator, in another tab, or by an import. */
  #follow() {
    this.#parts?.status.footnote(this.calculator);
    if (workbook.notation !== (this.dataset.numbers ?? POINT)) return this.#beginAgain();
    const held = workbook.numbers();
    const same = held === this.#held; // only where the reader is in the book has changed
    this.#held = held;
    if (same || this.#keeping || this.#pending || !this.#parts) return;
    this.#fill();
    const form = this.querySelector("form");
    if (form) showCase(form);
    if (this.#asked > 0) this.#compute();
  }

  /** Numbers are written in another notation now: the form begins again with what the workbook keeps. */
  #beginAgain() {
    const active = /** @type {HTMLElement | null} */ (this.querySelector(":focus"));
    active?.blur(); // what the reader is in is not written to
    this.#pending = false;
    this.disconnectedCallback();
    this.querySelector("form")?.reset();
    this.connectedCallback();
    active?.focus();
    this.#compute();
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
    } else if (button?.dataset.choose) {
      this.#choose(JSON.parse(button.dataset.choose));
    } else if (button?.dataset.action === "retry") {
      python.retry();
      this.#compute();
    } else if (button?.dataset.action === "reading") {
      const control = this.querySelector(`[name="${CSS.escape(button.dataset.field ?? "")}"]`);
      if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
        control.value = button.dataset.text ?? "";
        control.focus();
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    } else if (button?.dataset.action === "relink") {
      this.#parts?.form.touched.delete(button.dataset.field ?? "");
      this.#change();
    }
  }

  /** @param {import("./idea.js").Idea} idea */
  #choose(idea) {
    this.#keep();
    this.#parts?.status.notice(...carryOver(idea));
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
