import assert from "node:assert/strict";
import { test } from "node:test";
import { isTooDeep } from "../../../../../theme/scripts/common/json-depth.ts";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("forty levels are read, forty-one are not", () => {
  assert.equal(isTooDeep(nested(40)), false);
  assert.equal(isTooDeep(nested(41)), true);
});

test("brackets inside of texts do not nest", () => {
  assert.equal(isTooDeep(JSON.stringify({ note: '\\"'.concat("[".repeat(99)) })), false);
});

test("closed brackets do not add up", () => {
  assert.equal(isTooDeep(`[${Array(99).fill("{}").join()}]`), false);
});

test("broken texts are measured too", () => {
  assert.equal(isTooDeep('{"a": ['), false);
  assert.equal(isTooDeep("{".repeat(41)), true);
});
