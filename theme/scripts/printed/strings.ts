/** The sentences of the long version on paper. Python brings the calculators' own. */

export const NOTHING_TO_PRINT =
  "There are no numbers of yours yet, so there is nothing to print. Fill in a calculator first; the time audit is a good start.";
export const preparing = (title: string, place: number, all: number) => `Preparing the pages: ${title} (${place} of ${all})…`;
export const NO_PICTURES = "The pages are ready, but the charts could not be loaded. Their numbers are there as tables.";
export const READY = "The pages are ready below. If no print window opened, use the Print button there or in your browser’s menu.";
export const TITLE = "Your workbook, in full";
export const PRINT = "Print";
export const CLOSE = "Close the pages";
/** @param name of the workbook, or ""; @param where "United States, Ohio", or "" */
export const about = (name: string, where: string, day: string, edition: string) =>
  [name, where, `Printed on ${day}`, `Ultimate Gig ${edition}`].filter(Boolean).join(" · ");
export const CONTENTS = "Contents";
