import {
  DONE_WORD,
  DUE_KIND_WORDS,
  ENTRY_COLUMNS,
  MILESTONE_COLUMNS,
  NAMES,
  NO_DATE,
  STATUS_WORDS,
  TABLES,
  TASK_COLUMNS,
} from "./names";

/** The tables that the formulas may name: a formula must not name a table that does not exist. */
export interface TablesPresent {
  readonly milestones: boolean;
  readonly entries: boolean;
}

const NOTHING = '""';

/**
 * The formula text of each computed column of NhiemVu, by header: one text for the whole column.
 * Only functions that older Excel and LibreOffice know, structured references in their full form.
 */
export function taskFormulas(present: TablesPresent): Readonly<Record<string, string>> {
  const own = (header: string) => `${TABLES.tasks}[[#This Row],[${header}]]`;
  const { code, dueKind, due, adjustedDue, finished, progress, cancelled } = TASK_COLUMNS;
  const kept = {
    due: own(TASK_COLUMNS.dueCounted),
    finish: own(TASK_COLUMNS.finishCounted),
    cancel: own(TASK_COLUMNS.cancelCounted),
    doneClass: own(TASK_COLUMNS.doneClass),
    error: own(TASK_COLUMNS.inputError),
  };
  const several = `${own(dueKind)}=${quoted(DUE_KIND_WORDS.milestones)}`;
  const ofSeveral = (then: string, otherwise: string) =>
    present.milestones ? `IF(${several},${then},${otherwise})` : otherwise;
  const column = (header: string) => `${TABLES.milestones}[${header}]`;
  const ofTask = `${column(MILESTONE_COLUMNS.code)},${own(code)}`;
  const milestoneDue = column(MILESTONE_COLUMNS.dueCounted);
  const milestoneFinish = column(MILESTONE_COLUMNS.finishCounted);
  const open = `${milestoneFinish},">"&${NAMES.asOf}`;
  const entry = (header: string) => `${TABLES.entries}[${header}]`;

  const unknownDay = ofSeveral(`COUNTIFS(${ofTask},${milestoneFinish},0)>0`, `${kept.finish}=0`);
  const late = ofSeveral(
    `COUNTIFS(${ofTask},${column(MILESTONE_COLUMNS.late)},1)>0`,
    `${kept.finish}>${kept.due}`,
  );
  const overdue = ofSeveral(
    `COUNTIFS(${ofTask},${milestoneDue},"<"&${NAMES.asOf},${open})>0`,
    `${kept.due}<${NAMES.asOf}`,
  );
  const texts = [finished, due, adjustedDue, cancelled].map((header) => `ISTEXT(${own(header)})`);
  const contradiction = present.milestones
    ? `(${several})<>(COUNTIFS(${ofTask})>0),COUNTIFS(${ofTask},${column(MILESTONE_COLUMNS.inputError)},1)>0`
    : several;

  return {
    [TASK_COLUMNS.dueCounted]: `=${ofSeveral(
      `MAXIFS(${milestoneDue},${ofTask})`,
      `IF(N(${own(adjustedDue)})>0,${own(adjustedDue)},IF(N(${own(due)})>0,${own(due)},${NO_DATE}))`,
    )}`,
    [TASK_COLUMNS.finishCounted]: `=${ofSeveral(
      `MAXIFS(${milestoneFinish},${ofTask})`,
      `IF(N(${own(finished)})>0,${own(finished)},IF(${own(progress)}=${quoted(DONE_WORD)},0,${NO_DATE}))`,
    )}`,
    [TASK_COLUMNS.cancelCounted]: `=IF(N(${own(cancelled)})>0,${own(cancelled)},${NO_DATE})`,
    [TASK_COLUMNS.doneClass]:
      `=IF(${kept.finish}=${NO_DATE},${NOTHING},IF(${unknownDay},${word("done-unknown-date")},` +
      `IF(${kept.due}=${NO_DATE},${word("done-no-deadline")},` +
      `IF(${late},${word("done-late")},${word("done-on-time")}))))`,
    [TASK_COLUMNS.inputError]: `=IF(OR(${texts.join(",")},COUNTIFS(${TABLES.tasks}[${code}],${own(
      code,
    )})<>1,${contradiction}),1,0)`,
    [TASK_COLUMNS.status]:
      `=IF(OR(${kept.error}=1,N(${NAMES.asOf})=0),${word("invalid")},` +
      `IF(${kept.cancel}<=${NAMES.asOf},${word("cancelled")},` +
      `IF(${kept.finish}<=${NAMES.asOf},${kept.doneClass},` +
      `IF(${kept.due}=${NO_DATE},${word("open-no-deadline")},` +
      `IF(${overdue},${word("open-overdue")},${word("open-in-time")})))))`,
    [TASK_COLUMNS.nextDue]: `=${ofSeveral(
      `IF(COUNTIFS(${ofTask},${open})=0,${NO_DATE},MINIFS(${milestoneDue},${ofTask},${open}))`,
      kept.due,
    )}`,
    [TASK_COLUMNS.latestResult]: present.entries
      ? `=IFERROR(INDEX(${entry(ENTRY_COLUMNS.result)},MATCH(${own(code)},${entry(
          ENTRY_COLUMNS.latestKey,
        )},0))&${NOTHING},${NOTHING})`
      : `=${NOTHING}`,
    [TASK_COLUMNS.totalQuantity]: present.entries
      ? `=SUMIFS(${entry(ENTRY_COLUMNS.quantity)},${entry(ENTRY_COLUMNS.code)},${own(code)})`
      : "=0",
  };
}

