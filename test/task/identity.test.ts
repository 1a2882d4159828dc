import { distance } from "fastest-levenshtein";
import { comparisonKey } from "../../src/text";
import { matchTasks, type IdentityTask } from "../../src/task/identity";

const task = (title: string, more: Partial<IdentityTask> = {}): IdentityTask => ({
  title,
  number: "",
  row: null,
  section: [],
  ...more,
});

/** The same numbers on every run. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const VERBS =
  "Ban hành|Tổ chức|Xây dựng|Đăng tải|Rà soát|Công khai|Tổng hợp|Phối hợp tổ chức|Hoàn thiện|Cập nhật|Triển khai|Tham mưu".split(
    "|",
  );
const OBJECTS =
  "kế hoạch tuyên truyền|hội nghị tập huấn|danh mục thủ tục hành chính|quy chế làm việc|cơ sở dữ liệu doanh nghiệp|chuyên mục cải cách hành chính|báo cáo kết quả|quy trình nội bộ|tài liệu hướng dẫn|phần mềm một cửa điện tử|đề án vị trí việc làm|bộ chỉ số hài lòng|quy hoạch phân khu|kế hoạch kiểm tra".split(
    "|",
  );
const ENDS =
  "cho công chức, viên chức|trong các khu công nghiệp|trên Cổng thông tin điện tử|theo cơ chế một cửa|gắn với chuyển đổi số|tại trụ sở của Ban|cho người lao động nước ngoài|về bảo vệ môi trường|về đầu tư, xây dựng|về an toàn lao động|thuộc thẩm quyền của Ban|đối với dự án mới cấp phép".split(
    "|",
  );

function plan(random: () => number, size: number): IdentityTask[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const seen = new Set<string>();
  const tasks: IdentityTask[] = [];
  while (tasks.length < size) {
    const title = `${pick(VERBS)} ${pick(OBJECTS)} ${pick(ENDS)}, ${pick(ENDS)}`;
    if (seen.has(title)) continue;
    seen.add(title);
    const section = Math.floor((tasks.length / size) * 4);
    tasks.push({
      title,
      number: `${section + 1}.${tasks.length + 1}`,
      row: 10 + tasks.length,
      section: [`Nhóm ${section + 1}`],
    });
  }
  return tasks;
}

/** One officer's edit: rows come and go, are sorted, moved and renumbered, and texts are rewritten in part. */
function edit(
  before: readonly IdentityTask[],
  random: () => number,
  changedShare: number,
  change: typeof rewrite,
): { after: IdentityTask[]; origin: (number | null)[] } {
  let rows = before.map((one, index): { one: IdentityTask; origin: number | null } => ({
    one,
    origin: index,
  }));
  const chance = (share: number) => random() < share;
  rows = rows.filter(() => !chance(0.08));
  if (chance(0.3)) rows.sort((a, b) => a.one.title.localeCompare(b.one.title, "vi"));
  for (let moves = Math.floor(random() * 4); moves > 0 && rows.length > 1; moves--) {
    const [moved] = rows.splice(Math.floor(random() * rows.length), 1);
    if (moved) rows.splice(Math.floor(random() * rows.length), 0, moved);
  }
  rows = rows.map((row) =>
    chance(0.2)
      ? { ...row, one: { ...row.one, title: change(row.one.title, random, changedShare) } }
      : row,
  );
  for (let inserted = Math.floor(random() * 4); inserted > 0; inserted--) {
    const alike = plan(random, 1)[0]?.title ?? "";
    const isReworded = before.some(
      ({ title }) =>
        1 - distance(comparisonKey(title), comparisonKey(alike)) / title.length >= 0.65,
    );
    // What is as like as a text reworded in a third of it cannot be told from one: such a row is not tried.
    const fresh = task(
      isReworded || chance(0.5)
        ? `Nhiệm vụ bổ sung số ${Math.floor(random() * 1e6)} do lãnh đạo Ban giao thêm`
        : alike,
    );
    rows.splice(Math.floor(random() * (rows.length + 1)), 0, { one: fresh, origin: null });
  }
  const renumber = chance(0.5);
  return {
    after: rows.map((row, index) => ({
      ...row.one,
      row: 10 + index,
      number: renumber ? String(index + 1) : row.one.number,
    })),
    origin: rows.map((row) => row.origin),
  };
}

/** Replaces so large a share of a text's letters, whole words at a time. */
function rewrite(title: string, random: () => number, share: number): string {
  const words = title.split(" ");
  let budget = Math.floor(title.length * share);
  for (let tries = 0; tries < 30; tries++) {
    const at = Math.floor(random() * words.length);
    const word = words[at] ?? "";
    if (word.length === 0 || word.length > budget) continue;
    budget -= word.length;
    words[at] = "xyzuvw".repeat(3).slice(0, word.length);
  }
  return words.join(" ");
}

/** Replaces so large a share of a text's letters, here and there in all words. */
function mistype(title: string, random: () => number, share: number): string {
  const letters = [...title];
  const places = letters.map((_, at) => ({ at, order: random() }));
  places.sort((one, other) => one.order - other.order);
  for (const { at } of places.slice(0, Math.floor(letters.length * share)))
    letters[at] = "abcdeghiklmnopqrstuvxyăâđêôơư"[Math.floor(random() * 29)] ?? "a";
  return letters.join("");
}

