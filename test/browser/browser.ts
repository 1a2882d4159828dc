import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Frame,
  type FrameLocator,
  type Page,
} from "playwright-core";
import { serveFolder } from "../../scripts/serve-folder";
import { builtPages } from "./build";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser of this machine, else the one that comes as a package. */
async function launch(): Promise<Browser> {
  const isPackaged = process.env.PHULUC_CHROMIUM === "package";
  const installed = isPackaged ? undefined : INSTALLED.find((path) => existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: FLAGS });
  const { path, args } = packagedChromium();
  return chromium.launch({ executablePath: path, args: [...args, ...FLAGS] });
}

/** Unpacks the browser of the package, an ES module that the test runner cannot load by itself. */
function packagedChromium(): { readonly path: string; readonly args: readonly string[] } {
  const program =
    'import chromium from "@sparticuz/chromium";' +
    "console.log(JSON.stringify({ path: await chromium.executablePath(), args: chromium.args }));";
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  return JSON.parse(answer) as ReturnType<typeof packagedChromium>;
}

/** How a page is looked at: its size in CSS pixels, how far it is zoomed in, its colours. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly zoom?: number;
  readonly dark?: boolean;
  readonly contrast?: boolean;
}

export interface Site {
  readonly address: string;
  /** A new page; what it logs as an error or asks of other machines is kept. */
  readonly open: (path: string, look?: Look) => Promise<Visit>;
  /** Serves another folder beside the site; gives its address. */
  readonly serve: (folder: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The pane beside the sheet of the trial page. */
  readonly pane: FrameLocator;
  readonly faults: string[];
  /** Addresses outside of the site that were asked for. */
  readonly strangers: string[];
}

/** The document of the pane, for who has to run something in it. */
export function frameOf(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes("trial.html"));
  if (!frame) throw new Error("no pane");
  return frame;
}

/** The built site with a browser for it. */
export async function openSite(): Promise<Site> {
  const folder = await builtPages();
  const { address, server } = await serveFolder(folder, 4100);
  const browser = await launch();
  const others: Server[] = [];
  return {
    address,
    serve: async (other) => {
      const served = await serveFolder(other, 4100);
      others.push(served.server);
      return served.address;
    },
    open: async (path, look = {}) => {
      const context = await browser.newContext({
        viewport: { width: look.width ?? 1366, height: look.height ?? 768 },
        deviceScaleFactor: look.zoom ?? 1,
        colorScheme: look.dark ? "dark" : "light",
        forcedColors: look.contrast ? "active" : "none",
        reducedMotion: "reduce",
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const faults: string[] = [];
      const strangers: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      page.on("request", (request) => {
        const own = request.url().startsWith(address) || /^(data|blob):/.test(request.url());
        if (!own) strangers.push(request.url());
      });
      await page.goto(address + path);
      return { page, context, pane: page.frameLocator("iframe"), faults, strangers };
    },
    close: async () => {
      await browser.close();
      for (const each of [server, ...others]) await closeServer(each);
    },
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
