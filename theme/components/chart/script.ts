import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";
import type { ChartSpecs } from "../../scripts/runtime/worker-protocol.ts";

type Size = "wide" | "narrow";

/** The colors in a specification stand for custom properties, so that one drawing serves light and dark. */
const COLORS = {
  "#c00001": "ink",
  "#c00002": "muted",
  "#c00003": "grid",
  "#c00004": "paper",
  "#c00005": "main",
  "#c00006": "leverage",
  "#c00007": "loss",
  "#c00008": "band",
  "#c00011": "1",
  "#c00012": "2",
  "#c00013": "3",
  "#c00014": "4",
  "#c00015": "5",
  "#c00016": "6",
  "#c00017": "7",
  "#c00018": "8",
};

/**
 * Draw a chart. Expressions are interpreted, so that no page needs unsafe-eval.
 *
 * @param spec Vega-Lite
 */
function draw(container: HTMLElement, spec: object) {
  return embed(container, spec as import("vega-embed").VisualizationSpec, {
    mode: "vega-lite",
    renderer: "svg",
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    defaultStyle: false,
    tooltip: { theme: "custom", disableDefaultStyle: true }, // the library would add a style element
  });
}

/** Draw a chart as SVG in which CSS custom properties stand for the colors, as in the pictures that the build draws. */
async function picture(spec: object): Promise<string> {
  const { view } = await draw(document.createElement("div"), spec);
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace(/#c000\d\d/gi, (sentinel) => `var(--ug-chart-${COLORS[sentinel as keyof typeof COLORS] ?? "ink"})`);
}

/** The live charts of an outcome, in the boxes of the pictures that the build drew. */
export class LiveCharts {
  static picture = picture;
  #outcome;
  #specs: ChartSpecs[] = [];
  /** The specification that each box shows or is about to show. */
  #wanted = new Map<Element, string>();
  #views = new Map<Element, { finalize(): void }>();
  #turn = 0;
  /** Whether the page shows a box of this size now. Asking each box anew would lay out the whole page at each change. */
  #shown = new Map<Element, boolean>();
  #resized = new ResizeObserver((boxes) => {
    for (const { target, contentRect } of boxes) this.#shown.set(target, contentRect.width > 0);
    this.#drawAll();
  });
  #recolored = new MutationObserver(() => {
    this.#colors = null;
    this.#drawAll();
  });
  #colors: Map<string, string> | null = null;

  /** The mark whose tooltip was shown by a tap or a key. */
  #pointed: Element | null = null;

  /** @param outcome the slot with the figures */
  constructor(outcome: Element) {
    this.#outcome = outcome;
    document.addEventListener("pointerdown", this.#leave);
    document.addEventListener("keydown", this.#key);
  }

  /** Show the tooltip at a point, as a mouse would. */
  point({ clientX, clientY }: { clientX: number; clientY: number }) {
    this.#leave();
    const mark = document.elementFromPoint(clientX, clientY);
    if (!mark?.closest("svg[data-live]")) return;
    mark.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY }));
    this.#pointed = mark;
  }

  /** Hide a tooltip that a tap or a key showed. */
  #leave = () => {
    this.#pointed?.dispatchEvent(new MouseEvent("mouseout", { bubbles: true })); // the event by which Vega hides it
    this.#pointed = null;
  };

  /** With a picture in focus, the arrow keys lead from mark to mark, and Escape hides the tooltip. */
  #key = (event: KeyboardEvent) => {
    const picture = document.activeElement?.closest('[data-slot="chart"]');
    if (!picture || !this.#outcome.contains(picture)) return;
    if (event.key === "Escape") return this.#leave();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const marks = [...picture.querySelectorAll("svg[data-live] .mark-rule *, svg[data-live] .mark-rect *")].filter(hasTooltip);
    if (!step || marks.length === 0) return;
    event.preventDefault();
    const from = this.#pointed ? marks.indexOf(this.#pointed) : -1;
    const next = marks[from < 0 ? (step > 0 ? 0 : marks.length - 1) : (from + step + marks.length) % marks.length];
    this.#leave();
    if (!next) return;
    const { x, y, width, height } = next.getBoundingClientRect();
    next.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 }));
    this.#pointed = next;
  };

  async show(specs: ChartSpecs[]) {
    if (this.#specs.length === 0 && specs.length > 0) {
      this.#recolored.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    }
    this.#specs = specs;
    await framePainted(); // the figures come first
    await this.#drawAll();
  }

  stop() {
    this.#leave();
    document.removeEventListener("pointerdown", this.#leave);
    document.removeEventListener("keydown", this.#key);
    this.#resized.disconnect();
    this.#recolored.disconnect();
    for (const view of this.#views.values()) view.finalize();
    this.#views.clear();
    this.#specs = [];
  }

  async #drawAll() {
    const turn = ++this.#turn;
    for (const chart of this.#specs) {
      if (turn !== this.#turn) return;
      await this.#drawOne(chart, "wide");
      await this.#drawOne(chart, "narrow");
    }
  }

  async #drawOne(chart: ChartSpecs, size: Size) {
    const box = this.#outcome.querySelector(`[data-chart="${CSS.escape(chart.name)}"] .ug-chart-${size}`);
    if (!(box instanceof HTMLElement)) return;
    if (!this.#shown.has(box)) {
      this.#shown.set(box, box.clientWidth > 0);
      this.#resized.observe(box);
    }
    if (!this.#shown.get(box)) return; // the other size is shown, or none
    this.#colors ??= colorsAt(box);
    const spec = colored(chart[size], this.#colors);
    if (this.#wanted.get(box) === spec) return;
    this.#wanted.set(box, spec);
    const container = document.createElement("div");
    const { view } = await draw(container, JSON.parse(spec));
    const live = container.querySelector("svg");
    if (!live || this.#wanted.get(box) !== spec) return view.finalize();
    keepBox(box, live);
    this.#views.get(box)?.finalize();
    this.#views.set(box, view);
    box.replaceChildren(live);
    if (canHover.matches) box.closest('[data-slot="chart"]')?.setAttribute("tabindex", "0");
  }
}

/** Browsers keep what each call makes, so there is one call. */
const canHover = matchMedia("(hover: hover)");

/** Whether a mark has a tooltip: Vega keeps its data item at the element. */
const hasTooltip = (mark: Element) => Boolean((mark as { __data__?: { tooltip?: unknown } }).__data__?.tooltip);

/** The page's current colors, by the placeholders that a specification has for them. */
function colorsAt(element: Element) {
  const style = getComputedStyle(element);
  return new Map(Object.entries(COLORS).map(([sentinel, name]) => [sentinel, style.getPropertyValue(`--ug-chart-${name}`).trim()]));
}

function colored(spec: object, colors: Map<string, string>) {
  return JSON.stringify(spec).replace(/#c000\d\d/g, (sentinel) => colors.get(sentinel) || sentinel);
}

/** Resolve when the browser has painted, or at once where it paints nothing. */
function framePainted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Give the live drawing the size of the picture that it replaces, whatever fonts it has. */
function keepBox(box: HTMLElement, live: SVGElement) {
  const picture = box.querySelector("svg");
  const viewBox = picture?.getAttribute("viewBox") ?? live.getAttribute("viewBox");
  live.setAttribute("aria-hidden", "true"); // as the picture: the figure around it has title and summary
  live.setAttribute("focusable", "false");
  live.dataset.live = "";
  live.setAttribute("preserveAspectRatio", "xMidYMid meet");
  if (viewBox) live.setAttribute("viewBox", viewBox);
  for (const name of ["width", "height", "class", "style"]) {
    const value = picture?.getAttribute(name);
    if (value) live.setAttribute(name, value);
    else live.removeAttribute(name);
  }
}

declare global {
  var ugCharts: typeof LiveCharts | undefined;
}

globalThis.ugCharts = LiveCharts;
