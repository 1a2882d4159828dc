/** Address of the sample workbook, beside the page. */
const SAMPLE_ADDRESS = "assets/samples/phu-luc-tuyen-truyen-cchc-2024.xlsx";

/** The sample workbook's bytes. */
export async function fetchSample(): Promise<Uint8Array> {
  const answer = await fetch(SAMPLE_ADDRESS);
  if (!answer.ok) throw new Error(`The sample could not be loaded: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Whether this Excel can open a workbook that a page gives it. */
export function excelOpensFiles(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.8");
}

/** Opens the sample as a new workbook; the officer's own stays as it is. */
export async function openSampleInExcel(): Promise<void> {
  await openInExcel(await fetchSample());
}

/** Opens an .xlsx file as a new workbook; the officer's own stays as it is. */
export async function openInExcel(bytes: Uint8Array): Promise<void> {
  const { openNewWorkbook } = await import("../excel");
  await openNewWorkbook(toBase64(bytes));
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
