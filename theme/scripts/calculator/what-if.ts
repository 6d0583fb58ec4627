/** A script of its own, loaded when a panel is first opened. What the page has one of is passed in. */

import type { PyodideClient } from "../runtime/pyodide-client.ts";
import type { Inputs, Request } from "../runtime/worker-protocol.ts";
import type { Workbook } from "../workbook/workbook.ts";
import type { morph } from "./morph.ts";
import type { Pictures } from "./pictures.ts";

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

/** Scenarios that are kept beside the present numbers. */
const MOST = 3;

/** The panel below an outcome that asks what if. It is asked for when it is opened, and again with every new outcome while it is open. */
class WhatIf {
  #root;
  #slot;
  #services;
  #pictures;
  /** What the reader asked: see bridge.explore_page. */
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

  /** Ask again, if the panel is open. */
  async refresh() {
    if (!this.#root.open) return;
    const request = this.#services.request();
    const services = this.#services.workbook.scenarios(request.calculator);
    const scenarios = services.length > 0 ? [{ name: "Now", inputs: this.#services.inputs() }, ...services] : [];
    const answer = await this.#services.pyodide.explore({ ...request, explore: { ...this.#state, scenarios } });
    if (!answer) return; // a later question was asked
    this.#root.toggleAttribute("data-stale", !answer.panel);
    if (!answer.panel) return; // the form's own errors say what to mend
    const chosen = [...this.#slot.querySelectorAll("select")].map((select) => select.value);
    const changed = this.#services.morph(this.#slot, answer.panel.html);
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

  /** @returns whether it is one of the panel's */
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

  /** A doubtful number gets the meaning that was chosen, and its question is asked again. */
  #choose({ dataset }: HTMLElement) {
    const box = this.#control(dataset.box ?? "");
    if (!box) return false;
    box.value = dataset.text ?? "";
    box.closest("section")?.querySelector<HTMLElement>("button[data-action='seek'], button[data-action='range']")?.click();
    return true;
  }

  /** Enter in a box presses the button of its part. */
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
    const services = this.#services.workbook.scenarios(calculator);
    const box = this.#control("scenario.name");
    const name = box?.value.trim().slice(0, 40) || `Scenario ${services.length + 1}`;
    if (services.length >= MOST) return; // the panel says so
    this.#services.workbook.keepScenarios(calculator, [...services, { name, inputs: this.#services.inputs() }]);
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
