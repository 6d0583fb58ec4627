/** The sentences of the long version on paper. Python brings the calculators' own. */

export const NOTHING_TO_PRINT =
  "There are no numbers of yours yet, so there is nothing to print. Fill in a calculator first; your time is a good start.";
export const preparing = (title: string, place: number, all: number) => `Preparing the pages: ${title} (${place} of ${all})…`;
export const NO_PICTURES = "The pages are ready, but the pictures could not be loaded; their numbers are there as tables.";
export const READY = "The pages are ready below. If no print window opened, use the button there or your browser’s menu.";
export const TITLE = "Your workbook, in full";
export const PRINT = "Print";
export const CLOSE = "Close the pages";
/** @param where "United States, Ohio", or "" */
export const about = (where: string, day: string, edition: string) =>
  [where, `Printed on ${day}`, `Ultimate Gig ${edition}`].filter(Boolean).join(" · ");
export const CONTENTS = "What is in here";
