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
  let old = here.firstChild;
  let node = wanted.firstChild;
  while (node) {
    const next = node.nextSibling; // before the node may move into the page
    if (old) {
      const nextOld: ChildNode | null = old.nextSibling;
      changed = morphNode(here, old, node) || changed;
      old = nextOld;
    } else {
      here.appendChild(node);
      changed = true;
    }
    node = next;
  }
  while (old) {
    const surplus = old;
    old = old.nextSibling;
    surplus.remove();
    changed = true;
  }
  return changed;
}

function morphNode(parent: Node, old: ChildNode, wanted: ChildNode): boolean {
  if (old.isEqualNode(wanted)) return false;
  if (!isSameNode(old, wanted)) {
    parent.replaceChild(wanted, old);
    return true;
  }
  if (!(wanted instanceof Element)) {
    old.nodeValue = wanted.nodeValue;
    return true;
  }
  if (wanted.hasAttribute("data-keep")) return false;
  const changed = morphAttributes(old as Element, wanted);
  return (wanted.getAttribute("data-slot") !== "chart" && morphChildren(old as Element, wanted)) || changed;
}

type Comparable = Pick<Node, "nodeType" | "nodeName"> & Partial<Pick<Element, "getAttribute">>;

/** Whether a node can become another by its attributes and content alone. */
export function isSameNode(a: Comparable, b: Comparable) {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  return ["data-chart", "data-table", "data-fold"].every((name) => a.getAttribute?.(name) === b.getAttribute?.(name));
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
