import { columnContent, type ColumnContent } from "./content";
import type { HeaderBlock } from "./header";
import { columnVotes, headerKey } from "./header-words";
import { headerPeriod } from "./schedule";
import { findSchedules } from "./schedule-columns";
import type { AppendixMapping, ColumnReading, ColumnRole } from "./types";
import { columnLetters } from "../sheet";
import type { SheetView } from "./view";

/** Roles that one column only can hold; the others may repeat. */
const SINGLE: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "number",
  "code",
  "task",
  "deadline",
  "start",
  "received",
  "finished",
  "quantity",
  "measure",
  "result",
  "progress",
  "lead",
  "support",
  "owner",
  "product",
  "leader",
  "note",
  "evidence",
  "field",
  "cost",
]);
const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  number: "số thứ tự",
  code: "mã nhiệm vụ",
  field: "lĩnh vực hoặc nhóm",
  task: "nhiệm vụ",
  product: "sản phẩm",
  lead: "đơn vị chủ trì",
  support: "đơn vị phối hợp",
  owner: "phân công (chủ trì và phối hợp trong một ô)",
  deadline: "thời hạn",
  start: "ngày bắt đầu",
  received: "ngày giao, ngày nhận",
  finished: "ngày hoàn thành",
  quantity: "số lượng",
  measure: "đơn vị tính",
  result: "kết quả thực hiện",
  progress: "tình trạng thực hiện",
  evidence: "minh chứng",
  leader: "lãnh đạo phụ trách",
  cost: "kinh phí",
  note: "ghi chú",
  week: "theo dõi theo tuần, tháng",
  other: "nội dung khác",
};
/** A column below this is asked about. */
const ASKED_BELOW = 0.6;

type Scores = Map<ColumnRole, { score: number; reason: string }>;

/** Which column is what: the header's words and the cells below vote together; the officer's word wins. */
export function readColumns(
  view: SheetView,
  header: HeaderBlock,
  bodyRows: readonly number[],
  mapping: AppendixMapping | undefined,
): readonly ColumnReading[] {
  const columns: { column: number; words: string; content: ColumnContent; scores: Scores }[] = [];
  for (let column = header.left; column < header.right; column++) {
    const words = header.words[column - header.left] ?? "";
    const content = columnContent(view, column, bodyRows);
    if (words === "" && content.filled === 0) continue;
    columns.push({ column, words, content, scores: scoresOf(words, content) });
  }
  const said = columns.map(({ column }) => mapping?.roles[column + view.grid.column]);
  const schedule = weighSchedules(columns);
  weighTaskColumns(view, columns, bodyRows);
  weighNeighbours(columns);
  const settled = settle(columns, said, schedule);
  return settled.map(({ column, words, role, ranking }) => {
    const sheetColumn = column + view.grid.column;
    const own = mapping?.roles[sheetColumn];
    const flat = { column: sheetColumn, header: words };
    if (own !== undefined) {
      return {
        ...flat,
        role: own,
        confidence: 1,
        reason: "Theo lựa chọn của người dùng.",
        alternatives: [],
      };
    }
    const claim = ranking.find((entry) => entry.role === role);
    const rival = ranking.find((entry) => entry.role !== role && entry.role !== "other");
    const score = claim?.score ?? 0.5;
    const lead = score - (rival?.score ?? 0);
    const twin = twinOf(settled, column, role, score, schedule);
    const confidence = clamp(
      role === "other"
        ? 0.7 - 0.5 * (rival?.score ?? 0)
        : Math.min(score, 0.5 + lead, twin === null ? 1 : 0.55),
    );
    return {
      ...flat,
      role,
      confidence,
      reason:
        twin === null
          ? (claim?.reason ?? "Không nhận ra nội dung của cột này.")
          : `Cột ${columnLetters(twin + view.grid.column)} cũng có thể là ${ROLE_WORDS[role]}.`,
      alternatives: ranking
        .filter(
          (entry) => entry.role !== role && entry.score > (confidence < ASKED_BELOW ? 0.25 : 0.45),
        )
        .map((entry) => entry.role)
        .slice(0, 3),
    };
  });
}

