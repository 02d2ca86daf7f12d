// Loads each file in Chromium and runs axe-core over it. A finding of any
// impact, an outside request or an error of the page is a failure.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { basename } from "node:path";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const looks = [
  { name: "light", colorScheme: "light" },
  { name: "dark", colorScheme: "dark" },
  { name: "light, more contrast", colorScheme: "light", contrast: "more" },
  { name: "dark, more contrast", colorScheme: "dark", contrast: "more" },
  { name: "light, narrow", colorScheme: "light", width: 320 },
];
const rules = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] };

let findings = 0;
const say = (file, look, words) => {
  findings++;
  console.log(`${basename(file)} (${look}): ${words}`);
};

async function check(browser, file, look) {
  const context = await browser.newContext({
    colorScheme: look.colorScheme, contrast: look.contrast ?? "no-preference",
    viewport: { width: look.width ?? 1280, height: 800 },
    bypassCSP: true, // for axe itself; what the page would fetch is watched below
  });
  const page = await context.newPage();
  const home = pathToFileURL(file).href;
  page.on("request", (r) => {
    if (r.url() !== home && !r.url().startsWith("data:")) say(file, look.name, `fetches ${r.url()}`);
  });
  page.on("pageerror", (e) => say(file, look.name, `error: ${e.message}`));
  await page.goto(home);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 1) say(file, look.name, `the page is ${overflow} px wider than the window`);
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), rules);
  for (const v of violations) {
    say(file, look.name, `${v.id} (${v.impact}): ${v.help}`);
    for (const n of v.nodes.slice(0, 5)) {
      console.log(`    ${n.target.join(" ")}\n    ${(n.failureSummary ?? "").replace(/\s*\n\s*/g, "; ")}`);
    }
  }
  await context.close();
}

let browser;
try {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for (const file of process.argv.slice(2)) {
    for (const look of looks) await check(browser, file, look);
  }
} catch (e) {
  console.error(`axe: ${e.message}`);
  process.exitCode = 2;
} finally {
  await browser?.close();
}
if (process.exitCode !== 2) {
  const files = process.argv.length - 2;
  console.log(findings ? `axe: ${findings} findings` : `axe: ${files} file${files === 1 ? "" : "s"} clean in ${looks.length} looks`);
  process.exitCode = findings ? 1 : 0;
}
