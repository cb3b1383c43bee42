// Opens a review page in a browser: node look_at_page.mjs BROWSER PAGE FOLDER
// Prints what is wrong, a line each; pictures of the page go into FOLDER.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [browserPath, page, folder] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), "here.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const SERIOUS = ["serious", "critical"];
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });

async function look(width, colorScheme) {
  const name = `${width}-${colorScheme}`;
  const wrong = (what) => console.log(`${name}: ${what}`);
  const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  tab.on("console", (message) => message.type() === "error" && wrong(`console: ${message.text()}`));
  tab.on("pageerror", (error) => wrong(`script: ${error.message}`));
  tab.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) wrong(`asks for ${request.url()}`);
  });
  await tab.goto(pathToFileURL(page).href);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) wrong(`${wide} pixels wider than the window`);
  for (const place of ["button.seek", "svg rect[data-at]"]) await seek(tab, place, wrong);
  await tab.evaluate(() => scrollTo(0, 0));
  await tab.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  // its script is let in by the debugger, not by the policy of the page
  await tab.evaluate(axe);
  const found = await tab.evaluate(() => axe.run());
  for (const one of found.violations.filter((one) => SERIOUS.includes(one.impact)))
    wrong(`${one.id}: ${one.help} (${one.nodes[0].html.slice(0, 120)})`);
  await tab.close();
}

async function seek(tab, place, wrong) {
  const marks = tab.locator(place);
  const count = await marks.count();
  if (!count) return wrong(`no ${place} to click`);
  const mark = marks.nth(count - 1);
  const wanted = Number(await mark.getAttribute("data-at")) / 1000;
  await mark.click();
  const at = await tab.evaluate(() => document.querySelector("video").currentTime);
  if (Math.abs(at - wanted) > 0.05) wrong(`a click on ${place} goes to ${at}, not to ${wanted}`);
}

try {
  for (const width of [360, 1440]) for (const scheme of ["light", "dark"]) await look(width, scheme);
} finally {
  await browser.close();
}
