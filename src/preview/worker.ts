import { OfficerRefused, openWorkbook, UnreadableFile, type StandIn } from "../host";
import { cellAddress } from "../sheet";
import type { Calls, CallMessage, FromWorker, ToWorker } from "./protocol";

/** The worker that holds the workbook, so that neither the grid nor the pane waits for it. */
let standIn: StandIn | null = null;
let port: MessagePort | null = null;

const calls: Calls = {
  open: async (bytes, today) => {
    const opened = await openWorkbook(
      bytes,
      today ? { now: () => new Date(`${today}T09:00:00`) } : {},
    );
    if (standIn) standIn.bridge.onMessageFromHost = null;
    port?.close();
    port = null;
    standIn = opened;
    opened.onChange(() => {
      if (standIn === opened) tell({ kind: "changed" });
    });
  },
  show: () => Promise.resolve(open().view.show()),
  cells: (sheet, first, last) => Promise.resolve(open().view.cells(sheet, first, last)),
  content: (sheet, row, column) => Promise.resolve(open().view.content(sheet, row, column)),
  type: (sheet, row, column, text) => {
    open().officer.type(sheet, cellAddress(row, column), text);
    return Promise.resolve();
  },
  select: (sheet, row, column) => {
    open().officer.select(sheet, cellAddress(row, column));
    return Promise.resolve();
  },
  activate: (sheet) => {
    open().officer.activate(sheet);
    return Promise.resolve();
  },
  save: async () => {
    const { bytes, lost } = await open().save();
    return { bytes, lost };
  },
};

function open(): StandIn {
  if (!standIn) throw new Error("No workbook is open");
  return standIn;
}

function tell(message: FromWorker): void {
  self.postMessage(message);
}

async function answer({ id, name, parameters }: CallMessage): Promise<void> {
  try {
    const call = calls[name] as (...given: readonly unknown[]) => Promise<unknown>;
    tell({ kind: "result", id, value: await call(...parameters) });
  } catch (cause) {
    const known = cause instanceof UnreadableFile || cause instanceof OfficerRefused;
    if (!known) console.error(cause);
    tell({ kind: "refused", id, message: known ? cause.message : "" });
  }
}

/** Joins the pane's client of Office.js to the workbook that is open now. */
function connect(to: MessagePort): void {
  const { bridge } = open();
  port?.close();
  port = to;
  bridge.onMessageFromHost = (text) => to.postMessage(text);
  to.onmessage = (event: MessageEvent<string>) => bridge.sendMessageToHost(event.data);
}

// The console of the browser's developer tools, and the tests, reach the workbook by this name.
Object.defineProperty(self, "phuLucWorkbook", { get: () => standIn });

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "connect") connect(data.port);
  else void answer(data);
});
