import { fieldsOf, nameOf, readField } from "../calculator/fields.ts";
import type { Parts } from "../calculator/parts.ts";
import { makeButton } from "../common/buttons.ts";
import type { Prefill } from "../runtime/worker-protocol.ts";
import { labelOf } from "./result-text.ts";
import * as strings from "./strings.ts";

/** The marks at a form's fields: where a prefilled number is from, and a button that brings back the usual number. */

const RESETTABLE = ["number", "numbers", "text", "day", "estimate"];

export function showMarks(root: HTMLElement, parts: Parts) {
  const { form, prefills, ownerSwitch } = parts;
  for (const note of root.querySelectorAll<HTMLElement>("[data-linked-for]")) {
    const name = note.dataset.linkedFor ?? "";
    showSource(note, name, prefills.current[name], form.touched.has(name));
  }
  for (const field of fieldsOf(parts.element)) {
    const name = nameOf(field);
    if (field.closest("[data-rows]") || !RESETTABLE.includes(field.getAttribute("data-kind") ?? "")) continue;
    const isChanged = JSON.stringify(readField(field)) !== JSON.stringify(form.usual(name));
    const isMarked = ownerSwitch.owner === "mine" && form.touched.has(name) && !(name in prefills.current) && isChanged;
    markChanged(field, name, isMarked);
  }
}

/** Say which calculator fills a field, with a button that keeps the number; once it is the reader's own, one that gives it back. */
function showSource(note: HTMLElement, name: string, prefill: Prefill | undefined, isOwn: boolean) {
  const state = prefill ? `${isOwn} ${prefill.named}` : "";
  if ((note.dataset.shown ?? "") === state) return;
  note.dataset.shown = state;
  note.hidden = !prefill;
  const hadFocus = note.contains(document.activeElement);
  note.replaceChildren();
  if (!prefill) return;
  const { named } = prefill;
  const button = makeButton(isOwn ? strings.usePrefill(named) : strings.KEEP_NUMBER, isOwn ? "restore-prefill" : "detach-prefill");
  button.className = "ug-text-button";
  button.dataset.target = name;
  button.dataset.prefill = named;
  note.append(...(isOwn ? [] : [`${strings.prefilledFrom(named)} `]), button);
  if (hadFocus) button.focus();
}

function markChanged(field: Element, name: string, isMarked: boolean) {
  const present = field.querySelector(".ug-reset");
  if (isMarked === Boolean(present)) return;
  if (present) return present.remove();
  const label = strings.reset(labelOf(field));
  const button = makeButton("", "reset");
  button.className = "ug-reset";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.dataset.target = name;
  const box = field.matches("fieldset") ? null : field.querySelector(".ug-control > .ug-input");
  if (box) box.after(button);
  else field.append(button);
}
