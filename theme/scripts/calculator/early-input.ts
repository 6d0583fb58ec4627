import type { Control } from "./fields.ts";

/** A control's state as one text. */
export const stateOf = (control: Control) =>
  control instanceof HTMLInputElement && control.type === "checkbox" ? String(control.checked) : control.value;

function putState(control: Control, state: string) {
  if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = state === "true";
  else control.value = state;
}

/** A control's state as built. */
function firstState(control: Control) {
  if (control instanceof HTMLSelectElement)
    return ([...control.options].find((option) => option.defaultSelected) ?? control.options[0])?.value ?? "";
  return control instanceof HTMLInputElement && control.type === "checkbox" ? String(control.defaultChecked) : control.defaultValue;
}

/**
 * Reset what the reader, or the browser's autofill, put into a form before this script ran.
 *
 * @returns a function that puts it back, control by control, and returns how many there are
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
