import type { KeptState } from "../kept-site/kept-site.ts";
import type { Cause, Stage } from "../runtime/worker-protocol.ts";
import type { Problem } from "../workbook/workbook.ts";
/** Every sentence that the scripts show. Python brings its own. */

export const STAGES: Record<Stage, string> = {
  fetch: "Loading the calculator (about 4 MB, the first time only)…",
  start: "Starting the calculator…",
  calculators: "Almost ready…",
};

export const CAUSES: Record<Cause, string> = {
  network: "The calculator could not be loaded. Perhaps the connection dropped: check it and try again.",
  files: "The calculator’s files are damaged or from another edition. Reload the page.",
  blocked: "This browser, or a rule set for it, does not let the calculator run. Another browser may.",
  old: "This browser is too old to run the calculator. Update it, or use a newer one.",
  memory: "This device has too little free memory to run the calculator. Close other tabs and apps first.",
  stuck: "The calculator took too long and was stopped.",
  fault: "The calculator failed, and that is our fault.",
};

/** Added to every failure. */
export const STILL = "You can still read the page, and what you typed is kept.";
export const RETRY = "Try again";
export const NO_PICTURE = "The picture of your numbers could not be drawn. They are in the table below.";

/** @param name of the open workbook, where the reader has named it */
export const kept = (name = "") => `Your numbers are kept in this browser and nowhere else${name && `, in the workbook “${name}”`}.`;
/** @param example a number written that way */
export const written = (example: string) => `Numbers are written like ${example}.`;
export const WORKBOOK = "Workbook, currency and number format";
export const SAVE_FILE = "Save your numbers as a file";

/** @param whose "Dana’s" */
export const household = (whose: string) => `These are ${whose} numbers, which are not kept. Change one to switch to your own.`;
export const WHOSE: Record<"mine" | "empty", string> = {
  mine: "What you type is yours and is kept in this browser. Boxes you leave alone keep the usual numbers.",
  empty: "Every box is empty: fill in your own numbers. Typing replaces the numbers that you had.",
};
/** @param whose "Dana’s" */
export const notTheirs = (whose: string) => `These are your own numbers now; none of ${whose} were copied.`;
export const BEGUN_ANEW = "You are starting over: what you had here was replaced.";

/** @param whose "Dana’s", or "" for the usual numbers */
export const example = (whose: string) => `Example: ${whose || "the usual"} numbers`;
export const YOURS_COMES = "Your own answer is not worked out yet.";
export const NOT_YOURS = "Your own answer could not be worked out.";
export const EARLIER = "From before your last change.";
export const LAST_GOOD = "For the last numbers that could be worked out.";
export const FILL_IN = "Your answer will appear here once the boxes are filled in.";
export const CLOSE_SHEET = "Back to the questions";
export const look = (count: number) =>
  count === 1 ? "One answer needs another look. Show it" : `${count} answers need another look. Show the first`;
export const stillEmpty = (count: number) =>
  count === 1 ? "One box is still empty. Show it" : `${count} boxes are still empty. Show the first`;

export const refilled = (choice: string) => `The usual numbers for “${choice}” are filled in now.`;

export const PROBLEMS: Record<Problem, string> = {
  blocked: "This browser keeps nothing for this site: your numbers last until you close this page. Save them as a file before that.",
  full: "This browser has no room left for your latest numbers: they are lost when you leave this page. Save them as a file first.",
  damaged: "Your saved workbook is damaged. You start with a new one, and can export the damaged one on the workbook page.",
  newer:
    "Your workbook was saved by a newer edition of this site. This page leaves it as it is and saves nothing more. Reload the page to continue.",
  unusable:
    "Your saved workbook cannot be used, and there is no room to put it aside. It stays as it is, and new numbers last until you close this page. Save them as a file before that.",
};

export const moved = (title: string, place: number, count: number) => `${title} is now ${place} of ${count}.`;
export const added = (title: string, place: number, count: number) => `Added: ${title}, ${place} of ${count}.`;
export const replacesExample = (title: string) => `Added: ${title}. Your own list begins here, and the example is gone.`;
/** @param label of the button: "Start empty" */
export const begun = (label: string) => `${label}: done. Paint over what differs.`;
export const removed = (title: string) => `Removed ${title}.`;
export const UNDO = "Undo";
export const overflow = (hidden: number, shown: number) =>
  `Only the first ${shown.toLocaleString("en")} are shown. The other ${hidden.toLocaleString("en")} are kept, but do not fit here.`;
