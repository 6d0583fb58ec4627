/** A script of its own: it comes when a panel is first opened. What the page has one of, it is given. */

/** @typedef {import("../runtime/messages.js").Request} Request */
/** @typedef {import("../runtime/messages.js").Scenario} Scenario */
/**
 * @typedef {object} Kept
 * @property {() => Request} request what the outcome was computed from
 * @property {() => import("../runtime/messages.js").Inputs} inputs everything that the form shows
 * @property {typeof import("./outcome.js").paint} paint
 * @property {(slot: Element) => import("./pictures.js").Pictures} pictures
 * @property {import("../runtime/python.js").Python} python
 * @property {import("../workbook/workbook.js").Workbook} workbook
 */

/** Scenarios that are kept beside the present numbers. */
const MOST = 3;

/** The panel below an outcome that asks what if. It is asked for when it is opened, and again with every new outcome while it is open. */
class WhatIf {
  #root;
  #slot;
  #kept;
  #pictures;
  /** What the reader asked: see bridge.explore_page. @type {{seek?: object, range?: object}} */
  #state = {};

  /** @param {HTMLDetailsElement} root @param {Kept} kept */
  constructor(root, kept) {
    this.#root = root;
    this.#slot = /** @type {Element} */ (root.querySelector('[data-slot="what-if"]'));
    this.#kept = kept;
    this.#pictures = kept.pictures(this.#slot);
    root.addEventListener("toggle", () => this.refresh());
    root.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (button) this.act(button);
    });
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Ask again, if the panel is open. */
  async refresh() {
    if (!this.#root.open) return;
    const request = this.#kept.request();
    const kept = this.#kept.workbook.scenarios(request.calculator);
    const scenarios = kept.length > 0 ? [{ name: "Now", inputs: this.#kept.inputs() }, ...kept] : [];
    const answer = await this.#kept.python.explore({ ...request, explore: { ...this.#state, scenarios } });
    if (!answer) return; // a later question was asked
    this.#root.toggleAttribute("data-stale", !answer.panel);
    if (!answer.panel) return; // the form's own errors say what to mend
    const chosen = /** @type {HTMLSelectElement[]} */ ([...this.#slot.querySelectorAll("select")]).map((one) => one.value);
    const changed = this.#kept.paint(this.#slot, answer.panel.html);
    // other inputs may stand in the lists now: what was chosen stays chosen where it still is among them
    for (const [i, select] of this.#slot.querySelectorAll("select").entries()) {
      if (chosen[i]) select.value = chosen[i];
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
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
    else if (action === "reading") return this.#choose(button);
    else if (action === "keep-scenario") this.#keep();
    else if (action === "drop-scenario") this.#drop(Number(scenario));
    else return false;
    this.refresh();
    return true;
  }

  /** A doubtful number gets the meaning that was chosen, and its question is asked again. @param {HTMLElement} button */
  #choose({ dataset }) {
    const box = this.#control(dataset.box ?? "");
    if (!box) return false;
    box.value = dataset.text ?? "";
    /** @type {HTMLElement | null | undefined} */ (
      box.closest("section")?.querySelector("button[data-action='seek'], button[data-action='range']")
    )?.click();
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
    const { calculator } = this.#kept.request();
    const kept = this.#kept.workbook.scenarios(calculator);
    const box = this.#control("scenario.name");
    const name = box?.value.trim().slice(0, 40) || `Scenario ${kept.length + 1}`;
    if (kept.length >= MOST) return; // the panel says so
    this.#kept.workbook.keepScenarios(calculator, [...kept, { name, inputs: this.#kept.inputs() }]);
    if (box) box.value = "";
  }

  /** @param {number} index */
  #drop(index) {
    const { calculator } = this.#kept.request();
    this.#kept.workbook.keepScenarios(
      calculator,
      this.#kept.workbook.scenarios(calculator).filter((_, i) => i !== index),
    );
    this.#root.querySelector("summary")?.focus(); // the button is gone
  }
}

/** @typedef {(root: HTMLDetailsElement, kept: Kept) => WhatIf} Open */

/** @type {{ugWhatIf?: Open}} */ (globalThis).ugWhatIf = (root, kept) => new WhatIf(root, kept);

export {};
