import type { AppendixMapping, ColumnRole } from "../appendix";
import type { IsoDate, Period } from "../deadline";
import type { MeasureTotal } from "../report";
import type { SwapAnswer } from "../task";
import type { Reader } from "./types";

/** Key of the one setting that the add-in keeps in the workbook. */
export const KEPT_KEY = "PhuLuc";

/** A finding that the officer ignores; it returns when the text it is about changes. */
export interface Ignored {
  readonly rule: string;
  readonly task: string;
  readonly value: string;
  readonly reason: string;
}

/** A report that was made: what it counts to, for whom, and whether it is closed. */
export interface KeptReport {
  readonly asOf: IsoDate;
  readonly reader: Reader;
  readonly closed: boolean;
  /** The department that it reports on; the whole plan if not said. */
  readonly unit?: string;
  readonly period?: Period;
  readonly afterCutOff?: boolean;
  /** Name of its list's native table. */
  readonly table?: string;
  /** Mark of the list when it was closed. */
  readonly fingerprint?: string;
  /** What was produced, and in how many entries, when it was closed. */
  readonly measures?: readonly MeasureTotal[];
  readonly entriesInPeriod?: number;
}

/**
 * The little that no sheet holds: the columns chosen for a form, findings ignored, questions
 * answered in favour of what was read, fingerprints of our own texts. Losing it loses no figure.
 */
export interface Kept {
  readonly mappings: Readonly<Record<string, AppendixMapping>>;
  readonly ignored: readonly Ignored[];
  readonly answered: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  /** By sheet of an appendix: whether its true dates were typed with day and month swapped. */
  readonly swapped: Readonly<Record<string, SwapAnswer>>;
  /** By name of the report's first sheet. */
  readonly reports: Readonly<Record<string, KeptReport>>;
}

/** Reads the setting; what is not as we write it is left out. */
export function readKept(value: unknown): Kept {
  const data = parsed(value);
  const list = (item: unknown): unknown[] => (Array.isArray(item) ? item : []);
  return {
    mappings: mapOf(data.mappings, asMapping),
    ignored: list(data.ignored).filter(isIgnored),
    answered: list(data.answered).filter((item) => typeof item === "string"),
    texts: mapOf(data.texts, (item) => (typeof item === "string" ? item : null)),
    swapped: mapOf(data.swapped, (item) => (item === "stored" || item === "swapped" ? item : null)),
    reports: mapOf(data.reports, (item) => (isKeptReport(item) ? item : null)),
  };
}

/** The setting's value: JSON text, since Excel changes some objects on the way. */
export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

function parsed(value: unknown): Record<string, unknown> {
  if (typeof value !== "string") return {};
  try {
    const data: unknown = JSON.parse(value);
    return isRecord(data) ? data : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapOf<Item>(
  value: unknown,
  read: (item: unknown) => Item | null,
): Readonly<Record<string, Item>> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).flatMap(([key, item]): [string, Item][] => {
    const known = read(item);
    return known === null ? [] : [[key, known]];
  });
  return Object.fromEntries(entries);
}

function asMapping(value: unknown): AppendixMapping | null {
  if (!isRecord(value) || !isRecord(value.roles)) return null;
  const roles = mapOf(value.roles, (role) => (typeof role === "string" ? role : null));
  const rows = Array.isArray(value.headerRows) ? (value.headerRows as readonly unknown[]) : [];
  const headerRows = rows.filter((row) => typeof row === "number");
  return {
    roles: roles as Readonly<Record<string, ColumnRole>>,
    ...(headerRows.length > 0 && headerRows.length === rows.length ? { headerRows } : {}),
  };
}

function isIgnored(value: unknown): value is Ignored {
  return (
    isRecord(value) &&
    [value.rule, value.task, value.value, value.reason].every((item) => typeof item === "string")
  );
}

function isKeptReport(value: unknown): value is KeptReport {
  return (
    isRecord(value) &&
    typeof value.asOf === "string" &&
    typeof value.closed === "boolean" &&
    (value.reader === "authority" || value.reader === "leaders" || value.reader === "office") &&
    (value.period === undefined || isPeriod(value.period)) &&
    [value.unit, value.table, value.fingerprint].every(
      (item) => item === undefined || typeof item === "string",
    ) &&
    (value.entriesInPeriod === undefined || typeof value.entriesInPeriod === "number") &&
    (value.measures === undefined ||
      (Array.isArray(value.measures) && value.measures.every(isRecord)))
  );
}

function isPeriod(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.kind, value.from, value.to, value.name, value.shortName].every(
      (item) => typeof item === "string",
    ) &&
    typeof value.year === "number" &&
    typeof value.number === "number"
  );
}
