import { pageOf } from "./assets.js";
import { makeButton, makeLink } from "./buttons.js";
import { POINT } from "./notation.js";
import * as words from "./words.js";
import { workbook } from "./workbook.js";

/** What a calculator says of itself in words: progress, failure, and where the numbers are kept. */
export class Status {
  #element;
  #slot;
  /** Stands whenever nothing more urgent does. @type {(string | Node)[]} */
  #notice = [];
  #urgent = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#slot = element.querySelector('[data-slot="status"]');
  }

  /** @param {import("./messages.js").Stage} stage */
  starting(stage) {
    this.#urgent = true;
    this.#put(words.STAGES[stage]);
  }

  /** @param {import("./messages.js").Cause} cause */
  failed(cause) {
    this.#urgent = true;
    this.#put(`${words.CAUSES[cause]} ${words.STILL} `, makeButton(words.RETRY, "retry"));
  }

  ready() {
    this.#urgent = false;
    this.#put(...this.#notice);
  }

  /** Something to be said until the next change; nothing takes it away. @param {string} [text] @param {{url: string, label: string}} [way] */
  notice(text = "", way) {
    this.#notice = text ? [`${text} `, ...(way ? [makeLink(way.url, way.label)] : [])] : [];
    if (!this.#urgent) this.#put(...this.#notice);
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
    if (!line.textContent?.startsWith(text)) line.replaceChildren(`${text} `, ...(page ? [makeLink(page.url, words.WORKBOOK)] : []));
  }

  /** @param {(string | Node)[]} content left alone when it says the same, so that nothing is announced twice */
  #put(...content) {
    const text = content.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
    if (this.#slot && this.#slot.textContent !== text) this.#slot.replaceChildren(...content);
  }
}
