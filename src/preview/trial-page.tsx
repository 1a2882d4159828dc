import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Locale } from "../locale";
import { browserHost, fetchSample } from "../pane";
import { cellAddress } from "../sheet";
import { Grid } from "./grid";
import { PaneFrame } from "./pane-frame";
import { pageWords } from "./page-words";
import type { SheetTabsProps } from "./sheet-tabs";
import { SheetTabs } from "./sheet-tabs";
import { TopBar } from "./top-bar";
import { UnsavedDialog } from "./unsaved-dialog";
import { useTrial, type Trial } from "./use-trial";
import type { RemoteWorkbook } from "./remote-workbook";

const useStyles = makeStyles({
  page: {
    display: "grid",
    height: "100%",
    gridTemplateRows: "auto minmax(0, 1fr)",
    gridTemplateColumns: "minmax(0, 1fr) 360px",
    gridTemplateAreas: '"top top" "sheet pane"',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    "@media (max-width: 760px)": {
      gridTemplateRows: "auto minmax(180px, 38%) minmax(0, 1fr)",
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateAreas: '"top" "sheet" "pane"',
    },
  },
  top: { gridArea: "top" },
  sheet: {
    gridArea: "sheet",
    display: "flex",
    flexDirection: "column",
    minHeight: 0,
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  content: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `2px ${tokens.spacingHorizontalS}`,
    minHeight: "26px",
    maxHeight: "64px",
    overflow: "auto",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  address: { minWidth: "48px", fontWeight: tokens.fontWeightSemibold },
  written: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  grid: { flexGrow: 1, minHeight: 0 },
  pane: {
    gridArea: "pane",
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  drop: {
    position: "fixed",
    inset: 0,
    zIndex: 10,
    display: "grid",
    placeItems: "center",
    fontSize: tokens.fontSizeBase600,
    backgroundColor: tokens.colorNeutralBackgroundAlpha,
    border: `4px dashed ${tokens.colorBrandStroke1}`,
    pointerEvents: "none",
  },
});

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const host = browserHost(null);

/** The page to try the pane without Excel: a sheet on the left, the very same pane on the right. */
export function TrialPage({ workbook, locale }: { workbook: RemoteWorkbook; locale: Locale }) {
  const styles = useStyles();
  const words = pageWords(locale);
  const trial = useTrial(workbook, words);
  const { shown, open } = trial;
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const dropping = useDrop((file) => ask(() => void openFile(file)));

  const save = async (): Promise<void> => {
    const saved = await trial.save();
    if (saved) await host.download(saved.bytes, saved.name, XLSX);
  };
  const ask = (then: () => void) => {
    if (shown?.changed) setWaiting(() => then);
    else then();
  };
  const openFile = async (file: File) =>
    open(async () => new Uint8Array(await file.arrayBuffer()), file.name, null);
  const openSample = useCallback(() => open(fetchSample, "phu-luc-mau.xlsx", SAMPLE_DAY), [open]);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void openSample();
  }, [openSample]);
  useWarning(shown?.changed ?? false);

  return (
    <div className={styles.page}>
      <TopBar
        className={styles.top}
        words={words}
        trial={trial}
        onOpen={(file) => ask(() => void openFile(file))}
        onSave={() => void save()}
        onSample={() => ask(() => void openSample())}
      />
      <main className={styles.sheet} data-sheet-area>
        {shown ? <SheetView trial={trial} words={words} /> : <p>{words.loading}</p>}
      </main>
      <aside className={styles.pane} aria-label={words.pane}>
        {trial.today !== undefined ? (
          <PaneFrame
            key={trial.opened}
            title={words.pane}
            workbook={workbook}
            locale={locale}
            today={trial.today}
            onSample={() => ask(() => void openSample())}
          />
        ) : null}
      </aside>
      {dropping ? <div className={styles.drop}>{words.drop}</div> : null}
      {waiting ? (
        <UnsavedDialog
          words={words}
          onOpen={() => {
            setWaiting(null);
            waiting();
          }}
          onSave={() => void save().then(() => setWaiting(null))}
          onCancel={() => setWaiting(null)}
        />
      ) : null}
    </div>
  );
}

/** The day that the sample tells its story on. */
const SAMPLE_DAY = "2024-06-14";

function SheetView({ trial, words }: { trial: Trial; words: ReturnType<typeof pageWords> }) {
  const styles = useStyles();
  const { shown, content } = trial;
  const tabs = useMemo<SheetTabsProps["tabs"]>(() => shown?.tabs ?? [], [shown]);
  if (!shown) return null;
  const { row, column } = shown.sheet.selection;
  return (
    <>
      <div className={styles.content} role="group" aria-label={words.cell}>
        <span className={styles.address}>{cellAddress(row, column)}</span>
        <span className={styles.written}>{content}</span>
      </div>
      <div className={styles.grid}>
        <Grid
          sheet={shown.sheet}
          words={words}
          version={trial.version}
          readCells={trial.readCells}
          readContent={trial.readContent}
          onType={trial.type}
          onSelect={trial.select}
        />
      </div>
      <SheetTabs tabs={tabs} label={words.sheets} onActivate={trial.activate} />
    </>
  );
}

/** A file that is dragged over the page may be dropped anywhere on it. */
function useDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFile);
  useEffect(() => {
    take.current = onFile;
  });
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take.current(file);
    };
    document.addEventListener("dragover", drag);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", drag);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return over;
}

/** The browser asks before the page is left with changes that were not saved. */
function useWarning(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [changed]);
}
