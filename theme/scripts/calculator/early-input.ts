import type { Control } from "./fields.ts";

/** What a box says, in one text. */
export const stateOf = (control: Control) =>
  control instanceof HTMLInputElement && control.type === "checkbox" ? String(control.checked) : control.value;

function putState(control: Control, state: string) {
  if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = state === "true";
  else control.value = state;
}

/** @param control what the page came with */
function firstState(control: Control) {
  if (control instanceof HTMLSelectElement)
    return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
  return control instanceof HTMLInputElement && control.type === "checkbox" ? String(control.defaultChecked) : control.defaultValue;
}

/**
 * Take out of a form what the reader, or the browser for him, put in before this script ran, so that the form is as the page came.
 *
 * @returns Put it in again, one box after the other; how many there are.
 */
export function takeEarlyInput(form: HTMLFormElement): (typed: (control: Control) => void) => number {
  const controls = form.querySelectorAll<Control>("[data-field] [name]");
  const early = [...controls].map((control) => ({ control, state: stateOf(control) }));
  const changed = early.filter(({ control, state }) => state !== firstState(control));
  for (const { control } of changed) putState(control, firstState(control));
  return (typed) => {
    for (const { control, state } of changed) {
      putState(control, state);
      if (control.isConnected) typed(control);
    }
    return changed.length;
  };
}
