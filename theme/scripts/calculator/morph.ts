/** Painting what Python answered into the page, changing no more of it than has to change. */

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

/** The same for the first block and the strip alone, while ranges are still being drawn: those that are shown stay. */
export function morphFirst(slot: Element, html: string) {
  const content = parsed(html);
  for (const part of [".ug-outcome-beside", ".ug-strip"]) {
    const here = slot.querySelector(part);
    const wanted = content.querySelector(part);
    if (here && wanted) morphChildren(here, wanted);
  }
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

function isSameNode(a: Node, b: Node) {
  if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
  if (!(a instanceof Element) || !(b instanceof Element)) return true;
  return ["data-chart", "data-table"].every((name) => a.getAttribute(name) === b.getAttribute(name));
}

function morphAttributes(here: Element, wanted: Element) {
  let changed = false;
  for (const { name } of [...here.attributes]) {
    if (!wanted.hasAttribute(name) && name !== "open" && name !== "href") {
      here.removeAttribute(name);
      changed = true;
    }
  }
  for (const { name, value } of wanted.attributes) {
    if (here.getAttribute(name) !== value && name !== "open") {
      here.setAttribute(name, value);
      changed = true;
    }
  }
  return changed;
}
