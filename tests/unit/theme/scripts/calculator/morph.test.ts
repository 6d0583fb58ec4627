import assert from "node:assert/strict";
import { test } from "node:test";
import { attributeChanges, isSameNode } from "../../../../../theme/scripts/calculator/morph.ts";

const attributes = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }));

const changes = (current: Record<string, string>, wanted: Record<string, string>) =>
  attributeChanges(attributes(current), attributes(wanted));

const element = (nodeName: string, values: Record<string, string> = {}) => ({
  nodeType: 1,
  nodeName,
  getAttribute: (name: string) => values[name] ?? null,
});

test("equal attributes change nothing", () => {
  assert.deepEqual(changes({ class: "a", id: "b" }, { id: "b", class: "a" }), { removed: [], set: [] });
});

test("attributes are set and removed", () => {
  const { removed, set } = changes({ class: "a", hidden: "" }, { class: "b", title: "c" });
  assert.deepEqual(removed, ["hidden"]);
  assert.deepEqual(set, [
    ["class", "b"],
    ["title", "c"],
  ]);
});

test("details keep the state that the reader chose", () => {
  assert.deepEqual(changes({ open: "" }, {}), { removed: [], set: [] });
  assert.deepEqual(changes({}, { open: "" }), { removed: [], set: [] });
});

test("a link's address set by a script stays until it changes", () => {
  assert.deepEqual(changes({ href: "/buffer/" }, {}), { removed: [], set: [] });
  assert.deepEqual(changes({ href: "/buffer/" }, { href: "/plan/" }), { removed: [], set: [["href", "/plan/"]] });
});

test("nodes of another kind or name are replaced", () => {
  assert.equal(isSameNode(element("P"), element("P")), true);
  assert.equal(isSameNode(element("P"), element("UL")), false);
  assert.equal(isSameNode(element("P"), { nodeType: 3, nodeName: "#text" }), false);
  assert.equal(isSameNode({ nodeType: 3, nodeName: "#text" }, { nodeType: 3, nodeName: "#text" }), true);
});

test("a chart, table or fold of another name is replaced", () => {
  assert.equal(isSameNode(element("FIGURE", { "data-chart": "gap" }), element("FIGURE", { "data-chart": "gap", class: "b" })), true);
  assert.equal(isSameNode(element("FIGURE", { "data-chart": "gap" }), element("FIGURE", { "data-chart": "mix" })), false);
  assert.equal(isSameNode(element("TABLE", { "data-table": "years" }), element("TABLE")), false);
  assert.equal(isSameNode(element("DETAILS", { "data-fold": "working" }), element("DETAILS", { "data-fold": "sources" })), false);
});
