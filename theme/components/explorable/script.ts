import { POINT } from "../../scripts/common/notation.ts";
import type { services } from "../../scripts/page/services.ts";
import { type Axis, type Data, type Figures, Positions, stepsOfDrag, stepsOfKey } from "./state.ts";

/** The lazily loaded script of pages with an explorable sentence. */

let count = 0;

/**
 * A sentence whose numbers can be dragged, or moved by keys or by the two buttons below a number. Where one number has moved, the figures
 * are in the page; otherwise Python computes them. Nothing is kept.
 */
class Explorable {
  #root;
  #pyodide;
  #data: Data;
  #positions;
  #numbers: HTMLElement[];
  #steps = document.createElement("span");
  #key = `explorable ${++count}`;
  #requests = 0;
  #listening = new AbortController();

  constructor(root: HTMLElement, { pyodide }: typeof services) {
    this.#root = root;
    this.#pyodide = pyodide;
    this.#data = JSON.parse(root.dataset.explore ?? "{}");
    this.#positions = new Positions(this.#data);
    this.#numbers = [...root.querySelectorAll<HTMLElement>("[data-axis]")];
    for (const number of this.#numbers) this.#prepare(number, this.#axis(number));
    this.#makeSteps();
    this.#listen(root, "focusin", (event) => this.#focused(event.target as HTMLElement));
    this.#listen(root, "focusout", (event) => {
      if (!root.contains((event as FocusEvent).relatedTarget as Node | null)) this.#steps.hidden = true;
    });
    this.#showAll();
    root.dataset.ready = "";
  }

  stop() {
    this.#listening.abort();
    this.#steps.remove();
    delete this.#root.dataset.ready;
  }

  #listen(target: EventTarget, type: string, listener: (event: Event) => void) {
    target.addEventListener(type, listener, { signal: this.#listening.signal });
  }

  #axis(number: HTMLElement) {
    return Number(number.dataset.axis);
  }

  #prepare(number: HTMLElement, axis: number) {
    const { label, typed } = this.#data.axes[axis] as Axis;
    number.setAttribute("role", "slider");
    number.setAttribute("tabindex", "0");
    number.setAttribute("aria-label", label);
    number.setAttribute("aria-valuemin", numeric(typed[0]));
    number.setAttribute("aria-valuemax", numeric(typed.at(-1)));
    this.#listen(number, "keydown", (event) => this.#pressed(event as KeyboardEvent, axis));
    this.#listen(number, "pointerdown", (event) => this.#drag(event as PointerEvent, number, axis));
  }

  /** Two buttons for whoever can neither drag nor press keys; those with keys don't need them in the tab order. */
  #makeSteps() {
    this.#steps.className = "ug-explore-steps";
    this.#steps.hidden = true;
    this.#steps.setAttribute("aria-hidden", "true");
    for (const [sign, by] of [
      ["−", -1],
      ["+", 1],
    ] as const) {
      const button = document.createElement("button");
      button.type = "button";
      button.tabIndex = -1;
      button.textContent = sign;
      this.#listen(button, "pointerdown", (event) => event.preventDefault()); // the number keeps the focus
      this.#listen(button, "click", () => {
        const number = this.#steps.parentElement?.querySelector<HTMLElement>("[data-axis]");
        if (number) this.#move(this.#axis(number), (this.#positions.at[this.#axis(number)] ?? 0) + by);
      });
      this.#steps.append(button);
    }
  }

  #focused(target: HTMLElement) {
    if (!this.#numbers.includes(target)) return;
    this.#pyodide.start();
    target.after(this.#steps);
    this.#steps.hidden = false;
  }

  #pressed(event: KeyboardEvent, axis: number) {
    const by = stepsOfKey(event.key);
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#move(axis, (this.#positions.at[axis] ?? 0) + by);
  }

  #drag(event: PointerEvent, number: HTMLElement, axis: number) {
    if (event.button !== 0) return;
    event.preventDefault(); // no text is selected
    number.focus({ preventScroll: true });
    number.setPointerCapture(event.pointerId);
    const from = this.#positions.at[axis] ?? 0;
    const drag = new AbortController();
    const { signal } = drag;
    const move = ({ clientX }: PointerEvent) =>
      this.#move(axis, from + stepsOfDrag(clientX - event.clientX, this.#data.axes[axis] as Axis));
    number.addEventListener("pointermove", move, { signal });
    for (const end of ["pointerup", "pointercancel"]) number.addEventListener(end, () => drag.abort(), { signal });
  }

  #move(axis: number, to: number) {
    if (!this.#positions.move(axis, to)) return;
    this.#showAll();
    this.#update(axis);
  }

  /** Show where each number stands: a number may stand in the sentence twice. */
  #showAll() {
    for (const number of this.#numbers) {
      const { spoken, typed } = this.#data.axes[this.#axis(number)] as Axis;
      const at = this.#positions.at[this.#axis(number)] ?? 0;
      number.textContent = spoken[at] ?? "";
      number.setAttribute("aria-valuenow", numeric(typed[at]));
      number.setAttribute("aria-valuetext", spoken[at] ?? "");
    }
  }

  async #update(axis: number) {
    const request = ++this.#requests;
    const built = this.#positions.fromGrid();
    if (built) return this.#show(built);
    for (const figure of this.#figures()) figure.dataset.waiting = "";
    const { inputs, sign, words } = this.#data;
    const explore = { changes: this.#positions.changes(), words, sign };
    const answer = await this.#pyodide.sentence(this.#key, {
      calculator: this.#root.dataset.calculator ?? "",
      inputs,
      numbers: POINT,
      explore,
    });
    if (request !== this.#requests) return;
    if (!answer?.texts) {
      this.#moveBack(axis);
      return;
    }
    this.#show({ texts: answer.texts, values: answer.values ?? {} });
  }

  /** Without Python, only one number at a time can move: the others go back to where they started. */
  #moveBack(moved: number) {
    this.#data.axes.forEach(({ start }, axis) => {
      if (axis !== moved) this.#positions.move(axis, start);
    });
    this.#showAll();
    const built = this.#positions.fromGrid();
    if (built) this.#show(built);
  }

  #figures() {
    return this.#root.querySelectorAll<HTMLElement>("[data-word]");
  }

  #show({ texts, values }: Figures) {
    for (const figure of this.#figures()) {
      delete figure.dataset.waiting;
      const text = texts[figure.dataset.word ?? ""] ?? "";
      if (figure.textContent !== text) figure.textContent = text; // an equal text would be read out again
    }
    for (const bar of this.#root.querySelectorAll<SVGRectElement>("[data-bar]")) {
      const share = this.#data.top ? (values[bar.dataset.bar ?? ""] ?? 0) / this.#data.top : 0;
      bar.setAttribute("width", `${100 * Math.min(Math.max(share, 0), 1)}%`);
    }
  }
}

/** A typed value as aria-valuenow wants it, without signs and commas. */
const numeric = (typed = "") => typed.replace(/[%,]/g, "");

declare global {
  var ugExplorable: ((element: HTMLElement, shared: typeof services) => { stop(): void }) | undefined;
}

globalThis.ugExplorable = (element, shared) => new Explorable(element, shared);
