import * as strings from "../common/strings.ts";
import { finished, readingOf } from "./reading.ts";
import type { Services } from "./reading-page.ts";
import { TermCards } from "./term-cards.ts";

/** Time between two records of the reader's place; a visit shorter than that does not count. */
const INTERVAL_MS = 2000;

/** The share of the window, from the top, that a heading has to reach to be the place where the reader is. */
const READ_ABOVE = 0.4;

/** A chapter, which records where the reader is and whether it is finished. */
export class Chapter {
  #id;
  #element;
  #workbook;
  #box;
  #headings: HTMLElement[];
  /** Nothing may be recorded earlier: it could replace what the final storage holds. */
  #storageReady = false;
  /** Resolved when recording may start. */
  #ready: Promise<unknown>;
  #clock = 0;
  #begun = performance.now();
  #undo: (() => void)[];

  /** @param element the end of the chapter */
  constructor(element: HTMLElement, { workbook, storageReady }: Services) {
    this.#id = element.dataset.chapter ?? "";
    this.#element = element;
    this.#workbook = workbook;
    const page = element.closest<HTMLElement>("article") ?? document.body;
    this.#headings = [...page.querySelectorAll<HTMLElement>(":is(h1, h2, h3)[id]")];
    this.#box = element.querySelector("input") as HTMLInputElement;
    const passed = new IntersectionObserver(() => this.#soon(), { rootMargin: `0px 0px ${(READ_ABOVE - 1) * 100}% 0px` });
    for (const heading of this.#headings) passed.observe(heading);
    const leave = () => this.#note();
    const hide = () => document.visibilityState === "hidden" && this.#note();
    const tick = () => this.#finish();
    const cards = new TermCards(page);
    this.#box.addEventListener("change", tick);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    this.#undo = [
      () => passed.disconnect(),
      () => this.#box.removeEventListener("change", tick),
      () => removeEventListener("pagehide", leave),
      () => document.removeEventListener("visibilitychange", hide),
      () => cards.stop(),
      workbook.watch(() => this.#show()),
    ];
    for (const hidden of element.querySelectorAll<HTMLElement>("[data-live]")) hidden.hidden = false;
    this.#show();
    this.#ready = storageReady.then(() => {
      this.#storageReady = true;
      this.#soon();
    });
  }

  stop() {
    this.#note();
    clearTimeout(this.#clock);
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }

  #soon() {
    this.#clock ||= window.setTimeout(() => this.#note(), INTERVAL_MS);
  }

  /** Record where the reader is, if that has changed. */
  #note() {
    clearTimeout(this.#clock);
    this.#clock = 0;
    if (!this.#storageReady || performance.now() - this.#begun < INTERVAL_MS * 0.9) return;
    const [top] = this.#headings;
    const heading = this.#headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * READ_ABOVE).pop() ?? top;
    const place = heading && heading !== top ? { anchor: heading.id, title: textOf(heading) } : { anchor: "", title: "" };
    const { at } = readingOf(this.#workbook.book.reading);
    if (at?.page === this.#id && at.anchor === place.anchor) return;
    this.#workbook.keepReading((reading) => ({ ...readingOf(reading), at: { page: this.#id, ...place } }));
  }

  async #finish() {
    const { checked } = this.#box;
    await this.#ready;
    this.#workbook.keepReading((reading) => finished(readingOf(reading), this.#id, checked));
  }

  #show() {
    const { done } = readingOf(this.#workbook.book.reading);
    const { problem } = this.#workbook;
    const status = this.#element.querySelector('[data-slot="status"]');
    const text = problem ? strings.PROBLEMS[problem] : done.length ? strings.finishedOf(done.length, Number(this.#element.dataset.of)) : "";
    this.#box.checked = done.includes(this.#id);
    if (status && status.textContent !== text) status.textContent = text;
  }
}

/** A heading's text without its permalink. */
function textOf(heading: HTMLElement) {
  const parts = [...heading.childNodes].filter((part) => !(part instanceof Element && part.matches(".headerlink")));
  return parts.map((part) => part.textContent).join("");
}
