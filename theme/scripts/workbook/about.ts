/** What follows from what the reader says about themselves, as in calculators/workbook/about.py. */

import type { Book } from "../runtime/worker-protocol.ts";

/** The signs that follow from the country; everywhere else it is the dollar's. */
const SIGNS: Record<string, string> = { uk: "£", euro: "€", elsewhere: "" };

export const signIn = (country = "") => SIGNS[country] ?? "$";

/**
 * The part of a workbook that a household of the book is shown with.
 *
 * @param near what the household of the reader's country offers; without it, amounts are US dollars
 */
export function forHousehold(book: Book, near?: object): Book {
  const { about } = book;
  if (!near) return { ...book, about: undefined, calculators: {} };
  return { ...book, sign: book.sign ?? (about?.country === "elsewhere" ? "$" : undefined), calculators: {} };
}

/** The currency sign before a workbook's amounts. */
export const signOf = ({ sign, about }: Book) => sign ?? signIn(about?.country);

/** The country whose statistics and prices apply, where the reader has named one. */
export const countryOf = ({ about, calculators }: Book) => String(about?.country ?? calculators["take-home"]?.inputs.country ?? "us");

/** Whether US amounts cannot stand for the reader's own. */
export function isAbroad(book: Book) {
  return signOf(book) !== "$" || countryOf(book) !== "us";
}
