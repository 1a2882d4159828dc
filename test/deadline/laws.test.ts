import fc from "fast-check";
import { foldAccents } from "../../src/text";
import { addDays, occurrences, readDeadline, showDate, type IsoDate } from "../../src/deadline";
import { short } from "./short";

const ROMAN = ["I", "II", "III", "IV"];

const day = fc
  .integer({ min: 0, max: 365 * 20 })
  .map((count): IsoDate => addDays("2018-01-01", count));
const year = fc.integer({ min: 2018, max: 2035 });
const month = fc.integer({ min: 1, max: 12 });
const quarter = fc.integer({ min: 1, max: 4 });
const pad = (value: number) => String(value).padStart(2, "0");

/** A phrase in one of the ways people write it, and its reading in one line. */
interface Written {
  readonly text: string;
  readonly reading: string;
}

const parts = (date: IsoDate) => ({
  y: date.slice(0, 4),
  m: Number(date.slice(5, 7)),
  d: Number(date.slice(8)),
});

const dateForm = (date: IsoDate): fc.Arbitrary<string> => {
  const { y, m, d } = parts(date);
  return fc.constantFrom(
    `${d}/${m}/${y}`,
    `${pad(d)}/${pad(m)}/${y}`,
    `${d}-${m}-${y}`,
    `${d}.${m}.${y}`,
    `ngày ${d}/${m}/${y}`,
    `ngày ${d} tháng ${m} năm ${y}`,
    `${d} tháng ${m} năm ${y}`,
    `${d}/${m}/${y.slice(2)}`,
    `${d} / ${m} / ${y}`,
  );
};

const lastDay = (y: number, m: number) =>
  addDays(`${m === 12 ? y + 1 : y}-${pad((m % 12) + 1)}-01`, -1);

const written: fc.Arbitrary<Written> = fc.oneof(
  day.chain((date) => dateForm(date).map((text) => ({ text, reading: `..${date}` }))),
  day.chain((date) =>
    dateForm(date).map((text) => ({ text: `Trước ${text}`, reading: `..${addDays(date, -1)}` })),
  ),
  day.chain((date) =>
    dateForm(date).map((text) => ({ text: `Chậm nhất ${text}`, reading: `..${date}` })),
  ),
  fc
    .tuple(year, month)
    .chain(([y, m]) =>
      fc
        .constantFrom(
          `tháng ${m}/${y}`,
          `Tháng ${pad(m)}/${y}`,
          `T${m}/${y}`,
          `${m}/${y}`,
          `tháng ${m} năm ${y}`,
          `trong tháng ${m}/${y}`,
        )
        .map((text) => ({ text, reading: `${y}-${pad(m)}-01..${lastDay(y, m)}` })),
    ),
  fc.tuple(year, quarter).chain(([y, q]) =>
    fc
      .constantFrom(
        `Quý ${ROMAN[q - 1]}/${y}`,
        `quý ${q}/${y}`,
        `Quý ${ROMAN[q - 1]} năm ${y}`,
        `Q${q}/${y}`,
        `Trong Quý ${ROMAN[q - 1]}/năm ${y}`,
      )
      .map((text) => ({
        text,
        reading: `${y}-${pad(q * 3 - 2)}-01..${lastDay(y, q * 3)}`,
      })),
  ),
  year.chain((y) =>
    fc
      .constantFrom(`năm ${y}`, `${y}`, `trong năm ${y}`, `Cả năm ${y}`)
      .map((text) => ({ text, reading: `${y}-01-01..${y}-12-31` })),
  ),
  fc.tuple(day, fc.integer({ min: 1, max: 400 })).chain(([from, length]) => {
    const to = addDays(from, length);
    return fc.constantFrom("-", " - ", " đến ", " đến ngày ").map((joint) => ({
      text: `${joint.includes("ngày") ? "từ ngày " : ""}${showDate(from)}${joint}${showDate(to)}`,
      reading: `${from}..${to}`,
    }));
  }),
  fc.tuple(day, fc.integer({ min: 2, max: 400 })).chain(([from, length]) => {
    const to = addDays(from, length);
    return fc.constantFrom(", ", " và ", "; ").map((joint) => ({
      text: `${showDate(from)}${joint}${showDate(to)}`,
      reading: `${from} & ${to}`,
    }));
  }),
  fc.tuple(year, month).map(([y, m]) => ({
    text: `Từ tháng ${m}/${y}`,
    reading: `from ${y}-${pad(m)}-01`,
  })),
  fc
    .constantFrom(
      ["tuần", "week"],
      ["tháng", "month"],
      ["quý", "quarter"],
      ["năm", "year"],
      ["ngày", "day"],
    )
    .chain(([unit, every]) =>
      fc
        .constantFrom("Hằng", "Hàng", "mỗi", "Định kỳ hằng")
        .map((word) => ({ text: `${word} ${unit}`, reading: `every ${every}` })),
    ),
  fc.constantFrom(
    { text: "Thường xuyên", reading: "ongoing" },
    { text: "Khi có yêu cầu", reading: "conditional" },
    { text: "Theo kế hoạch", reading: "conditional" },
    { text: "Chưa xác định", reading: "none" },
    { text: "10 ngày làm việc sau khi ban hành", reading: "relative" },
  ),
);

