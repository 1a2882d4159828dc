import fc from "fast-check";
import { defaultAsOf, isOtherPlan, statusAt, trackAppendix, type Tracking } from "../../src/task";
import { makeAppendix, PLAN, UNITS, type RowCells } from "./fixtures";

const TODAY = "2024-06-14";
const ROWS: readonly RowCells[] = [
  {
    task: "Ban hành Kế hoạch",
    lead: "Văn phòng Ban",
    deadline: "Tháng 01/2024",
    finished: "25/1/2024",
  },
  {
    task: "Đăng tin, bài về dịch vụ công trực tuyến",
    lead: "Phòng Quản lý đầu tư",
    deadline: "Quý I",
  },
  {
    task: "Khảo sát doanh nghiệp",
    lead: "Phòng Quản lý lao động",
    support: "Văn phòng Ban",
    deadline: "30/9/2024",
    quantity: "150 phiếu",
  },
  { task: "Lồng ghép tại hội nghị giao ban", lead: "Văn phòng Ban", deadline: "Thường xuyên" },
];

function track(rows: readonly RowCells[], known: Tracking | null = null) {
  return trackAppendix(makeAppendix(rows), known, { today: TODAY, units: UNITS });
}

function changed(at: number, cells: RowCells): RowCells[] {
  return ROWS.map((row, index) => (index === at ? { ...row, ...cells } : row));
}

function withTask(tracking: Tracking, at: number, changes: Partial<Tracking["tasks"][number]>) {
  return {
    ...tracking,
    tasks: tracking.tasks.map((task, index) => (index === at ? { ...task, ...changes } : task)),
  };
}

describe("defaultAsOf", () => {
  it.each([
    [2024, "2024-06-14", "2024-06-14"],
    [2024, "2024-12-31", "2024-12-31"],
    [2024, "2025-01-01", "2024-12-14"],
    [2024, "2023-11-01", "2023-11-01"],
    [null, "2025-01-01", "2025-01-01"],
  ])("%s on %s", (year, today, expected) => {
    expect(defaultAsOf(year, today)).toBe(expected);
  });
});