export const DROP = "Remove those that do not fit";
export const dropped = (count: number) => `Removed ${count.toLocaleString("en")}.`;

export const ROW_ACTIONS: { [action: string]: (title: string) => string } = {
  up: (title) => `Move ${title} up`,
  down: (title) => `Move ${title} down`,
  remove: (title) => `Remove ${title}`,
};

export const rowAdded = (title: string, count: number) => `It is in ${title}, which now has ${count} of yours.`;
export const isInList = (title: string) => `In ${title.charAt(0).toLowerCase()}${title.slice(1)} ✓`;
export const goTo = (title: string) => `Open ${title}`;

export const goOn = (number: number, title: string) => `Go on with chapter ${number}: ${title}`;
export const stoppedAt = (heading: string) => `You stopped at “${heading}”.`;
export const finishedOf = (count: number, all: number) => (count === all ? ALL_FINISHED : `You have finished ${count} of ${all} chapters.`);
export const ALL_FINISHED = "You have finished every chapter.";
export const START_AGAIN = "Start again from the beginning";
export const OPEN_PLAN = "Open your plan";
export const FINISHED = "Finished";
export const IN_GLOSSARY = "In the glossary";

export const NOTHING_KEPT = "Nothing is kept yet. Whatever you type into a calculator will be.";
export const keeps = (when: string) => `This browser keeps your workbook, last changed on ${when}. This is what your numbers say so far:`;
export const EDIT = "Edit";
export const edit = (title: string) => `Edit: ${title}`;
export const ANSWER_COMES = "Working out the answer…";
export const ANSWER_EARLIER = "That was for your numbers before the last change. The new answer is being worked out…";
export const ANSWER_NEEDS_LOOK = "One of its numbers needs another look before there is an answer.";
export const between = (low: string, high: string) => `(likely ${low} to ${high})`;
export const BEGIN_PATH = "Start with your time";
export const nextStep = (title: string) => `Next: ${title}`;
export const thenSteps = (titles: string[]) => `After that: ${new Intl.ListFormat("en").format(titles)}.`;
export const KEEPS_NO_NUMBERS = "This browser keeps no numbers of yours yet.";
export const remembers = (stopped: boolean, finished: number, about: boolean, sign: string | undefined, records: boolean) => {
  const chapters = finished === 1 ? "the chapter that you finished" : `the ${finished} chapters that you finished`;
  const known = [
    ...(stopped ? ["where you stopped reading"] : []),
    ...(finished ? [chapters] : []),
    ...(about ? ["what you said about yourself"] : []),
    ...(sign ? [`the sign ${sign}`] : []),
    ...(records ? ["your records"] : []),
  ];
  return known.length ? `It remembers ${new Intl.ListFormat("en").format(known)}.` : "";
};
export const ABOUT_WHAT = "Country, currency and how you write numbers";
export const ABOUT_ANSWERED = "Change whatever is wrong; the change applies at once.";
/** @param language a setting of the browser, such as en-GB; none where no setting names a country */
export const guessed = (language?: string) => {
  if (!language) return "Your browser does not say where you live.";
  const name = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" }).of(language) ?? language;
  return `Your browser is set to ${name}, so this is a guess.`;
};
export const NO_SIGN = "Write one sign or up to four letters, like €, ₹ or KSh.";
export const REWRITING = "Rewriting your numbers…";
export const REWRITTEN = "Your numbers are written this way now.";
export const NOT_REWRITTEN = "The calculator could not start, so your numbers stay as they are written.";
export const UNKNOWN_TIME = "an unknown day";
export const quarantined = (count: number) =>
  count === 1 ? "One workbook that could not be used is put aside." : `${count} workbooks that could not be used are put aside.`;
