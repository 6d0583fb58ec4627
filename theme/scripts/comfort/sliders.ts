import { type Control, controlsOf } from "../calculator/fields.ts";
import { POINT, toNotation } from "../common/notation.ts";
import { plainNumber } from "./plain-number.ts";
import { labelOf } from "./result-text.ts";

/** The sliders beside number boxes. A slider has no name: it writes into its box, which alone is read. */

const slidersOf = (root: HTMLElement) => root.querySelectorAll<HTMLInputElement>("input[data-slide]");

const boxOf = (slider: HTMLElement): Control | undefined => controlsOf(slider.closest("[data-field]") ?? slider)[0];

/** Turn the sliders on. */
export function startSliders(root: HTMLElement) {
  for (const slider of slidersOf(root)) {
    slider.disabled = false;
    for (const type of ["input", "change"]) {
      slider.addEventListener(type, (event) => {
        event.stopPropagation(); // the form takes in the box's event
        const box = boxOf(slider);
        if (!box) return;
        const text = toNotation(slider.value, root.dataset.numbers ?? POINT);
        if (box.value === text) return;
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      });
    }
  }
}

/** Move the sliders to what their boxes say. A text that is no plain number leaves its slider where it is. */
export function moveSliders(root: HTMLElement) {
  for (const slider of slidersOf(root)) {
    const box = boxOf(slider);
    const number = box && plainNumber(box.value, root.dataset.numbers ?? POINT);
    if (!box || number === undefined) continue;
    slider.value = String(number);
    const unit = slider.closest(".ug-control")?.querySelector(".ug-after")?.textContent ?? "";
    slider.setAttribute("aria-valuetext", `${box.value} ${unit}`.trim());
    if (!slider.hasAttribute("aria-label")) slider.setAttribute("aria-label", labelOf(slider.closest("[data-field]")));
  }
}
