/** Painting what Python answered into the page, changing no more of it than has to change. */

/**
 * Make an element's content like this HTML. Nodes that stay keep their focus, their open <details> and their scroll; the pictures
 * in chart slots are left to charts.js.
 *
 * @param {Element} slot @param {string} html from our own templates, with every value escaped
 * @returns {boolean} whether anything changed
 */
export function paint(slot, html) {
  return adopt(slot, parsed(html));
}

/**
 * The same for the first block and the strip alone, while ranges are still being drawn: those that are shown stay.
 *
 * @param {Element} slot @param {string} html
 */
export function paintFirst(slot, html) {
  const content = parsed(html);
  for (const part of [".ug-outcome-beside", ".ug-strip"]) {
    const here = slot.querySelector(part);
    const wanted = content.querySelector(part);
    if (here && wanted) adopt(here, wanted);
  }
}

/** @param {string} html */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** @param {ParentNode & Node} here @param {ParentNode & Node} wanted @returns {boolean} */
function adopt(here, wanted) {
  let changed = false;
  const mine = [...here.childNodes];
  const theirs = [...wanted.childNodes];
  for (const [i, node] of theirs.entries()) {
    const old = mine[i];
    if (!old) {
      here.appendChild(node);
      changed = true;
    } else if (!alike(old, node)) {
      here.replaceChild(node, old);
      changed = true;
    } else if (node instanceof Element) {
      if (node.hasAttribute("data-keep")) continue;
      const both = /** @type {Element} */ (old);
      changed = adoptAttributes(both, node) || changed;
      if (node.getAttribute("data-slot") !== "chart") changed = adopt(both, node) || changed;
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

/** @param {Node} one @param {Node} other */
function alike(one, other) {
  if (one.nodeType !== other.nodeType || one.nodeName !== other.nodeName) return false;
  if (!(one instanceof Element) || !(other instanceof Element)) return true;
  return ["data-chart", "data-table"].every((name) => one.getAttribute(name) === other.getAttribute(name));
}

/** @param {Element} here @param {Element} wanted */
function adoptAttributes(here, wanted) {
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
