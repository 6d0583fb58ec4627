import assert from "node:assert/strict";
import { test } from "node:test";
import { encode } from "uqr";

import { MOST_IN_CODE } from "../../../../../theme/scripts/share/qr-limit.ts";

test("the longest link fits into a code, a longer one does not", () => {
  const longest = `https://example.org/#plan=${"a".repeat(MOST_IN_CODE - 26)}`;
  assert.equal(longest.length, MOST_IN_CODE);
  assert.equal(encode(longest, { ecc: "M", border: 0 }).size, 177); // modules of version 40
  assert.throws(() => encode(`${longest}a`, { ecc: "M", border: 0 }), /too long/i);
});
