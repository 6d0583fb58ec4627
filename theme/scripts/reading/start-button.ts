import { pageOf } from "../common/assets.ts";
import { makeLink } from "../common/buttons.ts";
import * as strings from "../common/strings.ts";
import { chapterOf, goesOn, readingOf } from "./reading.ts";
import type { Services } from "./reading-page.ts";

/** The home page's start button, which resumes reading where it stopped, and the marks of finished chapters on their cards. */
export class StartButton {
  #note;
  #workbook;
  #button;
  /** The button as built. */
  #first: { href: string; label: string };
  #chapters: { id: string; card: Element; link: HTMLAnchorElement }[];
  #unwatch;

  /** @param element the note beside the button */
  constructor(element: HTMLElement, { workbook }: Services) {
    this.#note = element;
    this.#workbook = workbook;
    const page = element.closest("article") ?? document.body;
    this.#button = page.querySelector("a.ug-start") as HTMLAnchorElement;
    this.#first = { href: this.#button.href, label: this.#button.textContent ?? "" };
    this.#chapters = [...page.querySelectorAll(".ug-chapters li")].map((card) => {
      const link = card.querySelector("a") as HTMLAnchorElement;
      return { id: chapterOf(link.pathname), card, link };
    });
    this.#unwatch = workbook.watch(() => this.#show());
    this.#show();
  }

  stop() {
    this.#unwatch();
  }

  #show() {
    const reading = readingOf(this.#workbook.book.reading);
    const done = this.#chapters.filter(({ id }) => reading.done.includes(id));
    for (const chapter of this.#chapters) mark(chapter, done.includes(chapter));
    const ids = this.#chapters.map(({ id }) => id);
    const place = goesOn(reading, ids);
    if (place === "begin") return this.#say(this.#first);
    const again = makeLink(this.#first.href, strings.START_AGAIN);
    if (place === "over") {
      const plan = pageOf("plan");
      this.#say({ href: plan?.url ?? this.#first.href, label: strings.OPEN_PLAN }, `${strings.ALL_FINISHED} `, again);
    } else {
      const number = ids.indexOf(place.page);
      const link = this.#chapters[number]?.link;
      const label = strings.goOn(number + 1, link?.textContent ?? "");
      const href = `${link?.href}${place.anchor && `#${encodeURIComponent(place.anchor)}`}`;
      const stopped = place.title && `${strings.stoppedAt(place.title)} `;
      this.#say({ href, label }, stopped, done.length ? `${strings.finishedOf(done.length, ids.length)} ` : "", again);
    }
  }

  #say({ href, label }: { href: string; label: string }, ...note: (string | Node)[]) {
    this.#button.href = href;
    this.#button.textContent = label;
    this.#note.replaceChildren(...note);
  }
}

function mark({ card, link }: { card: Element; link: Element }, finished: boolean) {
  const there = card.querySelector(".ug-finished");
  if (there && !finished) there.remove();
  if (there || !finished) return;
  const sign = document.createElement("span");
  sign.className = "ug-finished";
  sign.textContent = strings.FINISHED;
  link.after(" ", sign);
}
