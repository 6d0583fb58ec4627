import assert from "node:assert/strict";
import { test } from "node:test";
import { chapterOf, finished, goesOn, readingOf } from "../../../../../theme/scripts/reading/reading.ts";

const CHAPTERS = ["01-start", "02-time", "03-assets"];
const at = (page: string) => ({ page, anchor: "gap", title: "The gap" });

test("any stored value becomes a valid reading", () => {
  assert.deepEqual(readingOf(undefined), { done: [] });
  assert.deepEqual(readingOf({ done: ["01-start", 2, null], at: { page: 1 } }), { done: ["01-start"] });
  assert.deepEqual(readingOf({ done: "all", at: at("02-time") }), { done: [], at: at("02-time") });
});

test("a chapter is either finished or not", () => {
  assert.deepEqual(finished({ done: ["01-start"] }, "01-start", true), { done: ["01-start"] });
  assert.deepEqual(finished({ done: ["01-start", "02-time"] }, "01-start", false), { done: ["02-time"] });
});

test("reading resumes at the bookmark or the next chapter", () => {
  assert.equal(goesOn({ done: [] }, CHAPTERS), "begin");
  assert.deepEqual(goesOn({ done: [], at: at("02-time") }, CHAPTERS), at("02-time"));
  assert.deepEqual(goesOn({ done: ["02-time"], at: at("02-time") }, CHAPTERS), { page: "03-assets", anchor: "", title: "" });
  assert.deepEqual(goesOn({ done: ["03-assets"] }, CHAPTERS), { page: "01-start", anchor: "", title: "" });
  assert.equal(goesOn({ done: CHAPTERS, at: at("02-time") }, CHAPTERS), "over");
});

test("a chapter's id is the same in both editions", () => {
  assert.equal(chapterOf("/book/chapters/02-time/"), "02-time");
  assert.equal(chapterOf("/C:/book/chapters/02-time/index.html"), "02-time");
  assert.equal(chapterOf("/chapters/02-time.html"), "02-time");
});