/** What the words of the header and the cells say of one column. */
function scoresOf(words: string, content: ColumnContent): Scores {
  const scores: Scores = new Map();
  const add = (role: ColumnRole, score: number, reason: string) => {
    const known = scores.get(role);
    scores.set(role, { score: (known?.score ?? 0) + score, reason: known?.reason ?? reason });
  };
  const whole = columnVotes(words);
  for (const vote of whole)
    add(vote.role, vote.weight, `Tiêu đề “${words}” là ${ROLE_WORDS[vote.role]}.`);
  if (content.filled === 0) return scores;
  const cells = (role: ColumnRole, score: number, what: string) => {
    if (score !== 0) add(role, score, `Các ô bên dưới ghi ${what}.`);
  };
  const voted = (role: ColumnRole) => scores.has(role);
  const timely = content.time >= 0.5;
  if (timely && content.averageLength < 90) {
    for (const role of ["deadline", "finished", "received", "start"] as const) {
      if (voted(role)) cells(role, 0.3, "thời gian");
    }
    if (
      !voted("deadline") &&
      !voted("finished") &&
      !voted("received") &&
      !voted("start") &&
      !voted("week")
    ) {
      cells("deadline", 0.65 * content.time, "thời gian");
    }
    for (const role of ["progress", "result", "product", "lead", "measure"] as const) {
      if (voted(role)) cells(role, -0.25, "thời gian");
    }
  } else if (voted("deadline") && content.filled >= 3) {
    cells("deadline", -0.35 * (1 - content.time), "nội dung không phải thời gian");
  }
  if (content.pureDate > 0.7) cells("finished", voted("finished") ? 0.2 : 0, "ngày cụ thể");
  if (content.owner >= 0.5) {
    for (const role of ["lead", "support", "owner"] as const)
      if (voted(role)) cells(role, 0.3, "tên đơn vị");
    if (!voted("lead") && !voted("support") && !voted("owner") && whole.length === 0)
      cells("lead", 0.6 * content.owner, "tên đơn vị");
    // "Thực hiện" alone over names says who, not how far.
    else if (voted("progress") && content.status < 0.3 && !voted("deadline")) {
      cells("lead", 0.75, "tên đơn vị");
      cells("progress", -0.3, "tên đơn vị");
    }
    if (voted("measure")) cells("measure", -0.4, "tên đơn vị");
  }
  if (content.bothRoles >= 0.3) {
    cells("owner", 0.8, "cả chủ trì và phối hợp");
    if (voted("lead")) cells("lead", -0.7, "cả chủ trì và phối hợp");
  } else if (voted("owner") && voted("lead")) {
    cells("owner", -0.35, "một loại đơn vị");
    cells("lead", 0.3, "tên đơn vị");
  }
  if (content.measure >= 0.5) {
    cells("measure", voted("measure") ? 0.5 : 0.4, "đơn vị tính");
    if (voted("lead")) cells("lead", -0.4, "đơn vị tính");
  }
  if (content.status >= 0.4) {
    cells("progress", voted("progress") ? 0.4 : 0.5, "tình trạng");
    if (voted("deadline")) cells("deadline", -0.3, "tình trạng");
    if (voted("product")) cells("product", -0.2, "tình trạng");
  }
  if (content.done >= 0.4 && !timely) {
    if (voted("result")) cells("result", 0.3, "việc đã làm");
    if (voted("product")) cells("product", -0.2, "việc đã làm");
  } else if (content.product >= 0.4) {
    if (voted("product")) cells("product", 0.25, "sản phẩm");
    if (voted("result")) cells("result", -0.1, "sản phẩm");
  }
  if (content.rowNumber >= 0.7 && content.averageLength <= 6) {
    if (voted("number")) cells("number", 0.2, "số thứ tự");
    else if (whole.length === 0) cells("number", 0.6, "số thứ tự");
  }
  if (content.money >= 0.6 && voted("cost")) cells("cost", 0.2, "số tiền");
  if (content.averageLength >= 30 && content.distinctShare > 0.6 && whole.length === 0) {
    cells("task", 0.4, "câu dài, mỗi dòng một khác");
  }
  return scores;
}

/** Columns of months and quarters: one deadline together, or what is followed up by period. Gives those of the deadline. */
function weighSchedules(
  columns: readonly { words: string; content: ColumnContent; scores: Scores }[],
): ReadonlySet<number> {
  const hasDeadline = columns.some(
    ({ words, scores }) =>
      headerPeriod(words) === null && (scores.get("deadline")?.score ?? 0) >= 0.7,
  );
  const times = new Set<number>();
  for (const { columns: members, holds, sure } of findSchedules(columns, hasDeadline)) {
    for (const index of members) {
      const scores = columns[index]?.scores;
      scores?.clear();
      if (holds === "times") {
        times.add(index);
        const reason = "Các cột tháng, quý, năm được đánh dấu cùng ghi một thời hạn.";
        scores?.set("deadline", { score: sure ? 0.95 : 0.55, reason });
      } else if (holds === "follow-up") {
        scores?.set("week", { score: 0.9, reason: "Cột theo dõi theo từng tháng, quý." });
      }
    }
  }
  return times;
}