/**
 * The formula text of each computed column of MocThoiHan, by header. An adjusted deadline of the task
 * moves its last milestone; a finish of the whole task finishes the milestones without one of their
 * own: those due on that day or later and the last one on that day, the earlier ones on no known day.
 */
export function milestoneFormulas(): Readonly<Record<string, string>> {
  const own = (header: string) => `${TABLES.milestones}[[#This Row],[${header}]]`;
  const { code, due, finished, progress, taskRow, dueCounted, finishCounted, late, inputError } =
    MILESTONE_COLUMNS;
  const ofTask = (header: string) => `INDEX(${TABLES.tasks}[${header}],${own(taskRow)})`;
  const isLast = `AND(N(${own(due)})>0,${own(due)}=MAXIFS(${TABLES.milestones}[${due}],${
    TABLES.milestones
  }[${code}],${own(code)}))`;
  const adjusted = ofTask(TASK_COLUMNS.adjustedDue);
  const wholeFinish = ofTask(TASK_COLUMNS.finished);
  return {
    [MILESTONE_COLUMNS.title]: `=IFERROR(IF(${own(taskRow)}=0,${NOTHING},${ofTask(
      TASK_COLUMNS.title,
    )}&${NOTHING}),${NOTHING})`,
    [taskRow]: `=IFERROR(MATCH(${own(code)},${TABLES.tasks}[${TASK_COLUMNS.code}],0),0)`,
    [dueCounted]:
      `=IF(N(${own(due)})=0,${NO_DATE},IF(${own(taskRow)}=0,${own(due)},` +
      `IF(AND(${isLast},N(${adjusted})>0),${adjusted},${own(due)})))`,
    [finishCounted]:
      `=IF(N(${own(finished)})>0,${own(finished)},IF(${own(progress)}=${quoted(DONE_WORD)},0,` +
      `IF(${own(taskRow)}=0,${NO_DATE},` +
      `IF(N(${wholeFinish})>0,IF(OR(${wholeFinish}<=${own(dueCounted)},${isLast}),${wholeFinish},0),` +
      `IF(${ofTask(TASK_COLUMNS.progress)}=${quoted(DONE_WORD)},0,${NO_DATE})))))`,
    [late]: `=IF(AND(${own(finishCounted)}<${NO_DATE},${own(finishCounted)}>${own(dueCounted)}),1,0)`,
    [inputError]: `=IF(${own(code)}=${NOTHING},0,IF(OR(N(${own(due)})=0,ISTEXT(${own(
      finished,
    )}),${own(taskRow)}=0),1,0))`,
    [MILESTONE_COLUMNS.status]:
      `=IF(${own(code)}=${NOTHING},${NOTHING},IF(${own(inputError)}=1,${word("invalid")},` +
      `IF(${own(finishCounted)}<=${NAMES.asOf},IF(${own(finishCounted)}=0,${word("done-unknown-date")},` +
      `IF(${own(late)}=1,${word("done-late")},${word("done-on-time")})),` +
      `IF(${own(dueCounted)}<${NAMES.asOf},${word("open-overdue")},${word("open-in-time")}))))`,
  };
}

/** The formulas of KetQua: the task's title, and the code on the task's latest entry, else nothing. */
export function entryFormulas(): Readonly<Record<string, string>> {
  const own = (header: string) => `${TABLES.entries}[[#This Row],[${header}]]`;
  const { code, date } = ENTRY_COLUMNS;
  const latest = `MAXIFS(${TABLES.entries}[${date}],${TABLES.entries}[${code}],${own(code)})`;
  return {
    [ENTRY_COLUMNS.title]:
      `=IFERROR(INDEX(${TABLES.tasks}[${TASK_COLUMNS.title}],` +
      `MATCH(${own(code)},${TABLES.tasks}[${TASK_COLUMNS.code}],0))&${NOTHING},${NOTHING})`,
    [ENTRY_COLUMNS.latestKey]: `=IF(${own(code)}=${NOTHING},${NOTHING},IF(N(${own(
      date,
    )})=${latest},${own(code)},${NOTHING}))`,
  };
}

function word(name: keyof typeof STATUS_WORDS): string {
  return quoted(STATUS_WORDS[name]);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
