import { CellError, type Scalar } from "../model/cell";
import { Beyond, type Calculator } from "./values";

/** Days by which the library's calendar is ahead of the workbook's. */
export const shiftOf = (engine: Calculator): number => (engine.workbook.date1904 ? 1462 : 0);
export const daysBefore1970 = 25_569;

/** A day of the calendar as the library gives it, in local time, as a serial number. */
export function serialOf(date: Date): number {
  const time = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  const serial = Math.round(time / 86_400_000) + daysBefore1970;
  return serial < 61 ? serial - 1 : serial;
}

/** What the library gave as a value of a cell. */
export function settled(name: string, result: unknown, shift: number): Scalar {
  if (result instanceof Error) return CellError.of(result.message);
  if (result instanceof Date) return serialOf(result) - shift;
  const isKnown = typeof result === "string" || typeof result === "boolean";
  if (isKnown || (typeof result === "number" && Number.isFinite(result))) return result;
  throw new Beyond(name);
}
