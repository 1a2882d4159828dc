import type { SheetGrid } from "../sheet";
import { fingerprintOf, headerAt } from "./header";
import type { Appendix, AppendixMapping, ColumnRole } from "./types";
import { viewSheet } from "./view";

/** A mapping that the officer chose once, carried over to the sheet as it is now. */
export interface RecalledMapping {
  readonly mapping: AppendixMapping;
  /** Roles whose column was there and is gone. */
  readonly gone: readonly ColumnRole[];
}

/** Rows looked at for a header that only the officer had found. */
const SEARCHED_ROWS = 60;
/** Share of the header's words that make it the same form with columns added or taken out. */
const SAME_FORM = 0.6;

/**
 * Finds what the officer chose for this form before, by the words of its header: in the same columns or moved, under
 * the header that was read or that he had named; else for a form that differs in a few columns. Null when there
 * is none. `first` is the reading without any mapping, `kept` the mappings by fingerprint.
 */
export function recallMapping(
  grid: SheetGrid,
  first: Appendix,
  kept: Readonly<Record<string, AppendixMapping>>,
): RecalledMapping | null {
  const left = Math.min(...first.columns.map(({ column }) => column));
  const same = kept[first.fingerprint];
  if (same && first.columns.length > 0)
    return { mapping: { headerRows: first.headerRows, roles: shifted(same, left) }, gone: [] };
  return ownHeader(grid, kept) ?? similarForm(first, left, kept);
}

/** Under a header of the officer's own choice, wherever it stands now. */
function ownHeader(
  grid: SheetGrid,
  kept: Readonly<Record<string, AppendixMapping>>,
): RecalledMapping | null {
  const view = viewSheet(grid);
  for (const [fingerprint, mapping] of Object.entries(kept)) {
    const height = mapping.headerRows?.length ?? 0;
    for (let top = 0; height > 0 && top < Math.min(view.rows, SEARCHED_ROWS); top++) {
      const headerRows = Array.from({ length: height }, (_, index) => grid.row + top + index + 1);
      const header = headerAt(view, headerRows);
      if (!header || fingerprintOf(header.words) !== fingerprint) continue;
      return {
        mapping: { headerRows, roles: shifted(mapping, grid.column + header.left) },
        gone: [],
      };
    }
  }
  return null;
}

function similarForm(
  first: Appendix,
  left: number,
  kept: Readonly<Record<string, AppendixMapping>>,
): RecalledMapping | null {
  const now = first.fingerprint.split("|");
  let best: RecalledMapping | null = null;
  let most = 0;
  for (const [fingerprint, mapping] of Object.entries(kept)) {
    const before = fingerprint.split("|");
    const from = Math.min(...Object.keys(mapping.roles).map(Number));
    const words = before.filter((key) => key !== "");
    const shared = words.filter((key) => now.includes(key)).length;
    const share = shared / Math.max(words.length, now.filter((key) => key !== "").length);
    if (share < SAME_FORM || share <= most) continue;
    most = share;
    const roles: Record<number, ColumnRole> = {};
    const gone: ColumnRole[] = [];
    for (const [column, role] of Object.entries(mapping.roles)) {
      const key = before[Number(column) - from] ?? "";
      const at = key === "" ? -1 : now.indexOf(key);
      if (at >= 0) roles[left + at] = role;
      else if (role !== "other") gone.push(role);
    }
    best = { mapping: { headerRows: first.headerRows, roles }, gone };
  }
  return best;
}

/** The roles of a mapping for a table that begins in another column than when they were chosen. */
function shifted(mapping: AppendixMapping, left: number): Record<number, ColumnRole> {
  const columns = Object.keys(mapping.roles).map(Number);
  const by = columns.length === 0 ? 0 : left - Math.min(...columns);
  return Object.fromEntries(
    columns.map((column) => [column + by, mapping.roles[column] ?? "other"]),
  );
}
