import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "./context";

const useOwnStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { flexGrow: 1 },
});

/** "Còn 3 chỗ cần hỏi" above the tabs. */
export function QuestionBar({ onLater }: { onLater: () => void }) {
  const { state, words, model, number } = usePane();
  const own = useOwnStyles();
  const count = state.session?.questions.length ?? 0;
  if (count === 0) return null;
  return (
    <div className={own.bar}>
      <span className={own.words}>{words.questions.bar(number(count))}</span>
      <Button size="small" appearance="primary" onClick={() => model.show("questions")}>
        {words.questions.answer}
      </Button>
      <Button size="small" onClick={onLater}>
        {words.questions.later}
      </Button>
    </div>
  );
}
