import type { Place, Reading } from "../runtime/worker-protocol.ts";

/** Read a workbook's reading progress, whatever it holds there: the text may come from elsewhere. */
export function readingOf(value: unknown): Reading {
  const { at, done } = (value ?? {}) as { at?: Partial<Place>; done?: unknown };
  const reading: Reading = { done: Array.isArray(done) ? done.filter((chapter) => typeof chapter === "string") : [] };
  if (at && typeof at.page === "string" && typeof at.anchor === "string" && typeof at.title === "string") {
    reading.at = { page: at.page, anchor: at.anchor, title: at.title };
  }
  return reading;
}

export function finished(reading: Reading, chapter: string, yes: boolean): Reading {
  const others = reading.done.filter((other) => other !== chapter);
  return { ...reading, done: yes ? [...others, chapter] : others };
}

/**
 * Where reading resumes: where it stopped, or, when that chapter is finished, at the next unfinished one.
 *
 * @param chapters all ids, in order
 * @returns "begin" before anything was read, "over" when every chapter is finished
 */
export function goesOn({ at, done }: Reading, chapters: string[]): Place | "begin" | "over" {
  if (at && chapters.includes(at.page) && !done.includes(at.page)) return at;
  const last = at && chapters.includes(at.page) ? at.page : chapters.filter((chapter) => done.includes(chapter)).pop();
  if (last === undefined) return "begin";
  const after = chapters.indexOf(last) + 1;
  const page = [...chapters.slice(after), ...chapters].find((chapter) => !done.includes(chapter));
  return page === undefined ? "over" : { page, anchor: "", title: "" };
}

/** A chapter's id from its address, in either edition. */
export function chapterOf(path: string) {
  return decodeURIComponent(path.replace(/(\/index)?\.html$|\/$/, "").replace(/.*\//, ""));
}
