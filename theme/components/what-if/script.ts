/** The lazily loaded script of the what-if panel. The page's services are passed in. */

import type { morph } from "../../scripts/calculator/morph.ts";
import type { PyodideClient } from "../../scripts/runtime/pyodide-client.ts";
import type { Inputs, Request } from "../../scripts/runtime/worker-protocol.ts";
import type { Workbook } from "../../scripts/workbook/workbook.ts";
import type { Pictures } from "../chart/pictures.ts";

export interface Services {
  /** What the outcome was computed from. */
  request: () => Request;
  /** Everything that the form shows. */
  inputs: () => Inputs;
  morph: typeof morph;
  pictures: (slot: Element) => Pictures;
  pyodide: PyodideClient;
  workbook: Workbook;
}

/** The most scenarios that are kept beside the current numbers. */
const MAX_SCENARIOS = 3;

/** The what-if panel below an outcome, computed when it is opened and with every new outcome while it is open. */
class WhatIf {
  #root;
  #slot;
  #services;
  #pictures;
  /** The reader's questions, see bridge.explore_page. */
  #state: { seek?: object; range?: object } = {};

  constructor(root: HTMLDetailsElement, services: Services) {
    this.#root = root;
    this.#slot = root.querySelector('[data-slot="what-if"]') as Element;
    this.#services = services;
    this.#pictures = services.pictures(this.#slot);
    root.addEventListener("toggle", () => this.refresh());
    root.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest("button");
      if (button) this.act(button);
    });
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Compute the panel, if the reader has it open. The theme opens every fold to print it. */
  async refresh() {
    if (!this.#root.open || matchMedia("print").matches) return;
    const request = this.#services.request();
    const others = this.#services.workbook.scenarios(request.calculator);
    const scenarios = others.length > 0 ? [{ name: "Now", inputs: this.#services.inputs() }, ...others] : [];
    const answer = await this.#services.pyodide.explore({ ...request, explore: { ...this.#state, scenarios } });
    if (!answer) return; // superseded
    this.#root.toggleAttribute("data-stale", !answer.panel);
    if (!answer.panel) return; // the form shows the errors
    const chosen = [...this.#slot.querySelectorAll("select")].map((select) => select.value);
    const changed = this.#services.morph(this.#slot, answer.panel.html);
    // the options may differ now: restore what was chosen where it is still among them
    for (const [i, select] of this.#slot.querySelectorAll("select").entries()) {
      if (chosen[i]) select.value = chosen[i];
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    this.#pictures.show(answer.panel.charts, changed);
  }

  stop() {
    this.#pictures.stop();
  }

  /** @returns whether the button is one of the panel's */
  act(button: HTMLElement): boolean {
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

  /** Replace an ambiguous number by the chosen meaning, and compute again. */
  #choose({ dataset }: HTMLElement) {
    const box = this.#control(dataset.box ?? "");
    if (!box) return false;
    box.value = dataset.text ?? "";
    box.closest("section")?.querySelector<HTMLElement>("button[data-action='seek'], button[data-action='range']")?.click();
    return true;
  }

  /** Press the section's button on Enter. */
  #key(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const button = event.target.closest("section")?.querySelector<HTMLElement>("button[data-action]");
    if (button) this.act(button);
  }

  #read(part: string, names: string[]) {
    return Object.fromEntries(names.map((name) => [name, this.#control(`${part}.${name}`)?.value ?? ""]));
  }

  #control(name: string) {
    return this.#slot.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-what-if="${name}"]`);
  }

  #keep() {
    const { calculator } = this.#services.request();
    const scenarios = this.#services.workbook.scenarios(calculator);
    const box = this.#control("scenario.name");
    const name = box?.value.trim().slice(0, 40) || `Scenario ${scenarios.length + 1}`;
    if (scenarios.length >= MAX_SCENARIOS) return; // the panel says so
    this.#services.workbook.keepScenarios(calculator, [...scenarios, { name, inputs: this.#services.inputs() }]);
    if (box) box.value = "";
  }

  #drop(index: number) {
    const { calculator } = this.#services.request();
    this.#services.workbook.keepScenarios(
      calculator,
      this.#services.workbook.scenarios(calculator).filter((_, i) => i !== index),
    );
    this.#root.querySelector("summary")?.focus(); // the button is gone
  }
}

declare global {
  var ugWhatIf: ((root: HTMLDetailsElement, services: Services) => WhatIf) | undefined;
}

globalThis.ugWhatIf = (root, services) => new WhatIf(root, services);
