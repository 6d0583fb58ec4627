/** What the workbook's page says about several workbooks, about undo and redo, and about the workbook at a glance. */

export const UNNAMED = "My workbook";
export const COPY_OF = (name: string) => `${name} (copy)`;
export const IMPORT_BESIDE = "Open it as another workbook";
export const IMPORTED = "Imported workbook";

const list = (names: string[]) => new Intl.ListFormat("en").format(names);

/** The parts of a workbook besides the calculators, to follow "the change to". */
export const PARTS: Record<string, string> = {
  about: "what you said about yourself",
  sign: "the sign of your money",
  numbers: "how you write numbers",
  name: "the workbook’s name",
  records: "your records",
  import: "all of it by a file",
};
export const changeTo = (names: string[]) => `the change to ${list(names)}`;
export const undid = (what: string) => `Undone: ${what}.`;
export const redid = (what: string) => `Redone: ${what}.`;
export const NOTHING_TO_UNDO = "There is nothing to undo.";
export const NOTHING_TO_REDO = "There is nothing to redo.";
export const UNDO_NEXT = (what: string) => `Undo ${what}`;
export const REDO_NEXT = (what: string) => `Redo ${what}`;

export const OPEN_NOW = "open now";
export const lastChanged = (when: string) => `last changed on ${when}`;
export const UNREADABLE = "cannot be read by this edition of the site";
export const OPEN = "Open";
export const COMPARE = "Compare";
export const DELETE = "Delete";
export const UNDO = "Undo";
export const named = (action: string, name: string) => `${action} “${name}”`;
export const NAME_WANTED = "Type a name first, such as “Anna” or “If we moved”.";
export const nameTaken = (name: string) => `There is a workbook called “${name}” already. Choose another name.`;
export const opened = (name: string) => `“${name}” is open now. What you type into the calculators goes there.`;
export const created = (name: string) => `“${name}” is new and empty, and open now.`;
export const copied = (name: string, of: string) => `“${name}” is a copy of “${of}”, and open now.`;
export const renamed = (name: string) => `This workbook is called “${name}” now.`;
export const deleteAsks = (name: string, next: string | undefined) =>
  `Delete the workbook “${name}”?${next ? ` “${next}” will be open then.` : ""} You can undo this until you leave this page.`;
export const deleteYes = (name: string) => `Yes, delete “${name}”`;
export const deleted = (name: string) => `“${name}” is deleted.`;
export const theDeletionOf = (name: string) => `the deletion of “${name}”`;
export const broughtBack = (name: string) => `“${name}” is back.`;
export const NO_ROOM = "This browser has no room left for another workbook. First export one as a file, then delete it here.";
export const GONE =
  "That workbook is no longer here, or this edition of the site cannot read it. Reload the page to see which ones there are.";

export const COMPARING = "Comparing the two workbooks…";
export const compared = (first: string, second: string) => `“${first}” and “${second}”`;
export const comparedCaption = (first: string, second: string) =>
  `${compared(first, second)}, and how much more or less the second one has`;
export const ANSWER = "Answer";
export const DIFFERENCE = "Difference";
export const SAME = "the same";
export const NOT_THERE = "not worked out yet";
export const DIFFERS = "different";
export const CLOSE = "Close";

export const WORKING = "…";
