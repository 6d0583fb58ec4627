import { makeButton } from "../common/buttons.ts";
import { CAUSES } from "../common/strings.ts";
import type { ChangeAnswer, ComparedFigure } from "../runtime/worker-protocol.ts";
import type { Editor } from "./editor.ts";
import { type Run, type Sandbox, SECONDS } from "./sandbox.ts";
import type { FigureSource, Form } from "./source-code.ts";
import * as strings from "./strings.ts";

type OpenEditor = NonNullable<typeof globalThis.ugEditor>;

/** A figure's source in an editor, with what it gives below. */
export class FigureEditor {
  #figure;
  #sandbox;
  #form;
  #editor: Editor;
  #run = makeButton(strings.RUN, "run-figure");
  #stop = makeButton(strings.STOP, "stop-figure");
  #status = document.createElement("p");
  #result = document.createElement("div");
  /** The number of the latest run. */
  #runs = 0;

  constructor(body: HTMLElement, figure: FigureSource & { source: string }, open: OpenEditor, sandbox: Sandbox, form: Form) {
    this.#figure = figure;
    this.#sandbox = sandbox;
    this.#form = form;
    const box = document.createElement("div");
    box.className = "ug-source-editor";
    const keys = Object.assign(document.createElement("p"), { className: "ug-hint", textContent: strings.KEYS });
    const reset = makeButton(strings.RESET, "reset-figure");
    const buttons = document.createElement("p");
    buttons.append(this.#run, " ", this.#stop, " ", reset);
    this.#status.setAttribute("role", "status");
    for (const button of [this.#stop, reset]) button.classList.add("ug-quiet");
    this.#stop.hidden = true;
    body.append(keys, box, buttons, this.#status, this.#result);
    this.#editor = open(box, figure.source, strings.editorOf(figure.label), strings.KEYS, () => this.#compute());
    this.#run.addEventListener("click", () => this.#compute());
    this.#stop.addEventListener("click", () => sandbox.stop());
    reset.addEventListener("click", () => this.#reset());
    this.#editor.focus();
  }

  #reset() {
    this.#runs++;
    this.#sandbox.stop();
    this.#editor.text = this.#figure.source;
    this.#result.replaceChildren();
    this.#end(strings.WAS_RESET);
    this.#editor.focus();
  }

  async #compute() {
    const run = ++this.#runs;
    this.#stop.hidden = false;
    this.#status.textContent = strings.STARTING;
    const explore = { figure: this.#figure.name, source: this.#editor.text };
    const started = () => {
      this.#status.textContent = strings.RUNNING;
    };
    const done = await this.#sandbox.run({ ...this.#form(), explore }, started);
    if (run === this.#runs) this.#show(done);
  }

  #show(run: Run) {
    this.#result.replaceChildren();
    if ("answer" in run) return this.#answer(run.answer);
    if ("failure" in run) return this.#end(CAUSES[run.failure]);
    this.#end(run.stopped === "too long" ? strings.endless(SECONDS) : strings.STOPPED);
  }

  #answer({ figures, problem, errors }: ChangeAnswer) {
    if (problem) {
      this.#end(strings.line(problem.line, problem.message), true);
      if (problem.details) this.#result.append(details(problem.details));
      if (problem.line) this.#editor.goTo(problem.line);
    } else if (figures) {
      const count = figures.filter(({ before, after }) => before !== after).length;
      this.#end(count ? strings.changes(count) : strings.NOTHING_CHANGES);
      this.#result.append(table(figures));
    } else {
      this.#end(errors?.[0]?.field ? strings.NEEDS_LOOK : (errors?.[0]?.message ?? CAUSES.fault), true);
    }
  }

  #end(text: string, isError = false) {
    this.#stop.hidden = true;
    this.#status.className = isError ? "ug-error" : "";
    this.#status.textContent = text;
  }
}

/** What Python says of an error, folded. */
function details(text: string) {
  const fold = document.createElement("details");
  fold.className = "ug-fold";
  fold.appendChild(document.createElement("summary")).textContent = strings.WHAT_PYTHON_SAYS;
  const said = fold.appendChild(document.createElement("pre"));
  said.textContent = text;
  said.tabIndex = 0; // it may scroll
  return fold;
}

function table(figures: ComparedFigure[]) {
  const region = document.createElement("div");
  region.className = "ug-table";
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", strings.COMPARED);
  const grid = region.appendChild(document.createElement("table"));
  grid.className = "ug-grid";
  const head = grid.createTHead().insertRow();
  for (const column of strings.COLUMNS) {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.textContent = column;
  }
  const rows = grid.createTBody();
  for (const { name, label, before, after, difference } of figures) {
    const row = rows.insertRow();
    row.dataset.compared = name;
    const title = row.appendChild(document.createElement("th"));
    title.scope = "row";
    title.textContent = label;
    for (const text of [before, after, difference]) row.insertCell().textContent = text;
  }
  return region;
}
