/** @typedef {import("../runtime/messages.js").Reading} Reading */
/** @typedef {import("../runtime/messages.js").Place} Place */

/**
 * What a workbook says about reading, whatever it holds there: a text may have been changed by hand, or by another edition.
 *
 * @param {unknown} held @returns {Reading}
 */
export function readingOf(held) {
  const { at, done } = /** @type {{at?: Partial<Place>, done?: unknown[]}} */ (held ?? {});
  /** @type {Reading} */
  const reading = { done: Array.isArray(done) ? done.filter((chapter) => typeof chapter === "string") : [] };
  if (at && typeof at.page === "string" && typeof at.anchor === "string" && typeof at.title === "string") {
    reading.at = { page: at.page, anchor: at.anchor, title: at.title };
  }
  return reading;
}

/** @param {Reading} reading @param {string} chapter @param {boolean} yes @returns {Reading} */
export function finished(reading, chapter, yes) {
  const others = reading.done.filter((other) => other !== chapter);
  return { ...reading, done: yes ? [...others, chapter] : others };
}

/**
 * Where reading goes on: where it stopped, or, when that chapter is finished, at the next one that is not.
 *
 * @param {Reading} reading @param {string[]} chapters all of them, in order
 * @returns {Place | "begin" | "over"} "begin" when nothing was read yet, "over" when every chapter is finished
 */
export function goesOn({ at, done }, chapters) {
  if (at && chapters.includes(at.page) && !done.includes(at.page)) return at;
  const last = at && chapters.includes(at.page) ? at.page : chapters.filter((chapter) => done.includes(chapter)).pop();
  if (last === undefined) return "begin";
  const after = chapters.indexOf(last) + 1;
  const page = [...chapters.slice(after), ...chapters].find((chapter) => !done.includes(chapter));
  return page === undefined ? "over" : { page, anchor: "", title: "" };
}

/** A chapter's id from its address, in either edition. @param {string} path */
export function chapterOf(path) {
  return decodeURIComponent(path.replace(/(\/index)?\.html$|\/$/, "").replace(/.*\//, ""));
}
