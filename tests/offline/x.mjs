import { spawn } from "node:child_process";
import { writeFileSync, mkdirSync } from "node:fs";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";
const nojs = process.argv[2]==="nojs";
const profile="/tmp/sixteen/x/prof"+(nojs?"n":""); mkdirSync(profile,{recursive:true});
writeFileSync(profile+"/user.js", 'user_pref("remote.prefs.recommended", false);\n'.replace('"remote.prefs.recommended", false','"remote.prefs.recommended", "false"')+(nojs?'user_pref("javascript.enabled", false);\n':''));
const firefox = spawn("/usr/bin/firefox-esr", ["--headless","--no-remote","--profile",profile,"--remote-debugging-port=0","about:blank"],{stdio:["ignore","ignore","pipe"],env:{...process.env,HOME:"/tmp/sixteen/x"}});
process.on("exit",()=>firefox.kill());
const address = await new Promise((r)=>createInterface({input:firefox.stderr}).on("line",(l)=>{const m=/WebDriver BiDi listening on (ws:\S+)/.exec(l); if(m) r(m[1]+"/session")}));
const browser = await puppeteer.connect({protocol:"webDriverBiDi",browserWSEndpoint:address});
const dir="file:///tmp/sixteen/x/d%20e/ultimate-gig-0.1.0/";
const t=async(n,f)=>{const s=Date.now();try{console.log(n,JSON.stringify(await f())?.slice(0,300),Date.now()-s,"ms")}catch(e){console.log(n,"ERR",String(e).slice(0,300),Date.now()-s)}};
const page=await browser.newPage();
if(nojs){
  await t("goto",()=>page.goto(dir+"calculators/plan.html",{waitUntil:"load"}).then(()=>1));
  await t("eval",()=>page.evaluate("document.querySelector('h1').textContent"));
  await t("scripts ran",()=>page.evaluate("[document.documentElement.className, typeof ugAssets, getComputedStyle(document.querySelector('.ug-headline')).display, document.querySelector('.ug-headline').innerText]"));
  await t("$",()=>page.$eval("h1",e=>e.textContent));
  await t("pdf",()=>page.pdf({format:"A4"}).then(p=>p.length));
} else {
  await t("goto",()=>page.goto(dir+"calculators/plan.html").then(()=>1));
  await t("out",()=>page.waitForFunction("performance.getEntriesByName('gig:outcome').length",{timeout:60000}).then(()=>1));
  await t("pdf",()=>page.pdf({format:"A4"}).then(p=>{writeFileSync("/tmp/sixteen/x/ff.pdf",p);return p.length}));
  await t("touch",async()=>{await page.evaluate("window.seen=[];for(const k of ['touchstart','pointerdown','click'])document.addEventListener(k,e=>seen.push(k+':'+(e.pointerType??'')+e.isTrusted),true)"); const b=await page.$("gig-calculator input"); const x=await b.boundingBox(); await b.scrollIntoView(); await b.tap(); return page.evaluate("seen")});
  await t("keys",async()=>{await page.keyboard.press("Tab");return page.evaluate("document.activeElement.outerHTML.slice(0,80)")});
  await t("win.print",async()=>page.evaluate("typeof window.print"));
  const other=await browser.newPage();
  await t("tab2",()=>other.goto(dir+"calculators/plan.html").then(()=>1));
  await t("tab2eval",()=>other.evaluate("document.visibilityState"));
  await t("viewport",async()=>{await page.setViewport({width:360,height:740}); return page.evaluate("[innerWidth,innerHeight,matchMedia('(pointer: coarse)').matches, navigator.maxTouchPoints]")});
  await t("filechooser",async()=>{await page.goto(dir+"workbook.html"); const b=await page.$("input[type=file]"); await b.uploadFile("/tmp/sixteen/race.py"); return page.evaluate("document.querySelector('input[type=file]').files.length")});
}
await browser.close(); process.exit();
