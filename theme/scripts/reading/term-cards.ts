import { makeLink } from "../common/buttons.ts";
import * as strings from "../common/strings.ts";

/** How long the mouse rests on a word before its card opens, and how long it may take from there to the card. */
const OPEN_DELAY_MS = 150;
const CLOSE_DELAY_MS = 300;

const MARGIN = 8;
/** The most that the page's header covers. */
const HEADER_HEIGHT = 56;

/**
 * Cards with the glossary's definition of a term, opened by hover, focus or tap. A card stays open while mouse or focus are on the term or
 * on the card; Escape closes it. The term itself is a link to the glossary.
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
      if (link?.matches(":focus-visible")) this.#open(link); // not the focus that a press sets
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

  /** Toggle the card on a tap: touch has no hover. */
  #click(event: Event) {
    const link = termOf(event.target);
    if (!link || !this.#byTouch) return;
    event.preventDefault();
    event.stopPropagation(); // or instant navigation would follow the link too
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
    card?.remove(); // may blur the focused element, and so close again
  }

  /** Close the card and return a focus within it to the term, without opening it again. */
  #dismiss() {
    if (this.#card?.contains(document.activeElement)) this.#link?.focus();
    this.#close();
  }

  /** @returns whether the target is in the open card or its term */
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

/** Place the card below its term, or above where there is no room, always within the window. */
function place(card: HTMLElement, link: HTMLElement) {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const origin = (card.offsetParent ?? document.body).getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const above = word.bottom + height + MARGIN > innerHeight && word.top - height - MARGIN > HEADER_HEIGHT;
  const widest = document.documentElement.clientWidth - width - MARGIN;
  card.style.left = `${Math.max(MARGIN, Math.min(word.left, widest)) - origin.left}px`;
  card.style.top = `${(above ? word.top - height - 4 : word.bottom + 4) - origin.top}px`;
}
