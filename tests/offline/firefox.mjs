// Lets a test drive Firefox with its real file policy: node firefox.mjs FIREFOX PROFILE. One JSON line in, one out.
//   {"open": url} · {"do": JavaScript function body, may be async} -> {"value": ...} · {"requests": true} -> the addresses that were requested
//   {"violations": true} -> what the policies of the pages have forbidden
// Puppeteer's own launcher would switch the policy off, so Firefox is started here, with a bare profile.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [program = "", profile = ""] = process.argv.slice(2);
// What is recommended for automation includes security.fileuri.strict_origin_policy = false.
writeFileSync(path.join(profile, "user.js"), 'user_pref("remote.prefs.recommended", false);\n');
const firefox = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0", "about:blank"], {
  stdio: ["ignore", "ignore", "pipe"],
});
process.on("exit", () => firefox.kill());

/** @type {string} */
const address = await new Promise((resolve, reject) => {
  createInterface({ input: firefox.stderr }).on("line", (line) => {
    const match = /WebDriver BiDi listening on (ws:\S+)/.exec(line);
    if (match?.[1]) resolve(`${match[1]}/session`);
  });
  firefox.on("exit", () => reject(new Error("Firefox ended")));
});
const browser = await puppeteer.connect({ protocol: "webDriverBiDi", browserWSEndpoint: address });
const page = await browser.newPage();
/** @type {string[]} */
const requests = [];
page.on("request", (request) => requests.push(request.url()));
/** @type {string[]} */
const violations = [];
page.on("console", (message) => {
  if (message.text().startsWith("violation: ")) violations.push(message.text());
});
await page.evaluateOnNewDocument(() => {
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) => {
    console.error(`violation: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`);
  });
});

/** @param {{open?: string, do?: string, requests?: boolean, violations?: boolean}} order */
async function follow(order) {
  if (order.open) await page.goto(order.open);
  if (order.do) return page.evaluate(`(async () => {${order.do}})()`);
  return order.violations ? violations : order.requests ? requests : null;
}

process.stdout.write('{"value":"ready"}\n');
for await (const line of createInterface({ input: process.stdin })) {
  try {
    process.stdout.write(`${JSON.stringify({ value: (await follow(JSON.parse(line))) ?? null })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
}
const ended = new Promise((resolve) => firefox.on("exit", resolve));
await browser.close();
await ended; // what a page stored is on the disk only then
process.exit();
