import { stillEmpty } from "../../scripts/calculator/answer-label.ts";
import { showConditionalFields } from "../../scripts/calculator/conditional-fields.ts";
import { stateOf, takeEarlyInput } from "../../scripts/calculator/early-input.ts";
import { goToField } from "../../scripts/calculator/errors.ts";
import { type Control, showSliderValue } from "../../scripts/calculator/fields.ts";
import { watchHeadline } from "../../scripts/calculator/headline.ts";
import { bringIntoView, whenNear } from "../../scripts/calculator/in-view.ts";
import { INITIAL, type LifecycleEvent, transition } from "../../scripts/calculator/lifecycle.ts";
import { morphOutcome } from "../../scripts/calculator/morph.ts";
import type { Owner } from "../../scripts/calculator/owner-switch.ts";
import { createParts, type Parts } from "../../scripts/calculator/parts.ts";
import { pyodide, workbook } from "../../scripts/calculator/services.ts";
import { linkPages, loadOnce } from "../../scripts/common/assets.ts";
import { afterPress, keepFocus } from "../../scripts/common/buttons.ts";
import { POINT, writeInNotation } from "../../scripts/common/notation.ts";
import type { Inputs, PageAnswer, Request } from "../../scripts/runtime/worker-protocol.ts";
import { forHousehold } from "../../scripts/workbook/about.ts";
import { openWhatIf } from "../what-if/open.ts";

/** When an answer took longer, the next one is computed in two steps: the numbers, then their ranges. */
const SLOW_MS = 120;

/**
 * A calculator. Its HTML is complete without this script; here its form shows what the workbook keeps, every change is kept and
 * computed by Python, and the last good outcome stays, marked as such, until there is a new one.
 *
 * With data-play it is a slider to play with: nothing is kept, and Python starts when the reader touches it.
 */
