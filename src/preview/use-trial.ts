import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PageWords } from "./page-words";
import type { CellShown, WorkbookShown } from "./protocol";
import { WorkerRefused, type RemoteWorkbook } from "./remote-workbook";

/** The workbook of the page and what can be done with it by hand. */
export interface Trial {
  readonly shown: WorkbookShown | null;
  /** Content of the selected cell, as it would be typed. */
  readonly content: string;
  /** Counts the workbooks opened, and the changes of the one that is open. */
  readonly opened: number;
  readonly version: number;
  readonly name: string;
  /** The day that counts as today; null is the clock's, undefined before a workbook is open. */
  readonly today: string | null | undefined;
  readonly busy: boolean;
  readonly message: string;
  readonly dismiss: () => void;
  readonly open: (
    read: () => Promise<Uint8Array>,
    name: string,
    today: string | null,
  ) => Promise<void>;
  readonly save: () => Promise<{ bytes: Uint8Array; name: string } | null>;
  readonly readCells: (firstRow: number, lastRow: number) => Promise<readonly CellShown[]>;
  readonly readContent: (row: number, column: number) => Promise<string>;
  readonly type: (sheet: string, row: number, column: number, text: string) => void;
  readonly select: (row: number, column: number) => void;
  readonly activate: (sheet: string) => void;
}

export function useTrial(workbook: RemoteWorkbook, words: PageWords): Trial {
  const [shown, setShown] = useState<WorkbookShown | null>(null);
  const [content, setContent] = useState("");
  const [version, setVersion] = useState(0);
  const [file, setFile] = useState<{ name: string; today: string | null; opened: number } | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState("");
  /** A selection that the worker was told but has not confirmed. */
  const own = useRef<{ row: number; column: number } | null>(null);

  const look = useCallback(async () => {
    const next = await workbook.call("show");
    const { current } = own;
    if (
      current &&
      (current.row !== next.sheet.selection.row || current.column !== next.sheet.selection.column)
    ) {
      return;
    }
    setShown(next);
    setVersion((before) => before + 1);
  }, [workbook]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = workbook.onChange(() => {
      timer ??= setTimeout(() => {
        timer = null;
        void look();
      }, 40);
    });
    return () => {
      if (timer) clearTimeout(timer);
      stop();
    };
  }, [workbook, look]);

  const sheet = shown?.sheet;
  const name = sheet?.name;
  const row = sheet?.selection.row;
  const column = sheet?.selection.column;
  useEffect(() => {
    if (name === undefined || row === undefined || column === undefined) return;
    let current = true;
    void workbook.call("content", name, row, column).then((text) => {
      if (current) setContent(text);
    });
    return () => {
      current = false;
    };
  }, [workbook, name, row, column, version]);

  /** Does what a person did by hand; what Excel would refuse is said. */
  const act = useCallback(
    async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (cause) {
        if (!(cause instanceof WorkerRefused)) throw cause;
        setMessage(cause.message || words.failedAct);
      }
      await look();
    },
    [look, words],
  );

  const open = useCallback<Trial["open"]>(
    async (read, fileName, today) => {
      setBusy(true);
      setMessage("");
      try {
        await workbook.call("open", await read(), today);
        own.current = null;
        await look();
        setFile((before) => ({ name: fileName, today, opened: (before?.opened ?? 0) + 1 }));
        if (today) setMessage(words.sampleDay);
      } catch (cause) {
        setMessage((cause instanceof WorkerRefused && cause.message) || words.failed);
      } finally {
        setBusy(false);
      }
    },
    [workbook, look, words],
  );

  const save = useCallback<Trial["save"]>(async () => {
    setBusy(true);
    try {
      const { bytes, lost } = await workbook.call("save");
      const saved = newName(file?.name ?? "");
      setMessage(
        words.savedName(saved) + (lost.length > 0 ? ` ${words.lost(lost.join("; "))}` : ""),
      );
      await look();
      return { bytes, name: saved };
    } catch (cause) {
      setMessage((cause instanceof WorkerRefused && cause.message) || words.failedSave);
      return null;
    } finally {
      setBusy(false);
    }
  }, [workbook, look, words, file]);

  const readCells = useCallback<Trial["readCells"]>(
    (first, last) =>
      name === undefined ? Promise.resolve([]) : workbook.call("cells", name, first, last),
    [workbook, name],
  );
  const readContent = useCallback<Trial["readContent"]>(
    (at, of) => (name === undefined ? Promise.resolve("") : workbook.call("content", name, at, of)),
    [workbook, name],
  );
  const type = useCallback<Trial["type"]>(
    (where, at, of, text) => void act(() => workbook.call("type", where, at, of, text)),
    [act, workbook],
  );
  const select = useCallback<Trial["select"]>(
    (at, of) => {
      if (name === undefined) return;
      const selection = { row: at, column: of, rows: 1, columns: 1 };
      own.current = selection;
      setShown((before) => before && { ...before, sheet: { ...before.sheet, selection } });
      void workbook.call("select", name, at, of).then(() => {
        if (own.current === selection) own.current = null;
      });
    },
    [workbook, name],
  );
  const activate = useCallback<Trial["activate"]>(
    (tab) => {
      own.current = null;
      void act(() => workbook.call("activate", tab));
    },
    [act, workbook],
  );
  const dismiss = useCallback(() => setMessage(""), []);

  return useMemo(
    () => ({
      shown,
      content,
      opened: file?.opened ?? 0,
      version,
      name: file?.name ?? "",
      today: file ? file.today : undefined,
      busy,
      message,
      dismiss,
      open,
      save,
      readCells,
      readContent,
      type,
      select,
      activate,
    }),
    [
      shown,
      content,
      file,
      version,
      busy,
      message,
      dismiss,
      open,
      save,
      readCells,
      readContent,
      type,
      select,
      activate,
    ],
  );
}

/** "phu-luc.xlsx" → "phu-luc - theo doi.xlsx": the file that was opened is never written over. */
function newName(name: string): string {
  const stem = name.replace(/\.xls[xm]$/i, "").replace(/ - theo doi$/, "") || "phu-luc";
  return `${stem} - theo doi.xlsx`;
}
