import assert from "node:assert/strict";
import { test } from "node:test";
import { propose } from "../../../../../theme/scripts/about/proposal.ts";
import type { Book } from "../../../../../theme/scripts/runtime/worker-protocol.ts";
import { forHousehold, isAbroad, signOf } from "../../../../../theme/scripts/workbook/about.ts";
import { Workbook } from "../../../../../theme/scripts/workbook/workbook.ts";
import { installLanguage, MemoryStorage } from "../fakes.ts";

const book = (more: Partial<Book> = {}): Book => ({ app: "ultimate-gig", schema: 2, saved: "", calculators: {}, ...more });
const taxedIn = (country: string) => ({ "take-home": { inputs: { country } } });

test("the first language with a country proposes it", () => {
  const countries: [string[], string | undefined][] = [
    [["en-GB", "en"], "uk"],
    [["en", "en-CA"], "ca"],
    [["fr-CA"], "ca"],
    [["en-AU"], "au"],
    [["es-US"], "us"],
    [["de-DE"], "euro"],
    [["en-IE"], "euro"],
    [["hi-IN"], "elsewhere"],
    [["zh-Hant-TW"], "elsewhere"],
    [["sr-Latn-RS"], "elsewhere"],
    [["de-de"], "euro"],
    [["en", "de"], undefined],
    [[], undefined],
  ];
  for (const [languages, country] of countries) assert.equal(propose(languages)?.country, country, languages.join());
  assert.equal(propose(["en", "en-CA"])?.language, "en-CA");
});

test("the sign follows the country until another is chosen", () => {
  const signs = { us: "$", uk: "£", ca: "$", au: "$", euro: "€", elsewhere: "" };
  for (const [country, sign] of Object.entries(signs)) {
    assert.equal(signOf(book({ about: { country } })), sign);
    assert.equal(signOf(book({ about: { country }, sign: "KSh" })), "KSh");
  }
  assert.equal(signOf(book()), "$");
  assert.equal(signOf(book({ about: {} })), "$");
});

test("US amounts are for US readers who write dollars", () => {
  assert.equal(isAbroad(book()), false);
  assert.equal(isAbroad(book({ about: {} })), false);
  assert.equal(isAbroad(book({ about: { country: "us" } })), false);
  assert.equal(isAbroad(book({ about: { country: "us" }, sign: "€" })), true);
  for (const country of ["uk", "ca", "au", "euro", "elsewhere"]) {
    assert.equal(isAbroad(book({ about: { country } })), true, country);
    assert.equal(isAbroad(book({ about: { country }, sign: "$" })), true, country);
  }
  assert.equal(isAbroad(book({ calculators: taxedIn("ca") })), true);
  assert.equal(isAbroad(book({ calculators: taxedIn("ca"), about: { country: "us" } })), false);
});

test("a household of the book takes nothing but a chosen sign", () => {
  const reader = book({ about: { country: "uk" }, calculators: taxedIn("uk") });
  assert.equal(signOf(forHousehold(reader)), "$");
  assert.equal(isAbroad(forHousehold(reader)), false);
  assert.equal(signOf(forHousehold({ ...reader, sign: "€" })), "€");
});

test("the notation follows the country until something is typed", () => {
  installLanguage("de-DE");
  const workbook = new Workbook(new MemoryStorage());
  assert.equal(workbook.notation, "1.234.567,89");
  workbook.replace({ ...workbook.book, about: { country: "uk" } });
  assert.equal(workbook.notation, "1,234,567.89");
  workbook.replace({ ...workbook.book, about: { country: "euro" } });
  assert.equal(workbook.notation, "1.234.567,89");
  workbook.keep("equalizer", { pay: "50.000" });
  workbook.replace({ ...workbook.book, about: { country: "us" } });
  assert.equal(workbook.notation, "1.234.567,89");
});

test("answers change the numbers, and forgetting forgets them", () => {
  const workbook = new Workbook(new MemoryStorage());
  const before = workbook.numbers();
  workbook.replace({ ...workbook.book, about: { country: "ca", region: "on" } });
  assert.notEqual(workbook.numbers(), before);
  assert.equal(workbook.isBlank, false);
  workbook.forget();
  assert.equal(workbook.book.about, undefined);
});
