import { Chapter } from "./chapter.js";
import { StartButton } from "./start-button.js";

/**
 * A script of its own, for the pages on which reading is kept: the chapters, and the first page with its start button.
 *
 * @typedef {{workbook: import("../workbook/workbook.js").Workbook, settled: Promise<unknown>}} Kept `settled` when the workbook lies where it is to be
 * @typedef {(element: HTMLElement, kept: Kept) => {stop(): void}} Show
 */

/** @type {{ugReading?: Show}} */ (globalThis).ugReading = (element, kept) =>
  element.dataset.chapter ? new Chapter(element, kept) : new StartButton(element, kept);
