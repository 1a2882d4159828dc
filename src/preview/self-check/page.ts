import { contract } from "../../host/contract";
import { browserHost } from "../../pane";
import type { Connection } from "./connect";
import { resultText, totalOf } from "./result-text";
import { runList, wordsOf, type Outcome } from "./run-list";
import { isEmptyWorkbook, sheetNames } from "./workbook";

const STATES = { held: "Đúng", broken: "Không đúng", "not run": "Chưa chạy" } as const;

/** Finds an element of the page by its id; the page and this script are one. */
function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

/** Makes the page work once it is known which Excel it talks to. */
export function showPage(connection: NonNullable<Connection>): void {
  const start = element("start", HTMLButtonElement);
  const copy = element("copy", HTMLButtonElement);
  const text = element("text", HTMLTextAreaElement);
  const place = element("place", HTMLElement);
  place.textContent = `Chạy trên: ${connection.place}`;
  say(`Có ${contract.length} giả định. Bấm Bắt đầu để chạy.`);
  start.disabled = false;
  start.addEventListener("click", () => {
    start.disabled = true;
    copy.hidden = true;
    text.hidden = true;
    void run(connection)
      .then((result) => {
        if (result === null) return;
        text.value = result;
        copy.hidden = false;
      })
      .catch((error: unknown) => say(`Không chạy được: ${wordsOf(error)}`))
      .finally(() => (start.disabled = false));
  });
  const { copy: copyText } = browserHost(null);
  copy.addEventListener("click", () => {
    void copyText(text.value).then((copied) => {
      element("copied", HTMLElement).textContent = copied
        ? "Đã sao chép."
        : "Không sao chép được: chọn chữ ở ô dưới rồi sao chép bằng tay.";
      text.hidden = copied;
      if (!copied) text.select();
    });
  });
}

/** Says in the page's status line. */
export function say(sentence: string): void {
  element("status", HTMLElement).textContent = sentence;
}

/** Runs the list and gives the result as text; null when the workbook is not a new one. */
async function run({ excel, place }: NonNullable<Connection>): Promise<string | null> {
  if (!(await isEmptyWorkbook(excel))) {
    say("Tệp này đã có dữ liệu nên chưa chạy gì. Hãy mở một tệp trống mới rồi bấm Bắt đầu.");
    return null;
  }
  const rows = element("rows", HTMLTableSectionElement);
  rows.replaceChildren();
  element("table", HTMLTableElement).hidden = false;
  const before = await sheetNames(excel);
  const outcomes = await runList(contract, excel, (outcome) => {
    rows.append(rowOf(outcome));
    say(`Đang chạy: ${rows.rows.length}/${contract.length}`);
  });
  const left = (await sheetNames(excel)).filter((name) => !before.includes(name));
  const total = totalOf(outcomes);
  say(left.length > 0 ? `${total}. Trang còn sót lại: ${left.join(", ")}.` : `${total}.`);
  return resultText(outcomes, `${place}, ${new Date().toISOString()}`, left);
}

function rowOf({ id, assumption, source, state, error, took }: Outcome): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.dataset["state"] = state;
  const cells: readonly (readonly [string, string])[] = [
    [STATES[state], "vi"],
    [id, "en"],
    [assumption, "en"],
    [source, "en"],
    [error, "vi"],
    [state === "not run" ? "" : `${took} ms`, "vi"],
  ];
  for (const [words, language] of cells) {
    const cell = document.createElement("td");
    cell.textContent = words;
    cell.lang = language;
    row.append(cell);
  }
  return row;
}
