import { assets, loadOnce, loadScript, pageOf } from "../common/assets.ts";
import { makeButton, makeLink } from "../common/buttons.ts";
import type { Inputs, Request } from "../runtime/worker-protocol.ts";
import type {} from "./editor.ts";
import { FigureEditor } from "./figure-editor.ts";
import { Sandbox } from "./sandbox.ts";
import * as strings from "./strings.ts";

/** “See the Python”: the source of a calculator's figures, and the button that opens one in an editor. Loaded when it is asked for. */

/** As theme/mkdocs/source_code.py writes it. */
export interface FigureSource {
  name: string;
  label: string;
  place: string;
  html: string;
  parameters: { name: string; label: string; anchor: string }[];
  editable: boolean;
}

interface Sources {
  /** The choice that decides on the case; "" where there is one case only. */
  case: string;
  cases: Record<string, FigureSource[]>;
}

const sandbox = new Sandbox();

/** What the second Python is told: what the form shows and how it is written, and nothing else of the workbook. */
export type Form = () => Request;

/**
 * Show or hide the source of a calculator's figures.
 *
 * @param values everything that the form shows
 * @param request what the page requests of Python
 */
async function toggleSource(button: HTMLElement, values: () => Inputs, request: () => Request) {
  const panel = button.parentElement?.querySelector<HTMLElement>('[data-slot="source-code"]');
  if (!panel) return;
  if (!panel.hidden) return show(button, panel, false);
  const form = () => alone(request(), values());
  const sources = await sourcesOf(request().calculator).catch(() => null);
  const figures = sources?.cases[String(sources.case ? form().inputs[sources.case] : "")] ?? [];
  const said = paragraph(sources ? strings.WHAT_THIS_IS : strings.NOT_LOADED);
  panel.replaceChildren(said, ...figures.map((figure, i) => fold(figure, i === 0, form)));
  show(button, panel, true);
}

function show(button: HTMLElement, panel: HTMLElement, isShown: boolean) {
  panel.hidden = !isShown;
  button.setAttribute("aria-expanded", String(isShown));
  if (!isShown) {
    sandbox.stop();
    panel.replaceChildren();
  }
}

async function sourcesOf(calculator: string): Promise<Sources | undefined> {
  if (!globalThis.ugFigures?.[calculator]) await loadScript(`${assets?.figures}${calculator}.js`);
  return globalThis.ugFigures?.[calculator];
}

/** A request with the values of the form, and of the workbook only what decides on currency and place. */
function alone({ calculator, example, numbers, workbook }: Request, values: Inputs): Request {
  const { app = "", schema = 0, saved = "", about, sign } = workbook ?? {};
  return {
    calculator,
    inputs: values,
    numbers,
    workbook: { app, schema, saved, about, sign, calculators: {} },
    ...(example && { example }),
  };
}

/** A figure's source in a fold. */
function fold(figure: FigureSource, isOpen: boolean, form: Form) {
  const details = document.createElement("details");
  details.className = "ug-fold";
  details.dataset.figureSource = figure.name;
  details.open = isOpen;
  const summary = details.appendChild(document.createElement("summary"));
  const name = document.createElement("code");
  name.textContent = figure.name;
  summary.append(`${figure.label} `, name);
  const code = document.createElement("pre");
  code.tabIndex = 0;
  code.setAttribute("role", "region");
  code.setAttribute("aria-label", strings.codeOf(figure.label, figure.name));
  code.appendChild(document.createElement("code")).innerHTML = figure.html; // from the build
  const address = pageOf("parameters")?.url ?? "";
  for (const link of code.querySelectorAll<HTMLAnchorElement>("a[data-parameter]")) link.href = `${address}#${link.dataset.parameter}`;
  const body = details.appendChild(document.createElement("div"));
  body.className = "ug-source-body";
  body.append(code);
  if (figure.parameters.length) {
    const links = figure.parameters.flatMap(({ label, anchor }, i) => [i ? ", " : " ", makeLink(`${address}#${anchor}`, label)]);
    body.append(paragraph(strings.PARAMETERS, ...links));
  }
  body.append(paragraph(strings.standsIn(figure.place)));
  if (!figure.editable) {
    body.append(paragraph(strings.MADE_BY_A_FUNCTION));
    return details;
  }
  const change = makeButton(strings.CHANGE, "change-figure");
  change.classList.add("ug-quiet");
  change.setAttribute("aria-label", strings.change(figure.label));
  change.addEventListener("click", async () => {
    const open = await loadOnce("ugEditor").catch(() => null);
    if (!open) return void body.append(paragraph(strings.NOT_LOADED));
    if (!change.isConnected) return; // pressed twice
    change.remove();
    code.hidden = true;
    new FigureEditor(body, { ...figure, source: code.textContent ?? "" }, open, sandbox, form);
  });
  body.append(change);
  return details;
}

function paragraph(...parts: (string | Node)[]) {
  const text = document.createElement("p");
  text.className = "ug-hint";
  text.append(...parts);
  return text;
}

declare global {
  var ugFigures: Record<string, Sources> | undefined;
  var ugSourceCode: typeof toggleSource | undefined;
}

globalThis.ugSourceCode = toggleSource;
