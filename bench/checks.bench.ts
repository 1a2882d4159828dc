/** Findings of a plan of 3,000 tasks: a full look, and a look again after one cell has changed, in one run. */
import { readAppendix } from "../src/appendix";
import { checkAppendix, createChecker, RULES, type CheckInput } from "../src/check";
import { trackAppendix } from "../src/task";
import type { SheetGrid } from "../src/sheet";
import type { Unit } from "../src/unit";

const TASKS = 3000;
const ROUNDS = 12;
const TODAY = "2024-06-14";

const UNITS: readonly Unit[] = [
  "Văn phòng Ban",
  "Phòng Quản lý đầu tư",
  "Phòng Quản lý lao động",
  "Phòng Quản lý doanh nghiệp",
].map((name) => ({ name, abbreviation: null, otherNames: [], group: null, headTitle: null }));

const HEADER = [
  "STT",
  "Nội dung nhiệm vụ",
  "Sản phẩm",
  "Đơn vị chủ trì",
  "Đơn vị phối hợp",
  "Thời hạn hoàn thành",
];
const LEADS = ["Phòng Quản lý đầu tư", "P. QLLĐ", "Văn phòng", "Các phòng chuyên môn"];
const TIMES = ["Quý II/2024", "30/6/2024", "", "31/6/2024"];

/** A row whose owner and time cells repeat, as in most plans. */
const equal = (index: number) => [
  String(index + 1),
  `Đăng tin, bài số ${index + 1} về cải cách hành chính`,
  "01 tin, bài",
  LEADS[index % LEADS.length] ?? "",
  `Phòng QLDN; đơn vị số ${index % 200}`,
  TIMES[index % TIMES.length] ?? "",
];

/** A row whose every cell is like no other. */
const different = (index: number) => [
  String(index + 1),
  `Đăng tin, bài số ${index + 1} về cải cách hành chính`,
  `${index + 1} tin, bài`,
  `${LEADS[index % LEADS.length] ?? ""} (đợt ${index}); cán bộ tổ ${index}`,
  `Phòng QLDN, Công ty ${index}; UBND xã số ${index}, Văn phòng Ban; các đơn vị liên quan nhóm ${index}`,
  `${TIMES[index % TIMES.length] ?? ""} (đợt ${index})`,
];

export default function checks(): Promise<void> {
  console.table({
    "texts that repeat": measure(equal),
    "every text different": measure(different),
  });
  console.log(
    `${TASKS} tasks, the middle one of ${ROUNDS} looks; again: after one deadline cell has changed.`,
  );
  return Promise.resolve();
}

function measure(make: (index: number) => string[]): Record<string, string | number> {
  const rows = Array.from({ length: TASKS }, (_, index) => make(index));
  const at = Math.floor(TASKS / 2);
  const changed = rows.with(at, (rows[at] ?? []).with(5, "31/9/2024"));
  const [first, second] = [inputOf(rows), inputOf(changed)];
  const check = createChecker();
  check(first, "vi");
  const full: number[] = [];
  const again: number[] = [];
  const ofPlan = RULES.filter((rule) => rule.scope === "plan");
  const plan: number[] = [];
  let findings = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // A copy of the input has nothing prepared, as after a new reading of the sheet.
    const input = { ...(round % 2 === 0 ? second : first) };
    full.push(timed(() => (findings = checkAppendix({ ...input }, "vi").length)));
    again.push(timed(() => check(input, "vi")));
    plan.push(
      timed(() => ofPlan.forEach((rule) => rule.run(input, { rows: [], lines: [] }, "vi"))),
    );
  }
  const [whole, part] = [middle(full), middle(again)];
  return {
    findings,
    "full ms": whole.toFixed(0),
    "again ms": part.toFixed(0),
    "whole-plan rules ms": middle(plan).toFixed(0),
    "again / full": (part / whole).toFixed(2),
  };
}

function inputOf(rows: readonly (readonly string[])[]): CheckInput {
  const blank = HEADER.map(() => "");
  const cells = [
    ["PHỤ LỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024", ...blank.slice(1)],
    blank,
    HEADER,
    ...rows,
  ];
  const grid: SheetGrid = {
    sheet: "Phụ lục",
    row: 0,
    column: 0,
    values: cells,
    text: cells,
    numberFormats: cells.map((row) => row.map(() => "General")),
    merges: [],
  };
  const appendix = readAppendix(grid);
  const { tracking } = trackAppendix(appendix, null, { today: TODAY, units: UNITS });
  return { grid, appendix, tracking, today: TODAY };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function middle(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
