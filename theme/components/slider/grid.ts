import { morph } from "../../scripts/calculator/morph.ts";
import { POINT } from "../../scripts/common/notation.ts";

/** What the build computed for a slider (theme/mkdocs/slider_grid.py). */
interface Grid {
  low: number;
  step: number;
  shapes: (string | null)[][];
  answers: [number, ...string[]][];
}

/** Show the answer that the build computed for a slider's value, which is there before Python is. */
export function showFromGrid(slider: HTMLInputElement) {
  const root = slider.closest<HTMLElement>("gig-calculator");
  const text = root?.dataset.steps;
  const beside = root?.querySelector(".ug-outcome-beside");
  if (!root || !text || !beside || (root.dataset.numbers ?? POINT) !== POINT) return; // written in another notation
  const { low, step, shapes, answers }: Grid = JSON.parse(text);
  const [shape, ...pieces] = answers[Math.round((Number(slider.value) - low) / step)] ?? [];
  if (shape === undefined) return;
  const html = shapes[shape]?.map((piece) => piece ?? pieces.shift()).join("") ?? "";
  root.dataset.grid = "";
  morph(beside, html.slice(html.indexOf(">") + 1, html.lastIndexOf("<"))); // without the block's own element
}
