import { readWorkbookFile, writeWorkbookFile } from "../../src/file";

/** The unit fills in the result of a task that has none so far, and saves the file. */
export async function fillIn(bytes: Uint8Array, code: string, result: string): Promise<Buffer> {
  const [sheet] = await readWorkbookFile(bytes);
  if (!sheet) throw new Error("the form has no sheet");
  const column = sheet.text.flatMap((row) => (row.includes("Mã") ? row.indexOf("Kết quả") : []))[0];
  const row = sheet.text.findIndex(([first]) => first === code);
  const values = sheet.values.map((cells, at) =>
    at === row && column !== undefined ? cells.with(column, result) : cells,
  );
  const saved = await writeWorkbookFile([
    {
      name: sheet.sheet,
      blocks: [{ row: 0, column: 0, cells: values }],
      styles: [],
      merges: [],
      columnWidths: [],
      rowHeights: {},
      validations: [],
    },
  ]);
  return Buffer.from(saved);
}
