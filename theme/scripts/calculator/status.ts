import { pageOf } from "../common/assets.ts";
import { makeButton, makeLink } from "../common/buttons.ts";
import { POINT } from "../common/notation.ts";
import * as strings from "../common/strings.ts";
import type { Cause, Stage } from "../runtime/worker-protocol.ts";
import { workbook } from "./services.ts";

/** A calculator's status line: progress, failure, notices; and the footnote on where numbers are kept. */
export class Status {
  #element;
  #slot;
  /** Progress or failure. */
  #urgent: (string | Node)[] = [];
  /** Shown until the next change. */
  #notice: (string | Node)[] = [];
  /** The notice on the page. */
  #shown: (string | Node)[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#slot = element.querySelector<HTMLElement>('[data-slot="status"]');
  }

  /** @param progress from 0 to 1, drawn as a bar under the text */
  starting(stage: Stage, progress: number) {
    this.#slot?.style.setProperty("--ug-progress", `${Math.round(100 * progress)}%`);
    this.#urgent = [`${strings.STAGES[stage]} `];
    this.#put();
  }

  failed(cause: Cause) {
    this.#urgent = [`${strings.CAUSES[cause]} ${strings.STILL} `, makeButton(strings.RETRY, "retry")];
    this.#put();
  }

  ready() {
    this.#urgent = [];
    this.#put();
  }

  /** Show a notice until the next change, or remove it. */
  notice(text: string = "", way?: { url: string; label: string }) {
    const notice = text ? [`${text} `, ...(way ? [makeLink(way.url, way.label)] : [])] : [];
    if (notice.length || this.#notice.length) this.#note(notice);
  }

  /** Show what was done to the reader's numbers, with an undo button, until the next change. */
  offer(text: string, undo: () => void) {
    const button = makeButton(strings.UNDO, "undo");
    button.addEventListener("click", undo, { once: true });
    this.#note([`${text} `, button]);
  }

  #note(notice: (string | Node)[]) {
    this.#notice = notice;
    this.#put();
  }

  /** Show where numbers are kept, once there are any. */
  footnote(calculator: string) {
    const { problem, notation, book } = workbook;
    const isKept = Object.keys(workbook.inputs(calculator)).length > 0 || notation !== POINT;
    let line = this.#element.querySelector(":scope > .ug-kept");
    if (!isKept && !problem) return line?.remove();
    if (!line) {
      line = document.createElement("p");
      line.className = "ug-kept";
      this.#element.append(line);
    }
    const page = pageOf("workbook");
    const text =
      `${problem ? strings.PROBLEMS[problem] : strings.kept(book.name)} ${notation === POINT ? "" : strings.written(notation)}`.trim();
    if (line.textContent?.startsWith(text)) return;
    const way = page ? [makeLink(page.url, strings.WORKBOOK)] : [];
    // A link to another page would lose unsaved numbers.
    line.replaceChildren(`${text} `, ...(problem && problem !== "damaged" ? [makeButton(strings.SAVE_FILE, "save-file")] : way));
  }

  /** Update the status, unless it is the same, so that nothing is announced twice. */
  #put() {
    const content = [...this.#urgent, ...this.#notice];
    const text = content.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    if (!this.#slot || (this.#slot.textContent === text && this.#shown === this.#notice)) return;
    this.#shown = this.#notice;
    this.#slot.replaceChildren(...content);
  }
}
