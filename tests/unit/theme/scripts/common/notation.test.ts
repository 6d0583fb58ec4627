import assert from "node:assert/strict";
import { test } from "node:test";
import { allToNotation, NOTATIONS, POINT, toNotation, usualNotation } from "../../../../../theme/scripts/common/notation.ts";

test("each locale gets the notation that it writes", () => {
  for (const [locale, notation] of [
    ["en-US", "1,234,567.89"],
    ["de-DE", "1.234.567,89"],
    ["fr-FR", "1 234 567,89"],
    ["de-CH", "1’234’567.89"],
    ["en-IN", "12,34,567.89"],
    ["en-ZA", "1 234 567,89"],
    ["ar-EG", "1,234,567.89"],
  ] as const) {
    assert.equal(usualNotation(locale), notation, locale);
  }
});

test("English without a lookup reads as the browser writes it", () => {
  for (const locale of ["en", "en-US", "en-GB", "en-CA", "en-AU"]) {
    assert.equal(usualNotation(locale), new Intl.NumberFormat(locale).format(1234567.89), locale);
  }
});

test("an invalid language tag gets the notation of the pages", () => {
  assert.equal(usualNotation("not a locale"), POINT);
});

test("a number is rewritten in every notation", () => {
  const written = NOTATIONS.map((notation) => toNotation("-1,234,567.89", notation));
  const space = "\u00a0";
  assert.deepEqual(written, [
    "-1,234,567.89",
    "-1.234.567,89",
    `-1${space}234${space}567,89`,
    `-1${space}234${space}567.89`,
    "-1’234’567.89",
    "-12,34,567.89",
  ]);
});

test("a number without groups gets none", () => {
  assert.equal(toNotation("1234.5", "1.234.567,89"), "1234,5");
  assert.equal(toNotation("1234567", "12,34,567.89"), "1234567");
});

test("text that is not a number stays", () => {
  for (const text of ["", "1,2", "12 or so", "1.234.567", "$5", "03/2026"]) assert.equal(toNotation(text, "1.234.567,89"), text);
});

test("numbers are rewritten inside of lists and objects", () => {
  const inputs = { pay: "1,234.5", on: true, rows: [{ low: "2.5", kind: "car" }], none: null };
  const wanted = { pay: "1.234,5", on: true, rows: [{ low: "2,5", kind: "car" }], none: null };
  assert.deepEqual(allToNotation(inputs, "1.234.567,89"), wanted);
});
