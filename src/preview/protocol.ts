/** What the page, the pane and the worker that holds the workbook say to each other. */

export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Looks of a cell, as far as the page shows them. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Points. */
  readonly size?: number;
  readonly font?: string;
  readonly indent?: number;
  readonly border?: boolean;
}

export interface CellShown {
  readonly row: number;
  readonly column: number;
  /** As formatted. */
  readonly text: string;
  readonly look: CellLook;
  /** The value is an old one: its formula could not be computed. */
  readonly stale?: boolean;
}

export interface TabShown {
  readonly name: string;
  readonly active: boolean;
  readonly color: string;
}

/** The measures of a sheet; sizes in CSS pixels, 0 for hidden lines. */
export interface SheetShown {
  readonly name: string;
  /** Rows and columns to show: the used range and some blank ones. */
  readonly rows: number;
  readonly columns: number;
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly number[];
  readonly merges: readonly Block[];
  readonly frozenRows: number;
  readonly gridlines: boolean;
  readonly selection: Block;
  /** Named in their places: the page draws none. Pixels from the top left of the first cell. */
  readonly charts: readonly {
    readonly id: string;
    readonly title: string;
    readonly place: {
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    };
  }[];
}

export interface WorkbookShown {
  readonly tabs: readonly TabShown[];
  readonly sheet: SheetShown;
  /** There is something that was not saved. */
  readonly changed: boolean;
}

/** What the page may ask of the worker, and what it gets. */
export interface Calls {
  /** Opens a file (null: an empty workbook); `today` is the day that the workbook takes for today. */
  open: (bytes: Uint8Array | null, today: string | null) => Promise<void>;
  /** The workbook with the sheet in front. */
  show: () => Promise<WorkbookShown>;
  cells: (sheet: string, firstRow: number, lastRow: number) => Promise<readonly CellShown[]>;
  /** What the formula bar shows: a formula or the value as it would be typed. */
  content: (sheet: string, row: number, column: number) => Promise<string>;
  /** Types into a cell as a person does; Excel reads it. */
  type: (sheet: string, row: number, column: number, text: string) => Promise<void>;
  select: (sheet: string, row: number, column: number) => Promise<void>;
  activate: (sheet: string) => Promise<void>;
  save: () => Promise<{ readonly bytes: Uint8Array; readonly lost: readonly string[] }>;
}

export type CallName = keyof Calls;

export interface CallMessage {
  readonly kind: "call";
  readonly id: number;
  readonly name: CallName;
  readonly parameters: readonly unknown[];
}

/** Gives the pane's client of Office.js its own way to the workbook. */
export interface ConnectMessage {
  readonly kind: "connect";
  readonly port: MessagePort;
}

export type ToWorker = CallMessage | ConnectMessage;

export type FromWorker =
  | { readonly kind: "result"; readonly id: number; readonly value: unknown }
  | { readonly kind: "refused"; readonly id: number; readonly message: string }
  | { readonly kind: "changed" };

/** What the pane's frame asks of the page around it. */
export type FrameMessage = { readonly phuLuc: "connect" } | { readonly phuLuc: "open-sample" };
