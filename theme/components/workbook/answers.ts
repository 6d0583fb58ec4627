import { linkPages, pageOf } from "../../scripts/common/assets.ts";
import { makeLink } from "../../scripts/common/buttons.ts";
import * as strings from "../../scripts/common/strings.ts";
import type { PyodideClient } from "../../scripts/runtime/pyodide-client.ts";
import { keepAnswer, type LastAnswer, readAnswers } from "../../scripts/workbook/last-answers.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";

/** How many of a calculator's errors its line names. */
const MOST_ERRORS = 2;

/** The answers of the calculators that the reader has used, each with a link to change it, and what the path to a plan still misses. */
export class Answers {
  #workbook;
  #pyodide;
  #path;
  /** The numbers that the lines below are for. */
  #numbers = "";
  /** The line of each calculator. */
  #lines = new Map<string, HTMLElement>();

  /** @param path the pages of the path: ids of calculators, and "ideas", where an idea is chosen for leverage income */
  constructor(workbook: Workbook, pyodide: PyodideClient, path: string[]) {
    this.#workbook = workbook;
    this.#pyodide = pyodide;
    this.#path = path;
  }

  /** A line for each calculator that is kept. The answers follow as Python gives them. */
  list(): HTMLElement {
    const numbers = this.#workbook.numbers();
    if (numbers !== this.#numbers) this.#lines.clear();
    this.#numbers = numbers;
    const list = document.createElement("ul");
    list.className = "ug-answers";
    for (const id of this.ids()) list.append(this.#lines.get(id) ?? this.#begin(id));
    return list;
  }

  /** The calculators that are kept, those on the path first and in its order. */
  ids(): string[] {
    const kept = Object.keys(this.#workbook.book.calculators);
    const onPath = this.#path.filter((id) => kept.includes(id));
    return [...onPath, ...kept.filter((id) => !onPath.includes(id))];
  }

  /** What the path still misses, with a button to the first of it; null when it misses nothing. */
  missing(): HTMLElement | null {
    const kept = this.#workbook.book.calculators;
    const isDone = (id: string) => id in kept || (id === "ideas" && "leverage-income" in kept);
    const titles = this.#path.filter((id) => !isDone(id)).flatMap((id) => pageOf(id) ?? []);
    const [next, ...later] = titles;
    if (!next) return null;
    const part = document.createElement("p");
    part.className = "ug-answers-next";
    const button = makeLink(next.url, titles.length === this.#path.length ? strings.BEGIN_PATH : strings.nextStep(next.title));
    button.className = "ug-button";
    const names = document.createElement("span");
    names.textContent = later.length ? strings.thenSteps(later.map(({ title }) => title)) : "";
    part.append(button, names);
    return part;
  }

  #begin(id: string) {
    const line = document.createElement("li");
    const page = pageOf(id);
    const title = line.appendChild(document.createElement("p"));
    title.className = "ug-answers-title";
    title.append(page?.title ?? id);
    if (!page) return line; // of an edition with other calculators
    const edit = makeLink(page.url, strings.EDIT);
    edit.setAttribute("aria-label", strings.edit(page.title));
    title.append(" ", edit);
    const said = document.createElement("div");
    const { numbers, answers } = readAnswers();
    const last = answers[id];
    if (last) said.append(...shown(last));
    if (numbers !== this.#numbers || !last) said.append(note(last ? strings.ANSWER_EARLIER : strings.ANSWER_COMES));
    line.append(said);
    this.#lines.set(id, line);
    this.#ask(id, said);
    return line;
  }

  async #ask(calculator: string, said: HTMLElement) {
    const { book, notation } = this.#workbook;
    const numbers = this.#numbers;
    const answer = await this.#pyodide.compute({ calculator, inputs: {}, workbook: book, numbers: notation, folds: false });
    if (numbers !== this.#workbook.numbers()) return; // changed, or forgotten
    if (!answer?.outcome) {
      const messages = (answer?.errors ?? []).slice(0, MOST_ERRORS).map(({ message }) => note(message));
      const wrong = messages.length ? [note(strings.ANSWER_NEEDS_LOOK), ...messages] : [note(strings.NOT_YOURS)];
      said.replaceChildren(...wrong);
      return;
    }
    const { content } = Object.assign(document.createElement("template"), { innerHTML: answer.outcome.html });
    const last = textsOf(content);
    keepAnswer(numbers, calculator, last);
    const sentence = content.querySelector(".ug-sentence");
    said.replaceChildren(...shown(last));
    if (sentence) said.lastElementChild?.replaceWith(sentence); // with its links
    const line = this.#lines.get(calculator);
    if (line) linkPages(line);
  }
}

/** An answer's texts, from an outcome's HTML. */
function textsOf(content: ParentNode): LastAnswer {
  const text = (selector: string) => content.querySelector(selector)?.textContent?.trim().replace(/\s+/g, " ") ?? "";
  const ends = [...content.querySelectorAll(".ug-range dd")].map((end) => end.textContent ?? "");
  const [low, high] = [ends[0], ends.at(-1)];
  const range = low && high && low !== high ? strings.between(low, high) : "";
  return { number: text(".ug-headline-number"), range, label: text(".ug-headline-label"), sentence: text(".ug-sentence") };
}

/** The number that matters most, with its range and what it counts, and the sentence. */
function shown({ number, range, label, sentence }: LastAnswer): HTMLElement[] {
  const part = document.createElement("p");
  part.className = "ug-answers-number";
  part.appendChild(document.createElement("strong")).textContent = number;
  part.append(range ? ` ${range} ` : " ");
  part.appendChild(document.createElement("span")).textContent = label;
  return [...(number ? [part] : []), note(sentence)];
}

function note(text: string) {
  return Object.assign(document.createElement("p"), { textContent: text });
}
