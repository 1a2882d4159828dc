import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { chooseSheet } from "../appendix";
import { createCommands, type Commands } from "../commands";
import type { IsoDate } from "../deadline";
import { readSheets, selectCell } from "../excel";
import { openWorkbook, UnreadableFile, type StandIn } from "../host";
import { startExcel } from "../host/node";
import { UsageProblem } from "./problem";
import type { Terminal } from "./terminal";

/** A workbook that the stand-in has open, with the officer's commands over it. */
export interface OpenFile {
  readonly standIn: StandIn;
  readonly commands: Commands;
}

/** Reads a file's bytes, or says plainly why it cannot. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new UsageProblem(`Không đọc được tệp “${path}”. Xem lại đường dẫn.`);
  }
}

/** Opens an .xlsx in the stand-in, without choosing a sheet. */
export async function openInStandIn(path: string): Promise<StandIn> {
  const bytes = await readBytes(path);
  try {
    const standIn = await openWorkbook(bytes);
    await startExcel(standIn);
    return standIn;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UsageProblem(`Tệp “${path}”: ${error.message}`);
    throw error;
  }
}

/**
 * Opens an .xlsx as the officer would: with the sheet named by --sheet in front, else the sheet
 * that holds an appendix, looked for among all.
 */
export async function openFile(
  path: string,
  options: { readonly sheet?: string | undefined; readonly today: IsoDate },
): Promise<OpenFile> {
  const standIn = await openInStandIn(path);
  const commands = createCommands({ locale: "vi", today: () => options.today });
  const grids = await readSheets();
  const chosen = options.sheet ?? grids[chooseSheet(grids)]?.sheet;
  if (options.sheet !== undefined && !grids.some(({ sheet }) => sheet === options.sheet)) {
    throw new UsageProblem(
      `Tệp “${path}” không có trang “${options.sheet}” (hoặc trang đó trống). ` +
        `Các trang có nội dung: ${grids.map(({ sheet }) => sheet).join(", ") || "không có"}.`,
    );
  }
  if (chosen !== undefined) await selectCell(chosen, "A1");
  return { standIn, commands };
}

/** Saves what the stand-in has open as a new file, and says what the file could not keep. */
export async function saveFile(
  { standIn }: Pick<OpenFile, "standIn">,
  path: string,
  terminal: Terminal,
): Promise<void> {
  const { bytes, lost } = await standIn.save();
  for (const item of lost) terminal.error(`Không giữ được trong tệp ghi ra: ${item}`);
  await writeBytes(path, bytes);
}

/** Writes a file, making its folder where it is missing. */
export async function writeBytes(path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  } catch {
    throw new UsageProblem(`Không ghi được tệp “${path}”.`);
  }
}
