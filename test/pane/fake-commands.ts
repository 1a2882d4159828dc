import type { Appendix } from "../../src/appendix";
import type { Finding, IgnoredFinding } from "../../src/check";
import {
  Refusal,
  type CollectOutcome,
  type CollectRequest,
  type Commands,
  type OpenOptions,
  type Question,
  type ReportTexts,
  type ReportToReturn,
  type Session,
  type WriteOutcome,
} from "../../src/commands/types";
import type { Consolidation, Form, ReturnedForm } from "../../src/collect";
import type { WorkbookReading } from "../../src/sheet";
import type { ResultEntry, Settings, Task, Tracking } from "../../src/task";

const OWNER = {
  lead: [],
  support: [],
  groups: [],
  leadGroups: [],
  persons: [],
  unknown: [],
  unknownLead: [],
  questions: [],
};

export function makeTask(change: Partial<Task> & { code: string }): Task {
  const due = change.due ?? null;
  return {
    number: change.code.replace(/\D+0*/, ""),
    section: ["I. Tuyên truyền"],
    title: `Nhiệm vụ ${change.code}`,
    product: "Tin, bài",
    contents: [],
    forms: [],
    audiences: [],
    leadText: "Văn phòng",
    supportText: "",
    deadlineText: due ? "Quý I" : "Thường xuyên",
    leads: ["Văn phòng"],
    supports: [],
    owner: OWNER,
    deadline: {
      kind: due ? "dated" : "ongoing",
      start: null,
      due,
      ongoing: !due,
      every: null,
      milestones: null,
      text: "",
      before: null,
      relative: null,
      rule: "",
      evidence: [],
      leftOver: [],
      doubt: null,
    },
    dueKind: due ? "dated" : "ongoing",
    start: null,
    due,
    milestones: [],
    adjustedDue: null,
    adjustedBasis: "",
    adjustedReason: "",
    extensions: 0,
    done: false,
    finished: null,
    cancelled: null,
    note: "",
    source: { sheet: "Phụ lục", row: 10, columns: { task: 1 } },
    ...change,
  };
}

export const SETTINGS: Settings = {
  plan: {
    number: "",
    date: "",
    title: "Kế hoạch tuyên truyền cải cách hành chính năm 2024",
    year: 2024,
    superiorAgency: "",
    agency: "Ban Quản lý",
  },
  asOf: "2024-06-14",
  warningDays: 7,
  beforeIncludesDay: null,
  basedOn: "",
  recipient: "Sở Nội vụ",
  place: "",
  signerTitle: "",
  signerName: "",
};

export const TASKS: readonly Task[] = [
  makeTask({
    code: "NV001",
    title: "Đăng tin, bài về dịch vụ công trực tuyến",
    due: "2024-03-31",
    leads: ["Phòng Quản lý đầu tư"],
    source: { sheet: "Phụ lục", row: 11, columns: { task: 1 } },
  }),
  makeTask({
    code: "NV002",
    title: "Tổ chức hội nghị tập huấn",
    due: "2024-05-31",
    done: true,
    finished: "2024-05-20",
    source: { sheet: "Phụ lục", row: 12, columns: { task: 1 } },
  }),
  makeTask({
    code: "NV003",
    title: "Công khai thủ tục hành chính",
    source: { sheet: "Phụ lục", row: 13, columns: { task: 1 } },
  }),
  makeTask({
    code: "NV004",
    title: "Thi tìm hiểu cải cách hành chính",
    due: "2024-09-30",
    source: { sheet: "Phụ lục", row: 14, columns: { task: 1 } },
  }),
];

const APPENDIX: Appendix = {
  sheet: "Phụ lục",
  problem: null,
  table: { row: 8, column: 0, rows: 6, columns: 6 },
  headerRows: [9],
  columns: [
    { column: 0, header: "STT", role: "number", confidence: 1, reason: "", alternatives: [] },
    { column: 1, header: "Nhiệm vụ", role: "task", confidence: 1, reason: "", alternatives: [] },
    {
      column: 2,
      header: "Tiến độ",
      role: "deadline",
      confidence: 0.5,
      reason: "",
      alternatives: ["progress"],
    },
    { column: 3, header: "Đơn vị", role: "lead", confidence: 0.9, reason: "", alternatives: [] },
    { column: 4, header: "Mã số", role: "other", confidence: 0.9, reason: "", alternatives: [] },
  ],
  fingerprint: "x",
  plan: SETTINGS.plan,
  rows: [
    { row: 10, kind: "section" },
    { row: 11, kind: "task" },
    { row: 12, kind: "task" },
    { row: 13, kind: "task" },
    { row: 14, kind: "task" },
  ],
  tasks: TASKS.map((task) => ({
    row: task.source?.row ?? 0,
    number: task.number,
    section: task.section,
    texts: {},
    dates: {},
  })),
};

