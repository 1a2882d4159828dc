import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read as readXlsx, utils, type WorkBook } from "@e965/xlsx";
import { createCommands, Refusal, type Commands } from "../../src/commands";
import type { IsoDate } from "../../src/deadline";
import { openWorkbook, type StandIn } from "../../src/host";
import { startExcel } from "../../src/host/node";

const SAMPLE = join(__dirname, "../../assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx");

/** An officer's desk: a workbook open in the stand-in, with the commands over it. */
export interface Office {
  readonly standIn: StandIn;
  readonly commands: Commands;
}

/** Opens bytes (null: a new workbook; nothing given: the sample) on a given day. */
export async function office(
  today: IsoDate = "2024-06-14",
  bytes: Uint8Array | null = readFileSync(SAMPLE),
): Promise<Office> {
  const standIn = await openWorkbook(bytes);
  await startExcel(standIn);
  return { standIn, commands: createCommands({ locale: "vi", today: () => today }) };
}

/** The workbook as saved, read by a reader that is not ours. */
export async function saved({ standIn }: Office): Promise<WorkBook> {
  const { bytes } = await standIn.save();
  return readXlsx(bytes, { cellFormula: true });
}

/** All cells of a sheet as rows of values. */
export function rowsOf(workbook: WorkBook, sheet: string): unknown[][] {
  const cells = workbook.Sheets[sheet];
  if (!cells) throw new Error(`there is no sheet ${sheet}`);
  return utils.sheet_to_json<unknown[]>(cells, { header: 1, defval: "", raw: true });
}

/** The row that has a text in one of its cells. */
export function rowWith(rows: readonly unknown[][], text: string): unknown[] {
  const row = rows.find((cells) => cells.includes(text));
  if (!row) throw new Error(`there is no row with ${text}`);
  return row;
}

/** The refusal of a command that must be refused. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("the command was not refused");
}

/** A new workbook filled by a script over Excel's own client. */
export async function written(
  fill: (context: Excel.RequestContext) => void,
  today?: IsoDate,
): Promise<Office> {
  const desk = await office(today, null);
  await Excel.run(async (context) => {
    fill(context);
    await context.sync();
  });
  return desk;
}
