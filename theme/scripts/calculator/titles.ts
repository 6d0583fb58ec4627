import { offer } from "./fields.ts";

/** The selects of a form that offer the titles of the rows of another list, such as the asset of a gig. */
export class Titles {
  #element;
  /** The titles of each list when they were last offered. */
  #before = new Map<string, string[]>();

  constructor(element: HTMLElement) {
    this.#element = element;
    this.offer();
  }

  /** Offer the present titles in every select, beside the one that it holds. */
  offer() {
    for (const select of this.#selects()) {
      const source = select.dataset.titlesOf ?? "";
      const titles = this.#titlesOf(source);
      for (const option of [...select.options]) {
        if (option.value && !option.selected && !titles.includes(option.value)) option.remove();
      }
      for (const title of titles) offer(select, title);
      this.#before.set(source, titles);
    }
  }

  /**
   * Offer the present titles; a select that holds the title of a row which has just been renamed follows it.
   *
   * @returns names of the lists whose selects followed
   */
  follow(): Set<string> {
    const followed = new Set<string>();
    for (const select of this.#selects()) {
      const source = select.dataset.titlesOf ?? "";
      const renamed = difference(this.#before.get(source) ?? [], this.#titlesOf(source));
      if (!renamed || !select.value || select.value !== renamed.from) continue;
      offer(select, renamed.to);
      select.value = renamed.to;
      const list = select.closest<HTMLElement>("[data-rows]")?.dataset.rows;
      if (list) followed.add(list);
    }
    this.offer();
    return followed;
  }

  #selects() {
    return this.#element.querySelectorAll<HTMLSelectElement>("select[data-titles-of]");
  }

  /** The different titles that are not empty, by a source like "assets.name". */
  #titlesOf(source: string): string[] {
    const [list, field] = source.split(".");
    const boxes = this.#element.querySelectorAll<HTMLInputElement>(`[data-rows="${list}"] > ol > li [name$=".${field}"]`);
    return [...new Set([...boxes].map((box) => box.value.trim()).filter(Boolean))];
  }
}

/** The title that differs between two lists, if it is the only one. */
function difference(before: string[], after: string[]): { from: string; to: string } | null {
  if (before.length !== after.length) return null;
  const places = before.flatMap((title, at) => (title === after[at] ? [] : [at]));
  const [at] = places;
  return at !== undefined && places.length === 1 ? { from: before[at] ?? "", to: after[at] ?? "" } : null;
}
