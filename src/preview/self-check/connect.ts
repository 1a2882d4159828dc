import { loadClient, loadScript } from "../office-client";
import { RemoteWorkbook } from "../remote-workbook";

/** Outside of Office, Office.onReady may never answer. */
const WAIT_FOR_EXCEL = 10_000;

/** An Excel to run on; null when this page is not inside of Excel. */
export type Connection = { readonly excel: typeof Excel; readonly place: string } | null;

/** The Excel around this page, over Office.js from `address`. Rejects when that cannot be loaded. */
export async function connectToExcel(address: string): Promise<Connection> {
  await loadScript(address);
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), WAIT_FOR_EXCEL);
  });
  const ready = await Promise.race([Office.onReady(), late]);
  if (ready?.host !== Office.HostType.Excel) return null;
  const { platform, version } = Office.context.diagnostics;
  const highest = highestExcelApi();
  return { excel: Excel, place: `Excel ${version}, ${platform}, ExcelApi ${highest}` };
}

/** The stand-in with a new workbook in a worker, over the same client. */
export async function connectToStandIn(): Promise<Connection> {
  const worker = new Worker(new URL("../worker.ts", import.meta.url));
  const workbook = new RemoteWorkbook(worker);
  await workbook.call("open", null, null);
  const { port1, port2 } = new MessageChannel();
  workbook.connect(port2);
  await loadClient(port1);
  return { excel: Excel, place: "Máy thay Excel của trang thử (không phải Excel)" };
}

function highestExcelApi(): string {
  const { requirements } = Office.context;
  let minor = 1;
  while (minor < 99 && requirements.isSetSupported("ExcelApi", `1.${minor + 1}`)) minor++;
  return `1.${minor}`;
}