describe("matchTasks", () => {
  it.each([
    ["words", 0, rewrite],
    ["words", 0.1, rewrite],
    ["words", 0.2, rewrite],
    ["words", 0.3, rewrite],
    ["letters", 0.1, mistype],
    ["letters", 0.3, mistype],
  ] as const)("finds every task again with %s changed, %d of a text", (_, share, change) => {
    for (let seed = 1; seed <= 250; seed++) {
      const random = randomFrom(seed * 7919 + share * 1000);
      const before = plan(random, 12 + Math.floor(random() * 50));
      const { after, origin } = edit(before, random, share, change);
      const matches = matchTasks(before, after);
      const found = new Map(matches.pairs.map(([old, one]) => [one, old]));
      expect([seed, origin.map((_, index) => found.get(index) ?? null)]).toEqual([seed, origin]);
    }
  });

  it.each([
    ["words", rewrite],
    ["letters", mistype],
  ] as const)("makes no wrong pair however many %s are changed", (_, change) => {
    let asked = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomFrom(seed);
      const before = plan(random, 40);
      const { after, origin } = edit(before, random, 0.3 + random() * 0.6, change);
      const matches = matchTasks(before, after);
      asked += matches.doubts.length;
      const wrong = matches.pairs.filter(([old, one]) => origin[one] !== old);
      expect([seed, wrong]).toEqual([seed, []]);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it("never takes another figure for a rewording, unless the row is the same", () => {
    const before = [task("Báo cáo kết quả 6 tháng đầu năm 2024", { number: "1", row: 5 })];
    const moved = [
      task("Họp giao ban", { number: "1", row: 5 }),
      task("Báo cáo kết quả 9 tháng đầu năm 2024", { number: "7", row: 12, section: ["II"] }),
    ];
    expect(matchTasks(before, moved)).toMatchObject({
      pairs: [],
      doubts: [{ after: 1, candidates: [0] }],
      gone: [],
    });
    const around = (middle: IdentityTask) => [
      task("Họp giao ban", { number: "1", row: 4 }),
      middle,
      task("Tập huấn", { number: "3", row: 6 }),
    ];
    const old = task("Báo cáo kết quả 6 tháng đầu năm 2024", { number: "2", row: 5 });
    const same = task("Báo cáo kết quả 9 tháng đầu năm 2024", { number: "2", row: 5 });
    expect(matchTasks(around(old), around(same)).pairs).toHaveLength(3);
  });

  it("tells equal titles apart by number, section and neighbours, and asks where nothing does", () => {
    const before = [
      task("Báo cáo", { number: "1", row: 1, section: ["I"] }),
      task("Báo cáo", { number: "1", row: 9, section: ["II"] }),
    ];
    const swapped = [
      task("Báo cáo", { number: "1", row: 2, section: ["II"] }),
      task("Báo cáo", { number: "1", row: 20, section: ["I"] }),
    ];
    expect(matchTasks(before, swapped).pairs.map(([old, one]) => [old, one])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const blurred = [task("Báo cáo", { row: 3 }), task("Tập huấn", { row: 4 })];
    const matches = matchTasks(before, blurred);
    expect(matches.pairs).toEqual([]);
    expect(matches.doubts.map((doubt) => doubt.after)).toEqual([0]);
    expect(matches.added).toEqual([1]);
  });

  it("tells equal titles apart by who and when", () => {
    const before = [
      task("Báo cáo", { row: 1, details: "Phòng A\nQuý I" }),
      task("Báo cáo", { row: 2, details: "Phòng B\nQuý II" }),
    ];
    const after = [
      task("Mới", { row: 1 }),
      task("Báo cáo", { row: 2, details: "Phòng B\nQuý II" }),
      task("Báo cáo", { row: 3, details: "Phòng A\nQuý I" }),
    ];
    expect(matchTasks(before, after).pairs.map(([old, one]) => [old, one])).toEqual([
      [1, 1],
      [0, 2],
    ]);
  });

  it("counts every task before and after exactly once", () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      const before = plan(random, 30);
      const { after } = edit(before, random, random(), rewrite);
      const matches = matchTasks(before, after);
      const asked = matches.doubts.map((doubt) => doubt.after);
      const seenAfter = [...matches.pairs.map((pair) => pair[1]), ...matches.added, ...asked];
      expect([...seenAfter].sort((a, b) => a - b)).toEqual(after.map((_, index) => index));
      const candidates = new Set(matches.doubts.flatMap((doubt) => doubt.candidates));
      const seenBefore = [...matches.pairs.map((pair) => pair[0]), ...matches.gone, ...candidates];
      expect([...seenBefore].sort((a, b) => a - b)).toEqual(before.map((_, index) => index));
    }
  });

  it("finds 3,000 sorted tasks again", () => {
    const before = Array.from({ length: 3000 }, (_, index) =>
      task(`Nhiệm vụ ${index * 7919} về cải cách hành chính`, {
        row: index,
        number: String(index),
      }),
    );
    const matches = matchTasks(before, [...before].reverse());
    expect(matches.pairs).toHaveLength(3000);
  });
});
