/** What a framed calculator is told: in the fragment of its address, which browsers keep to themselves. */

/** The countries that a reader can name, as in COUNTRIES of calculators/workbook/about.py. */
export const COUNTRIES = ["us", "uk", "ca", "au", "euro", "elsewhere"];
export const SCHEMES = ["light", "dark", "auto"];

const ID = /^[a-z]+(?:-[a-z]+)*$/;
const FIELD = /^[a-z][a-z0-9_]{0,39}$/;
const HEX = /^#?([0-9a-f]{6})$/i;
/** Characters in a field; those of the forms hold fewer. */
const LONGEST = 2_000;

/** Settings as an author writes them into the attributes of the script, or as they come in an address. */
export interface Settings {
  country?: string | undefined;
  scheme?: string | undefined;
  /** Six hexadecimal digits, with or without a # in front. */
  accent?: string | undefined;
  /** "price=30&hours=5". */
  inputs?: string | undefined;
  /** A link that somebody shared, or its part from "plan=". */
  link?: string | undefined;
}

export interface Told {
  country: string;
  scheme: string;
  /** "#123abc", or "" for the site's own color. */
  accent: string;
  inputs: Record<string, string>;
  /** "plan=…", or "". */
  link: string;
}

/** The address of a calculator's frame, or null for what is no calculator's id. */
export function frameAddress(base: string, calculator: string, settings: Settings): string | null {
  if (!ID.test(calculator)) return null;
  const { link = "", ...others } = settings;
  const fragment = new URLSearchParams();
  for (const [name, value] of Object.entries(others)) if (value) fragment.set(name, value);
  const plan = /plan=[\w-]+/.exec(link)?.[0].slice("plan=".length);
  if (plan) fragment.set("plan", plan);
  const address = new URL(`embed/${calculator}/`, base);
  address.hash = fragment.toString();
  return address.href;
}

/** Read the fragment of a frame's address. What is not as it should be is left out. */
export function read(fragment: string): Told {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const of = (name: string, allowed: string[]) => allowed.find((word) => word === given.get(name)) ?? "";
  const pairs = [...new URLSearchParams(given.get("inputs") ?? "")];
  const accent = HEX.exec(given.get("accent") ?? "")?.[1];
  const plan = /^[\w-]+$/.exec(given.get("plan") ?? "")?.[0];
  return {
    country: of("country", COUNTRIES),
    scheme: of("scheme", SCHEMES) || "auto",
    accent: accent ? `#${accent.toLowerCase()}` : "",
    inputs: Object.fromEntries(pairs.filter(([name, value]) => FIELD.test(name) && value.length <= LONGEST)),
    link: plan ? `plan=${plan}` : "",
  };
}
