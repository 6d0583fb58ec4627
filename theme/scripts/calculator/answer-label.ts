import * as strings from "../common/strings.ts";
import type { FieldError } from "../runtime/worker-protocol.ts";
import { lastPart } from "./field-names.ts";
import { fieldsOf, nameOf } from "./fields.ts";

/** Time before an outcome is muted and labeled while its answer is pending; most arrive sooner. */
const DELAY_MS = 500;

/**
 * The label of an outcome that does not belong to what the form says. The element's data-answer says so to the style sheets: "example" for
 * other numbers than the reader's, "earlier" for the reader's before the last change, "none" while boxes are still to be filled in.
 */
export class AnswerLabel {
  #element;
  /** Whether the outcome was computed from what the form says. */
  fits = true;
  /** Whose numbers the outcome was computed from: "Dana’s", "" for the usual ones, null for the reader's. */
  of: string | null;

  #lookButton;
  #clock = 0;
  #errors: FieldError[] = [];
  /** Boxes that are still empty, which is not an error yet. */
  #empty: FieldError[] = [];

  constructor(element: HTMLElement, household: string) {
    this.#element = element;
    this.of = household;
    this.#lookButton = element.querySelector<HTMLElement>("[data-action='look']");
  }

  setErrors(errors: FieldError[], empty: FieldError[]) {
    this.#errors = errors;
    this.#empty = empty;
    const all = [...errors, ...empty];
    if (!this.#lookButton) return;
    this.#lookButton.hidden = all.length === 0;
    this.#lookButton.dataset.tone = errors.length ? "wrong" : "empty";
    this.#lookButton.textContent = errors.length ? strings.look(errors.length) : strings.stillEmpty(empty.length);
  }

  /** The name of the first field that needs attention. */
  get next(): string {
    const names = new Set([...this.#errors, ...this.#empty].map((error) => error.field));
    const all = [...fieldsOf(this.#element)].map(nameOf).filter((name) => names.has(name));
    return all[0] ?? [...names][0] ?? "";
  }

  /** @param now `isToFill` while the form was emptied to be filled in */
  update({ isToFill, isReady, isFailed }: { isToFill: boolean; isReady: boolean; isFailed: boolean }) {
    clearTimeout(this.#clock);
    const fits = this.fits || "grid" in this.#element.dataset; // a slider's answer is the build's until Python's comes
    const isEmpty = isToFill || (!this.fits && this.#empty.length > 0 && this.#errors.length === 0);
    const kind = isEmpty ? "none" : fits ? "" : this.of === null ? "earlier" : "example";
    const text = this.#text(kind, isFailed);
    const isPassing = kind && kind !== "none" && isReady && this.#errors.length === 0;
    if (isPassing) this.#clock = window.setTimeout(() => this.#write(kind, text), DELAY_MS);
    else this.#write(kind, text);
  }

  #text(kind: string, isFailed: boolean) {
    if (kind === "none") return strings.FILL_IN;
    if (kind === "earlier") return this.#errors.length ? strings.LAST_GOOD : strings.EARLIER;
    if (kind === "example") return `${strings.example(this.of ?? "")}. ${isFailed ? strings.NOT_YOURS : strings.YOURS_COMES}`;
    return this.of ? strings.example(this.of) : "";
  }

  #write(kind: string, text: string) {
    if (kind) this.#element.dataset.answer = kind;
    else delete this.#element.dataset.answer;
    const label = this.#element.querySelector<HTMLElement>("[data-slot='answer']");
    if (!label || label.textContent === text) return;
    label.textContent = text;
    label.hidden = text === "";
  }
}

/**
 * Errors of boxes that are empty because the reader has not reached them yet.
 *
 * @param visited names of the controls that were typed into
 */
export function stillEmpty(form: HTMLFormElement, errors: FieldError[], visited: Set<string>) {
  return errors.filter(({ field }) => {
    if (!field) return false;
    const match = form.querySelector(`[data-field="${CSS.escape(field)}"], [name="${CSS.escape(field)}"]`);
    const controls = match?.matches("[data-field]") ? [...match.querySelectorAll("input, textarea")] : match ? [match] : [];
    const inputs = (controls as HTMLInputElement[]).filter((control) => lastPart(control.name) && control.type !== "checkbox");
    return !match?.closest("[data-rows]") && inputs.length > 0 && inputs.every(({ name, value }) => value === "" && !visited.has(name));
  });
}
