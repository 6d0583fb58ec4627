/** Parts of the page “Your records”. All texts from files are put in as text. */

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = "", className = "") {
  const part = document.createElement(tag);
  part.textContent = text;
  if (className) part.className = className;
  return part;
}

/** A section with a heading, and a hint if there is one. */
export function section(title: string, hint: string, ...content: Node[]) {
  const part = element("section", "", "ug-records-section");
  part.append(element("h3", title), ...(hint ? [element("p", hint, "ug-hint")] : []), ...content);
  return part;
}

/** A table with a row of headings. The first cell of each row is its heading. */
export function table(caption: string, head: string[], rows: (string | Node)[][]) {
  const part = element("table", "", "ug-records-table");
  part.createCaption().textContent = caption;
  const headRow = part.createTHead().insertRow();
  for (const text of head) headRow.append(headCell(text, "col"));
  const body = part.createTBody();
  for (const [first = "", ...cells] of rows) {
    const row = body.insertRow();
    row.append(headCell(first, "row"));
    for (const cell of cells) row.insertCell().append(cell);
  }
  const frame = element("div", "", "ug-records-frame");
  frame.tabIndex = 0; // it scrolls on a narrow screen
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", caption);
  frame.append(part);
  return frame;
}

function headCell(content: string | Node, scope: "col" | "row") {
  const cell = element("th");
  cell.scope = scope;
  cell.append(content);
  return cell;
}

/** A radio button or a checkbox in its label. */
export function choice(
  type: "radio" | "checkbox",
  id: string,
  name: string,
  value: string,
  checked: boolean,
  ...content: (string | Node)[]
) {
  const label = element("label", "", "ug-records-choice");
  const input = Object.assign(document.createElement("input"), { type, id, name, value, checked, autocomplete: "off" });
  const text = element("span");
  text.append(...content);
  label.append(input, text);
  return label;
}

/** A group of choices. The legend is not shown where a heading says the same. */
export function choices(legend: string, isHeaded: boolean, ...content: Node[]) {
  const group = element("fieldset", "", `ug-records-choices${isHeaded ? " ug-records-headed" : ""}`);
  group.append(element("legend", legend), ...content);
  return group;
}

/** Replace what is in an element. The focus stays on the control with the same id, and open folds stay open. */
export function replace(slot: Element, ...content: Node[]) {
  const active = slot.contains(document.activeElement) ? document.activeElement?.id : "";
  const open = [...slot.querySelectorAll<HTMLDetailsElement>("details[open]")].map(({ id }) => id);
  slot.replaceChildren(...content);
  for (const fold of slot.querySelectorAll("details")) if (open.includes(fold.id)) fold.open = true;
  if (active) document.getElementById(active)?.focus();
}
