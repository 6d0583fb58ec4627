import { pyodide } from "../runtime/pyodide-client.ts";
import type { PageAnswer, Request } from "../runtime/worker-protocol.ts";
import { linkPages } from "../shared/assets.ts";
import { POINT, writeInNotation } from "../shared/notation.ts";
import { saveWorkbook } from "../workbook/save-file.ts";
import { workbook } from "../workbook/workbook.ts";
import type { NewRow } from "./add-row.ts";
import { addRow, markAdded } from "./add-row.ts";
import { stillEmpty } from "./answer-label.ts";
import { showConditionalFields } from "./conditional-fields.ts";
import { stateOf, takeEarlyInput } from "./early-input.ts";
import { goToField, takeReading } from "./errors.ts";
import type { Control } from "./fields.ts";
import { showSliderValue } from "./fields.ts";
import { morph, morphFirst } from "./morph.ts";
import { openWhatIf } from "./open-what-if.ts";
import type { Owner } from "./owner-switch.ts";
import type { Parts } from "./parts.ts";
import { createParts } from "./parts.ts";

/** Milliseconds after the last key before what was typed is kept and computed. */
const DEBOUNCE_MS = 60;
/** Milliseconds for an answer from which on the next one comes in two steps: the numbers, then their ranges. */
const SLOW_MS = 120;

/**
 * A calculator: its HTML is whole without this script. Here its form gets what the workbook keeps, and every change is kept and
 * answered by Python; the last good outcome stays until there is a new one, and says that it is the last.
 *
 * With data-play it is one number to play with: nothing of it is kept, and Python starts when the reader touches it.
 */
export class GigCalculator extends HTMLElement {
  #parts: Parts | null = null;
  #clock = 0;
  /** A change waits for the keys to rest. */
  #pending = false;
  /** The numbers in the workbook, when it last changed. */
  #held = "";
  /** Counts what Python was asked, so that an answer shows whether it is the last. */
  #asked = 0;
  /** The last answer took long. */
  #slow = false;
  #whatIf: ReturnType<typeof openWhatIf> | null = null;
  /** The last question has no answer yet. */
  #waiting = false;
  /** The last question gets none, since Python failed. */
  #unanswered = false;
  /** What a control said when it was last heard: when it is left it tells the same again. */
  #heard = new WeakMap<Control, string>();
  /** Names of the controls that the reader typed into. */
  #visited = new Set<string>();
  #undo: (() => void)[] = [];

  connectedCallback() {
    const form = this.querySelector("form");
    const outcome = this.querySelector('[data-slot="outcome"]');
    if (!form || !outcome || this.#parts) return;
    writeInNotation(this, workbook.notation);
    this.querySelector(".ug-not-started")?.remove();
    const putEarlyInput = takeEarlyInput(form);
    this.#parts = createParts(this, form, outcome, () => this.#change());
    const isOwn = this.#begin();
    putEarlyInput((control) => this.#typed(control));
    linkPages(outcome);
    const panel = this.querySelector<HTMLDetailsElement>("details[data-what-if-panel]");
    if (panel) this.#listen(panel, "toggle", () => this.#openPanel(panel));

    for (const type of ["input", "change"]) this.#listen(form, type, (event) => this.#changed(event));
    this.#listen(form, "focusin", () => pyodide.start());
    this.#listen(form, "submit", (event) => event.preventDefault());
    this.#listen(form, "keydown", (event) => this.#key(event as KeyboardEvent));
    this.#listen(this, "click", (event) => this.#click(event));
    this.#listen(window, "pagehide", () => this.#keep());
    this.#listen(window, "beforeprint", () => this.#say(true));
    this.#undo.push(pyodide.watch(() => this.#reflect()));
    if (!this.toPlay) {
      this.#held = workbook.numbers();
      this.#undo.push(workbook.watch(() => this.#follow()));
      this.#parts.status.footnote(this.calculator);
      markAdded(outcome);
      if (isOwn) this.#ask();
      else this.#startWhenSeen(form);
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

  /** Something to play with: nothing of it is kept. */
  get toPlay() {
    return "play" in this.dataset;
  }

  /**
   * Show what the page begins with.
   *
   * @returns whether the reader's workbook has a part in the answer, so that the page's own is not his
   */
  #begin(): boolean {
    this.#fill();
    const isOwn = !this.toPlay && this.#parts?.ownerSwitch.owner === "mine" && !workbook.isBlank;
    if (isOwn && this.#parts) this.#parts.answerLabel.fits = false;
    return isOwn;
  }

  #startWhenSeen(form: Element) {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      this.#ask();
    });
    seen.observe(form);
    this.#undo.push(() => seen.disconnect());
  }

  #ask() {
    pyodide.start();
    this.#compute();
  }