/** Of several columns that name work, the one with words of its own in most rows that ask something of someone holds the tasks. */
function weighTaskColumns(
  view: SheetView,
  columns: readonly { column: number; content: ColumnContent; scores: Scores }[],
  bodyRows: readonly number[],
): void {
  const named = columns.filter((one) => (one.scores.get("task")?.score ?? 0) >= 0.7);
  if (named.length < 2) return;
  const whoWhen = columns.filter(({ scores }) =>
    (["lead", "support", "owner", "deadline"] as const).some(
      (role) => (scores.get(role)?.score ?? 0) >= 0.7,
    ),
  );
  const step = Math.max(1, Math.ceil(bodyRows.length / 240));
  const asking = bodyRows.filter(
    (row, index) =>
      index % step === 0 && whoWhen.some(({ column }) => view.text(row, column) !== ""),
  );
  const filledShare = ({ column }: (typeof named)[number]) =>
    asking.filter((row) => view.text(row, column) !== "").length / Math.max(1, asking.length);
  const worth = (one: (typeof named)[number]) =>
    2 * (asking.length > 0 ? filledShare(one) : one.content.fillShare) +
    one.content.distinctShare +
    Math.min(0.15, one.content.averageLength / 800) +
    (one.scores.get("task")?.score ?? 0);
  const best = named.reduce((first, second) =>
    worth(second) > worth(first) + 0.05 ? second : first,
  );
  for (const one of named) {
    if (one === best) continue;
    const task = one.scores.get("task");
    const reason = "Cột khác ghi nhiệm vụ đầy đủ hơn.";
    if (task) one.scores.set("task", { score: task.score - 0.5, reason });
    const wider = one.content.fillShare < best.content.fillShare - 0.1 || one.column < best.column;
    one.scores.set(wider ? "field" : "other", { score: 0.65, reason });
  }
}

/** One word alone is not enough: columns beside decide what "Thời gian hoàn thành", "Kết quả" and "Đơn vị" mean. */
function weighNeighbours(
  columns: readonly { words: string; content: ColumnContent; scores: Scores }[],
): void {
  const strength = (role: ColumnRole, except: Scores) =>
    Math.max(
      0,
      ...columns
        .filter((one) => one.scores !== except)
        .map((one) => one.scores.get(role)?.score ?? 0),
    );
  const base = columns.map(
    (one) => new Map([...one.scores].map(([role, entry]) => [role, entry.score])),
  );
  columns.forEach((one, index) => {
    const own = base[index];
    const bump = (role: ColumnRole, by: number, reason: string) => {
      const known = one.scores.get(role);
      if (known) one.scores.set(role, { score: known.score + by, reason });
    };
    if (own?.has("finished") && own.has("deadline")) {
      const otherDeadline = strength("deadline", one.scores);
      if (otherDeadline >= 0.75 || strength("received", one.scores) >= 0.9) {
        const reason =
          "Đã có cột thời hạn hoặc thời gian nhận ở bên cạnh, nên đây là ngày hoàn thành.";
        bump("finished", 0.55, reason);
        bump("deadline", -0.3, reason);
      } else {
        bump("deadline", 0.3, "Không có cột thời hạn nào khác.");
      }
    }
    if (own?.has("product") && own.has("result")) {
      if (strength("product", one.scores) >= 0.85) bump("result", 0.35, "Đã có cột sản phẩm khác.");
      else if (strength("result", one.scores) >= 0.85)
        bump("product", 0.35, "Đã có cột kết quả thực hiện khác.");
    }
    if (
      own?.has("progress") &&
      own.has("deadline") &&
      strength("deadline", one.scores) >= 0.95 &&
      one.content.time < 0.5
    ) {
      bump("progress", 0.3, "Đã có cột thời hạn khác.");
    }
    if (own?.has("lead") && own.has("measure") && strength("lead", one.scores) >= 0.95) {
      bump("measure", 0.3, "Đã có cột đơn vị chủ trì khác.");
    }
    if (
      own?.has("lead") &&
      one.content.filled >= 5 &&
      one.content.distinctShare * one.content.filled < 1.5
    ) {
      if (strength("lead", one.scores) >= 0.9)
        bump("lead", -0.25, "Cột này chỉ ghi một đơn vị ở mọi dòng.");
    }
    if (own?.has("lead") && own.has("other") && strength("lead", one.scores) < 0.5) {
      bump("lead", 0.35, "Không có cột nào khác ghi ai làm.");
    }
    const besideMonth = headerKey(columns[index - 1]?.words ?? "") === "thang";
    if (own?.has("deadline") && besideMonth && headerKey(one.words) === "nam") {
      bump("deadline", 0.5 - (own.get("deadline") ?? 0), "Ngày, tháng, năm ghi ở các cột riêng.");
    }
    if (own?.has("evidence") && own.has("other")) {
      const deadline = columns.findIndex(
        ({ scores }, at) => at !== index && (scores.get("deadline")?.score ?? 0) >= 0.7,
      );
      if (index < deadline) bump("other", 0.35, "Đứng trước thời hạn: văn bản giao nhiệm vụ.");
      else bump("evidence", 0.35, "Đứng sau thời hạn: văn bản đã ban hành.");
    }
    if (own?.has("task") && own.has("field") && strength("task", one.scores) < 0.75) {
      bump("task", 0.5, "Không có cột nhiệm vụ nào khác.");
    }
  });
}

