import { makeLink } from "../shared/buttons.ts";
import * as strings from "../shared/strings.ts";

/** Milliseconds that the mouse rests on a word before its card opens, and that it may be on the way to the card. */
const OPEN_DELAY_MS = 150;
const CLOSE_DELAY_MS = 300;

const MARGIN = 8;
/** What the header covers at most. */
const HEADER_HEIGHT = 56;

/**
 * The glossary's definition beside a word of a chapter, in a card: under the mouse, at the keyboard's focus, and on a tap. The card stays
 * while mouse or focus are on the word or on it; Escape closes it. A click, and Enter, go to the glossary: the word is a link.
 */
export class TermCards {
  #card: HTMLElement | null = null;
  #link: HTMLAnchorElement | null = null;
  #clock = 0;
  #byTouch = false;
  #undo: (() => void)[] = [];

  constructor(page: HTMLElement) {
    this.#listen(document, "pointerover", (event) => this.#over(event as PointerEvent));
    this.#listen(page, "focusin", ({ target }) => {
      const link = termOf(target);
      if (link?.matches(":focus-visible")) this.#open(link); // a press focuses too, and has its own way
    });
    this.#listen(page, "focusout", (event) => {
      if (!this.#holds((event as FocusEvent).relatedTarget)) this.#close();
    });
    this.#listen(page, "click", (event) => this.#click(event));
    this.#listen(document, "pointerdown", (event) => this.#press(event as PointerEvent));
    this.#listen(document, "keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape") this.#dismiss();
    });
    this.#listen(window, "resize", () => this.#close());
  }

  stop() {
    this.#close();
    for (const undo of this.#undo) undo();
    this.#undo = [];
  }

  #over({ target, pointerType }: PointerEvent) {
    if (pointerType !== "mouse") return;
    const link = termOf(target);
    clearTimeout(this.#clock);
    if (link && link !== this.#link) this.#clock = window.setTimeout(() => this.#open(link), OPEN_DELAY_MS);
    else if (!this.#holds(target) && !this.#holds(document.activeElement))
      this.#clock = window.setTimeout(() => this.#close(), CLOSE_DELAY_MS);
  }

  #press({ target, pointerType }: PointerEvent) {
    this.#byTouch = pointerType !== "mouse";
    if (!this.#holds(target)) this.#close();
  }

  /** A tap opens and closes; there is no hovering with a finger. */
  #click(event: Event) {
    const link = termOf(event.target);
    if (!link || !this.#byTouch) return;
    event.preventDefault();
    event.stopPropagation(); // or the site's own navigation would follow the link too
    if (link === this.#link) this.#close();
    else this.#open(link);
  }

  #open(link: HTMLAnchorElement) {
    if (link === this.#link) return;
    this.#close();
    const card = document.createElement("span");
    card.className = "ug-term-card";
    const definition = document.createElement("span");
    definition.id = "ug-term-says";
    definition.textContent = link.dataset.definition ?? "";
    card.append(definition, " ", makeLink(link.href, strings.IN_GLOSSARY));
    link.after(card);
    link.setAttribute("aria-describedby", definition.id);
    this.#link = link;
    this.#card = card;
    place(card, link);
  }

  #close() {
    const [link, card] = [this.#link, this.#card];
    clearTimeout(this.#clock);
    this.#link = null;
    this.#card = null;
    link?.removeAttribute("aria-describedby");
    card?.remove(); // which may take the focus with it, and so close once more
  }

  /** Closed on request: who was in the card is back at the word, and it does not open again by that. */
  #dismiss() {
    if (this.#card?.contains(document.activeElement)) this.#link?.focus();
    this.#close();
  }

  /** @returns whether it is the word whose card is open, or in that card */
  #holds(target: EventTarget | null): boolean {
    return target instanceof Node && Boolean(this.#link?.contains(target) || this.#card?.contains(target));
  }

  #listen(target: EventTarget, type: string, listener: (event: Event) => void) {
    target.addEventListener(type, listener);
    this.#undo.push(() => target.removeEventListener(type, listener));
  }
}

function termOf(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest("a.ug-term") : null;
}

/** Under the word, or above it where there is no room below; always inside of the window. */
function place(card: HTMLElement, link: HTMLElement) {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const origin = (card.offsetParent ?? document.body).getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const above = word.bottom + height + MARGIN > innerHeight && word.top - height - MARGIN > HEADER_HEIGHT;
  const widest = document.documentElement.clientWidth - width - MARGIN;
  card.style.left = `${Math.max(MARGIN, Math.min(word.left, widest)) - origin.left}px`;
  card.style.top = `${(above ? word.top - height - 4 : word.bottom + 4) - origin.top}px`;
}
