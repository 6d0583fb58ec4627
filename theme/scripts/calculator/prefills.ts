import type { Inputs, Prefill } from "../runtime/worker-protocol.ts";
import type { Form } from "./form.ts";

/** Values that other calculators in the workbook put into fields which the reader has not changed. */
export class Prefills {
  #form;
  /** As of the last answer, by field. */
  current: Record<string, Prefill> = {};

  constructor(form: Form) {
    this.#form = form;
  }

  /** The exact values of prefilled fields, whose boxes show them rounded. */
  exact(): Inputs {
    const unchanged = Object.entries(this.current).filter(([name]) => !this.#form.touched.has(name));
    return Object.fromEntries(unchanged.map(([name, prefill]) => [name, prefill.value]));
  }

  show(prefills: Record<string, Prefill>) {
    for (const name of this.#form.names()) {
      const prefill = prefills[name];
      const own = this.#form.touched.has(name);
      if (prefill && !own) this.#form.set(name, prefill.shown);
      else if (this.current[name] && !own) this.#form.reset(name);
    }
    this.current = prefills;
  }
}