/** Another filled column that could as well hold who leads or the deadline, and got no role of its own. */
function twinOf(
  columns: readonly Settled[],
  column: number,
  role: ColumnRole,
  score: number,
  schedule: ReadonlySet<number>,
): number | null {
  if (role !== "lead" && role !== "deadline") return null;
  const twin = columns.find(
    (one, index) =>
      one.column !== column &&
      one.role === "other" &&
      !schedule.has(index) &&
      one.fillShare >= 0.3 &&
      one.ranking.some((entry) => entry.role === role && entry.score > score - 0.1),
  );
  return twin?.column ?? null;
}

interface Settled {
  readonly fillShare: number;
  readonly column: number;
  readonly words: string;
  readonly role: ColumnRole;
  readonly ranking: readonly { role: ColumnRole; score: number; reason: string }[];
}

/** Gives each single role to the column that the officer named or that claims it most; the others take their next best claim. */
function settle(
  columns: readonly { column: number; words: string; content: ColumnContent; scores: Scores }[],
  said: readonly (ColumnRole | undefined)[],
  schedule: ReadonlySet<number>,
): Settled[] {
  const claims = columns.flatMap((one, index) =>
    [...one.scores].map(([role, entry]) => ({ index, role, score: entry.score })),
  );
  claims.sort((one, other) => other.score - one.score || one.index - other.index);
  const given = new Map<number, ColumnRole>();
  const taken = new Set<ColumnRole>();
  said.forEach((role, index) => {
    if (role === undefined) return;
    given.set(index, role);
    taken.add(role);
  });
  for (const claim of claims) {
    if (given.has(claim.index) || claim.score < 0.3) continue;
    const shared = isInnerNumber(columns, claim) || schedule.has(claim.index);
    if (SINGLE.has(claim.role) && taken.has(claim.role) && !shared) continue;
    given.set(claim.index, claim.role);
    taken.add(claim.role);
  }
  if (!taken.has("task")) giveTask(columns, given);
  return columns.map((one, index) => ({
    fillShare: one.content.fillShare,
    column: one.column,
    words: one.words,
    role: given.get(index) ?? "other",
    ranking: [...one.scores]
      .map(([role, entry]) => ({ role, ...entry }))
      .sort((first, second) => second.score - first.score),
  }));
}

/** "Stt" over "TT" and "Chi tiết", or one wide "TT" over two columns: both hold numbers. */
function isInnerNumber(
  columns: readonly { words: string }[],
  claim: { readonly index: number; readonly role: ColumnRole },
): boolean {
  if (claim.role !== "number") return false;
  const words = columns[claim.index]?.words ?? "";
  const beside = columns[claim.index - 1]?.words ?? "";
  const outer = (header: string) => header.split(" – ")[0] ?? "";
  return (
    words !== "" && (words === beside || (words.includes(" – ") && outer(words) === outer(beside)))
  );
}

/** Without any column named so, the one with the longest texts holds the tasks. */
function giveTask(
  columns: readonly { content: ColumnContent; scores: Scores }[],
  given: Map<number, ColumnRole>,
): void {
  let best = -1;
  columns.forEach((one, index) => {
    const free = !given.has(index) || given.get(index) === "field" || given.get(index) === "other";
    if (!free || one.content.averageLength < 15 || one.content.time > 0.4) return;
    if (best < 0 || one.content.averageLength > (columns[best]?.content.averageLength ?? 0))
      best = index;
  });
  const column = columns[best];
  if (!column) return;
  given.set(best, "task");
  if (!column.scores.has("task")) {
    column.scores.set("task", { score: 0.5, reason: "Cột có nội dung dài nhất của bảng." });
  }
}

function clamp(score: number): number {
  return Math.round(Math.max(0, Math.min(1, score)) * 100) / 100;
}
