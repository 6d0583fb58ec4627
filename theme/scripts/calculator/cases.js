/**
 * Show the fields that the chosen case (a country) asks for, and set the others aside. What was typed into those stays.
 *
 * @param {HTMLFormElement} form
 */
export function showCase(form) {
  const choice = form.dataset.case;
  if (!choice) return;
  const select = /** @type {HTMLSelectElement | null} */ (form.querySelector(`select[name="${CSS.escape(choice)}"]`));
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-only]"))) {
    part.hidden = !part.dataset.only?.split(" ").includes(select?.value ?? "");
  }
}