const read = (text: string) => readDeadline(text, { year: 2026 });

describe("laws of reading", () => {
  it("what is written in any form is read back", () => {
    fc.assert(
      fc.property(written, ({ text, reading }) => {
        expect(short(read(text))).toBe(reading);
      }),
      { numRuns: 3000 },
    );
  });

  it("case, Unicode form, spaces, line breaks and marks around change nothing", () => {
    const dress: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize("NFD"),
      (text) => text.replace(/ /g, "  "),
      (text) => text.replace(/ /g, "\u00A0"),
      (text) => text.replace(" ", "\n"),
      (text) => `  ${text}\n`,
      (text) => `${text}.`,
      (text) => `- ${text};`,
      (text) => `"${text}"`,
      (text) => `(${text})`,
      (text) => `\u200B${text}`,
      (text) => text.replace(/-/g, "–"),
    ];
    fc.assert(
      fc.property(written, fc.constantFrom(...dress), ({ text, reading }, change) => {
        const dressed = change(text);
        // A dash at the head of a line may be a bullet: then the cell is asked.
        const wanted = dressed.includes("\n-") ? "?" : reading;
        expect(short(read(dressed))).toBe(wanted);
      }),
      { numRuns: 3000 },
    );
  });

  it("without accents a phrase means the same or is asked", () => {
    fc.assert(
      fc.property(written, ({ text, reading }) => {
        expect([reading, "?"]).toContain(short(read(foldAccents(text))));
      }),
      { numRuns: 2000 },
    );
  });

  it("words without any time never become a date", () => {
    const words = fc.constantFrom(
      ..."Ban hành văn bản tuyên truyền cải cách thủ tục hành chính phòng Quản lý đầu tư Việt Nam Quỹ phát triển thắng lợi đèn tư pháp ngân sách hội nghị tập huấn doanh nghiệp lãnh đạo công chức viên chức".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
        expect(short(read(list.join(" ")))).toBe("?");
      }),
      { numRuns: 1000 },
    );
  });

  it("anything at all gives a well-formed reading and never throws", () => {
    const bits = fc.constantFrom(
      ..."tháng quý năm ngày tuần trước sau từ đến trong chậm nhất hằng hàng mỗi định kỳ thường xuyên theo khi kế hoạch và hoặc , ; . - / ( ) \n I II IV 1 2 6 12 15 31 2026 2027 26 đầu cuối giữa".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(bits, { maxLength: 14 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.option(year), (words, plan) => {
        const deadline = readDeadline(words, { year: plan });
        expect(deadline.text).toBe(words);
        expect(deadline.kind === "dated").toBe(deadline.due !== null);
        expect(deadline.every !== null).toBe(deadline.kind === "recurring");
        if (deadline.start && deadline.due) expect(deadline.start <= deadline.due).toBe(true);
        if (deadline.milestones) {
          expect(deadline.milestones.length).toBeGreaterThan(1);
          expect(deadline.milestones.at(-1)).toBe(deadline.due);
          expect([...deadline.milestones].sort()).toEqual(deadline.milestones);
        }
        if (deadline.doubt) expect(deadline.kind).toBe("unreadable");
        if (deadline.kind === "unreadable") expect(deadline.doubt).not.toBeNull();
        for (const candidate of deadline.doubt?.candidates ?? []) {
          expect(candidate.kind).not.toBe("unreadable");
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("occurrences fall inside the span, in order, each once", () => {
    const phrases = fc.constantFrom(
      "Hằng ngày",
      "Thứ 5 hàng tuần",
      "Hằng tháng",
      "Trước ngày 25 hằng tháng",
      "Ngày 31 hàng tháng",
      "Ngày 20 tháng cuối quý",
      "Định kỳ 6 tháng",
      "Trước 15/6 và 15/12 hằng năm",
    );
    fc.assert(
      fc.property(phrases, day, fc.integer({ min: 0, max: 900 }), (phrase, from, length) => {
        const to = addDays(from, length);
        const days = occurrences(read(phrase), from, to);
        expect(days.every((date) => date >= from && date <= to)).toBe(true);
        expect([...new Set(days)].sort()).toEqual(days);
      }),
      { numRuns: 500 },
    );
  });
});

describe("hostile input", () => {
  it.each([
    ["numbers", "1, ".repeat(20_000)],
    ["dates", "15/6, ".repeat(20_000)],
    ["brackets", "(".repeat(30_000)],
    ["closed brackets", "(".repeat(15_000) + ")".repeat(15_000)],
    ["prefixes", "trước ".repeat(20_000)],
    ["months", "tháng 6 ".repeat(20_000)],
    ["conditions", "theo ".repeat(20_000)],
    ["spaces", " ".repeat(200_000)],
    ["letters", "a".repeat(200_000)],
    ["digits", "1".repeat(200_000)],
    ["repeated", "15/6 hằng năm ".repeat(10_000)],
    ["lists", "Quý I, II, ".repeat(10_000)],
  ])("%s are read in a moment", (_name, text) => {
    const begin = performance.now();
    readDeadline(text, { year: 2026 });
    expect(performance.now() - begin).toBeLessThan(1500);
  });
});
