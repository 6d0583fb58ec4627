/** Where the numbers of an explorable sentence stand, and which figures the page has already. */

import assert from "node:assert/strict";
import test from "node:test";
import { type Data, Positions, stepsOfDrag, stepsOfKey } from "../../../../theme/components/explorable/state.ts";

const data: Data = {
  inputs: {},
  sign: "$",
  words: ["gap", "lost"],
  axes: [
    { path: "inflation", label: "Inflation", typed: ["0%", "2%", "4%"], spoken: ["0%", "2%", "4%"], start: 1 },
    { path: "years", label: "Years", typed: ["1", "2"], spoken: ["1 year", "2 years"], start: 0 },
  ],
  grid: [
    [
      [
        ["$0", "0%"],
        [0, 0],
      ],
      [
        ["$20", "2%"],
        [20, 0.02],
      ],
      [
        ["$40", "4%"],
        [40, 0.04],
      ],
    ],
    [
      [
        ["$20", "2%"],
        [20, 0.02],
      ],
      [
        ["$41", "4%"],
        [41, 0.04],
      ],
    ],
  ],
  top: 41,
};

test("figures come from the build until a second number moves", () => {
  const positions = new Positions(data);
  assert.equal(positions.fromGrid()?.texts.gap, "$20");
  assert.ok(positions.move(0, 2));
  assert.deepEqual(positions.fromGrid(), { texts: { gap: "$40", lost: "4%" }, values: { gap: 40, lost: 0.04 } });
  positions.move(1, 1);
  assert.equal(positions.fromGrid(), null);
  assert.deepEqual(positions.changes(), { inflation: "4%", years: "2" });
  positions.move(0, 1);
  assert.equal(positions.fromGrid()?.texts.gap, "$41");
});

test("a number stops at both ends", () => {
  const positions = new Positions(data);
  assert.ok(positions.move(0, Number.POSITIVE_INFINITY));
  assert.deepEqual(positions.at, [2, 0]);
  assert.ok(!positions.move(0, 7));
  assert.ok(positions.move(0, Number.NEGATIVE_INFINITY));
  assert.deepEqual(positions.at, [0, 0]);
});

test("keys and drags are counted in steps", () => {
  assert.equal(stepsOfKey("ArrowUp"), 1);
  assert.equal(stepsOfKey("PageDown"), -5);
  assert.equal(stepsOfKey("Enter"), undefined);
  const axis = { ...(data.axes[0] as (typeof data.axes)[0]), typed: Array<string>(28).fill("0") };
  assert.equal(stepsOfDrag(50, axis), 5);
  assert.equal(stepsOfDrag(-50, axis), -5);
});
