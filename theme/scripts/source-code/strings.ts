/** The sentences of “See the Python”. */

export const WHAT_THIS_IS =
  "This is the code, in the language Python, that works out the figures above in your browser. Each function is one figure. The names in its parentheses are what you entered, other figures, or published parameters. You can change a figure and see what happens. Nothing that you try here changes your numbers or this site.";
export const NOT_LOADED = "The code could not be loaded. Check your connection and press the button again.";
export const CHANGE = "Change it";
export const change = (label: string) => `${CHANGE}: ${label}`;
export const MADE_BY_A_FUNCTION =
  "Another function makes this one, for several figures or countries, so you can read it here but not change it.";
export const PARAMETERS = "It reads:";
/** @param place "calculators/catalogue/buffer/figures.py, line 12" */
export const standsIn = (place: string) => `In ${place}`;
export const codeOf = (label: string, name: string) => `Python of ${label} (${name})`;

export const editorOf = (label: string) => `Python of ${label}, to change`;
export const KEYS = "Tab indents. To leave the box with the keyboard, press Escape and then Tab. Ctrl+Enter, or ⌘+Enter on a Mac, runs it.";
export const RUN = "Run";
export const STOP = "Stop";
export const RESET = "Back to the original";
export const STARTING = "Starting a separate copy of Python, which can’t see your workbook. The first time takes a few seconds…";
export const RUNNING = "Running…";
export const STOPPED = "Stopped.";
/** @param seconds how long it ran */
export const endless = (seconds: number) =>
  `Stopped after ${seconds} seconds, perhaps because a loop in it never ends. Change it and run it again.`;
export const NOTHING_CHANGES = "It runs, but with your numbers no figure changes.";
export const changes = (count: number) => (count === 1 ? "It runs. One number changes:" : `It runs. ${count} numbers change:`);
export const COLUMNS = ["Figure", "Original", "With your change", "Difference"];
export const NEEDS_LOOK = "One of the numbers above needs another look before this can run.";
export const line = (number: number, message: string) => (number ? `Line ${number}: ${message}` : message);
export const WHAT_PYTHON_SAYS = "What Python says";
export const COMPARED = "The figures before and after your change";
export const WAS_RESET = "The original is back.";
