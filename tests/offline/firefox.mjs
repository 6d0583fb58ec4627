// Lets a test drive Firefox with its real file policy: node firefox.mjs FIREFOX PROFILE [PROXY-PORT] [noscript]. One JSON line in, one out.
//   {"open": url} · {"do": JavaScript function body, may be async} -> {"value": ...} · {"requests": true} -> the addresses that were requested
//   {"violations": true} -> what the policies of the pages have forbidden · {"tab": number} from 0 on, opened when it is not there yet
//   {"press": keys} · {"write": text} · {"tap": [x, y]} · {"file": [selector, path]} · {"print": true} -> the page as a PDF in base64
// Puppeteer's own launcher would switch the policy off, so Firefox is started here, with a bare profile.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [program = "", profile = "", proxy = "", scripts = ""] = process.argv.slice(2);
// What is recommended for automation includes security.fileuri.strict_origin_policy = false.
const preferences = new Map([["remote.prefs.recommended", "false"]]);
if (scripts === "noscript") preferences.set("javascript.enabled", "false");
if (proxy) {
  preferences.set("network.proxy.type", "1").set("network.proxy.http", '"127.0.0.1"').set("network.proxy.http_port", proxy);
  preferences.set("media.gmp-manager.updateEnabled", "false"); // it would fetch a codec
  preferences.set("network.proxy.ssl", '"127.0.0.1"').set("network.proxy.ssl_port", proxy);
}
const lines = [...preferences].map(([name, value]) => `user_pref("${name}", ${value});\n`);
writeFileSync(path.join(profile, "user.js"), lines.join(""));
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
/** @type {string[]} */
const requests = [];
/** @type {string[]} */
const violations = [];
/** @type {import("puppeteer-core").Page[]} */
const tabs = [];

async function newTab() {
  const tab = await browser.newPage();
  tab.on("request", (request) => requests.push(request.url()));
  tab.on("console", (message) => {
    if (message.text().startsWith("violation: ")) violations.push(message.text());
  });
  await tab.evaluateOnNewDocument(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      console.error(`violation: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`);
    });
  });
  tabs.push(tab);
  return tab;
}

let page = await newTab();

/** @param {string} name of a key, such as "Tab" or "Shift+Tab" */
async function press(name) {
  const [key, held] = /** @type {import("puppeteer-core").KeyInput[]} */ (name.split("+").reverse());
  if (held) await page.keyboard.down(held);
  if (key) await page.keyboard.press(key);
  if (held) await page.keyboard.up(held);
}

/**
 * @typedef {{open?: string, do?: string, requests?: boolean, violations?: boolean, tab?: number, print?: boolean,
 *   press?: string[], write?: string, tap?: [number, number], file?: [string, string]}} Order
 * @param {Order} order
 */
async function follow(order) {
  if (order.tab !== undefined) page = tabs[order.tab] ?? (await newTab());
  if (order.open) await page.goto(order.open);
  for (const key of order.press ?? []) await press(key);
  if (order.write) await page.keyboard.type(order.write);
  if (order.tap) await page.touchscreen.tap(...order.tap);
  if (order.file) await (await page.$(`input${order.file[0]}`))?.uploadFile(order.file[1]);
  if (order.print) return Buffer.from(await page.pdf({ format: "A4" })).toString("base64");
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
