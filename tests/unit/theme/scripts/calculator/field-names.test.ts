import assert from "node:assert/strict";
import { test } from "node:test";
import { lastPart, renumber } from "../../../../../theme/scripts/calculator/field-names.ts";

test("the number changes in names and in ids", () => {
  assert.equal(renumber("assets.3.kind", "assets", "3", 0), "assets.0.kind");
  assert.equal(renumber("inventory-assets-3-kind", "assets", "3", 12), "inventory-assets-12-kind");
});

test("every id of a list of ids changes", () => {
  const ids = "inventory-assets-1-kind-hint inventory-assets-1-kind-error";
  assert.equal(renumber(ids, "assets", "1", 2), "inventory-assets-2-kind-hint inventory-assets-2-kind-error");
});

test("other rows, other lists and longer numbers stay", () => {
  for (const value of ["assets.13.kind", "assets.1.kind", "gigs.3.kind", "inventory-assets-33-kind", "inventory-gigs-3-kind", "assets.3"]) {
    assert.equal(renumber(value, "assets", "3", 0), value);
  }
});

test("a template's placeholder becomes a number", () => {
  assert.equal(renumber("assets.__row__.kind", "assets", "__row__", 4), "assets.4.kind");
});

test("the last part of a name is its field in a row or estimate", () => {
  assert.equal(lastPart("pairs.0.utilization.low"), "low");
  assert.equal(lastPart("assets.12.kind"), "kind");
  assert.equal(lastPart("pay"), "pay");
});
