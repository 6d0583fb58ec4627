import { lastPart } from "../calculator/field-names.ts";
import { controlsOf, fieldsOf, nameOf, readField } from "../calculator/fields.ts";
import type { Parts } from "../calculator/parts.ts";
import { assets, folder } from "../common/assets.ts";
import * as strings from "./strings.ts";
import { isOwn } from "./title.ts";

/** A calculator's outcome as plain text, read from the page as it is shown. */

/** The text of an element in one line, without what only screen readers get. */
function textOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const part of copy?.querySelectorAll(".ug-hidden, [hidden], button") ?? []) part.remove();
  return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
}

const textsOf = (scope: ParentNode, selector: string) => [...scope.querySelectorAll(selector)].map(textOf).filter(Boolean);

/** A field's label without its unit. */
export function labelOf(field: Element | null): string {
  const copy = field?.querySelector(".ug-label, legend, .ug-choice span")?.cloneNode(true) as Element | undefined;
  copy?.querySelector(".ug-unit")?.remove();
  return textOf(copy);
}

/** @returns null while there is no answer */
export function resultText(root: HTMLElement, parts: Parts): string | null {
  if (root.dataset.answer === "none") return null;
  const title = (root.querySelector(".ug-outcome")?.getAttribute("aria-label") ?? "").replace(/: outcome$/, "");
  const label = textOf(root.querySelector("[data-slot='answer']:not([hidden])"));
  const first = [`${title} · ${strings.SITE}`, ...(label ? [label] : []), textOf(root.querySelector(".ug-sentence"))];
  const range = [...root.querySelectorAll(".ug-range > div")].map(rangeLine);
  const headline = `${textOf(root.querySelector(".ug-headline-label"))}: ${textOf(root.querySelector(".ug-headline-number"))}`;
  const notes = textsOf(root, ".ug-warning, .ug-doubt");
  const figures = [...root.querySelectorAll(".ug-outcome-first > .ug-parts > .ug-part")].map(pairLine);
  const inputs = [strings.WORKED_OUT_FROM, ...inputLines(root, parts).map((line) => `- ${line}`)];
  const blocks = [first, [headline, ...range, ...notes], figures, inputs, [...addressOf(root), localDay()]];
  return blocks.flatMap((lines) => (lines.length ? [lines.join("\n")] : [])).join("\n\n");
}

/** "Supporting figure: $1,200 ($900 to $1,500)". */
function pairLine(pair: Element) {
  const range = textOf(pair.querySelector(".ug-part-range"));
  const copy = pair.querySelector("dd")?.cloneNode(true) as Element | undefined;
  copy?.querySelector(".ug-part-range")?.remove();
  return `${textOf(pair.querySelector("dt"))}: ${textOf(copy)}${range ? ` (${range})` : ""}`;
}

/** "Low (1 in 10 end lower): $300". */
function rangeLine(part: Element) {
  const [word, meaning] = [part.querySelector("dt")?.firstChild?.textContent?.trim(), textOf(part.querySelector("dt span"))];
  return `${word} (${meaning}): ${textOf(part.querySelector("dd"))}`;
}

/** The numbers that differ from the usual ones, each with its label. */
function inputLines(root: HTMLElement, parts: Parts): string[] {
  const { form, prefills, ownerSwitch } = parts;
  const example = ownerSwitch.example();
  const sources = isOwn(parts) ? prefills.current : {};
  const names = example ? Object.keys(example) : form.names().filter((name) => form.touched.has(name) || name in sources);
  const lines = names.flatMap((name) => {
    const source = form.touched.has(name) ? undefined : sources[name];
    return described(root, name).map((line) => (source ? `${line} ${strings.from(source.named)}` : line));
  });
  return lines.length ? [...lines, strings.REST_USUAL] : [strings.USUAL];
}

/** A field, or each row of a list, in a line. What the reader's country does not have is left out. */
function described(root: HTMLElement, name: string): string[] {
  const list = root.querySelector(`[data-rows="${CSS.escape(name)}"]`);
  if (list) {
    const rows = [...list.querySelectorAll(":scope > ol > li")];
    return rows.map((row) => `${labelOf(list)}: ${[...fieldsOf(row)].map((field) => fieldLine(root, field)).join("; ")}`);
  }
  const field = root.querySelector(`[data-field="${CSS.escape(name)}"]`);
  return field && !field.closest("[hidden]") && nameOf(field) === name ? [fieldLine(root, field)] : [];
}

function fieldLine(root: HTMLElement, field: Element) {
  return `${labelOf(field)}: ${shownValue(root, field)}`;
}

/** A field's value with its sign and unit. */
function shownValue(root: HTMLElement, field: Element): string {
  const value = readField(field);
  if (typeof value === "boolean") return value ? strings.YES : strings.NO;
  const select = field.querySelector("select");
  if (select) return select.selectedOptions[0]?.label ?? "";
  const boxes = controlsOf(field);
  if (Array.isArray(value))
    return boxes
      .filter((box) => box.matches(":checked"))
      .map((box) => textOf(box.closest("label")))
      .join(", ");
  const own = JSON.parse(root.style.getPropertyValue("--ug-sign") || '"$"');
  const sign = field.querySelector(".ug-own") ? own : textOf(field.querySelector(".ug-before"));
  const unit = textOf(field.querySelector(".ug-after, .ug-unit"));
  const amounts = boxes.map((box) => `${boxes.length > 1 ? `${lastPart(box.name)} ` : ""}${sign}${box.value}`);
  return `${amounts.join(", ")}${unit.startsWith("%") ? "" : " "}${unit}`.trim();
}

/** The page's address without numbers; none in a folder that does not know where the site is published. */
function addressOf(root: HTMLElement): string[] {
  const page = document.querySelector<HTMLAnchorElement>("a[data-site-page]")?.href ?? location.href; // a frame names its page on the site
  if (!folder) return [page.replace(/[?#].*/, "")];
  return assets?.site ? [new URL(`calculators/${root.dataset.calculator}/`, assets.site).href] : [];
}

function localDay() {
  return new Date().toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
}
