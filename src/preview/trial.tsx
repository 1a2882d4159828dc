import { createCommands } from "../commands";
import { localeOf } from "../locale";
import { browserHost, clockFor, mountPane, systemTheme } from "../pane";
import { loadClient } from "./office-client";
import type { FrameMessage } from "./protocol";

/** The pane in the trial page: the real Excel client, answered by the workbook of the page around it. */
async function start(): Promise<void> {
  const element = document.getElementById("pane");
  if (!element) return;
  const query = new URLSearchParams(location.search);
  await loadClient(await bridgePort());
  mountPane(element, {
    createCommands,
    host: browserHost(() => {
      tell({ phuLuc: "open-sample" });
      return Promise.resolve();
    }),
    today: clockFor(query.get("today")),
    locale: localeOf(query.get("lang")),
    theme: await systemTheme(),
  });
}

/** Asks the page for a channel to the worker that holds the workbook. */
function bridgePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener("message", (event) => {
      const [port] = event.ports;
      if (event.source === window.parent && event.data === "phu-luc-bridge" && port) resolve(port);
    });
    tell({ phuLuc: "connect" });
  });
}

function tell(message: FrameMessage): void {
  window.parent.postMessage(message, location.origin);
}

void start();
