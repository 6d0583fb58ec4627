/** The colors that follow from a site's accent color. Text in it, and text on it, keeps the contrast of WCAG 2.2 AA. */

type Rgb = [red: number, green: number, blue: number];

/** What accent colors are seen on and with, from theme/styles/base/tokens.css: paper, the surface with the least contrast, and ink's end. */
const SCHEMES = {
  light: { paper: "#faf6ec", least: "#f2ebdb", end: "#000000", on: "#fdf9ee" },
  dark: { paper: "#141b17", least: "#1b2520", end: "#ffffff", on: "#10201a" },
};
/** Of WCAG 2.2 (1.4.3), and a little more for rounding. */
const WANTED = 4.55;
const TINT = 0.12;
const STEP = 0.04;

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const hex = (color: Rgb) => `#${color.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

function mixed(color: string, other: string, share: number) {
  const [a, b] = [rgb(color), rgb(other)];
  return hex(a.map((part, i) => part + share * ((b[i] ?? 0) - part)) as Rgb);
}

/** Relative luminance, as WCAG defines it. */
function luminance(color: string) {
  const [red, green, blue] = rgb(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(color: string, other: string) {
  const [light = 0, dark = 0] = [luminance(color), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The accent color, darkened by day or lightened by night until it can be read, with a stronger one and a tint of it.
 *
 * @returns the values of the CSS properties that replace the site's green
 */
export function accentColors(accent: string, scheme: "light" | "dark"): Record<string, string> {
  const { paper, least, end, on } = SCHEMES[scheme];
  const tint = mixed(paper, accent, TINT);
  let green = accent;
  for (let share = 0; share <= 1 && Math.min(...[least, tint, on].map((other) => contrast(green, other))) < WANTED; share += STEP) {
    green = mixed(accent, end, share);
  }
  return { "--ug-green": green, "--ug-green-deep": mixed(green, end, 0.3), "--ug-green-tint": tint, "--ug-on-green": on };
}
