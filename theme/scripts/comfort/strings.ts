/** The sentences about a calculator's fields and about its outcome as text. */

export const SITE = "Ultimate Gig";

/** @param source the calculator whose outcome fills the field: "the buffer" */
export const prefilledFrom = (source: string) => `From ${source}.`;
export const usePrefill = (source: string) => `Use what ${source} says`;
export const KEEP_NUMBER = "Keep this as my own";
export const prefillRestored = (source: string) => `What ${source} says has replaced your number.`;
export const prefillDetached = (source: string) => `This entry is your own now and no longer comes from ${source}.`;

/** @param label of the field: "Pay today" */
export const reset = (label: string) => `Back to the usual number: ${label}`;
export const wasReset = (label: string) => `${label}: the usual number is back.`;
export const ALL_RESET = "All numbers of this calculator are the usual ones again.";
export const NOTHING_TO_RESET = "You haven’t changed any number here, so there’s nothing to start over.";

export const COPIED = "The result is copied as text. Paste it wherever you like.";
export const NO_RESULT = "There is no result to copy yet. Fill in the boxes first.";
export const COPY_TITLE = "Copy the result";
export const NOT_COPIED = "This browser did not let us copy it. It is selected here: copy it with your keyboard or the menu.";
export const CLOSE = "Close";

export const WORKED_OUT_FROM = "Worked out from:";
export const USUAL = "the usual numbers of this calculator";
export const REST_USUAL = "the usual numbers for everything else";
/** @param source the calculator that a number comes from: "the buffer" */
export const from = (source: string) => `(from ${source})`;
export const YES = "yes";
export const NO = "no";
