/** Show the fields of the chosen case, such as a country, and hide the others, which keep their values. */
export function showConditionalFields(form: HTMLFormElement) {
  const choice = form.dataset.case;
  if (!choice) return;
  const select = form.querySelector<HTMLSelectElement>(`select[name="${CSS.escape(choice)}"]`);
  for (const part of form.querySelectorAll<HTMLElement>("[data-only]")) {
    part.hidden = !part.dataset.only?.split(" ").includes(select?.value ?? "");
  }
}
