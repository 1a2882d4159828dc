import { createCommands } from "../commands";
import { localeOf } from "../locale";
import { autoOpenOf } from "./auto-open";
import { browserHost } from "./host";
import { mountPane } from "./mount";
import { associateButtons, ribbonQueue } from "./ribbon";
import { excelOpensFiles, openInExcel, openSampleInExcel } from "./sample";
import { systemTheme } from "./theme";
import { localToday } from "./today";

// The page's own small script (floor.js) says what is wrong when Office or a new enough Excel is missing.
if (typeof Office !== "undefined") {
  associateButtons(Office, ribbonQueue);
  void Office.onReady().then(async ({ host }) => {
    const element = document.getElementById("pane");
    if (!element || host !== Office.HostType.Excel) return;
    if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return;
    mountPane(element, {
      createCommands,
      host: browserHost(
        excelOpensFiles() ? openSampleInExcel : null,
        excelOpensFiles() ? openInExcel : null,
        autoOpenOf((Office.context.document as Office.Document | undefined)?.settings),
      ),
      today: localToday,
      locale: localeOf(Office.context.displayLanguage),
      theme: await systemTheme(officeIsDark),
      ribbon: ribbonQueue,
    });
  });
}

/** Whether Office itself is dark; null where it does not say. */
function officeIsDark(): boolean | null {
  const background = (Office.context.officeTheme as Office.OfficeTheme | undefined)
    ?.bodyBackgroundColor;
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(background ?? "");
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