describe("first reading", () => {
  const update = track(ROWS);

  it("gives each row a code and understands owner, time and result", () => {
    const { tasks, entries } = update.tracking;
    expect(tasks.map(({ code }) => code)).toEqual(["NV001", "NV002", "NV003", "NV004"]);
    expect(tasks[0]).toMatchObject({ finished: "2024-01-25", done: false, due: "2024-01-31" });
    expect(tasks[2]).toMatchObject({
      leads: ["Phòng Quản lý lao động"],
      supports: ["Văn phòng Ban"],
      due: "2024-09-30",
    });
    expect(tasks[3]).toMatchObject({ dueKind: "ongoing", due: null });
    expect(entries.map(({ code, quantity }) => [code, quantity])).toEqual([
      ["NV001", null],
      ["NV003", 150],
    ]);
    expect(update.added).toHaveLength(4);
    expect(update.questions).toEqual([]);
  });

  it("proposes a directory where none is known", () => {
    const { tracking } = trackAppendix(makeAppendix(ROWS), null, { today: TODAY });
    expect(tracking.units.map(({ name }) => name).sort()).toEqual(
      UNITS.map(({ name }) => name).sort(),
    );
  });

  it("changes nothing when the same appendix is read again", () => {
    const again = track(ROWS, update.tracking);
    expect(again.tracking).toEqual(update.tracking);
    expect([again.added, again.changed, again.moved, again.gone, again.results]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });
});

describe("a changed appendix", () => {
  const first = track(ROWS).tracking;

  it("follows a text that only the appendix changed", () => {
    const update = track(changed(1, { deadline: "Quý II" }), first);
    expect(update.tracking.tasks[1]).toMatchObject({ due: "2024-06-30", deadlineText: "Quý II" });
    expect(update.changed.map(({ field, task }) => [task.code, field])).toEqual([
      ["NV002", "deadline"],
    ]);
  });

  it("keeps what only Theo dõi changed", () => {
    const mine = withTask(first, 1, { due: "2024-05-15", leads: ["Văn phòng Ban"] });
    const update = track(ROWS, mine);
    expect(update.tracking.tasks[1]).toMatchObject({
      due: "2024-05-15",
      leads: ["Văn phòng Ban"],
    });
    expect(update.questions).toEqual([]);
  });

  it("asks where both changed, keeps Theo dõi until answered, and asks again", () => {
    const mine = withTask(first, 1, { due: "2024-05-15" });
    const update = track(changed(1, { deadline: "Quý II" }), mine);
    expect(update.tracking.tasks[1]?.due).toBe("2024-05-15");
    expect(update.questions).toMatchObject([
      { kind: "conflict", code: "NV002", field: "deadline", row: 9, column: 5, appendix: "Quý II" },
    ]);
    expect(update.questions[0]?.text).toContain("Ô F9 ghi khác Theo dõi");
    const again = track(changed(1, { deadline: "Quý II" }), update.tracking);
    expect(again.questions).toHaveLength(1);
  });

  it("does not ask where both sides came to the same", () => {
    const mine = withTask(first, 1, { due: "2024-06-30", start: "2024-04-01" });
    const update = track(changed(1, { deadline: "Quý II" }), mine);
    expect(update.questions).toEqual([]);
    expect(track(changed(1, { deadline: "Quý II" }), update.tracking).changed).toEqual([]);
  });

  it("takes a new finish and a grown quantity without counting twice", () => {
    const update = track(changed(2, { finished: "10/6/2024", quantity: "180 phiếu" }), first);
    expect(update.tracking.tasks[2]?.finished).toBe("2024-06-10");
    const entries = update.tracking.entries.filter(({ code }) => code === "NV003");
    expect(entries).toMatchObject([{ quantity: 180, date: "2024-06-10" }]);
    expect(update.results).toHaveLength(1);
  });

  it("keeps an entry that the officer mended and asks when the appendix changes it too", () => {
    const mine: Tracking = {
      ...first,
      entries: first.entries.map((entry) =>
        entry.code === "NV003" ? { ...entry, quantity: 149 } : entry,
      ),
    };
    expect(track(ROWS, mine).tracking.entries).toEqual(mine.entries);
    const update = track(changed(2, { quantity: "180 phiếu" }), mine);
    expect(update.questions).toMatchObject([{ kind: "conflict", field: "result" }]);
    expect(update.tracking.entries).toEqual(mine.entries);
  });

  it("lets a date be added to an entry and still follows the quantity", () => {
    const mine: Tracking = {
      ...first,
      entries: first.entries.map((entry) =>
        entry.code === "NV003" ? { ...entry, date: "2024-05-20" } : entry,
      ),
    };
    const update = track(changed(2, { quantity: "180 phiếu" }), mine);
    expect(update.tracking.entries[1]).toMatchObject({ quantity: 180, date: "2024-05-20" });
  });

  it("loses nothing when the result cells are emptied or their columns are missing", () => {
    const emptied = ROWS.map((row) => ({ ...row, finished: "", quantity: "" }));
    const update = track(emptied, first);
    expect(update.tracking.tasks[0]?.finished).toBe("2024-01-25");
    expect(update.tracking.entries).toEqual(first.entries);
    const bare = makeAppendix(ROWS, { roles: ["number", "task", "lead", "support", "deadline"] });
    const without = trackAppendix(bare, first, { today: TODAY, units: UNITS });
    expect(without.tracking.entries).toEqual(first.entries);
    expect(without.changed).toEqual([]);
  });

  it("keeps and marks what is gone, and finds it again", () => {
    const update = track(ROWS.slice(1), first);
    expect(update.gone.map(({ code }) => code)).toEqual(["NV001"]);
    expect(update.tracking.tasks).toHaveLength(4);
    expect(update.tracking.tasks[0]).toMatchObject({ source: null, finished: "2024-01-25" });
    expect(track(ROWS.slice(1), update.tracking).gone).toEqual([]);
    const back = track(ROWS, update.tracking);
    expect(back.added).toEqual([]);
    expect(back.tracking.tasks[0]?.source?.row).toBe(8);
  });

  it("puts a new row behind the one above it", () => {
    const rows = [
      ...ROWS.slice(0, 2),
      { task: "Niêm yết danh mục thủ tục", lead: "Văn phòng Ban" },
      ...ROWS.slice(2),
    ];
    const update = track(rows, first);
    expect(update.tracking.tasks.map(({ code }) => code)).toEqual([
      "NV001",
      "NV002",
      "NV005",
      "NV003",
      "NV004",
    ]);
    expect(update.moved).toEqual([]);
  });

  it("tells which task moved", () => {
    const [one, two, three, four] = ROWS as [RowCells, RowCells, RowCells, RowCells];
    const update = track([two, three, four, one], first);
    expect(update.moved.map(({ task }) => task.code)).toEqual(["NV001"]);
    expect(update.added).toEqual([]);
  });

  it("leaves the tasks of another appendix of the plan alone", () => {
    const other = makeAppendix([{ task: "Tập huấn", deadline: "Quý IV" }], { sheet: "Phụ lục II" });
    const update = trackAppendix(other, first, { today: TODAY });
    expect(update.gone).toEqual([]);
    expect(update.tracking.tasks).toHaveLength(5);
    expect(update.tracking.tasks.slice(0, 4)).toEqual(first.tasks);
  });

  it("carries finish days of milestones to the new list of dates", () => {
    const rows = changed(1, { deadline: "Quý I, III" });
    const two = track(rows, first).tracking;
    const mine = withTask(two, 1, {
      milestones: (two.tasks[1]?.milestones ?? []).map((milestone, index) =>
        index === 0 ? { ...milestone, finished: "2024-03-20" } : milestone,
      ),
    });
    const update = track(changed(1, { deadline: "Quý I, IV" }), mine);
    expect(update.tracking.tasks[1]?.milestones).toMatchObject([
      { due: "2024-03-31", finished: "2024-03-20" },
      { due: "2024-12-31", finished: null },
    ]);
  });

  it("does not drop a milestone's finish day without asking", () => {
    const two = track(changed(1, { deadline: "Quý I, III" }), first).tracking;
    const mine = withTask(two, 1, {
      milestones: (two.tasks[1]?.milestones ?? []).map((milestone) => ({
        ...milestone,
        finished: milestone.due,
      })),
    });
    const update = track(changed(1, { deadline: "Thường xuyên" }), mine);
    expect(update.questions).toMatchObject([{ kind: "conflict", field: "deadline" }]);
    expect(update.tracking.tasks[1]?.milestones).toHaveLength(2);
  });

  it("asks about a finish cell that decides nothing", () => {
    const update = track(changed(1, { finished: "31/6/2024" }), first);
    expect(update.questions).toMatchObject([{ kind: "finish", code: "NV002", value: "31/6/2024" }]);
    expect(update.tracking.tasks[1]).toMatchObject({ done: false, finished: null });
  });
});

describe("identity in doubt", () => {
  const twins: readonly RowCells[] = [
    {
      number: "",
      task: "Đăng tin, bài về kết quả cải cách hành chính của Ban quý I",
      lead: "Văn phòng Ban",
    },
    {
      number: "",
      task: "Đăng tin, bài về kết quả cải cách hành chính của Ban quý II",
      lead: "Văn phòng Ban",
    },
  ];
  const first = track(twins).tracking;
  const one: readonly RowCells[] = [
    {
      number: "",
      task: "Đăng tin, bài về kết quả cải cách hành chính của Ban quý III",
      lead: "Văn phòng Ban",
    },
  ];

  it("waits for the officer and follows the answer", () => {
    const update = track(one, first);
    const [question] = update.questions;
    expect(question).toMatchObject({ kind: "identity", row: 8 });
    expect(update.added).toEqual([]);
    expect(update.tracking.tasks).toEqual(first.tasks);
    const same = trackAppendix(makeAppendix(one), first, {
      today: TODAY,
      units: UNITS,
      sameAs: { 8: "NV002" },
    });
    expect(same.questions).toEqual([]);
    expect(same.tracking.tasks[1]).toMatchObject({ code: "NV002", title: one[0]?.task });
    expect(same.gone.map(({ code }) => code)).toEqual(["NV001"]);
    const fresh = trackAppendix(makeAppendix(one), first, {
      today: TODAY,
      units: UNITS,
      sameAs: { 8: null },
    });
    expect(fresh.added.map(({ code }) => code)).toEqual(["NV003"]);
  });
});

describe("columns typed month-first", () => {
  const appendix = makeAppendix([
    { task: "A", deadline: "03/05/2024" },
    { task: "B", deadline: "04/06/2024" },
    { task: "C", deadline: "25/06/2024" },
  ]);
  const swapped = {
    ...appendix,
    tasks: appendix.tasks.map((raw, index) =>
      index === 2
        ? raw
        : {
            ...raw,
            dates: {
              deadline: {
                serial: index === 0 ? 45_415 : 45_447,
                format: "dd/mm/yyyy",
                text: index === 0 ? "03/05/2024" : "04/06/2024",
              },
            },
          },
    ),
  };

  it("asks and takes no day, then follows the answer for the whole column", () => {
    const asked = trackAppendix(swapped, null, { today: TODAY });
    expect(asked.tracking.tasks.map(({ dueKind, due }) => [dueKind, due])).toEqual([
      ["unclear", null],
      ["unclear", null],
      ["dated", "2024-06-25"],
    ]);
    expect(asked.tracking.tasks[0]?.deadline.doubt?.why).toBe("swapped-day-and-month");
    const settled = trackAppendix(swapped, asked.tracking, {
      today: TODAY,
      swappedDates: "swapped",
    });
    expect(settled.tracking.tasks.map(({ due }) => due)).toEqual([
      "2024-03-05",
      "2024-04-06",
      "2024-06-25",
    ]);
  });
});

describe("plan facts", () => {
  it("keeps what the officer has set and fills what is blank", () => {
    const known = track(ROWS).tracking;
    const set: Tracking = {
      ...known,
      settings: { ...known.settings, plan: { ...PLAN, number: "12/KH-BQL", title: "" } },
    };
    const { plan } = track(ROWS, set).tracking.settings;
    expect(plan).toMatchObject({ number: "12/KH-BQL", title: PLAN.title, year: 2024 });
  });

  it("tells another plan by its number alone", () => {
    const numbered = (number: string) => ({ ...PLAN, number });
    expect(isOtherPlan(numbered("12/KH-BQL"), numbered("15/KH-BQL"))).toBe(true);
    expect(isOtherPlan(numbered("12/KH-BQL"), numbered("12 /KH-BQL"))).toBe(false);
    expect(isOtherPlan(numbered("12/KH-BQL"), numbered(""))).toBe(false);
  });
});

describe("edits that lose nothing", () => {
  const titles = [
    "Ban hành Kế hoạch tuyên truyền",
    "Đăng tin, bài về dịch vụ công trực tuyến",
    "Khảo sát mức độ hài lòng của doanh nghiệp",
    "Niêm yết danh mục thủ tục tại trụ sở",
    "Tổ chức cuộc thi tìm hiểu pháp luật",
    "Lồng ghép khi giao ban hằng tuần",
    "Cập nhật chuyên mục hỏi đáp",
    "Rà soát nhân sự đầu mối từng phòng",
    "Xây dựng video hướng dẫn nộp hồ sơ",
    "Biểu dương gương người tốt",
    "Mua sắm máy tính phục vụ một cửa",
    "Sơ kết sáu tháng",
  ];
  const pool = titles.map((task, index): RowCells => ({
    number: "",
    task,
    lead: UNITS[index % 3]?.name ?? "",
    deadline: ["Quý I", "30/9/2024", "Thường xuyên", "Tháng 5/2024"][index % 4] ?? "",
  }));

  it("keeps codes and entered dates over sorting, deleting and inserting", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pool, { minLength: 4 }),
        fc.shuffledSubarray(pool, { minLength: 2 }),
        (before, after) => {
          const first = track(before).tracking;
          const entered: Tracking = {
            ...first,
            tasks: first.tasks.map((task, index) => ({
              ...task,
              finished: `2024-02-${10 + index}`,
            })),
          };
          const update = track(after, entered);
          const byTitle = new Map(entered.tasks.map((task) => [task.title, task]));
          for (const task of update.tracking.tasks) {
            const was = byTitle.get(task.title);
            expect(task.code).toBe(was?.code ?? task.code);
            expect(task.finished).toBe(was?.finished ?? null);
          }
          expect(update.questions).toEqual([]);
          const distinct = new Set([...before, ...after].map((row) => row.task));
          expect(update.tracking.tasks).toHaveLength(distinct.size);
          expect(new Set(update.tracking.tasks.map(({ code }) => code)).size).toBe(distinct.size);
        },
      ),
    );
  });

  it("puts every task into exactly one class", () => {
    const { tasks } = track(pool).tracking;
    const classes = tasks.map((task) => statusAt(task, TODAY).class);
    expect(classes.filter((name) => name === "invalid")).toEqual([]);
    expect(classes).toHaveLength(pool.length);
  });
});
