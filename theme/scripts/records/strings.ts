/** The sentences of the page “Your records”. Python brings its own. */

export const READING = "Reading the table…";
export const TOO_BIG = (megabytes: string) =>
  `That file is ${megabytes} MB, and the limit is 5 MB. Download fewer months at once. Nothing was changed.`;
export const UNREADABLE = "This browser could not read that file. Choose it again, or paste the table into the box. Nothing was changed.";
export const PASTE_FIRST = "Paste a table into the box first.";
export const NOTHING_CHANGED = "Nothing was changed.";

export const COLUMNS = "What each column is";
export const COLUMNS_HINT =
  "We guessed these from the names and the values. Correct any that are wrong, and the next file with the same columns is read your way.";
export const NOT_USED = "Not used";
/** @param values the first ones of a column */
export const firstValues = (values: string[]) => (values.length ? `Such as ${values.join("; ")}` : "Empty");
export const SAVE_COLUMNS = "Save these choices as a file";
export const LOAD_COLUMNS = "Or open such a file, yours or somebody else’s";
export const COLUMNS_SAVED = "Your choices were saved as a small file. It has the names of the columns in it, and none of your numbers.";
/** @param text a cell that can mean two things */
export const QUESTIONS: { [name: string]: (text: string) => string } = {
  order: (text) => `Which day is ${text}?`,
  decimal: (text) => `Which number does ${text} mean in this file?`,
};
export const ANSWER_FIRST = "Answer the question below. Then the table is read.";

export const readDone = (entries: number, months: number, leftOut: number) => {
  const rows = leftOut === 0 ? "" : leftOut === 1 ? " One row was left out." : ` ${leftOut} rows were left out.`;
  return `Read ${entries === 1 ? "one entry" : `${entries.toLocaleString("en")} entries`} from ${months === 1 ? "one month" : `${months} months`}.${rows} Check them below. Nothing has been put into your workbook yet.`;
};
export const PREVIEW = "The first entries, as they were read";
export const LEFT_OUT = "What was left out";
export const leftOutLine = (reason: string, count: number, lines: number[], text: string) => {
  if (count === 1) return `${reason} Line ${lines.join("")}: “${text}”`;
  const place = count === lines.length ? `Lines ${lines.join(", ")}.` : `${count} rows, such as lines ${lines.join(", ")}.`;
  return `${reason} ${place} The first is “${text}”`;
};
export const beforeHeader = (lines: number) =>
  lines === 1 ? "The line before the names of the columns." : `The ${lines} lines before the names of the columns.`;
export const USES = "What counts";
export const USES_HINT =
  "Uncheck what isn’t income, such as money from your own savings account. For the buffer, also uncheck pay that’s the same every month, which has its own box there. What you uncheck is left out of all three calculators.";
export const NO_NAME = "Without a name";
export const MONTHS = "Month by month";
export const MONTHS_HINT = "Uncheck any month of which only a part is here.";
export const MONTH = "Month";

export const USE_TITLE = "Use these numbers";
export const USE_HINT =
  "Check the calculators that should get them. Everything else in your workbook stays as it is, and nothing is replaced before you press the button.";
export const FIELD = "Field";
export const NOW = "Now";
export const THEN = "Then";
export const SAME = "Your workbook has these numbers already.";
export const PUT = "Put the chosen numbers into my workbook";
export const CHOOSE_ONE = "Choose at least one of the calculators above.";
/** @param names of the calculators: "the buffer" */
export const putDone = (names: string[]) => `Done: these numbers are in ${new Intl.ListFormat("en").format(names)} now.`;
export const UNDO = "Undo";
export const UNDONE = "Your workbook is as it was before.";
/** @param name "the buffer" */
export const openPage = (name: string) => `Open ${name}`;

export const KEEPING = "Saving…";
export const LOG_ADDED = "Added to your log.";
export const LOG_CHANGED = "Your log was changed.";
export const LOG_REMOVED = "Removed from your log.";
export const LOG_EMPTY = "Your log is empty. What you add is kept in this browser, in your workbook.";
export const ADD = "Add to the log";
export const CHANGE_IT = "Save the change";
export const ENTRIES = "Your entries, the latest first";
export const CHANGE = "Change";
export const REMOVE = "Remove";
/** @param entry "November 3, 2026, Rides" */
export const changeEntry = (entry: string) => `Change ${entry}`;
export const removeEntry = (entry: string) => `Remove ${entry}`;
export const hoursOf = (text: string) => `${text} h`;
export const distanceOf = (text: string) => `${text} miles or km`;
export const showAll = (count: number) => `Show all ${count.toLocaleString("en")}`;
export const PLANNED = "What you planned and what happened";
export const FIGURE = "Figure";
export const PLAN = "Planned";
export const HAPPENED = "Happened";
export const NO_PLAN = "Fill in leverage income, and your plan appears here next to what happened.";
export const PLANNED_NOTE =
  "“Planned” is the first year in leverage income: what customers pay, after fees. “Happened” is your log: an average month, and an average of the weeks that have an entry. The month that isn’t over yet is left out, unless it is the only one.";
