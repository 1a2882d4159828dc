import { readFileSync } from "node:fs";
import type { StandIn } from "../../src/host";
import type { Words } from "../../src/locale";
import type { Visit } from "./browser";
import { fillIn } from "./returned-form";

/** The workbook in the page's worker, as the worker's own console sees it. */
declare const phuLucWorkbook: StandIn;

/** A sentence of the catalogue that is made of parts, with anything in their places. */
function like(sentence: (...parts: string[]) => string): RegExp {
  const mark = "§";
  const text = sentence(...Array.from({ length: sentence.length }, () => mark));
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(mark, ".*")}`);
}

/** A task that waits for an event, and two cells with letters in pieces: what the sample has none of. */
async function soil({ page }: Visit): Promise<void> {
  const [worker] = page.workers();
  if (!worker) throw new Error("the page has no worker");
  await worker.evaluate(() => {
    const { view, officer } = phuLucWorkbook;
    const { name } = view.show().sheet;
    const cells = view.cells(name, 0, 60);
    const rowOf = (text: string) => {
      const cell = cells.find((each) => each.text.startsWith(text));
      if (!cell) throw new Error(`the sample has no ${text}`);
      return cell.row + 1;
    };
    const waiting = `F${rowOf("Phổ biến Kế hoạch")}`;
    officer.type(name, waiting, "10 ngày làm việc sau khi có văn bản hướng dẫn");
    for (const text of ["Phân công công chức", "Rà soát, đôn đốc"]) {
      const row = rowOf(text);
      const product = cells.find((each) => each.row === row - 1 && each.column === 2);
      officer.type(name, `C${row}`, (product?.text ?? "").normalize("NFD"));
    }
  });
}

/** Walks through every view and form of the pane, with its words in one language, and stops at each for a look. */
export async function everyView(
  visit: Visit,
  words: Words,
  onView: (name: string) => Promise<void>,
): Promise<void> {
  const { pane } = visit;
  // While work goes on, what must wait for it is greyed; it is looked at when all is ready.
  const look = async (name: string) => {
    await pane.locator('[aria-disabled="true"]').first().waitFor({ state: "detached" });
    await onView(name);
  };
  const button = (name: string | RegExp) =>
    pane.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
  const press = (name: string | RegExp) => button(name).first().click();
  const tab = (name: string) => pane.getByRole("tab", { name }).click();
  const unfold = (name: RegExp) => pane.locator("summary", { hasText: name }).first().click();
  const part = (sentence: (...parts: string[]) => string) =>
    new RegExp(like(sentence).source.slice(1));

  await button(words.first.read).waitFor();
  await soil(visit);
  await look("first");
  await press(words.first.read);
  await button(words.columns.fine).waitFor();
  await look("columns");
  await press(words.columns.change);
  await look("columns-edited");
  await press(words.columns.keep);
  await press(words.columns.fine);
  await pane.getByText(words.overview.assigned("30"), { exact: true }).waitFor();
  await pane.getByRole("heading", { name: words.urging.title }).waitFor();
  await look("overview");

  await press(words.overview.changeDate);
  await button(words.overview.today).waitFor();
  await pane.getByLabel(words.overview.newDate).fill("1/7/2024");
  await press(words.overview.useDate);
  await button(words.overview.setDate).waitFor();
  await look("overview-other-day");
  await press(words.common.back);
  await press(words.overview.changeDate);
  await press(like(words.urging.noteOf));
  await pane.getByText(words.urging.noted).first().waitFor();
  await unfold(new RegExp(words.urging.show));
  await unfold(part(words.urging.oftenLate));
  await unfold(part(words.urging.silences));
  await button(like(words.urging.openTask)).first().waitFor();
  await look("urging");

  await press(words.questions.answer);
  await pane.getByRole("heading", { name: like(words.questions.title) }).waitFor();
  await look("question");
  await press(words.questions.skip);
  await look("question-2");
  await press(words.common.back);

  await tab(words.tasks.title);
  await button(/^1\.1 Ban hành Kế hoạch/)
    .first()
    .waitFor();
  await look("tasks");
  await press(words.tasks.more);
  await pane.getByLabel(words.tasks.order).selectOption(words.tasks.orders.unit);
  await look("tasks-by-unit");
  await pane.getByLabel(words.tasks.order).selectOption(words.tasks.orders.appendix);
  await pane.getByLabel(words.tasks.search).fill("khong co gi nhu the");
  await pane.getByText(words.tasks.noneFound).waitFor();
  await look("tasks-none");
  await press(words.tasks.clear);
  await press(/^1\.2 Phổ biến Kế hoạch/);
  await button(words.card.eventDay).waitFor();
  await look("card");
  await press(words.card.eventDay);
  await pane.getByLabel(words.card.eventUse).fill("3/6/2024");
  await look("event-day");
  await press(words.common.cancel);
  await press(words.card.adjust);
  await press(words.common.save);
  await pane.getByText(words.card.needBasis).waitFor();
  await look("adjust-form-wrong");
  await press(words.common.cancel);
  await press(words.card.enter);
  await pane.getByLabel(words.card.quantity).fill("bốn");
  await press(words.common.save);
  await pane.getByText(words.card.quantityWrong).waitFor();
  await look("result-form-wrong");

  await tab(words.tabs.checks);
  await pane.getByRole("heading", { name: words.checks.title }).waitFor();
  await look("review");
  // Two cells with letters in pieces are a hint, and hints are folded.
  await unfold(/\(2\)$/);
  await press(like(words.checks.fixAll));
  await button(like(words.checks.fixWrite)).waitFor();
  await look("fix-preview");
  await press(words.checks.fixStop);
  await press(words.checks.ignore);
  await pane.getByLabel(words.checks.reason).fill("Đã hỏi đơn vị soạn");
  await look("ignore-form");
  await pane.locator("form").getByRole("button", { name: words.checks.ignore }).click();
  await unfold(part(words.checks.ignoredList));
  await button(words.checks.restore).waitFor();
  await look("ignored");

  await tab(words.tabs.reports);
  await pane.getByRole("heading", { name: words.reports.title }).waitFor();
  await press(words.reports.other);
  await look("reports");
  await pane.getByLabel(words.reports.reader).selectOption(words.reports.readers.office);
  await look("reports-of-a-unit");
  await pane.getByLabel(words.reports.reader).selectOption(words.reports.readers.authority);
  await press(words.forms.make);
  await button(like(words.forms.saveOf)).first().waitFor();
  await look("forms");
  const sending = visit.page.waitForEvent("download");
  await press(words.forms.saveOf("Văn phòng Ban"));
  const form = await sending;
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const filled = await fillIn(readFileSync(await form.path()), "NV002", "Đã gửi công văn");
  await pane.locator("input[type=file]").setInputFiles([
    { name: form.suggestedFilename(), mimeType, buffer: filled },
    { name: "thu.xlsx", mimeType, buffer: Buffer.from("not a workbook") },
  ]);
  await button(words.forms.write).waitFor();
  await look("forms-returned");
  await press(words.forms.write);
  await button(like(words.forms.sendBackOf)).first().waitFor();
  await look("forms-book");
  await press(like(words.forms.sendBackOf));
  await press(words.forms.noteReturn);
  await pane.getByText(words.forms.needReason).waitFor();
  await look("send-back-form");
  await press(like(words.reports.make));
  await pane.getByRole("heading", { name: like(words.reports.done) }).waitFor({ timeout: 120_000 });
  await look("report-done");
  await press(words.reports.close);
  await pane.getByText(words.reports.closeAsk).waitFor();
  await look("report-close");

  await press(words.common.settings);
  await pane.getByRole("heading", { name: words.settings.title }).waitFor();
  await look("settings");
}
