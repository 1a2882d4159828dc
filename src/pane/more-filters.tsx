import { Field, makeStyles, tokens } from "@fluentui/react-components";
import { Choice } from "./choice";
import { usePane } from "./context";
import type { DueWithin, TaskFilter, TaskOrder } from "./figures";

const useOwnStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: tokens.spacingHorizontalS },
  wide: { gridColumn: "1 / -1" },
});

const ANY = "\u0000";
const DUES: readonly DueWithin[] = ["any", "week", "month", "quarter"];
const ORDERS: readonly TaskOrder[] = ["appendix", "due", "unit"];

/** What is needed less often: section, due day, order. */
export function MoreFilters(props: {
  sections: readonly string[];
  filter: TaskFilter;
  onChange: (part: Partial<TaskFilter>) => void;
}) {
  const { sections, filter, onChange } = props;
  const { words } = usePane();
  const own = useOwnStyles();
  return (
    <div className={own.filters}>
      {sections.length > 0 ? (
        <Field label={words.tasks.section} className={own.wide}>
          <Choice
            value={filter.section ?? ANY}
            onChoose={(value) => onChange({ section: value === ANY ? null : value })}
          >
            <option value={ANY}>{words.tasks.anySection}</option>
            {sections.map((section) => (
              <option key={section} value={section}>
                {section}
              </option>
            ))}
          </Choice>
        </Field>
      ) : null}
      <Field label={words.tasks.dueWithin}>
        <Choice value={filter.due} onChoose={(value) => onChange({ due: value as DueWithin })}>
          {DUES.map((due) => (
            <option key={due} value={due}>
              {words.tasks.dueChoices[due]}
            </option>
          ))}
        </Choice>
      </Field>
      <Field label={words.tasks.order}>
        <Choice value={filter.order} onChoose={(value) => onChange({ order: value as TaskOrder })}>
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {words.tasks.orders[order]}
            </option>
          ))}
        </Choice>
      </Field>
    </div>
  );
}
