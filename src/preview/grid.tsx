import { mergeClasses } from "@fluentui/react-components";
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { cellAddress, columnLetters } from "../sheet";
import { CellEditor, type EditorHandle } from "./cell-editor";
import { cellStyle } from "./cell-style";
import type { GridProps } from "./grid-props";
import { useGridStyles } from "./grid-styles";
import type { CellShown, SheetShown } from "./protocol";
import { frozenRowsIn, rowTops, rowWindow } from "./window-rows";

const EMPTY: ReadonlyMap<number, CellShown> = new Map();
const HEAD = 24;
const ROW_HEADS = 44;

/** The sheet in front, as a table that screen readers understand and only rows in view are drawn of. */
export function Grid(props: GridProps) {
  const { sheet, words, version, readCells, onSelect } = props;
  const styles = useGridStyles();
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  const tops = useMemo(() => rowTops(sheet.rowHeights), [sheet.rowHeights]);
  const frozen = frozenRowsIn(sheet, tops, scroll.height);
  const frozenHeight = tops[frozen] ?? 0;
  const shown = useMemo(
    () => rowWindow(sheet, tops, scroll.top, scroll.height, frozen),
    [sheet, tops, scroll, frozen],
  );
  const below = useCells(readCells, shown.first, shown.last, version);
  const above = useCells(readCells, 0, frozen - 1, version);
  const cells = (at: number) => (at < frozen ? above : below).get(at) ?? EMPTY;
  const merged = useMemo(() => mergeParts(sheet), [sheet]);
  const { row, column } = sheet.selection;

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setScroll({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // A selection that was made elsewhere comes into view.
  const left = useMemo(
    () => sheet.columnWidths.slice(0, column).reduce((sum, width) => sum + width, 0),
    [sheet.columnWidths, column],
  );
  const top = tops[row] ?? 0;
  const height = sheet.rowHeights[row] ?? 20;
  const width = sheet.columnWidths[column] ?? 64;
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const room = element.clientHeight - HEAD;
    if (top < frozenHeight) return;
    if (top < element.scrollTop + frozenHeight) element.scrollTop = top - frozenHeight;
    else if (top + height > element.scrollTop + room) {
      element.scrollTop = Math.min(top, top + height - room);
    }
    const wide = element.clientWidth - ROW_HEADS;
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (left + width > element.scrollLeft + wide) {
      element.scrollLeft = Math.min(left, left + width - wide);
    }
  }, [sheet.name, top, left, height, width, frozenHeight]);

  const choose = useCallback(
    (at: number, of: number) => {
      editor.current?.settle();
      onSelect(at, of);
    },
    [onSelect],
  );
  const total = sheet.columnWidths.reduce((sum, each) => sum + each, ROW_HEADS);
  const activeId = `cell-${row}-${column}`;
  const rowsFrom = (first: number, last: number) => {
    const rows = [];
    for (let at = first; at <= last; at++) {
      if ((sheet.rowHeights[at] ?? 0) === 0) continue;
      rows.push(
        <Row
          key={at}
          row={at}
          sheet={sheet}
          cells={cells(at)}
          merged={merged}
          active={at === row ? column : -1}
          stickyTop={at < frozen ? HEAD + (tops[at] ?? 0) : null}
          staleHint={words.stale}
          onChoose={choose}
        />,
      );
    }
    return rows;
  };
  return (
    <div
      ref={frame}
      className={styles.frame}
      onScroll={(event) =>
        setScroll({
          top: event.currentTarget.scrollTop,
          height: event.currentTarget.clientHeight,
        })
      }
    >
      <table
        role="grid"
        id="sheet-grid"
        aria-label={words.sheet(sheet.name)}
        aria-rowcount={sheet.rows + 1}
        aria-colcount={sheet.columns + 1}
        className={styles.table}
        style={{ width: total }}
      >
        <colgroup>
          <col style={{ width: ROW_HEADS }} />
          {sheet.columnWidths.map((each, at) => (
            <col key={at} style={{ width: each }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <td className={styles.corner} aria-colindex={1} />
            {sheet.columnWidths.map((each, at) =>
              each === 0 ? null : (
                <th
                  key={at}
                  scope="col"
                  aria-colindex={at + 2}
                  className={at === column ? styles.headActive : styles.head}
                >
                  {columnLetters(at)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rowsFrom(0, frozen - 1)}
          {shown.above > 0 ? <tr aria-hidden="true" style={{ height: shown.above }} /> : null}
          {rowsFrom(shown.first, shown.last)}
          {shown.below > 0 ? <tr aria-hidden="true" style={{ height: shown.below }} /> : null}
        </tbody>
      </table>
      {sheet.charts.map(({ id, title, place }) => (
        <div
          key={id}
          role="note"
          className={styles.chart}
          style={{ ...place, top: place.top + HEAD, left: place.left + ROW_HEADS }}
        >
          {words.chart(title)}
        </div>
      ))}
      <CellEditor
        {...props}
        handle={editor}
        activeId={activeId}
        place={{ top: top + HEAD, left: left + ROW_HEADS, width, height }}
        address={cellAddress(row, column)}
        text={cells(row).get(column)?.text ?? ""}
        pageRows={Math.max(1, Math.floor(scroll.height / 24) - 2)}
      />
    </div>
  );
}

/** The cells of the window by row and column; what was read before stays until the new is there. */
function useCells(
  readCells: GridProps["readCells"],
  first: number,
  last: number,
  version: number,
): ReadonlyMap<number, ReadonlyMap<number, CellShown>> {
  const [cells, setCells] = useState<ReadonlyMap<number, ReadonlyMap<number, CellShown>>>(
    () => new Map(),
  );
  useEffect(() => {
    let current = true;
    if (last < first) return;
    void readCells(first, last).then((read) => {
      if (!current) return;
      const rows = new Map<number, Map<number, CellShown>>();
      for (const cell of read) {
        const row = rows.get(cell.row);
        if (row) row.set(cell.column, cell);
        else rows.set(cell.row, new Map([[cell.column, cell]]));
      }
      setCells(rows);
    });
    return () => {
      current = false;
    };
  }, [readCells, first, last, version]);
  return cells;
}

/** Where merged areas begin, and which cells they cover, by "row:column". */
interface MergeParts {
  readonly spans: ReadonlyMap<string, { rows: number; columns: number }>;
  readonly covered: ReadonlySet<string>;
}

function mergeParts(sheet: SheetShown): MergeParts {
  const spans = new Map<string, { rows: number; columns: number }>();
  const covered = new Set<string>();
  for (const merge of sheet.merges) {
    const lastRow = Math.min(merge.row + merge.rows, sheet.rows);
    const lastColumn = Math.min(merge.column + merge.columns, sheet.columns);
    let rows = 0;
    let columns = 0;
    for (let row = merge.row; row < lastRow; row++) {
      if ((sheet.rowHeights[row] ?? 0) > 0) rows++;
      for (let column = merge.column; column < lastColumn; column++) {
        if (row === merge.row && (sheet.columnWidths[column] ?? 0) > 0) columns++;
        if (row !== merge.row || column !== merge.column) covered.add(`${row}:${column}`);
      }
    }
    spans.set(`${merge.row}:${merge.column}`, { rows, columns });
  }
  return { spans, covered };
}

function isLeft({ look }: CellShown): boolean {
  return look.horizontal === undefined || look.horizontal === "left";
}

interface RowProps {
  readonly row: number;
  readonly sheet: SheetShown;
  readonly cells: ReadonlyMap<number, CellShown>;
  readonly merged: MergeParts;
  /** The selected column, or -1. */
  readonly active: number;
  /** Distance from the top of the frame at which a frozen row stays; null scrolls with the sheet. */
  readonly stickyTop: number | null;
  /** What is said of a value that the trial page could not compute anew. */
  readonly staleHint: string;
  readonly onChoose: (row: number, column: number) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { row, sheet, cells, merged, active, stickyTop, staleHint, onChoose } = props;
  const styles = useGridStyles();
  const height = sheet.rowHeights[row] ?? 20;
  return (
    <tr
      aria-rowindex={row + 2}
      className={stickyTop === null ? undefined : styles.frozen}
      style={stickyTop === null ? { height } : { height, top: stickyTop }}
    >
      <th
        scope="row"
        aria-colindex={1}
        className={active >= 0 ? styles.rowHeadActive : styles.rowHead}
      >
        {row + 1}
      </th>
      {sheet.columnWidths.map((width, column) => {
        const key = `${row}:${column}`;
        if (width === 0 || merged.covered.has(key)) return null;
        const span = merged.spans.get(key);
        const cell = cells.get(column);
        const selected = column === active;
        const spills =
          cell !== undefined &&
          !cell.look.wrap &&
          !span &&
          isLeft(cell) &&
          !cells.get(column + 1)?.text;
        return (
          <td
            key={column}
            id={`cell-${row}-${column}`}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={selected}
            title={cell?.stale ? staleHint : undefined}
            rowSpan={span?.rows}
            colSpan={span?.columns}
            className={mergeClasses(
              selected ? styles.cellActive : sheet.gridlines ? styles.cell : styles.plain,
              spills && styles.spill,
            )}
            style={cell ? cellStyle(cell.look) : undefined}
            onMouseDown={(event) => {
              // The focus stays in the field over the grid.
              event.preventDefault();
              onChoose(row, column);
            }}
          >
            {cell?.text ? (
              <div
                className={mergeClasses(
                  styles.text,
                  spills && styles.spill,
                  cell.stale && styles.stale,
                )}
                style={{ maxHeight: span ? undefined : height }}
              >
                {cell.text}
              </div>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
});
