import { afterPress, makeButton } from "../common/buttons.ts";
import type { FieldError } from "../runtime/worker-protocol.ts";
import { morph } from "./morph.ts";

/** Field errors: beside each field, in a summary, and through aria-invalid. */

/** Time without a key before an error in the field being typed into is shown. */
const TYPING_DELAY_MS = 700;

export class Errors {
  #form;
  #slot;
  #invalid: HTMLElement[] = [];
  #clock = 0;
  /** Rendering that waits for the reader to finish typing. */
  #deferred: (() => void) | null = null;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#slot = form.querySelector<HTMLElement>("[data-slot='errors']");
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!isFresh(relatedTarget)) this.#flushAfterPress();
    });
    form.addEventListener("change", ({ target }) => {
      if (!isFresh(target)) this.#flushAfterPress();
    });
  }

  /**
   * Show these errors and no others. Errors only where the reader is typing wait: in a text field for a moment, in a row that was just
   * added until the focus leaves it.
   *
   * @param summary HTML from our own templates
   */
  show(errors: FieldError[], summary: string) {
    clearTimeout(this.#clock);
    this.#deferred = () => this.#render(errors, summary);
    const active = document.activeElement;
    const all = errors.flatMap((error) => this.#controls(error.field));
    const row = isFresh(active) ? active?.closest(".ug-row") : null;
    if (row && all.length > 0 && all.every((control) => row.contains(control))) return;
    const field = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === "text") ? active : null;
    const typing = field && !this.#invalid.includes(field);
    if (typing && all.length > 0 && all.every((control) => control === active))
      this.#clock = window.setTimeout(() => this.#flushAfterPress(), TYPING_DELAY_MS);
    else this.#flush();
  }

  /**
   * Focus a field and show its error.
   *
   * @param name of a field, or of a part of one
   */
  focusField(name: string) {
    this.#flush();
    const control = this.#controls(name)[0] ?? this.#form.querySelector(`[data-rows="${CSS.escape(name)}"], [data-slot='errors']`);
    if (control instanceof HTMLElement) open(control);
  }

  /**
   * Focus the error summary, as after pressing Enter.
   *
   * @returns whether there is one
   */
  focusSummary(): boolean {
    this.#flush();
    const summary = this.#slot?.querySelector<HTMLElement>(":scope > *");
    summary?.focus();
    return Boolean(summary);
  }

  #flushAfterPress() {
    afterPress(() => this.#flush());
  }

  #flush() {
    clearTimeout(this.#clock);
    this.#deferred?.();
    this.#deferred = null;
  }

  #render(errors: FieldError[], summary: string) {
    for (const control of this.#invalid) control.removeAttribute("aria-invalid");
    this.#invalid = [];
    const messages = new Map<Element, FieldError[]>();
    for (const error of errors) {
      const place = this.#place(error.field);
      if (place) messages.set(place, [...(messages.get(place) ?? []), error]);
      for (const control of this.#controls(error.field)) {
        control.setAttribute("aria-invalid", "true");
        this.#invalid.push(control);
      }
    }
    for (const place of this.#form.querySelectorAll<HTMLElement>("[data-error-for]")) {
      const content = (messages.get(place) ?? []).flatMap((error) => [
        `${error.message} `,
        ...(error.readings ?? []).map(toChoose(error.field)),
      ]);
      const text = content.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
      if (place.textContent !== text) place.replaceChildren(...content);
      place.hidden = text === "";
    }
    if (this.#slot) morph(this.#slot, summary); // unchanged HTML keeps the focus
  }

  /** The nearest element for an error: its field's own, or that of an enclosing field. */
  #place(name: string) {
    for (let of = name; of; of = of.slice(0, Math.max(0, of.lastIndexOf(".")))) {
      const place = this.#form.querySelector(`[data-error-for="${CSS.escape(of)}"]`);
      if (place) return place;
    }
    return null;
  }

  #controls(name: string): HTMLElement[] {
    if (!name) return [];
    const escaped = CSS.escape(name);
    const selector = `[name="${escaped}"], [data-kind="estimate"][data-field="${escaped}"] [name]`;
    return [...this.#form.querySelectorAll<HTMLElement>(selector)];
  }
}

/** A button that puts a possible meaning of an ambiguous text into the box. */
const toChoose =
  (field: string) =>
  ({ text, label }: { text: string; label: string }) => {
    const button = makeButton(label, "reading");
    button.dataset.target = field;
    button.dataset.text = text;
    return button;
  };

/** Follow a link of the error summary to its field. */
export function goToField(link: HTMLAnchorElement, within: Element) {
  const target = within.querySelector(`#${CSS.escape(decodeURIComponent(link.hash.slice(1)))}`);
  if (!(target instanceof HTMLElement)) return false;
  open(target);
  return true;
}

/** Open every <details> around an element and focus it. */
function open(target: HTMLElement) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  target.focus();
  target.scrollIntoView({ block: "center" });
}

/** Whether an element is in a row that was just added. */
function isFresh(target: EventTarget | null) {
  return target instanceof Element && target.closest(".ug-row[data-fresh]") !== null;
}
