/** Number notations, each named by 1234567.89 written in it, as in calculators/engine/notation.py. */

/** The notation that pages are built in. */
export const POINT = "1,234,567.89";
export const NOTATIONS = [POINT, "1.234.567,89", "1 234 567,89", "1 234 567.89", "1’234’567.89", "12,34,567.89"];

const CANONICAL = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** English where numbers are written as in the pages. It is not looked up: `Intl` took 50 ms at its first use, while the page loaded. */
const AS_IN_PAGES = /^en(-(US|GB|CA|AU))?$/;

/** The usual notation of a locale. */
export function usualNotation(locale: string): string {
  if (AS_IN_PAGES.test(locale)) return POINT;
  let written: string;
  try {
    written = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).format(1234567.89);
  } catch {
    return POINT; // not a language tag
  }
  written = written.replace(/\s/g, " ").replace(/['’]/g, "’");
  if (NOTATIONS.includes(written)) return written;
  return written.at(-3) === "," ? "1.234.567,89" : POINT;
}

/** The usual notation of a country with one; elsewhere that of the browser's language. */
export function usualNotationIn(country = "") {
  return ["us", "uk", "au"].includes(country) ? POINT : usualNotation(navigator.language);
}

/** Rewrite a number from the notation of the pages; any other text stays as it is. */
export function toNotation(text: string, notation: string) {
  if (notation === POINT || !CANONICAL.test(text)) return text;
  const decimal = notation.at(-3) ?? ".";
  const group = (/^\d+(\D)/.exec(notation)?.[1] ?? ",").replace(" ", "\u00a0");
  const [whole = "", fraction] = text.split(".");
  const grouped =
    notation.startsWith("12") && whole.includes(",") ? whole.replaceAll(",", "").replace(/(\d)(?=(?:\d\d)*\d{3}$)/g, "$1,") : whole;
  return grouped.replaceAll(",", group) + (fraction === undefined ? "" : decimal + fraction);
}

/** Rewrite every number in a text, or in the texts of lists and objects. */
export function allToNotation(value: unknown, notation: string): unknown {
  if (typeof value === "string") return toNotation(value, notation);
  if (Array.isArray(value)) return value.map((item) => allToNotation(item, notation));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, allToNotation(item, notation)]));
}

/** Rewrite a built calculator's numbers in the reader's notation: in its boxes, its blank rows, and its options' fills. */
export function writeInNotation(calculator: HTMLElement, notation: string) {
  if (notation === (calculator.dataset.numbers ?? POINT)) return;
  calculator.dataset.numbers = notation;
  for (const name of ["usual", "abroad", "offers"]) {
    rewrite(calculator, `data-${name}`, (json) => JSON.stringify(allToNotation(JSON.parse(json), notation)));
  }
  const blanks = [...calculator.querySelectorAll<HTMLTemplateElement>("template[data-row-blank]")];
  for (const part of [calculator, ...blanks.map((blank) => blank.content)]) {
    for (const input of part.querySelectorAll('[data-kind="number"] input, [data-kind="estimate"] input')) {
      rewrite(input, "value", (text) => toNotation(text, notation));
    }
    for (const box of part.querySelectorAll<HTMLTextAreaElement>('[data-kind="numbers"] textarea')) {
      box.dataset.canonical ??= box.defaultValue;
      const list = box.dataset.canonical.split("; ").map((text) => toNotation(text, notation));
      box.defaultValue = list.join("; ");
    }
    for (const option of part.querySelectorAll("option[data-fills]")) {
      rewrite(option, "data-fills", (json) => JSON.stringify(allToNotation(JSON.parse(json), notation)));
    }
  }
}

/** Set an attribute to its built value, rewritten. */
function rewrite(element: Element, name: string, change: (text: string) => string) {
  const original = `${name.startsWith("data-") ? "" : "data-"}${name}-built`;
  const built = element.getAttribute(original) ?? element.getAttribute(name);
  if (built === null || element.getAttribute("type") === "range") return;
  element.setAttribute(original, built);
  element.setAttribute(name, change(built));
}
