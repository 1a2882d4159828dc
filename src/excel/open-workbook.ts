import { asProblem } from "./problem";

/**
 * Opens an .xlsx file (base64) as a new workbook of its own, in its own window; the one that is open stays as it is.
 * Needs ExcelApi 1.8. Throws ExcelProblem.
 */
export async function openNewWorkbook(base64: string): Promise<void> {
  try {
    await Excel.createWorkbook(base64);
  } catch (error) {
    throw asProblem(error);
  }
}