  /** Show what the workbook keeps. */
  #fill() {
    if (!this.toPlay) this.style.setProperty("--ug-sign", JSON.stringify(workbook.book.sign ?? "$"));
    this.#parts?.changes.fill();
    if (this.#parts) showConditionalFields(this.#parts.element);
  }

  /** The reader changed something: keep it and compute it when the keys rest. */
  #change() {
    const now = this.#parts;
    if (!now) return;
    const { answerLabel, ownerSwitch } = now;
    now.changes.settle();
    showConditionalFields(now.element);
    this.#pending = true;
    answerLabel.fits = ownerSwitch.owner === "household" && answerLabel.of === ownerSwitch.household; // those of a household are always the same
    if (!now.changes.keepsOffer) now.status.notice();
    this.#say();
    pyodide.start();
    clearTimeout(this.#clock);
    this.#clock = window.setTimeout(() => {
      this.#keep();
      this.#compute();
    }, DEBOUNCE_MS);
  }

  /** Put what was typed into the workbook. */
  #keep() {
    if (!this.#pending || !this.#parts) return;
    clearTimeout(this.#clock);
    this.#pending = false;
    this.#parts.changes.keep();
  }

  async #compute() {
    const now = this.#parts;
    if (!now) return;
    const turn = ++this.#asked;
    this.#waiting = now.ownerSwitch.owner !== "empty";
    this.#unanswered = this.#waiting && pyodide.state === "failed";
    if (!this.#waiting && pyodide.state === "ready") this.#state("ready");
    if (!this.#waiting || this.#unanswered) return;
    if (pyodide.state === "ready") this.#state("computing");
    const request = this.#request();
    if (this.#slow) {
      pyodide.compute({ ...request, first: true }).then((early) => {
        if (turn === this.#asked && early?.first) morphFirst(now.outcome, early.first);
      });
    }
    const isReady = pyodide.state === "ready";
    const before = performance.now();
    const answer = await pyodide.compute(request);
    if (answer && isReady) this.#slow = performance.now() - before > SLOW_MS;
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
    this.#say();
  }

  /** What Python is asked about. */
  #request(): Request {
    const { form, ownerSwitch } = this.#parts ?? {};
    const { calculator } = this;
    const book = this.toPlay ? undefined : workbook.book;
    const numbers = workbook.notation;
    const example = ownerSwitch?.example();
    // Nothing of the reader's is mixed into a household's numbers but the sign before them.
    if (example) return { calculator, inputs: {}, workbook: book && { ...book, calculators: {} }, example, numbers };
    return { calculator, inputs: form?.read() ?? {}, workbook: book, numbers };
  }

  #show(now: Parts, answer: PageAnswer) {
    now.prefills.show(answer.linked ?? {});
    const errors = answer.errors ?? [];
    const empty = stillEmpty(now.element, errors, this.#visited);
    const wrong = errors.filter((error) => !empty.includes(error));
    now.errors.show(wrong, empty.length ? "" : (answer.summary ?? ""));
    now.answerLabel.setErrors(wrong, empty);
    this.#whatIf?.then((panel) => panel.refresh());
    if (!answer.outcome) return;
    now.answerLabel.fits = !this.#pending;
    now.answerLabel.of = now.ownerSwitch.owner === "household" ? now.ownerSwitch.household : null;
    const changed = morph(now.outcome, answer.outcome.html);
    linkPages(now.outcome);
    markAdded(now.outcome);
    if (!this.toPlay) now.pictures.show(answer.outcome.charts, changed);
    performance.mark("gig:outcome");
  }

  /** Say what the outcome is, where it is not the answer to what the form says. */
  #say(atOnce: boolean = false) {
    const isToFill = this.#parts?.ownerSwitch.owner === "empty";
    const isReady = pyodide.state === "ready" && !atOnce;
    this.#parts?.answerLabel.update({ isToFill, isReady, isFailed: this.dataset.state === "failed" });
  }

  #openPanel(panel: HTMLDetailsElement) {
    const now = this.#parts;
    if (this.#whatIf || !now) return; // it listens itself from now on
    const shown = () => Object.fromEntries(now.form.names().map((name) => [name, now.form.value(name)]));
    this.#whatIf = openWhatIf(
      panel,
      () => ({ ...shown(), ...now.prefills.exact() }),
      () => this.#request(),
    );
    this.#whatIf.catch(() => {
      this.#whatIf = null; // its script did not come; opening it again asks again
    });
  }

  /** The workbook was changed: by another calculator, in another tab, or by an import. */
  #follow() {
    const now = this.#parts;
    now?.status.footnote(this.calculator);
    if (workbook.notation !== (this.dataset.numbers ?? POINT)) return this.#beginAgain();
    const held = workbook.numbers();
    const same = held === this.#held; // only where the reader is in the book has changed
    this.#held = held;
    if (same || !now || now.changes.isKeeping || this.#pending) return;
    this.#fill();
    markAdded(now.outcome);
    if (this.#asked === 0 && now.ownerSwitch.owner === "household") return;
    now.answerLabel.fits = false;
    this.#say();
    this.#ask();
  }

  /** Numbers are written in another notation now: the form begins again with what the workbook keeps. */
  #beginAgain() {
    const active = this.querySelector<HTMLElement>(":focus");
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
    if (pyodide.state === "ready") {
      this.#state(this.#waiting ? "computing" : "ready");
      status?.ready();
      if (this.#unanswered) this.#compute();
    } else if (pyodide.state === "starting") {
      this.#state("starting");
      status?.starting(pyodide.stage);
    } else if (pyodide.state === "failed") {
      this.#state("failed");
      status?.failed(pyodide.failure?.cause ?? "fault");
    }
    this.#say();
  }

  /** Enter asks for the answer now, and for what is wrong. */
  #key(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    for (const control of this.#parts?.element.elements ?? []) this.#visited.add((control as Control).name);
    this.#keep();
    this.#compute().then(() => this.#parts?.errors.focusSummary());
  }

  #changed(event: Event) {
    const target = event.target as Control;
    if (target.closest(".ug-whose")) {
      if (event.type === "change") this.#switch(target.value as Owner);
    } else if (target.closest("[data-field]") && !(event.type === "change" && this.#heard.get(target) === stateOf(target))) {
      this.#heard.set(target, stateOf(target));
      showSliderValue(target);
      this.#typed(target);
    }
  }

  #typed(control: Control) {
    this.#visited.add(control.name);
    this.#parts?.changes.typed(control);
  }

  #switch(owner: Owner) {
    this.#keep();
    this.#parts?.errors.show([], "");
    this.#parts?.answerLabel.setErrors([], []);
    this.#parts?.changes.switchTo(owner);
  }

  #click(event: Event) {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>("[data-slot='errors'] a");
    const button = target.closest<HTMLButtonElement>("button");
    if (link && goToField(link, this)) {
      event.preventDefault();
      event.stopPropagation(); // or the site's own navigation would follow it too
    } else if (button?.dataset.rowAction) {
      if (this.#parts?.ownerSwitch.owner !== "mine") this.#parts?.changes.takeOver();
      this.#parts?.form.act(button);
    } else if (button?.dataset.choose) {
      this.#choose(JSON.parse(button.dataset.choose));
    } else if (button?.dataset.action) {
      this.#act(button, button.dataset.action);
    }
  }

  #act(button: HTMLButtonElement, action: string) {
    const now = this.#parts;
    if (!now) return;
    if (action === "retry") {
      pyodide.retry();
      this.#compute();
    } else if (action === "reading") {
      takeReading(button, this);
    } else if (action === "restore-prefill") {
      now.changes.restorePrefill(button.dataset.field ?? "", button.dataset.source ?? "");
    } else if (action === "look") {
      now.errors.focusField(now.answerLabel.next);
    } else if (action === "save-file") {
      this.#keep();
      saveWorkbook(workbook.book);
    }
  }

  #choose(idea: NewRow) {
    this.#keep();
    this.#parts?.status.notice(...addRow(idea));
    if (this.#parts) markAdded(this.#parts.outcome);
  }

  #state(state: "starting" | "ready" | "computing" | "failed") {
    if (this.dataset.state !== state) this.dataset.state = state;
    this.querySelector(".ug-outcome")?.setAttribute("aria-busy", String(state === "computing"));
  }

  #listen(target: EventTarget, type: string, listener: (event: Event) => void) {
    target.addEventListener(type, listener);
    this.#undo.push(() => target.removeEventListener(type, listener));
  }
}
