import type { PageWords } from "./page-words";
import type { CellShown, SheetShown } from "./protocol";

/** The sheet in front and what can be done in it by hand. */
export interface GridProps {
  readonly sheet: SheetShown;
  readonly words: PageWords;
  /** Rises when cells may have changed. */
  readonly version: number;
  readonly readCells: (firstRow: number, lastRow: number) => Promise<readonly CellShown[]>;
  readonly readContent: (row: number, column: number) => Promise<string>;
  readonly onType: (sheet: string, row: number, column: number, text: string) => void;
  readonly onSelect: (row: number, column: number) => void;
}
