import { workbook } from "../page/services.ts";
import type { Cause, Stage } from "../runtime/worker-protocol.ts";
import { pageOf } from "../shared/assets.ts";
import { makeButton, makeLink } from "../shared/buttons.ts";
import { POINT } from "../shared/notation.ts";
import * as strings from "../shared/strings.ts";

/** What a calculator says of itself in words: progress, failure, and where the numbers are kept. */
export class Status {
  #element;
  #slot;
  /** Progress or failure. */
  #urgent: (string | Node)[] = [];
  /** What stands until the next change. */
  #notice: (string | Node)[] = [];
  /** The notice that is shown. */
  #shown: (string | Node)[] = [];

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#slot = element.querySelector('[data-slot="status"]');
  }

  starting(stage: Stage) {
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

  /** Something to be said until the next change; nothing takes it away. */
  notice(text: string = "", way?: { url: string; label: string }) {
    const said = text ? [`${text} `, ...(way ? [makeLink(way.url, way.label)] : [])] : [];
    if (said.length || this.#notice.length) this.#note(said);
  }

  /** Something that was done to the reader's numbers, to be said until the next change, with a way back. */
  offer(text: string, undo: () => void) {
    const button = makeButton(strings.UNDO, "undo");
    button.addEventListener("click", undo, { once: true });
    this.#note([`${text} `, button]);
  }

  #note(notice: (string | Node)[]) {
    this.#notice = notice;
    this.#put();
  }

  /** Where the numbers are kept, said once there are any. */
  footnote(calculator: string) {
    const { problem } = workbook;
    const { notation } = workbook;
    const kept = Object.keys(workbook.inputs(calculator)).length > 0 || notation !== POINT;
    let line = this.#element.querySelector(":scope > .ug-kept");
    if (!kept && !problem) return line?.remove();
    if (!line) {
      line = document.createElement("p");
      line.className = "ug-kept";
      this.#element.append(line);
    }
    const page = pageOf("workbook");
    const text = `${problem ? strings.PROBLEMS[problem] : strings.KEPT} ${notation === POINT ? "" : strings.written(notation)}`.trim();
    if (line.textContent?.startsWith(text)) return;
    const way = page ? [makeLink(page.url, strings.WORKBOOK)] : [];
    // On the way to another page the numbers would be lost.
    line.replaceChildren(`${text} `, ...(problem && problem !== "damaged" ? [makeButton(strings.SAVE_FILE, "save-file")] : way));
  }

  /** Left alone when it says the same, so that nothing is announced twice. */
  #put() {
    const content = [...this.#urgent, ...this.#notice];
    const text = content.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    if (!this.#slot || (this.#slot.textContent === text && this.#shown === this.#notice)) return;
    this.#shown = this.#notice;
    this.#slot.replaceChildren(...content);
  }
}
