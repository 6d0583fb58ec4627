/** Morphing: show new HTML by changing no more of the page than differs. */

/**
 * Make an element's content like this HTML. Nodes that stay keep their focus, their open <details> and their scroll; the pictures
 * in chart slots are left to charts.ts.
 *
 * @param html from our own templates, with every value escaped
 * @returns whether anything changed
 */
export function morph(slot: Element, html: string): boolean {
  return morphChildren(slot, parsed(html));
}

/**
 * Morph the parts of an outcome, wherever the page has them. While ranges are still being sampled, `rest` is false: it stays as it is.
 *
 * @returns whether anything changed
 */
export function morphOutcome(within: Element, html: string, rest = true): boolean {
  const content = parsed(html);
  let changed = false;
  for (const part of [".ug-outcome-beside", ".ug-strip", ...(rest ? [".ug-first-chart", ".ug-outcome-rest"] : [])]) {
    const here = within.querySelector(part);
    const wanted = content.querySelector(part);
    if (here && wanted) changed = morphChildren(here, wanted) || changed;
  }
  return changed;
}

function parsed(html: string) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

function morphChildren(here: ParentNode & Node, wanted: ParentNode & Node): boolean {
  let changed = false;
  const mine = [...here.childNodes];
  const theirs = [...wanted.childNodes];
  for (const [i, node] of theirs.entries()) {
    const old = mine[i];
    if (!old) {
      here.appendChild(node);
      changed = true;
    } else if (!isSameNode(old, node)) {
      here.replaceChild(node, old);
      changed = true;
    } else if (node instanceof Element) {
      if (node.hasAttribute("data-keep")) continue;
      const both = old as Element;
      changed = morphAttributes(both, node) || changed;
      if (node.getAttribute("data-slot") !== "chart") changed = morphChildren(both, node) || changed;
    } else if (old.nodeValue !== node.nodeValue) {
      old.nodeValue = node.nodeValue;
      changed = true;
    }
  }
  for (const surplus of mine.slice(theirs.length)) {
    surplus.remove();
    changed = true;
  }
  return changed;
}

type Comparable = Pick<Node, "nodeType" | "nodeName"> & Partial<Pick<Element, "getAttribute">>;

/** Whether a node can become another by its attributes and content alone. */
export function isSameNode(a: Comparable, b: Comparable) {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  return ["data-chart", "data-table"].every((name) => a.getAttribute?.(name) === b.getAttribute?.(name));
}

type Attributes = Iterable<{ name: string; value: string }>;

/** What turns attributes into others. An open <details> stays open, and an address that a script gave a link stays. */
export function attributeChanges(current: Attributes, wanted: Attributes) {
  const before = new Map(Array.from(current, ({ name, value }) => [name, value]));
  const after = new Map(Array.from(wanted, ({ name, value }) => [name, value]));
  const removed = [...before.keys()].filter((name) => !after.has(name) && name !== "open" && name !== "href");
  const set = [...after].filter(([name, value]) => before.get(name) !== value && name !== "open");
  return { removed, set };
}

function morphAttributes(element: Element, wanted: Element): boolean {
  const { removed, set } = attributeChanges(element.attributes, wanted.attributes);
  for (const name of removed) element.removeAttribute(name);
  for (const [name, value] of set) element.setAttribute(name, value);
  return removed.length + set.length > 0;
}
