import { pageOf } from "../common/assets.ts";
import { makeButton, makeLink } from "../common/buttons.ts";
import type { services } from "../page/services.ts";
import type { RecordTarget, UsedAnswer } from "./answers.ts";
import { choice, choices, element, replace, section, table } from "./parts.ts";
import * as strings from "./strings.ts";

type Services = typeof services;
type Pages = Services["workbook"]["book"]["calculators"];

/** The uses and months that do not count; no list of months leaves out the one that is not over yet. */
export interface LeaveOut {
  uses: string[];
  months?: string[];
}

/** What entries become: the choice of uses and months, and of the calculators that get the numbers, with before and after. */
export class Numbers {
  readonly leaveOut: LeaveOut = { uses: [] };
  #workbook;
  #slot;
  #say;
  #id;
  #targets: RecordTarget[] = [];
  /** Calculators that shall not get the numbers. */
  #without = new Set<string>();

  /**
   * @param id prefix of the controls' ids
   * @param say shows a sentence, and what follows it
   * @param changed called when something else counts
   */
  constructor({ workbook }: Services, slot: Element, id: string, say: (text: string, ...more: Node[]) => void, changed: () => void) {
    this.#workbook = workbook;
    this.#slot = slot;
    this.#id = id;
    this.#say = say;
    slot.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && this.#choose(target)) changed();
    });
  }

  show(answer: UsedAnswer, ...before: Node[]) {
    this.#targets = answer.targets;
    const parts = [...before, this.#months(answer), ...(answer.uses.length > 1 ? [this.#uses(answer)] : []), this.#use()];
    replace(this.#slot, ...parts);
  }

  clear() {
    this.#slot.replaceChildren();
  }

  /** @returns whether what counts has changed */
  #choose({ name, value, checked }: HTMLInputElement) {
    const listed = this.#slot.querySelectorAll<HTMLInputElement>(`input[name="${this.#id}-month"]`);
    if (name === `${this.#id}-use`) this.leaveOut.uses = without(this.leaveOut.uses, value, checked);
    else if (name === `${this.#id}-month`) this.leaveOut.months = [...listed].filter((box) => !box.checked).map((box) => box.value);
    else {
      if (checked) this.#without.delete(value);
      else this.#without.add(value);
      return false;
    }
    return true;
  }

  #months({ head, months }: UsedAnswer) {
    const rows = months.map(({ key, label, counts, note, texts }) => {
      const name = element("span", label);
      name.append(element("small", note));
      return [choice("checkbox", `${this.#id}-${key}`, `${this.#id}-month`, key, counts, name), ...texts];
    });
    return section(strings.MONTHS, strings.MONTHS_HINT, table(strings.MONTHS, [strings.MONTH, ...head], rows));
  }

  #uses({ uses }: UsedAnswer) {
    const boxes = uses.map(({ key, label, counts, text }, place) => {
      const name = element("span", label || strings.NO_NAME);
      name.append(element("small", text));
      return choice("checkbox", `${this.#id}-use-${place}`, `${this.#id}-use`, key, counts, name);
    });
    return section(strings.USES, strings.USES_HINT, choices(strings.USES, true, ...boxes));
  }

  /** What each calculator would get. */
  #use() {
    const parts = this.#targets.map(({ calculator, title, sections, problem }) => {
      const part = element("div", "", "ug-records-target");
      if (!sections.length) {
        part.append(element("p", title, "ug-label"), element("p", problem || strings.SAME, "ug-hint"));
        return part;
      }
      part.append(choice("checkbox", `${this.#id}-to-${calculator}`, `${this.#id}-to`, calculator, !this.#without.has(calculator), title));
      for (const { changes } of sections) {
        const rows = changes.map(({ label, old, new: then }) => [label, old, then]);
        part.append(table(title, [strings.FIELD, strings.NOW, strings.THEN], rows));
      }
      return part;
    });
    const button = makeButton(strings.PUT, "put");
    button.id = `${this.#id}-put`;
    button.addEventListener("click", () => this.#put());
    const isAny = this.#targets.some(({ sections }) => sections.length);
    return section(strings.USE_TITLE, strings.USE_HINT, ...parts, ...(isAny ? [button] : []));
  }

  #put() {
    const chosen = this.#targets.filter(({ calculator, sections }) => sections.length && !this.#without.has(calculator));
    if (!chosen.length) return this.#say(strings.CHOOSE_ONE);
    const { calculators } = this.#workbook.book;
    const before = chosen.map(({ calculator }) => [calculator, calculators[calculator]] as const);
    this.#keep(Object.fromEntries(chosen.map(({ calculator, inputs }) => [calculator, { ...calculators[calculator], inputs }])));
    const undo = makeButton(strings.UNDO, "undo");
    undo.addEventListener("click", () => {
      this.#keep(Object.fromEntries(before));
      this.#say(strings.UNDONE);
    });
    const pages = chosen.flatMap(({ calculator, named }) => {
      const page = pageOf(calculator);
      return page ? [" ", makeLink(page.url, strings.openPage(named))] : [];
    });
    const more = element("span");
    more.append(...pages, " ", undo);
    this.#say(strings.putDone(chosen.map(({ named }) => named)), more);
  }

  /** @param pages undefined for a calculator that shall have none */
  #keep(pages: Record<string, Pages[string] | undefined>) {
    const { book, notation } = this.#workbook;
    const all = Object.entries({ ...book.calculators, ...pages }).filter(([, page]) => page);
    this.#workbook.replace({ ...book, numbers: notation, calculators: Object.fromEntries(all) as Pages });
  }
}

const without = (items: string[], item: string, isIn: boolean) => (isIn ? items.filter((other) => other !== item) : [...items, item]);
