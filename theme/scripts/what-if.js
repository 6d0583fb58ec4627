import { paint } from "./outcome.js";
import { Pictures } from "./pictures.js";
import { python } from "./python.js";
import { workbook } from "./workbook.js";

/** @typedef {import("./messages.js").Request} Request */
/** @typedef {import("./messages.js").Scenario} Scenario */

/** Scenarios that are kept beside the present numbers. */
const MOST = 3;

/** The panel below an outcome that asks what if. It is asked for when it is opened, and again with every new outcome while it is open. */
export class WhatIf {
  #root;
  #slot;
  #request;
  #inputs;
  #pictures;
  /** What the reader asked: see bridge.explore_page. @type {{seek?: object, range?: object}} */
  #state = {};

  /**
   * @param {HTMLDetailsElement} root
   * @param {() => Request} request what the outcome was computed from
   * @param {() => import("./messages.js").Inputs} inputs everything that the form shows
   */
  constructor(root, request, inputs) {
    this.#root = root;
    this.#slot = /** @type {Element} */ (root.querySelector('[data-slot="what-if"]'));
    this.#request = request;
    this.#inputs = inputs;
    this.#pictures = new Pictures(this.#slot);
    root.addEventListener("toggle", () => this.refresh());
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Ask again, if the panel is open. */
  async refresh() {
    if (!this.#root.open) return;
    const request = this.#request();
    const kept = workbook.scenarios(request.calculator);
    const scenarios = kept.length > 0 ? [{ name: "Now", inputs: this.#inputs() }, ...kept] : [];
    const answer = await python.explore({ ...request, explore: { ...this.#state, scenarios } });
    if (!answer?.panel) return; // the form's own errors say what to mend, or a later question was asked
    const changed = paint(this.#slot, answer.panel.html);
    this.#pictures.show(answer.panel.charts, changed);
  }

  stop() {
    this.#pictures.stop();
  }

  /** @param {HTMLElement} button @returns {boolean} whether it is one of the panel's */
  act(button) {
    if (!this.#root.contains(button)) return false;
    const { action, scenario } = button.dataset;
    if (action === "seek") this.#state.seek = this.#read("seek", ["figure", "goal", "by"]);
    else if (action === "range") this.#state.range = this.#read("range", ["input", "low", "typical", "high"]);
    else if (action === "keep-scenario") this.#keep();
    else if (action === "drop-scenario") this.#drop(Number(scenario));
    else return false;
    this.refresh();
    return true;
  }

  /** Enter in a box presses the button of its part. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const button = /** @type {HTMLElement | null | undefined} */ (event.target.closest("section")?.querySelector("button[data-action]"));
    if (button) this.act(button);
  }

  /** @param {string} part @param {string[]} names */
  #read(part, names) {
    return Object.fromEntries(names.map((name) => [name, this.#control(`${part}.${name}`)?.value ?? ""]));
  }

  /** @param {string} name */
  #control(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement | null} */ (this.#slot.querySelector(`[data-what-if="${name}"]`));
  }

  #keep() {
    const { calculator } = this.#request();
    const kept = workbook.scenarios(calculator);
    const box = this.#control("scenario.name");
    const name = box?.value.trim().slice(0, 40) || `Scenario ${kept.length + 1}`;
    workbook.keepScenarios(calculator, [...kept.slice(-(MOST - 1)), { name, inputs: this.#inputs() }]);
    if (box) box.value = "";
  }

  /** @param {number} index */
  #drop(index) {
    const { calculator } = this.#request();
    workbook.keepScenarios(
      calculator,
      workbook.scenarios(calculator).filter((_, i) => i !== index),
    );
  }
}
