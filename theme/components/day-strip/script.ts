import { clock, FREE, HALF_HOURS, modulo, readTimetable, writeTimetable } from "../../scripts/calculator/timetable.ts";
import * as strings from "../../scripts/common/strings.ts";
import { DAY_STARTS, withHours } from "./hours.ts";

const PER_LINE = 12;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -PER_LINE, ArrowDown: PER_LINE };

/** What the reader paints, from the half hour where the finger or mouse went down. */
type Stroke = { strip: Element; pointer: number; from: number; to: number; before: string[]; isTouch: boolean };

/**
 * The strips of a list of days. The text of each day is what the form holds: painting writes it, and `show` paints it after any other change.
 */
export class DayStrips {
  #list;
  #stroke: Stroke | null = null;
  /** What undo restores, by strip. */
  #before = new WeakMap<Element, string[]>();

  constructor(list: HTMLElement) {
    this.#list = list;
    const listen = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) =>
      list.addEventListener(type, listener);
    listen("pointerdown", (event) => this.#down(event));
    listen("pointermove", (event) => this.#move(event));
    listen("pointerup", (event) => this.#up(event));
    listen("pointercancel", () => this.#cancel());
    listen("keydown", (event) => this.#key(event));
    listen("click", (event) => this.#click(event));
    listen("change", ({ target }) => this.#type(target));
  }

  /** Paint every day as its text says; a text that cannot be read leaves its strip as it is. */
  show() {
    if (this.#stroke) return;
    for (const strip of this.#list.querySelectorAll("[data-day]")) {
      const day = readTimetable(boxOf(strip).value, activitiesOf(strip));
      if (day) draw(strip, day);
    }
  }

  #down(event: PointerEvent) {
    const strip = stripOf(event.target);
    const half = halfOf(event.target);
    if (!strip || half === null || event.button !== 0 || this.#stroke) return;
    const from = placeOf(half);
    const isTouch = event.pointerType === "touch";
    this.#stroke = { strip, pointer: event.pointerId, from, to: from, before: dayOf(strip), isTouch };
    focusHalf(strip, half, isTouch);
    if (!isTouch) this.#preview(from);
    strip.setPointerCapture(event.pointerId);
    event.preventDefault(); // no selection of text
  }

  #move(event: PointerEvent) {
    const stroke = this.#stroke;
    if (!stroke || event.pointerId !== stroke.pointer) return;
    const half = halfOf(document.elementFromPoint(event.clientX, event.clientY));
    if (half !== null && placeOf(half) !== stroke.to) this.#preview(placeOf(half));
  }

  #preview(to: number) {
    const stroke = this.#stroke;
    if (!stroke) return;
    stroke.to = to;
    draw(stroke.strip, painted(stroke.before, stroke.from, to, chosen(stroke.strip)));
  }

  #up(event: PointerEvent) {
    const stroke = this.#stroke;
    if (!stroke || event.pointerId !== stroke.pointer) return;
    const isTap = stroke.isTouch && stroke.from === stroke.to;
    const [from, to] = isTap ? [stroke.from & ~1, stroke.from | 1] : [stroke.from, stroke.to]; // a fingertip covers an hour
    this.#stroke = null;
    this.#commit(stroke.strip, painted(stroke.before, from, to, chosen(stroke.strip)), stroke.before);
  }

  /** The browser took the finger's movement for scrolling. */
  #cancel() {
    const stroke = this.#stroke;
    this.#stroke = null;
    if (stroke) draw(stroke.strip, stroke.before);
  }

  #key(event: KeyboardEvent) {
    const strip = stripOf(event.target);
    const half = halfOf(event.target);
    if (!strip) return;
    if (event.key === "Enter" && isHours(event.target)) return this.#type(event.target);
    if (half === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = placeOf(half);
    const line = from - (from % PER_LINE);
    const to = event.key === "Home" ? line : event.key === "End" ? line + PER_LINE - 1 : from + (STEPS[event.key] ?? Number.NaN);
    const paints = event.key === " " || event.key === "Enter";
    if (!paints && !(to >= 0 && to < HALF_HOURS)) return;
    event.preventDefault();
    if (paints || event.shiftKey) {
      this.#commit(strip, painted(dayOf(strip), from, paints ? from : to, chosen(strip)), dayOf(strip));
    }
    if (!paints) focusHalf(strip, modulo(to + DAY_STARTS));
  }

  #click(event: Event) {
    const button = (event.target as Element).closest<HTMLButtonElement>("button");
    const strip = stripOf(button);
    if (!strip || !button) return;
    const activity = button.closest("[data-activity]");
    if (activity) choose(strip, button);
    else if (button.dataset.dayAction === "clear") this.#commit(strip, Array(HALF_HOURS).fill(FREE), dayOf(strip));
    else if (button.dataset.dayAction === "undo") this.#commit(strip, this.#before.get(strip) ?? dayOf(strip), dayOf(strip));
    else if (button.dataset.dayAction === "type") {
      const isOpen = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) boxOf(strip).focus();
    }
  }

  /** Take in the hours of an activity. */
  #type(target: EventTarget | null) {
    const strip = stripOf(target);
    if (!strip || !isHours(target)) return;
    const hours = hoursIn(target.value);
    const part = target.closest<HTMLElement>("[data-activity]");
    const activity = part?.dataset.activity ?? FREE;
    const before = dayOf(strip);
    if (hours === null) return note(strip, strings.HOURS_OF_A_DAY);
    const day = withHours(before, activity, Math.round(hours * 2));
    const reached = day.filter((each) => each === activity).length / 2;
    const name = part?.querySelector("button")?.textContent ?? "";
    this.#commit(strip, day, before, reached * 2 < Math.round(hours * 2) ? strings.onlyFree(name, reached) : "");
  }

