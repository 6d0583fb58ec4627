import { makeFrame } from "../../scripts/embed/make-frame.ts";
import { said } from "../../scripts/embed/said.ts";
import * as strings from "../../scripts/embed/strings.ts";
import type { services } from "../../scripts/page/services.ts";

type Services = typeof services;

/** The color that the frame has anyway. */
const OUR_GREEN = "#1c5f45";

/** The form that makes the line for another site, and a preview of the frame that the line adds. */
class Chooser {
  #root;
  #services;
  #base;
  #request = 0;
  #cleanup: (() => void)[] = [];

  constructor(root: HTMLElement, services: Services) {
    this.#root = root;
    this.#services = services;
    this.#base = new URL(root.dataset.base ?? "", location.href).href;
    this.#listen("change", () => {
      this.#say("");
      this.#make();
    });
    this.#listen("submit", (event) => event.preventDefault());
    this.#listen("click", ({ target }) => {
      if ((target as Element).closest("[data-action='copy-line']")) this.#copy();
    });
    this.#make();
  }

  stop() {
    for (const undo of this.#cleanup) undo();
  }

  async #make() {
    const id = ++this.#request;
    const form = this.#root.querySelector("form");
    const line = this.#root.querySelector("textarea");
    if (!form || !line) return;
    const data = new FormData(form);
    const of = (name: string) => String(data.get(name) ?? "");
    const calculator = of("calculator");
    const answer = data.has("mine") ? await this.#link(calculator) : undefined;
    if (id !== this.#request) return;
    if (answer !== undefined) this.#say(said(answer, this.#services.pyodide.failure?.cause));
    const link = answer?.link ?? "";
    const accent = of("accent") === OUR_GREEN ? "" : of("accent").slice(1);
    const settings = { country: of("country"), scheme: of("scheme"), accent, link };
    const attributes = Object.entries({ calculator, ...settings }).flatMap(([name, value]) => (value ? [` data-${name}="${value}"`] : []));
    line.value = `<script src="${new URL("embed.js", this.#base).href}"${attributes.join("")} async></script>`;
    const title = form.querySelector("select")?.selectedOptions[0]?.label ?? "";
    const frame = makeFrame(this.#base, calculator, settings, strings.previewOf(title));
    if (frame) this.#root.querySelector("[data-slot='preview']")?.replaceChildren(frame);
  }

  /** The reader's numbers for a calculator as the fragment of a link. */
  #link(calculator: string) {
    const { pyodide, workbook } = this.#services;
    this.#say(strings.MAKING);
    pyodide.retry();
    return pyodide.ask("link", { workbook: { ...workbook.book, numbers: workbook.notation }, parts: [calculator] });
  }

  async #copy() {
    const line = this.#root.querySelector("textarea");
    if (!line) return;
    try {
      await navigator.clipboard.writeText(line.value);
      this.#say(strings.COPIED);
    } catch {
      line.focus();
      line.select();
      this.#say(strings.NOT_COPIED); // where the reader forbids it
    }
  }

  #say(text: string) {
    const status = this.#root.querySelector("[data-slot='status']");
    if (status) status.textContent = text;
  }

  #listen(type: string, listener: (event: Event) => void) {
    this.#root.addEventListener(type, listener);
    this.#cleanup.push(() => this.#root.removeEventListener(type, listener));
  }
}

declare global {
  var ugEmbedChooser: ((root: HTMLElement, services: Services) => Chooser) | undefined;
}

globalThis.ugEmbedChooser = (root, services) => new Chooser(root, services);
