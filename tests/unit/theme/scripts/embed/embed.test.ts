import assert from "node:assert/strict";
import { test } from "node:test";
import { frameAddress, read } from "../../../../../theme/scripts/embed/address.ts";
import { accentColors, contrast } from "../../../../../theme/scripts/embed/colors.ts";
import { said } from "../../../../../theme/scripts/embed/said.ts";

const SITE = "https://example.org/gig/";

test("settings go behind the # and come back", () => {
  const settings = { country: "uk", scheme: "dark", accent: "7A1F4B", inputs: "fee=20&hours=1,5", link: `${SITE}workbook/#plan=eJw-_1` };
  const address = frameAddress(`${SITE}embed.js`, "net-hourly", settings);
  const [page, fragment = ""] = (address ?? "").split("#");
  assert.equal(page, `${SITE}embed/net-hourly/`);
  assert.deepEqual(read(fragment), {
    country: "uk",
    scheme: "dark",
    accent: "#7a1f4b",
    inputs: { fee: "20", hours: "1,5" },
    link: "plan=eJw-_1",
  });
});

test("a frame without settings has no fragment", () => {
  assert.equal(frameAddress(SITE, "equalizer", { country: "", link: undefined }), `${SITE}embed/equalizer/`);
  assert.deepEqual(read(""), { country: "", scheme: "auto", accent: "", inputs: {}, link: "" });
});

test("what is not as it should be is left out", () => {
  assert.equal(frameAddress(SITE, "../workbook", {}), null);
  assert.equal(frameAddress(SITE, "", {}), null);
  const told = read("country=mars&scheme=pink&accent=red;background:url(x)&inputs=__proto__%3D1%26ok%3D2&plan=%3Cscript%3E");
  assert.deepEqual(told, { country: "", scheme: "auto", accent: "", inputs: { ok: "2" }, link: "" });
});

test("the page says why a line has no numbers", () => {
  const problem = (code: string, message: string) => ({ problem: { code, message } });
  assert.match(said({ link: "plan=eJw" }), /numbers for this calculator are in the line now/);
  assert.match(said(problem("nothing-chosen", "Nothing to put into a link.")), /has no numbers of yours for this calculator/);
  assert.equal(said(problem("too-much", "They don’t fit.")), "They don’t fit.");
  assert.match(said(null, "memory"), /too little free memory/);
  assert.match(said(null), /our fault/);
});

test("every accent color can be read on its surfaces", () => {
  const parts = ["00", "33", "66", "99", "cc", "ff"];
  const surfaces = { light: ["#faf6ec", "#fffdf7", "#f2ebdb", "#fdf9ee"], dark: ["#141b17", "#1b2520", "#0f1512", "#10201a"] };
  for (const red of parts) {
    for (const green of parts) {
      for (const blue of parts) {
        for (const scheme of ["light", "dark"] as const) {
          const colors = accentColors(`#${red}${green}${blue}`, scheme);
          const tint = colors["--ug-green-tint"] ?? "";
          for (const name of ["--ug-green", "--ug-green-deep"]) {
            for (const surface of [...surfaces[scheme], tint]) {
              assert.ok(contrast(colors[name] ?? "", surface) >= 4.5, `${scheme} #${red}${green}${blue}: ${name} on ${surface}`);
            }
          }
        }
      }
    }
  }
});
