import type { Workbook } from "../workbook/workbook.ts";
import { Chapter } from "./chapter.ts";
import { StartButton } from "./start-button.ts";

/** The lazily loaded script of the pages that track reading: the chapters, and the home page with its start button. */

export interface Services {
  workbook: Workbook;
  /** Resolved once the workbook has its final storage. */
  storageReady: Promise<unknown>;
}

declare global {
  var ugReading: ((element: HTMLElement, services: Services) => { stop(): void }) | undefined;
}

globalThis.ugReading = (element, services) =>
  element.dataset.chapter ? new Chapter(element, services) : new StartButton(element, services);
