import { makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "./context";

const useOwnStyles = makeStyles({
  progress: {
    width: "100%",
    height: "6px",
    accentColor: tokens.colorBrandBackground,
  },
});

/** How far long work is; without a number it only says that work goes on. */
export function Progress({ done }: { done: number | null }) {
  const { words } = usePane();
  const own = useOwnStyles();
  return (
    <progress
      className={own.progress}
      aria-label={words.work.progress}
      max={1}
      {...(done === null ? {} : { value: done })}
    />
  );
}
