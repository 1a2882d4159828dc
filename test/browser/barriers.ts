import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { frameOf } from "./browser";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in a page or a frame, by rule and place, and whether it needs scrolling sideways. */
export async function barriers(where: Page | Frame): Promise<string[]> {
  // eval, because the pages' own policy refuses scripts that are put into them.
  if (!(await where.evaluate("'axe' in window"))) await where.evaluate(axe);
  const found = await where.evaluate(`axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
    iframes: false,
    rules: { region: { enabled: false } },
  }).then(({ violations }) => {
    const wrong = violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.join(" ") + " " + n.html.slice(0, 160)));
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return wide > 0 ? [...wrong, "needs scrolling sideways by " + wide + " px"] : wrong;
  })`);
  return found as string[];
}

/** For who looks at the views: PICTURES names the folder that the whole pane is kept in. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["PICTURES"];
  const size = page.viewportSize();
  if (!folder || !size) return;
  const hidden = await frameOf(page).evaluate(() => {
    const main = document.querySelector("[data-scroll]");
    return main ? main.scrollHeight - main.clientHeight : 0;
  });
  await page.setViewportSize({ ...size, height: Math.min(size.height + hidden + 60, 4000) });
  await page.locator("iframe").screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize(size);
}
