/** The numbers of an explorable sentence, without a page. */

/** A number to move: the values it takes as typed and as written, and where it starts. */
export interface Axis {
  path: string;
  label: string;
  typed: string[];
  spoken: string[];
  start: number;
}

/** What the build put into the page (theme/mkdocs/explorable.py). */
export interface Data {
  inputs: Record<string, unknown>;
  sign: string;
  words: string[];
  axes: Axis[];
  /** The texts and the numbers of the words at each step of each axis, with the other axes at their start. */
  grid: [string[], number[]][][];
  top: number;
}

export interface Figures {
  texts: Record<string, string>;
  values: Record<string, number | null>;
}

/** Pixels of a drag that go over a whole axis, and the least for one step. */
const TRAVEL = 280;
const LEAST = 6;

/** How many steps a key goes; undefined for another key. */
const KEYS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 };
KEYS.Home = Number.NEGATIVE_INFINITY;
KEYS.End = Number.POSITIVE_INFINITY;

export const stepsOfKey = (key: string) => KEYS[key];

/** The steps that a drag goes. */
export function stepsOfDrag(pixels: number, axis: Axis) {
  return Math.round(pixels / Math.max(LEAST, TRAVEL / axis.typed.length));
}

/** Where each number of the sentence stands. */
export class Positions {
  #data;
  readonly at: number[];

  constructor(data: Data) {
    this.#data = data;
    this.at = data.axes.map(({ start }) => start);
  }

  /** @returns whether the number moved */
  move(axis: number, to: number): boolean {
    const { typed } = this.#data.axes[axis] as Axis;
    const within = Math.min(Math.max(to, 0), typed.length - 1);
    if (within === this.at[axis]) return false;
    this.at[axis] = within;
    return true;
  }

  /** The figures that the build computed, unless more than one number has moved. */
  fromGrid(): Figures | null {
    const { axes, grid, words } = this.#data;
    const moved = axes.map((_, axis) => axis).filter((axis) => this.at[axis] !== axes[axis]?.start);
    if (moved.length > 1) return null;
    const axis = moved[0] ?? 0;
    const [texts = [], values = []] = grid[axis]?.[this.at[axis] ?? 0] ?? [];
    const by = <T>(list: T[]) => Object.fromEntries(words.map((word, place) => [word, list[place] as T]));
    return { texts: by(texts), values: by(values) };
  }

  /** What a reader would have typed, by path. */
  changes(): Record<string, string> {
    return Object.fromEntries(this.#data.axes.map(({ path, typed }, axis) => [path, typed[this.at[axis] ?? 0] ?? ""]));
  }
}