export const QUESTION: Question = {
  id: "deadline:31/6/2024",
  kind: "deadline",
  cells: ["F21"],
  sheet: "Phụ lục",
  text: "Ô F21 ghi “31/6/2024”: tháng 6 không có ngày 31.",
  answers: [{ value: "2024-06-30", label: "30/6/2024" }],
  free: "date",
};

export const FINDING: Finding = {
  rule: "no-product",
  severity: "warning",
  sheet: "Phụ lục",
  cell: "C12",
  task: "NV002",
  value: "",
  message: "Ô C12 chưa ghi sản phẩm.",
  advice: "Hỏi lại đơn vị soạn.",
  candidates: [],
};

/** Commands over a workbook that is only remembered: the pane's tests need no Excel. */
export class FakeCommands implements Commands {
  tracked = false;
  knownForm = false;
  goneColumns: Session["goneColumns"] = [];
  changes: Session["changes"] = null;
  /** The options of the last opening: a mapping that the officer chose. */
  lastOpened: OpenOptions = {};
  tasks: readonly Task[] = TASKS;
  entries: readonly ResultEntry[] = [];
  questions: readonly Question[] = [];
  findings: readonly Finding[] = [];
  ignored: readonly IgnoredFinding[] = [];
  unitForms: readonly Form[] = [];
  consolidation: Consolidation | null = null;
  collectRequests: CollectRequest[] = [];
  settings: Settings = SETTINGS;
  sheets: readonly string[] = ["Phụ lục"];
  /** The tables of the books, as they stand in the workbook. */
  tables: WorkbookReading["tables"] = {};
  /** What the next command rejects with. */
  refusal: Error | null = null;
  /** Held back until released, to see what the pane shows meanwhile. */
  gate: Promise<void> | null = null;
  /** Tells at once what the add-in's own sheets say. */
  firstLook = false;
  readonly calls: string[] = [];
  readonly visits: string[] = [];
  onChange: (() => void) | null = null;
  onSelect: ((sheet: string, row: number, rows?: number) => void) | null = null;

