/** The sentences of the share dialogs. Python brings its own. */

export const CLOSE = "Close";

export const SHARE_TITLE = "Share numbers as a link";
export const WHAT_GOES_IN = "What goes into the link";
/** @param title "Take-home pay" */
export const thisOne = (title: string) => `Only this calculator: ${title}`;
export const allOf = (count: number) =>
  count === 1 ? "The one calculator that has numbers of yours" : `All ${count} calculators that have numbers of yours`;
export const CHOOSE = "Let me choose";
export const ABOUT_YOU = "What you said about yourself: country, region, kind of household, and the sign of your money";
export const MAKING = "Making the link…";
export const NOTHING_YET =
  "There is nothing of yours to share here yet. Type a number into the calculator first; its example is on everybody’s page already.";
export const THE_LINK = "The link";
export const THE_TEXT = "The text to pass on";
export const COPY = "Copy";
export const COPIED = "Copied.";
export const NOT_COPIED = "This browser did not let us copy it. It is selected now: copy it with your keyboard or the menu.";
export const WHO_SEES =
  "Whoever has it can read these numbers, so pass it on as carefully as a letter. They come after the # in the address, a part that browsers keep to themselves: opening the link does not send them.";
export const NO_ADDRESS =
  "This copy of the site is a folder without an address on the internet, so this is a text instead of a link. It is opened on the page “Your workbook”, under “Open a link that somebody shared”.";

export const SHOW_CODE = "Show a QR code";
export const codeTooLong = (length: number, most: number) =>
  `The link has ${length.toLocaleString("en")} characters, and a QR code holds at most ${most.toLocaleString("en")}. Choose fewer calculators, or pass on the link itself.`;
/** @param title of the page that the link opens */
export const codeOf = (title: string) => `QR code of a link to: ${title}`;
export const ENLARGE = "Enlarge the code";
export const SHRINK = "Back to the link";
export const PRINT_CODE = "Print the code";

export const OPEN_TITLE = "Use the numbers in this link?";
export const OPEN_ASKS = "They would replace these numbers of yours in this browser. Everything else stays as it is.";
export const READING = "Reading the link…";
export const USE = "Use these numbers";
export const KEEP_MINE = "No, change nothing";
export const SAVE_MINE = "Save my own as a file first";
export const SAVED_MINE = "Your workbook was saved as a file.";
export const NOT_OPENED = "This link can’t be opened";
export const NOTHING_CHANGED = "Nothing of yours was changed.";
export const SAME_TITLE = "You have these numbers already";
export const SAME = "The link has the same numbers as your workbook, so nothing changes.";
export const FIELD = "Field";
export const NOW = "Now";
export const THEN = "With the link";
export const more = (count: number) => (count === 1 ? "One more field would change." : `${count} more fields would change.`);
export const IS_USED = "The numbers in the link are now in your workbook.";
export const PASTE_FIRST = "Paste a link into the box first.";

export const CALENDAR_COMES = "Collecting the dates…";
export const calendarDone = (steps: number, payments: number) => {
  const parts = [
    ...(steps ? [steps === 1 ? "one step of your plan" : `${steps} steps of your plan`] : []),
    ...(payments ? [payments === 1 ? "one day on which tax is due" : `${payments} days on which tax is due`] : []),
  ];
  const tax = payments ? "" : " Once take-home pay shows that you owe tax, its due dates come too.";
  return `Saved a calendar file with ${new Intl.ListFormat("en").format(parts)}. Open it with your calendar program, preferably in a calendar of its own.${tax}`;
};