class Calculator {
  #root;
  #parts: Parts | null = null;
  #lifecycle = INITIAL;
  /** The timer of a change that is neither kept nor computed yet; 0 for none. */
  #scheduled = 0;
  /** The numbers in the workbook when it last changed. */
  #numbers = "";
  #requestId = 0;
  /** Milliseconds that the last answer took. */
  #duration = 0;
  #whatIf: ReturnType<typeof openWhatIf> | null = null;
  /** The state of each control at its last event: leaving it raises the same one again. */
  #lastStates = new WeakMap<Control, string>();
  /** Names of the controls that the reader typed into. */
  #visited = new Set<string>();
  /** The control of the form that had the focus last. */
  #edited: HTMLElement | null = null;
  #cleanup: (() => void)[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#start();
  }

  #start() {
    const form = this.#root.querySelector("form");
    if (!form || this.#parts) return;
    writeInNotation(this.#root, workbook.notation);
    this.#root.querySelector(".ug-not-started")?.remove();
    const putEarlyInput = takeEarlyInput(form);
    this.#parts = createParts({ root: this.#root, calculator: this.calculator, toPlay: this.toPlay }, form, {
      changed: () => this.#change(),
      fillFolds: () => this.#fillFolds(),
    });
    const isOwn = this.#begin();
    putEarlyInput((control) => this.#typed(control));
    linkPages(this.#root);
    watchHeadline(this.#root);
    const panel = this.#root.querySelector<HTMLDetailsElement>("[data-what-if-panel]");
    if (panel) this.#listen(panel, "toggle", () => this.#openPanel(panel));

    for (const type of ["input", "change"]) this.#listen(form, type, (event) => this.#changed(event));
    this.#listen(form, "focusin", ({ target }) => {
      this.#edited = target as HTMLElement;
      pyodide.start();
    });
    this.#listen(this.#root, "keyup", (event) => bringIntoView(event as KeyboardEvent));
    this.#listen(form, "submit", (event) => event.preventDefault());
    this.#listen(form, "keydown", (event) => this.#key(event as KeyboardEvent));
    this.#listen(this.#root, "click", (event) => this.#click(event));
    this.#listen(this.#root, "mousedown", keepFocus);
    this.#listen(this.#root, "toggle", (event) => this.#parts?.folds.toggled(event), true); // which does not bubble
    this.#listen(window, "pagehide", () => this.#keep());
    this.#listen(window, "beforeprint", () => this.#updateLabel(true));
    this.#cleanup.push(pyodide.watch(() => this.#reflect()));
    if (!this.toPlay) {
      this.#numbers = workbook.numbers();
      this.#cleanup.push(workbook.watch(() => this.#follow()));
      this.#parts.status.footnote(this.calculator);
      // What was typed before this script ran is scheduled already.
      if (!this.#scheduled) {
        if (isOwn) this.#startAndCompute();
        else this.#cleanup.push(whenNear(this.#root, () => this.#startAndCompute()));
      }
    }
    this.#reflect();
  }

  stop() {
    this.#keep();
    for (const undo of this.#cleanup) undo();
    this.#cleanup = [];
    this.#parts?.folds.cancel();
    this.#parts?.pictures.stop();
    this.#whatIf?.then((panel) => panel.stop());
    this.#whatIf = null;
    this.#parts = null;
  }

  get calculator() {
    return this.#root.dataset.calculator ?? "";
  }

  /** Whether nothing is kept. */
  get toPlay() {
    return "play" in this.#root.dataset;
  }

  /**
   * Fill the form for the first time.
   *
   * @returns whether the reader's workbook affects the outcome, so that the one that the page was built with is not theirs
   */
  #begin(): boolean {
    this.#fill();
    const isOwn = !this.toPlay && this.#parts?.ownerSwitch.owner === "mine" && !workbook.isBlank;
    if (isOwn && this.#parts) this.#parts.answerLabel.fits = false;
    return isOwn;
  }

  #startAndCompute() {
    pyodide.start();
    this.#compute();
  }

  /** Show what the workbook keeps. */
  #fill() {
    this.#parts?.changes.fill();
    if (this.#parts) showConditionalFields(this.#parts.element);
  }

  /** Keep and compute a change, once for all events of a key. Python answers the latest request of those that wait. */
  #change() {
    const parts = this.#parts;
    if (!parts) return;
    const { answerLabel, ownerSwitch } = parts;
    parts.changes.settle();
    showConditionalFields(parts.element);
    answerLabel.fits = ownerSwitch.owner === "household" && answerLabel.of === ownerSwitch.household; // a household's numbers never change
    if (!parts.changes.keepsOffer) parts.status.notice();
    this.#updateLabel();
    pyodide.start();
    clearTimeout(this.#scheduled);
    this.#scheduled = window.setTimeout(() => {
      this.#keep();
      this.#compute();
    });
  }

  #cancelChange() {
    clearTimeout(this.#scheduled);
    this.#scheduled = 0;
  }

  /** Write a pending change into the workbook. */
  #keep() {
    if (!this.#scheduled || !this.#parts) return;
    this.#cancelChange();
    if (this.#parts.changes.keep()) this.#fill();
  }

  async #compute() {
    const parts = this.#parts;
    if (!parts) return;
    const id = ++this.#requestId;
    parts.folds.cancel();
    this.#transition(parts.ownerSwitch.owner === "empty" ? "withdraw" : "request");
    if (this.#lifecycle.request !== "pending") return;
    const request = { ...this.#request(), folds: parts.folds.areOpen };
    if (this.#duration > SLOW_MS) {
      pyodide.compute({ ...request, first: true }).then((early) => {
        afterPress(() => {
          if (id === this.#requestId && early?.first) morphOutcome(this.#root, early.first, false);
        });
      });
    }
    const isReady = pyodide.state === "ready";
    const start = performance.now();
    const answer = await pyodide.compute(request);
    if (answer && isReady) this.#duration = performance.now() - start;
    await new Promise<void>((done) => afterPress(done));
    if (id !== this.#requestId || parts !== this.#parts) return; // superseded, or the page was left
    if (!answer) {
      this.#transition("lost");
    } else if (answer.failed) {
      this.#transition("fault");
      parts.status.failed("fault");
    } else {
      this.#show(parts, answer);
      parts.folds.answered(request, answer);
      this.#transition("answer");
      parts.status.ready();
    }
    this.#updateLabel();
  }

  /** Render the outcome that is shown once more, with all its folds. */
  async #fillFolds() {
    const [parts, id] = [this.#parts, this.#requestId];
    const request = parts?.folds.shown;
    if (!request || this.#lifecycle.request !== "none") return; // an answer that is pending comes first
    const answer = await pyodide.compute({ ...request, folds: true });
    await new Promise<void>((done) => afterPress(done));
    if (!answer?.outcome || id !== this.#requestId || parts !== this.#parts) return; // lost, superseded, or the page was left
    morphOutcome(this.#root, answer.outcome.html);
    linkPages(this.#root);
    parts.folds.filled();
  }

  /** What Python is to compute. */
  #request = (): Request => {
    const { form, ownerSwitch } = this.#parts ?? {};
    const { calculator } = this;
    const book = this.toPlay ? undefined : workbook.book;
    const numbers = workbook.notation;
    const example = ownerSwitch?.example();
    // A household's numbers take nothing from the reader but the currency sign.
    if (example) return { calculator, inputs: {}, workbook: book && forHousehold(book, ownerSwitch?.offer), example, numbers };
    return { calculator, inputs: form?.read() ?? {}, workbook: book, numbers };
  };

  #show(parts: Parts, answer: PageAnswer) {
    parts.prefills.show(answer.linked ?? {});
    loadOnce("ugComfort")
      .then(({ answered }) => answered(this.#root, parts))
      .catch(() => {}); // what it adds can wait for the next answer
    const errors = answer.errors ?? [];
    const empty = stillEmpty(parts.element, errors, this.#visited);
    const wrong = errors.filter((error) => !empty.includes(error));
    parts.errors.show(wrong, empty.length ? "" : (answer.summary ?? ""));
    parts.answerLabel.setErrors(wrong, empty);
    this.#whatIf?.then((panel) => panel.refresh());
    if (!answer.outcome) return;
    parts.answerLabel.fits = this.#scheduled === 0;
    parts.answerLabel.of = parts.ownerSwitch.owner === "household" ? parts.ownerSwitch.household : null;
    const changed = morphOutcome(this.#root, answer.outcome.html);
    linkPages(this.#root);
    performance.mark("gig:outcome");
    if (!this.toPlay) parts.pictures.show(answer.outcome.charts, changed);
  }

  /** Label the outcome where it does not belong to what the form says. */
  #updateLabel(atOnce = false) {
    const isToFill = this.#parts?.ownerSwitch.owner === "empty";
    const isReady = pyodide.state === "ready" && !atOnce;
    this.#parts?.answerLabel.update({ isToFill, isReady, isFailed: this.#lifecycle.state === "failed" });
  }

  /** Everything that the form shows. */
  #values = (): Inputs => {
    const { form, prefills } = this.#parts as Parts;
    return { ...Object.fromEntries(form.names().map((name) => [name, form.value(name)])), ...prefills.exact() };
  };

  #openPanel(panel: HTMLDetailsElement) {
    if (this.#whatIf || !this.#parts) return; // it listens for itself
    this.#whatIf = openWhatIf(panel, this.#values, this.#request);
    this.#whatIf.catch(() => {
      this.#whatIf = null; // its script did not load; opening the panel again tries again
    });
  }

  /** Take in a change of the workbook: by another calculator, in another tab, or by an import. */
  #follow() {
    const parts = this.#parts;
    parts?.status.footnote(this.calculator);
    if (workbook.notation !== (this.#root.dataset.numbers ?? POINT)) return this.#beginAgain();
    const numbers = workbook.numbers();
    const same = numbers === this.#numbers; // only the reading progress has changed
    this.#numbers = numbers;
    if (same || !parts || parts.changes.isKeeping || this.#scheduled) return;
    this.#fill();
    if (this.#requestId === 0 && parts.ownerSwitch.owner === "household") return;
    parts.answerLabel.fits = false;
    this.#updateLabel();
    this.#startAndCompute();
  }

  /** Fill the form anew after the notation of numbers changed. */
  #beginAgain() {
    const active = this.#root.querySelector<HTMLElement>(":focus");
    active?.blur(); // the focused control would not be overwritten
    this.#cancelChange();
    this.stop();
    this.#root.querySelector("form")?.reset();
    this.#start();
    active?.focus();
    this.#compute();
  }

  /** Show Python's state. */
  #reflect() {
    const status = this.#parts?.status;
    this.#transition("runtime");
    if (pyodide.state === "ready") {
      status?.ready();
      if (this.#lifecycle.request === "lost") this.#compute();
    } else if (pyodide.state === "starting") {
      status?.starting(pyodide.stage, pyodide.progress);
    } else if (pyodide.state === "failed") {
      status?.failed(pyodide.failure?.cause ?? "fault");
    }
    this.#updateLabel();
  }

  /** Enter computes at once and shows every error. */
  #key(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    for (const control of this.#parts?.element.elements ?? []) this.#visited.add((control as Control).name);
    this.#keep();
    this.#compute().then(() => this.#parts?.errors.focusSummary());
  }

  #changed(event: Event) {
    const target = event.target as Control;
    if (target.closest("[data-switch]")) {
      if (event.type === "change") this.#switch(target.value as Owner);
    } else if (target.closest("[data-field]") && !(event.type === "change" && this.#lastStates.get(target) === stateOf(target))) {
      this.#lastStates.set(target, stateOf(target));
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
    if (link && goToField(link, this.#root)) {
      event.preventDefault();
      event.stopPropagation(); // or instant navigation would follow it too
    } else if (button?.dataset.rowAction) {
      if (this.#parts?.ownerSwitch.owner !== "mine") this.#parts?.changes.takeOver();
      this.#parts?.form.act(button);
    } else if (button?.dataset.choose) {
      this.#keep();
      this.#act(button, "choose");
    } else if (button?.dataset.action) {
      this.#act(button, button.dataset.action);
    }
  }

  #act(button: HTMLButtonElement, action: string) {
    const parts = this.#parts;
    if (!parts) return;
    if (action === "retry") {
      pyodide.retry();
      this.#compute();
    } else if (action === "look") {
      parts.errors.focusField(parts.answerLabel.next);
    } else if (action === "sheet") {
      loadOnce("ugSheet").then((open) => open(this.#root, this.#edited));
    } else if (action === "source-code") {
      loadOnce("ugSourceCode").then((open) => open(button, this.#values, this.#request));
    } else {
      loadOnce("ugComfort").then(({ act }) => act(button, this.#root, parts, () => this.#request()));
    }
  }

  #transition(event: LifecycleEvent) {
    this.#lifecycle = transition(this.#lifecycle, event, pyodide.state);
    const { state } = this.#lifecycle;
    if (state === "static") return; // as the page was built
    if (this.#root.dataset.state !== state) this.#root.dataset.state = state;
    this.#root.querySelector(".ug-outcome")?.setAttribute("aria-busy", String(state === "computing"));
  }

  #listen(target: EventTarget, type: string, listener: (event: Event) => void, capture = false) {
    target.addEventListener(type, listener, capture);
    this.#cleanup.push(() => target.removeEventListener(type, listener, capture));
  }
}

declare global {
  var ugCalculator: ((element: HTMLElement) => Calculator) | undefined;
}

globalThis.ugCalculator = (element) => new Calculator(element);
