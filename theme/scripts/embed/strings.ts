/** The sentences of the page on which a calculator is chosen for another site. */

/** @param title of the calculator */
export const previewOf = (title: string) => `Preview: ${title}`;
export const MAKING = "Putting your numbers into the line…";
export const WITH_YOURS = "Your numbers for this calculator are in the line now. Everyone who opens your page can read them.";
export const NONE_OF_YOURS =
  "This browser has no numbers of yours for this calculator, so there are none in the line. Fill in the calculator first, then come back.";
export const COPIED = "The line is copied. Paste it into the HTML of your page.";
export const NOT_COPIED = "This browser did not let us copy it. It is selected now: copy it with your keyboard or the menu.";
