/**
 * Draws the icons of assets/icons from the shapes below, in every size that Office asks for:
 *   npx tsx scripts/make-icons.ts [path of a Chromium]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const folder = join(__dirname, "..", "assets", "icons");

const RED = "#b3261e";
const BLUE = "#0f548c";
const SHEET = `<rect x="4" y="3" width="24" height="26" rx="2" fill="#fff" stroke="${BLUE}" stroke-width="2"/>`;
const HEAD = `<rect x="5" y="4" width="22" height="6" fill="${BLUE}"/>`;
const LINES = `<path d="M8 15h16M8 20h16M8 25h9" stroke="${BLUE}" stroke-width="2"/>`;

/** Each on a canvas of 32 × 32. */
const SHAPES: Readonly<Record<string, string>> = {
  icon: `<rect width="32" height="32" rx="6" fill="${BLUE}"/><rect x="6" y="5" width="20" height="22" rx="1.5" fill="#fff"/><rect x="6" y="5" width="20" height="5" fill="#ffd966"/><path d="M9 14h8M9 18.5h8M9 23h5" stroke="${BLUE}" stroke-width="2"/><path d="M18.5 20l3 3.2 6-7" fill="none" stroke="${RED}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`,
  pane: `<rect x="3" y="4" width="26" height="24" rx="2" fill="#fff" stroke="${BLUE}" stroke-width="2"/><rect x="19" y="5" width="9" height="22" fill="${BLUE}"/><path d="M7 10h9M7 15h9M7 20h6" stroke="${BLUE}" stroke-width="2"/><path d="M21.5 10h4M21.5 15h4M21.5 20h4" stroke="#fff" stroke-width="2"/>`,
  check: `${SHEET}<path d="M8 9h16M8 14h9M8 19h6" stroke="${BLUE}" stroke-width="2"/><circle cx="20" cy="20" r="6" fill="#fff" stroke="${RED}" stroke-width="2.5"/><path d="M24.5 24.5l5 5" stroke="${RED}" stroke-width="3" stroke-linecap="round"/>`,
  half: `${SHEET}${HEAD}<path d="M8 15h10M8 20h7" stroke="${BLUE}" stroke-width="2"/><text x="21.5" y="27" font-family="Liberation Sans, Arial, sans-serif" font-size="14" font-weight="700" text-anchor="middle" fill="${RED}">6</text>`,
  year: `${SHEET}${HEAD}<path d="M8 14h16" stroke="${BLUE}" stroke-width="2"/><text x="16" y="26.5" font-family="Liberation Sans, Arial, sans-serif" font-size="12" font-weight="700" text-anchor="middle" fill="${RED}">12</text>`,
  urge: `${SHEET}${LINES}<circle cx="23" cy="23" r="7.5" fill="#fff" stroke="${RED}" stroke-width="2"/><path d="M23 18.5V23l3 2" fill="none" stroke="${RED}" stroke-width="2.2" stroke-linecap="round"/>`,
};

const SIZES: Readonly<Record<string, readonly number[]>> = { icon: [16, 32, 64, 80] };
const BUTTON_SIZES = [16, 32, 80];

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.argv[2] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const page = await browser.newPage();
  for (const [name, shape] of Object.entries(SHAPES)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shape}</svg>`;
    writeFileSync(join(folder, `${name}.svg`), `${svg}\n`);
    for (const size of SIZES[name] ?? BUTTON_SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      await page.screenshot({ path: join(folder, `${name}-${size}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
