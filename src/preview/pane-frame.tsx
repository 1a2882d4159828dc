import { makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Locale } from "../locale";
import type { FrameMessage } from "./protocol";
import type { RemoteWorkbook } from "./remote-workbook";

const useStyles = makeStyles({
  frame: { display: "block", width: "100%", height: "100%", border: "none" },
});

/** The pane in a frame of its own, as Excel shows it: each workbook gets a fresh one. */
export function PaneFrame(props: {
  title: string;
  workbook: RemoteWorkbook;
  locale: Locale;
  today: string | null;
  onSample: () => void;
}) {
  const { title, workbook, locale, today, onSample } = props;
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const sample = useRef(onSample);
  useEffect(() => {
    sample.current = onSample;
  });
  useEffect(() => {
    const take = (event: MessageEvent<FrameMessage>) => {
      const pane = frame.current?.contentWindow;
      if (!pane || event.source !== pane || event.origin !== location.origin) return;
      if (event.data.phuLuc === "open-sample") sample.current();
      else {
        const { port1, port2 } = new MessageChannel();
        workbook.connect(port1);
        pane.postMessage("phu-luc-bridge", location.origin, [port2]);
      }
    };
    window.addEventListener("message", take);
    return () => window.removeEventListener("message", take);
  }, [workbook]);
  const query = new URLSearchParams({ lang: locale, ...(today ? { today } : {}) });
  return (
    <iframe
      ref={frame}
      title={title}
      className={styles.frame}
      src={`trial.html?${query.toString()}`}
    />
  );
}
