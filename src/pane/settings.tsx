import { Button, Checkbox, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Locale } from "../locale";
import { Choice } from "./choice";
import { usePane, type Pane } from "./context";
import type { AutoOpen } from "./host";
import { Part, ScreenHeading, useStyles } from "./ui";

const useOwnStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
});

const FOLLOW = "follow";
const SETTINGS_SHEET = "Thiết lập";

/** Behind the gear: what the plan says of itself, the columns, the language. */
export function SettingsView() {
  const pane = usePane();
  const { words, model, state, language, host } = pane;
  const styles = useStyles();
  const own = useOwnStyles();
  const busy = state.work !== null;
  const hasSheet = state.session?.reading.sheets.some(({ name }) => name === SETTINGS_SHEET);
  return (
    <section className={styles.screen}>
      <div>
        <Button size="small" onClick={() => model.show(state.session?.tracked ? "tabs" : "first")}>
          ‹ {words.common.back}
        </Button>
      </div>
      <ScreenHeading focus>{words.settings.title}</ScreenHeading>
      {state.session ? (
        <Part title={words.settings.plan}>
          <dl className={own.facts}>
            {planFacts(pane).map(([term, value]) => (
              <div key={term} style={{ display: "contents" }}>
                <dt className={own.term}>{term}</dt>
                <dd className={own.value}>{value || words.settings.blank}</dd>
              </div>
            ))}
          </dl>
          {hasSheet ? (
            <div>
              <Button onClick={() => void model.goTo(SETTINGS_SHEET, "A1")}>
                {words.settings.openSheet}
              </Button>
            </div>
          ) : null}
        </Part>
      ) : null}
      {state.undoable ? (
        <div>
          <Button disabledFocusable={busy} onClick={() => void model.undo()}>
            {words.settings.undo}
          </Button>
        </div>
      ) : null}
      <Part title={words.settings.appendix}>
        <div className={styles.row}>
          <Button disabledFocusable={busy} onClick={() => void model.showColumns()}>
            {words.settings.reread}
          </Button>
          {state.session?.tracked ? (
            <Button disabledFocusable={busy} onClick={() => void model.track()}>
              {words.settings.update}
            </Button>
          ) : null}
        </div>
        <p className={styles.quiet}>{words.settings.updateHint}</p>
      </Part>
      {host.autoOpen ? <AutoOpenChoice autoOpen={host.autoOpen} /> : null}
      <Field label={words.settings.language}>
        <Choice
          value={language.chosen ?? FOLLOW}
          onChoose={(value) => language.choose(value === FOLLOW ? null : (value as Locale))}
        >
          <option value={FOLLOW}>{words.settings.followExcel}</option>
          <option value="vi">{words.settings.vietnamese}</option>
          <option value="en">{words.settings.english}</option>
        </Choice>
      </Field>
      <p className={styles.quiet}>{words.promise}</p>
    </section>
  );
}

/** Whether the pane opens with this file; off until the officer wants it. */
function AutoOpenChoice({ autoOpen }: { autoOpen: AutoOpen }) {
  const { words, model } = usePane();
  const [on, setOn] = useState(autoOpen.isOn);
  const change = async (next: boolean) => {
    const { settings } = words;
    const done = await autoOpen.set(next);
    if (done) setOn(next);
    model.say(done ? (next ? settings.autoOpenOn : settings.autoOpenOff) : settings.autoOpenFailed);
  };
  return (
    <Field hint={words.settings.autoOpenHint}>
      <Checkbox
        label={words.settings.autoOpen}
        checked={on}
        onChange={(_, { checked }) => void change(checked === true)}
      />
    </Field>
  );
}

function planFacts({ state, words, date, number }: Pane): readonly (readonly [string, string])[] {
  const settings = state.session?.tracking.settings;
  if (!settings) return [];
  const { plan } = settings;
  return [
    [words.settings.planNumber, plan.number],
    [words.settings.planDate, plan.date ? date(plan.date) : ""],
    [words.settings.planTitle, plan.title],
    [words.settings.agency, plan.agency],
    [words.settings.recipient, settings.recipient],
    [words.settings.signer, [settings.signerTitle, settings.signerName].filter(Boolean).join(", ")],
    [words.settings.warning, words.settings.days(number(settings.warningDays))],
  ];
}
