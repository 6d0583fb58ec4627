/** Show the fields that the chosen case (a country) asks for, and set the others aside. What was typed into those stays. */
export function showConditionalFields(form: HTMLFormElement) {
  const choice = form.dataset.case;
  if (!choice) return;
  const select = form.querySelector<HTMLSelectElement>(`select[name="${CSS.escape(choice)}"]`);
  for (const part of form.querySelectorAll<HTMLElement>("[data-only]")) {
    part.hidden = !part.dataset.only?.split(" ").includes(select?.value ?? "");
  }
}
