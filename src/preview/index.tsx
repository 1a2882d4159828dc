import { FluentProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { localeOf } from "../locale";
import { systemTheme } from "../pane";
import { RemoteWorkbook } from "./remote-workbook";
import { TrialPage } from "./trial-page";

async function start(): Promise<void> {
  const element = document.getElementById("page");
  if (!element) return;
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  // The page is Vietnamese unless its address asks for English; a browser's own language says little here.
  const locale = localeOf(new URLSearchParams(location.search).get("lang"));
  document.documentElement.lang = locale;
  const theme = await systemTheme();
  createRoot(element).render(
    <FluentProvider theme={theme.get()} style={{ height: "100%" }}>
      <TrialPage workbook={new RemoteWorkbook(worker)} locale={locale} />
    </FluentProvider>,
  );
}

void start();
