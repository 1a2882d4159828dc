import { Button, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { usePane } from "./context";
import { useStyles } from "./ui";

/** Text for the officer to copy, selected, where copying is blocked. */
export function CopyByHand({ text: content }: { text: string }) {
  const { words, model } = usePane();
  const { block, text } = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [content]);
  return (
    <div className={block}>
      <p className={text}>{words.common.copyByHand}</p>
      <Textarea ref={area} aria-label={words.common.copy} value={content} rows={6} readOnly />
      <Button size="small" onClick={() => model.dismiss("copyByHand")}>
        {words.common.close}
      </Button>
    </div>
  );
}
