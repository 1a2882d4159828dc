import { connectToExcel, connectToStandIn } from "./connect";
import { say, showPage } from "./page";
import { wordsOf } from "./run-list";

/** The developer's page: runs what is assumed about Excel, in Excel or (?stand-in) on the stand-in. */
async function start(): Promise<void> {
  const onStandIn = new URLSearchParams(location.search).has("stand-in");
  try {
    const connection = onStandIn
      ? await connectToStandIn()
      : await connectToExcel(document.body.dataset["office"] ?? "");
    if (connection) showPage(connection);
    else outside("Trang này chưa nằm trong Excel.");
  } catch (error) {
    outside(`Chưa tải được Office.js (${wordsOf(error)}).`);
  }
}

function outside(sentence: string): void {
  say(sentence);
  const hint = document.getElementById("outside");
  if (hint) hint.hidden = false;
}

void start();
