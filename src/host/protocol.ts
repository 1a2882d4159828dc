/** What the client sends and expects, as @microsoft/office-js 1.1.110 does it. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: {
    readonly Arguments?: readonly unknown[];
    readonly ReferencedObjectPathIds?: readonly unknown[];
  };
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ObjectPath["ArgumentInfo"];
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Skip?: number;
    readonly Top?: number;
  };
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface RequestMessage {
  readonly id: number;
  readonly type: number;
  readonly message?: { readonly body?: RequestBody | string };
}

export const pathType = {
  global: 1,
  new: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  null: 7,
} as const;

export const actionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

export interface ResponseBody {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly ActionIndex: number;
    readonly Location?: string;
  };
}

/** Codes of the events of the client (debug build, beside "eventType:"). */
export const eventCode = {
  sheetAdded: 3,
  sheetDeleted: 4,
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  selectionChanged: 14,
} as const;

export const workbookTarget = "Workbook";
