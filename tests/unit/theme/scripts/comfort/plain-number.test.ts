import assert from "node:assert/strict";
import { test } from "node:test";
import { plainNumber } from "../../../../../theme/scripts/comfort/plain-number.ts";

const COMMA = "1.234.567,89";
const POINT = "1,234,567.89";

test("a number is read with the decimal sign of its notation only", () => {
  assert.equal(plainNumber("12.5", POINT), 12.5);
  assert.equal(plainNumber("12,5", COMMA), 12.5);
  assert.equal(plainNumber("12,5", POINT), undefined);
  assert.equal(plainNumber("1.234", COMMA), undefined);
});

test("a percent sign and a time on a clock are read", () => {
  assert.equal(plainNumber("30 %", POINT), 30);
  assert.equal(plainNumber("7:30", POINT), 7.5);
});

test("any other text is no plain number", () => {
  for (const text of ["", "many", "1,234", "3 to 5", "7:75", "1e3"]) assert.equal(plainNumber(text, POINT), undefined);
});
