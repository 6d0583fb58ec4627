import type { Workbook } from "../workbook/workbook.ts";
import { Chapter } from "./chapter.ts";
import { StartButton } from "./start-button.ts";

/** A script of its own, for the pages on which reading is kept: the chapters, and the first page with its start button. */

export interface Services {
  workbook: Workbook;
  /** Resolved once the workbook has its final storage. */
  storageReady: Promise<unknown>;
}

declare global {
  var ugReading: ((element: HTMLElement, kept: Services) => { stop(): void }) | undefined;
}

globalThis.ugReading = (element, kept) => (element.dataset.chapter ? new Chapter(element, kept) : new StartButton(element, kept));
