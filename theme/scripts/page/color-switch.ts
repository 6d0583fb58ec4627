/**
 * The header's switch between light and dark colors, in place of Material's.
 *
 * When Material's starts, it adds a `<meta>` for the color scheme, and changes it at once. Each time the browser computes the styles of the
 * whole page anew (decision 43). What is stored is the same, so that Material's inline script still restores it before the first paint.
 */

/** What Material stores of the reader's choice: the option's place among the others, and its attributes. */
interface Stored {
  index: number;
  color: Record<string, string>;
}

declare global {
  var __md_get: (name: string) => Stored | null;
  var __md_set: (name: string, value: Stored) => void;
}

/** The name of what is stored, after the path of the site. */
export const NAME = "__palette";
/** The media of the option that follows the system. */
const SYSTEM = "(prefers-color-scheme)";
/** What Material's style sheet and ours read from the body. */
const ATTRIBUTES = ["media", "scheme", "primary", "accent"];

const attribute = (option: Element | undefined, name: string) => option?.getAttribute(`data-md-color-${name}`) ?? "";

function storedIndex(): number {
  try {
    return __md_get(NAME)?.index ?? 0;
  } catch {
    return 0; // this browser stores nothing
  }
}

export function startColorSwitch() {
  const form = document.querySelector<HTMLElement>("[data-color-switch]");
  const options = [...(form?.querySelectorAll("input") ?? [])];
  const stored = storedIndex();
  let index = options[stored] ? stored : 0;

  const show = () => {
    for (const [i, option] of options.entries()) {
      option.checked = i === index;
      (option.nextElementSibling as HTMLElement).hidden = i !== index;
    }
    const isOfSystem = (option: Element) => attribute(option, "media") !== SYSTEM && matchMedia(attribute(option, "media")).matches;
    const chosen = options[index];
    const colors = attribute(chosen, "media") === SYSTEM ? options.find(isOfSystem) : chosen;
    if (colors) for (const name of ATTRIBUTES) document.body.setAttribute(`data-md-color-${name}`, attribute(colors, name));
  };
  form?.addEventListener("change", ({ target }) => {
    index = options.indexOf(target as HTMLInputElement);
    show();
    __md_set(NAME, { index, color: Object.fromEntries(ATTRIBUTES.map((name) => [name, attribute(options[index], name)])) });
  });
  form?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = options[(index + 1) % options.length];
    next?.click();
    next?.focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
}
