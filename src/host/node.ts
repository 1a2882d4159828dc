import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { StandIn } from "./index";

/** The client of Office.js, never altered and never bundled. */
const clientPath = "@microsoft/office-js/dist/excel-web-16.00.js";

function clientSource(): string {
  const require = createRequire(join(process.cwd(), "package.json"));
  return readFileSync(require.resolve(clientPath), "utf8");
}

let source: string | null = null;

/** Whether one version ("1.9") is at most another ("1.13"). */
function isAtMost(version: string, highest: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [most = 0, last = 0] = highest.split(".").map(Number);
  return major < most || (major === most && minor <= last);
}

/** The little of `Office` that an add-in uses where there is no Office. */
function officeOf(standIn: StandIn): Record<string, unknown> {
  const requirements = {
    isSetSupported: (set: string, version = "1.1") =>
      set === "ExcelApi" ? isAtMost(version, standIn.apiVersion) : set === "SharedRuntime",
  };
  const info = { host: "Excel", platform: "PC" };
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac" },
    context: {
      requirements,
      displayLanguage: "vi-VN",
      contentLanguage: "vi-VN",
      host: "Excel",
      platform: "PC",
      diagnostics: { host: "Excel", platform: "PC", version: "16.0" },
    },
    onReady: (callback?: (information: typeof info) => unknown) =>
      Promise.resolve(info).then((ready) => {
        callback?.(ready);
        return ready;
      }),
    actions: { associate: () => undefined },
    addin: { showAsTaskpane: () => Promise.resolve() },
  };
}

/** Lets the client refuse, by Microsoft's own list, what the version in use does not have. */
function refuseNewer(extension: unknown): void {
  const { CommonUtility } = extension as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  CommonUtility._doApiNotSupportedCheck = true;
}

/**
 * Starts the client against a stand-in and sets the globals Excel, Office and OfficeExtension.
 * May be called again with another stand-in: each gets a client of its own.
 */
export function startExcel(standIn: StandIn): Promise<void> {
  source ??= clientSource();
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    // The caller's own kinds of objects, so that `instanceof` holds on both sides.
    Promise,
    Error,
    Array,
    JSON,
    performance,
    navigator: { userAgent: "node" },
    location: { href: "https://localhost/", search: "", hash: "", protocol: "https:" },
    document: { addEventListener: () => undefined, getElementsByTagName: () => [] },
    addEventListener: () => undefined,
    _richApiNativeBridge: standIn.bridge,
  };
  window["window"] = window;
  window["self"] = window;
  const context = createContext(window);
  runInContext(source, context, { filename: "excel-web-16.00.js" });
  refuseNewer(window["OfficeExtension"]);
  const office = officeOf(standIn);
  window["Office"] = office;
  Object.assign(globalThis, {
    Excel: window["Excel"],
    OfficeExtension: window["OfficeExtension"],
    Office: office,
  });
  return Promise.resolve();
}
