import { openWorkbook, type StandIn, type StandInOptions } from "../../src/host";
import { startExcel } from "../../src/host/node";

/** A new workbook (or an opened one) with the client running against it. */
export async function excelOn(
  bytes: Uint8Array | null = null,
  options: StandInOptions = {},
): Promise<StandIn> {
  const standIn = await openWorkbook(bytes, { now: () => new Date(2024, 5, 14), ...options });
  await startExcel(standIn);
  return standIn;
}

/** Values of a range on the first sheet. */
export function valuesAt(address: string, sheet = "Sheet1"): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

/** Writes values (or formulas) from A1 on the first sheet. */
export function fill(rows: readonly (readonly unknown[])[], sheet = "Sheet1"): Promise<void> {
  return Excel.run(async (context) => {
    const width = rows[0]?.length ?? 1;
    const range = context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(0, 0, rows.length, width);
    range.values = rows as unknown[][];
    await context.sync();
  });
}

/** The code of the error that a promise is rejected with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "";
  } catch (error) {
    return typeof error === "object" && error !== null && "code" in error
      ? String(error.code)
      : String(error);
  }
}