  #commit(strip: Element, day: string[], before: string[], text = "") {
    draw(strip, day);
    note(strip, text);
    const box = boxOf(strip);
    const written = writeTimetable(day);
    if (box.value === written) return;
    this.#before.set(strip, before);
    for (const undo of strip.querySelectorAll<HTMLButtonElement>("[data-day-action='undo']")) undo.disabled = false;
    box.value = written;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function stripOf(target: EventTarget | null) {
  return target instanceof Element ? target.closest("[data-day]") : null;
}

function isHours(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && "hours" in target.dataset;
}

/** The box with the day's text. */
function boxOf(strip: Element) {
  return strip.parentElement?.querySelector(".ug-day-text [name]") as HTMLTextAreaElement;
}

/** The half hour after midnight of a cell. */
function halfOf(target: EventTarget | null) {
  const half = target instanceof Element ? target.closest<HTMLElement>("[data-half]")?.dataset.half : undefined;
  return half === undefined ? null : Number(half);
}

/** A half hour's place in the strip, which begins in the morning. */
function placeOf(half: number) {
  return modulo(half - DAY_STARTS);
}

function activitiesOf(strip: Element) {
  return [...strip.querySelectorAll<HTMLElement>("[data-activity]")].map(({ dataset }) => dataset.activity ?? "").filter(Boolean);
}

function chosen(strip: Element) {
  return strip.querySelector("[aria-pressed='true']")?.closest<HTMLElement>("[data-activity]")?.dataset.activity ?? FREE;
}

function choose(strip: Element, button: Element) {
  for (const other of strip.querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", String(other === button));
}

function focusHalf(strip: Element, half: number, isTouch = false) {
  for (const cell of strip.querySelectorAll<HTMLElement>("[data-half]")) cell.tabIndex = cell.dataset.half === String(half) ? 0 : -1;
  if (!isTouch) strip.querySelector<HTMLElement>(`[data-half="${half}"]`)?.focus();
}

/** The day as the strip shows it. */
function dayOf(strip: Element): string[] {
  const day: string[] = Array(HALF_HOURS).fill(FREE);
  for (const cell of strip.querySelectorAll<HTMLElement>("[data-half]")) day[Number(cell.dataset.half)] = cell.dataset.does ?? FREE;
  return day;
}

/** A day with another activity from one place of the strip to another. */
function painted(day: string[], from: number, to: number, activity: string) {
  const [first, last] = from < to ? [from, to] : [to, from];
  return day.map((each, half) => (placeOf(half) >= first && placeOf(half) <= last ? activity : each));
}

function draw(strip: Element, day: string[]) {
  const names = new Map<string, string>();
  for (const part of strip.querySelectorAll<HTMLElement>("[data-activity]")) {
    const activity = part.dataset.activity ?? FREE;
    names.set(activity, part.querySelector("button")?.textContent?.trim() ?? "");
    const hours = day.filter((each) => each === activity).length / 2;
    const box = part.querySelector("input");
    if (box) box.value = hours ? String(hours) : "";
    const free = part.querySelector("output");
    if (free) free.value = strings.hours(hours);
  }
  for (const cell of strip.querySelectorAll<HTMLElement>("[data-half]")) {
    const half = Number(cell.dataset.half);
    const activity = day[half] ?? FREE;
    const begins = placeOf(half) % PER_LINE === 0 || day[modulo(half - 1)] !== activity;
    cell.dataset.does = activity;
    cell.toggleAttribute("data-begins", begins);
    cell.ariaLabel = `${clock(half)}${half % 2 ? "" : ":00"}, ${names.get(activity)}`;
    cell.textContent = begins && activity !== FREE && lengthInLine(day, half) > 2 ? (names.get(activity) ?? "") : "";
  }
}

/** Half hours of one activity from here to the end of the line. */
function lengthInLine(day: string[], half: number) {
  let length = 1;
  while ((placeOf(half) + length) % PER_LINE && day[modulo(half + length)] === day[half]) length++;
  return length;
}

function note(strip: Element, text: string) {
  const place = strip.querySelector("[data-day-note]");
  if (place) place.textContent = text;
}

/** Hours typed as "7.5", "7,5" or "7:30"; null for anything else, or for more than a day has. */
function hoursIn(text: string) {
  const [, whole, minutes] = /^\s*(\d{1,2}):([0-5]\d)\s*$/.exec(text) ?? [];
  const hours = whole && minutes ? Number(whole) + Number(minutes) / 60 : Number(text.trim().replace(",", "."));
  return hours >= 0 && hours <= 24 ? hours : null;
}
