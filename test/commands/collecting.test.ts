import { readReturnedForm, type ReturnedForm } from "../../src/collect";
import type { CollectRequest } from "../../src/commands";
import { reportingPeriod } from "../../src/deadline";
import { readWorkbookFile, writeWorkbookFile } from "../../src/file";
import type { SheetGrid } from "../../src/sheet";
import { office, rowsOf, saved, type Office } from "./office";

const period = reportingPeriod("first-half", 2024);
const REQUEST: CollectRequest = { period, sendBy: "2024-06-10", receivedOn: "2024-06-14" };
const RESULT = "Đã đăng 4 tin, bài";

/** The first task without any entry so far, and the form of its unit. */
async function openForm(desk: Office) {
  const { tracking } = await desk.commands.open();
  const reported = new Set(tracking.entries.map(({ code }) => code));
  const task = tracking.tasks.find(({ code, leads }) => leads.length > 0 && !reported.has(code));
  const forms = await desk.commands.forms(period, "2024-06-10");
  const form = forms.find(({ unit }) => task?.leads[0] === unit);
  if (!task || !form) throw new Error("there is no form");
  return { code: task.code, form };
}

/** A form as a unit sends it back: one task filled in. */
async function filled(
  { code, form }: Awaited<ReturnType<typeof openForm>>,
  result = RESULT,
  withKey = true,
): Promise<ReturnedForm> {
  const sheets = await readWorkbookFile(await writeWorkbookFile([form.sheet]));
  return readReturnedForm(
    form.fileName,
    sheets.map((sheet) => fill(withKey ? sheet : withoutKey(sheet), code, result)),
  );
}

function fill(grid: SheetGrid, code: string, result: string): SheetGrid {
  const header = grid.text.findIndex((row) => row.includes("Mã") && row.includes("Kết quả"));
  const column = grid.text[header]?.indexOf("Kết quả") ?? -1;
  const row = grid.text.findIndex(([first]) => first === code);
  const set = <Cell>(cells: readonly (readonly Cell[])[], value: Cell) =>
    cells.map((line, at) => (at === row ? line.with(column, value) : line));
  return { ...grid, values: set(grid.values, result), text: set(grid.text, result) };
}

/** Someone copied the table into a sheet of his own: the hidden key is gone. */
function withoutKey(grid: SheetGrid): SheetGrid {
  const header = grid.text.findIndex((row) => row.includes("Mã") && row.includes("Kết quả"));
  return {
    ...grid,
    values: grid.values.slice(header),
    text: grid.text.slice(header),
    ...(grid.numberFormats ? { numberFormats: grid.numberFormats.slice(header) } : {}),
  };
}

const filledRows = (workbook: Awaited<ReturnType<typeof saved>>) =>
  rowsOf(workbook, "Kết quả").filter((row) => row.some((cell) => cell !== ""));

it("looks at returned forms and writes nothing", async () => {
  const desk = await office();
  await desk.commands.track();
  const file = await filled(await openForm(desk));
  const before = await saved(desk);
  const look = await desk.commands.lookAtForms([file], REQUEST);
  expect(look.forms.map(({ state, late }) => [state, late])).toEqual([["taken", true]]);
  expect(look.entries.map(({ result }) => result)).toEqual([RESULT]);
  expect(look.missing.length).toBeGreaterThan(0);
  expect((await saved(desk)).Sheets).toEqual(before.Sheets);
});

it("writes what the look showed, and takes it back as any other write", async () => {
  const desk = await office();
  await desk.commands.track();
  const before = await saved(desk);
  const file = await filled(await openForm(desk));
  const { outcome, consolidation } = await desk.commands.collect([file], REQUEST);
  expect(consolidation.conflicts).toEqual([]);
  expect(outcome.undoable).toBe(true);
  expect(outcome.session.tracking.entries.map(({ result }) => result)).toContain(RESULT);
  expect(rowsOf(await saved(desk), "Kết quả").flat()).toContain(RESULT);

  await desk.commands.undo();
  const after = await saved(desk);
  expect(after.SheetNames).toEqual(before.SheetNames);
  expect(filledRows(after)).toEqual(filledRows(before));
});

it("asks for the unit of a file without its key, and takes the one that is named", async () => {
  const desk = await office();
  await desk.commands.track();
  const open = await openForm(desk);
  const { unit } = open.form;
  const file = await filled(open, RESULT, false);
  const look = await desk.commands.lookAtForms([file], REQUEST);
  expect(look.forms[0]?.state).toBe("unknown-unit");
  expect(look.entries).toEqual([]);

  const units = { [file.fileName]: unit };
  const named = await desk.commands.collect([file], { ...REQUEST, units });
  expect(named.consolidation.forms[0]).toMatchObject({ state: "taken", unit });
  expect(named.outcome.session.tracking.entries.map(({ unit }) => unit)).toContain(unit);
});

it("writes neither side of a conflict until the officer has chosen", async () => {
  const desk = await office();
  await desk.commands.track();
  const open = await openForm(desk);
  await desk.commands.collect([await filled(open)], REQUEST);
  const other = { ...(await filled(open, "Đã đăng 5 tin, bài")), fileName: "lan 2.xlsx" };
  const first = await desk.commands.collect([other], REQUEST);
  const [conflict] = first.consolidation.conflicts;
  expect(first.consolidation.conflicts).toHaveLength(1);
  expect(rowsOf(await saved(desk), "Kết quả").flat()).not.toContain("Đã đăng 5 tin, bài");

  const fresh = conflict?.options.find(({ present }) => !present);
  const decisions = { [conflict?.id ?? ""]: [fresh?.id ?? ""] };
  await desk.commands.collect([other], { ...REQUEST, decisions });
  const cells = rowsOf(await saved(desk), "Kết quả").flat();
  expect(cells).toContain("Đã đăng 5 tin, bài");
  expect(cells).not.toContain(RESULT);
});

it("gives the same workbook in whatever order the files come, and the same when they come twice", async () => {
  const first = await office();
  await first.commands.track();
  const { tracking } = await first.commands.open();
  const made = await first.commands.forms(period, "2024-06-10");
  const files: ReturnedForm[] = [];
  for (const form of made.slice(0, 3)) {
    const task = tracking.tasks.find(({ leads }) => leads[0] === form.unit);
    if (task) files.push(await filled({ code: task.code, form }, `Kết quả của ${form.unit}`));
  }
  expect(files).toHaveLength(3);
  const [a, b, c] = files as [ReturnedForm, ReturnedForm, ReturnedForm];
  const workbookAfter = async (...takings: readonly (readonly ReturnedForm[])[]) => {
    const desk = await office();
    await desk.commands.track();
    for (const forms of takings) await desk.commands.collect(forms, REQUEST);
    const book = await saved(desk);
    return book.SheetNames.map((name) => [name, rowsOf(book, name)]);
  };
  const expected = await workbookAfter([a, b, c]);
  expect(expected.map(([name]) => name)).toContain("Sổ nhận báo cáo");
  expect(await workbookAfter([c, b, a])).toEqual(expected);
  expect(await workbookAfter([b], [c, a])).toEqual(expected);
  expect(await workbookAfter([c], [a], [b], [a, b, c])).toEqual(expected);
}, 60_000);
