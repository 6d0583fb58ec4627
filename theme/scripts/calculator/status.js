import { pageOf } from "../shared/assets.js";
import { makeButton, makeLink } from "../shared/buttons.js";
import { POINT } from "../shared/notation.js";
import * as words from "../shared/words.js";
import { workbook } from "../workbook/workbook.js";

/** What a calculator says of itself in words: progress, failure, and where the numbers are kept. */
export class Status {
  #element;
  #slot;
  /** Progress or failure. @type {(string | Node)[]} */
  #urgent = [];
  /** What stands until the next change. @type {(string | Node)[]} */
  #notice = [];
  /** The notice that is shown. @type {(string | Node)[]} */
  #shown = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#slot = element.querySelector('[data-slot="status"]');
  }

  /** @param {import("../runtime/messages.js").Stage} stage */
  starting(stage) {
    this.#urgent = [`${words.STAGES[stage]} `];
    this.#put();
  }

  /** @param {import("../runtime/messages.js").Cause} cause */
  failed(cause) {
    this.#urgent = [`${words.CAUSES[cause]} ${words.STILL} `, makeButton(words.RETRY, "retry")];
    this.#put();
  }

  ready() {
    this.#urgent = [];
    this.#put();
  }

  /** Something to be said until the next change; nothing takes it away. @param {string} [text] @param {{url: string, label: string}} [way] */
  notice(text = "", way) {
    const said = text ? [`${text} `, ...(way ? [makeLink(way.url, way.label)] : [])] : [];
    if (said.length || this.#notice.length) this.#note(said);
  }

  /** Something that was done to the reader's numbers, to be said until the next change, with a way back. @param {string} text @param {() => void} undo */
  offer(text, undo) {
    const button = makeButton(words.UNDO, "undo");
    button.addEventListener("click", undo, { once: true });
    this.#note([`${text} `, button]);
  }

  /** @param {(string | Node)[]} notice */
  #note(notice) {
    this.#notice = notice;
    this.#put();
  }

  /** Where the numbers are kept, said once there are any. @param {string} calculator */
  footnote(calculator) {
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
    const text = `${problem ? words.PROBLEMS[problem] : words.KEPT} ${notation === POINT ? "" : words.written(notation)}`.trim();
    if (line.textContent?.startsWith(text)) return;
    const way = page ? [makeLink(page.url, words.WORKBOOK)] : [];
    // On the way to another page the numbers would be lost.
    line.replaceChildren(`${text} `, ...(problem && problem !== "damaged" ? [makeButton(words.SAVE_FILE, "save-file")] : way));
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