export const EXPORT_QUARANTINED = "Export what was put aside";
export const IMPORT_TOO_BIG = "That file is larger than 5 MB, and a workbook is far smaller. Choose a file that this page exported.";
export const IMPORT_UNREADABLE = "This browser could not read that file. Choose it again, or a copy of it.";
export const importAsks = (when: string, what: string) =>
  `The file was saved on ${when} and has ${what ? `numbers for: ${what}` : "no numbers"}. If you use it, it replaces everything in your open workbook.`;
export const IMPORT_USE = "Use the file";
export const IMPORT_DONE = "The file is now your workbook.";
export const TOO_DEEP = "That file is not a workbook from this site, so nothing was changed. Choose a file that this page exported.";
export const LOOKING = "Looking through the file…";
export const FORGET_ASKS = "Forget everything that this browser keeps for this site, all your workbooks included? This cannot be undone.";
export const FORGET_YES = "Yes, forget everything";
export const FORGET_DONE = "Everything is forgotten.";
export const CANCEL = "Cancel";
export const NOTHING_TO_LAY_OUT =
  "There are no numbers of yours yet, so a spreadsheet would be empty. Fill in a calculator first; the time audit is a good start.";
export const layingOut = (title: string, place: number, all: number) => `Making the spreadsheet: ${title} (${place} of ${all})…`;
/** @param titles of the calculators whose numbers need another look */
export const laidOut = (titles: string[]) =>
  `Your spreadsheet was saved as a file.${titles.length ? ` Left out, because one of its numbers needs another look: ${list(titles)}.` : ""}`;
export const nothingLaidOut = (titles: string[]) => `No spreadsheet was made: numbers in ${list(titles)} need another look first.`;
export const TABLE_NEEDS_LOOK = "One of the numbers above needs another look before this table can be saved.";
const list = (titles: string[]) => new Intl.ListFormat("en").format(titles);
export const EXPORT_DONE = "Your workbook was saved as a file.";

/** Of the site that is kept for use without a network. */
export const KEPT_STATES: Record<Exclude<KeptState, "none">, string> = {
  unknown: "Looking up what this browser keeps…",
  unsupported:
    "This browser does not keep the site here. It may be too old, in a private window, or set to store nothing, and an address without https does not allow it. The folder below works anyway.",
  fetching: "The site is being downloaded. You can keep reading.",
  failed:
    "The site could not be kept: the connection dropped, or there is no space left. Everything works as before, as long as you are online.",
  kept: "The whole site is on this device. Every page and every calculator works without the internet.",
};
export const NOT_KEPT_YET = "The site is not on this device yet.";
export const NOT_KEPT_METERED = "The site is not on this device. Your connection is metered or set to save data, so it was not downloaded.";
export const SITE_REMOVED = "The site was removed from this device, and is not stored again until you ask.";
export const INSTALLED = "You are using the installed site.";
export const keepLabel = (state: KeptState) => (state === "kept" ? "Keep it for good" : "Keep the site on this device");
export const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;
/** @param all what the browser stores for this site altogether, where it tells; some compress it */
export const room = (size: string, all: string, isSafe: boolean) => {
  const stored = all ? `This browser stores ${all} for this site in all.` : `It takes ${size}.`;
  const until = isSafe
    ? "Your browser has agreed not to clear it on its own."
    : "Your browser may clear it when it runs short of space, or after weeks without a visit.";
  return `${stored} ${until}`;
};
export const NEWER_WAITS =
  "A newer edition of this site is ready. You are still reading the old one. If you switch, every open page of the site reloads, and your numbers stay.";
export const newerHeldBack = (size: string) =>
  `A newer edition of this site is out. Your connection is metered, so it was not downloaded. It takes up to ${size}. You keep the older edition until you download it.`;
export const NEWER_COMES = "The newer edition is being downloaded. You can go on reading meanwhile.";
export const USE_NEWER = "Use the newer edition";
export const FETCH_NEWER = "Download it";
export const LATER = "Later";

/** On the strip of a day. */
export const HOURS_OF_A_DAY = "Type a number of hours from 0 to 24.";
export const hours = (count: number) => `${count} h`;
/** @param activity "Sleep" */
export const onlyFree = (activity: string, count: number) =>
  `${activity}: ${count} hours is all that fits. Shorten another activity first.`;
