import { useState, type ReactNode } from "react";

/**
 * A part that is folded up until it is opened. What is inside is made only then: of 3,000 tasks, hundreds of
 * lines can stand in it.
 */
export function Folded(props: {
  summary: ReactNode;
  className?: string;
  children: () => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary className={props.className}>{props.summary}</summary>
      {opened ? props.children() : null}
    </details>
  );
}
