/** A guess of the reader's country, one of those in calculators/workbook/about.py, and the language setting behind it. */
export interface Proposal {
  country: string;
  language: string;
}

const KNOWN: Record<string, string> = { US: "us", GB: "uk", CA: "ca", AU: "au" };
const EURO = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK";

/**
 * Guess the reader's country from the first language that names one, such as en-GB.
 *
 * @param languages as in navigator.languages
 * @returns null where none does
 */
export function propose(languages: readonly string[]): Proposal | null {
  for (const language of languages) {
    const region = /-([a-z]{2})(?:-|$)/i.exec(language)?.[1]?.toUpperCase();
    if (region) return { country: KNOWN[region] ?? (EURO.includes(region) ? "euro" : "elsewhere"), language };
  }
  return null;
}