  async open(options: OpenOptions = {}): Promise<Session> {
    this.lastOpened = options;
    if (this.firstLook) {
      const session = { ...this.#session(), findings: [], questions: [], appendix: null };
      options.onFirstLook?.(this.tracked ? session : null);
    }
    await this.#step("open");
    return this.#session();
  }

  async track(): Promise<WriteOutcome> {
    await this.#step("track");
    this.tracked = true;
    this.sheets = ["Phụ lục", "Theo dõi", "Đơn vị", "Thiết lập"];
    return this.#outcome(["Đã thêm trang Theo dõi, Đơn vị, Thiết lập."], true);
  }

  async answer(question: Question, value: string): Promise<WriteOutcome> {
    await this.#step(`answer ${question.id} ${value}`);
    this.questions = this.questions.filter(({ id }) => id !== question.id);
    return this.#outcome(["Đã ghi câu trả lời."]);
  }

  async report(request: Parameters<Commands["report"]>[0]): Promise<WriteOutcome> {
    await this.#step(`report ${request.period.shortName} ${request.asOf} ${request.reader}`);
    this.tracked = true;
    this.sheets = [...this.sheets, `BC ${request.period.shortName}`];
    return this.#outcome(["Đã lập xong."], true);
  }

  async reportTexts(): Promise<ReportTexts> {
    await this.#step("reportTexts");
    return {
      html: "<p>Báo cáo kết quả</p>",
      paragraph: "Về tuyên truyền: đã triển khai 30 nhiệm vụ.",
      document: () => Promise.resolve(new Uint8Array([80, 75])),
      said: ["Bản Word lấy theo chỗ anh/chị đã sửa ở trang báo cáo: tiêu đề."],
    };
  }

  async closeReport(): Promise<WriteOutcome> {
    await this.#step("closeReport");
    return this.#outcome(["Đã chốt số liệu."]);
  }

  async enterResult(entry: ResultEntry, finished: string | null): Promise<WriteOutcome> {
    await this.#step(`enterResult ${entry.code} ${finished ?? "-"}`);
    this.entries = [...this.entries, entry];
    if (finished) {
      this.tasks = this.tasks.map((task) =>
        task.code === entry.code ? { ...task, done: true, finished } : task,
      );
    }
    return this.#outcome(["Đã ghi vào trang Kết quả."], true);
  }

  async adjustDeadline(code: string, due: string, basis: string): Promise<WriteOutcome> {
    await this.#step(`adjustDeadline ${code} ${due} ${basis}`);
    this.tasks = this.tasks.map((task) =>
      task.code === code ? { ...task, adjustedDue: due, adjustedBasis: basis } : task,
    );
    return this.#outcome(["Đã ghi thời hạn điều chỉnh."], true);
  }

  async setEventDay(code: string, event: string): Promise<WriteOutcome> {
    await this.#step(`setEventDay ${code} ${event}`);
    return this.#outcome(["Đã ghi hạn."], true);
  }

  async setAsOf(date: string): Promise<WriteOutcome> {
    await this.#step(`setAsOf ${date}`);
    this.settings = { ...this.settings, asOf: date };
    return this.#outcome(["Đã đặt ngày số liệu."]);
  }

  async applyFixes(findings: readonly Finding[]): Promise<WriteOutcome> {
    await this.#step(`applyFixes ${findings.map(({ cell }) => cell).join(" ")}`);
    this.findings = this.findings.filter((finding) => !findings.includes(finding));
    return this.#outcome(["Đã sửa."], true);
  }

  async ignore(finding: Finding, reason: string): Promise<Session> {
    await this.#step(`ignore ${finding.cell} ${reason}`);
    this.findings = this.findings.filter((other) => other !== finding);
    this.ignored = [...this.ignored, { ...finding, reason }];
    return this.#session();
  }

  async restore(finding: Finding): Promise<Session> {
    await this.#step(`restore ${finding.cell}`);
    this.ignored = this.ignored.filter(({ cell }) => cell !== finding.cell);
    this.findings = [...this.findings, finding];
    return this.#session();
  }

  async urge(asOf: string): Promise<WriteOutcome> {
    await this.#step(`urge ${asOf}`);
    return this.#outcome(["Đã lập trang Đôn đốc."], true);
  }

  async findingsSheet(): Promise<WriteOutcome> {
    await this.#step("findingsSheet");
    return this.#outcome(["Đã lập trang Rà soát."], true);
  }

  async forms(
    period: { readonly shortName: string },
    sendBy: string | null,
  ): Promise<readonly Form[]> {
    await this.#step(`forms ${period.shortName} ${sendBy ?? "-"}`);
    return this.unitForms;
  }

  async lookAtForms(
    forms: readonly ReturnedForm[],
    request: CollectRequest,
  ): Promise<Consolidation> {
    await this.#step(`lookAtForms ${forms.map(({ fileName }) => fileName).join(" ")}`);
    this.collectRequests.push(request);
    return this.#consolidation();
  }

  async collect(forms: readonly ReturnedForm[], request: CollectRequest): Promise<CollectOutcome> {
    await this.#step(`collect ${forms.map(({ fileName }) => fileName).join(" ")}`);
    this.collectRequests.push(request);
    return {
      outcome: this.#outcome(["Đã nhận 1/1 phiếu."], true),
      consolidation: this.#consolidation(),
    };
  }

  async sendBack({ unit, period, reason, newDate }: ReportToReturn): Promise<WriteOutcome> {
    await this.#step(`sendBack ${unit} ${period.shortName} ${reason} ${newDate}`);
    return this.#outcome(["Đã ghi vào Sổ nhận báo cáo."], true);
  }

  async noteUrged(units: readonly string[], asOf: string): Promise<WriteOutcome> {
    await this.#step(`noteUrged ${units.join(", ")} ${asOf}`);
    return this.#outcome(["Đã ghi vào Sổ đôn đốc."], true);
  }

  #consolidation(): Consolidation {
    if (!this.consolidation) throw new Error("no consolidation was prepared");
    return this.consolidation;
  }

  goTo(sheet: string, cell: string): Promise<void> {
    this.visits.push(`${sheet}!${cell}`);
    return Promise.resolve();
  }

  async undo(): Promise<WriteOutcome> {
    await this.#step("undo");
    this.tracked = false;
    return this.#outcome(["Đã hoàn tác."]);
  }

  watch(
    onChange: () => void,
    onSelect: (sheet: string, row: number, rows: number) => void,
  ): Promise<() => Promise<void>> {
    this.onChange = onChange;
    this.onSelect = (sheet, row, rows = 1) => onSelect(sheet, row, rows);
    return Promise.resolve(() => {
      this.onChange = null;
      return Promise.resolve();
    });
  }

  async #step(call: string): Promise<void> {
    this.calls.push(call);
    await this.gate;
    const { refusal } = this;
    this.refusal = null;
    if (refusal) throw refusal;
  }

  #session(): Session {
    const tracking: Tracking = {
      settings: this.settings,
      tasks: this.tasks,
      entries: this.entries,
      units: [],
    };
    const reading: WorkbookReading = {
      sheets: this.sheets.map((name) => ({ name, visible: true })),
      activeSheet: "Phụ lục",
      grid: null,
      tables: this.tables,
      names: {},
      settings: {},
    };
    return {
      reading,
      appendix: APPENDIX,
      tracking,
      tracked: this.tracked,
      knownForm: this.knownForm,
      goneColumns: this.goneColumns ?? [],
      changes: this.changes ?? null,
      findings: this.findings,
      ignored: this.ignored,
      questions: this.questions,
    };
  }

  #outcome(said: readonly string[], undoable = false): WriteOutcome {
    return { session: this.#session(), sheets: [], said, differences: [], undoable };
  }
}

export function refuse(code: Refusal["code"], message: string, advice = ""): Refusal {
  return new Refusal(code, message, advice);
}
