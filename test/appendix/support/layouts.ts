import iconv from "iconv-lite";
import type { ColumnRole, RowKind } from "../../../src/appendix";
import type { SheetGrid } from "../../../src/sheet";
import { columnLetters } from "../../../src/sheet";
import { dateCell, sheetOf, type TestCell } from "./grid";

/** The same numbers on every run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface PlanTask {
  readonly task: string;
  readonly product: string;
  readonly lead: string;
  readonly support: string;
  readonly deadline: string;
}

export interface Plan {
  readonly sections: readonly { readonly title: string; readonly tasks: readonly PlanTask[] }[];
}

/** One way of laying a plan out on a sheet; every choice is independent of the others. */
export interface Layout {
  readonly form: Form;
  readonly headerRows: 1 | 2 | 3;
  readonly merged: boolean;
  readonly capitals: boolean;
  readonly brokenHeader: boolean;
  readonly numberingRow: "none" | "brackets" | "plain";
  readonly sections: "column" | "spanning" | "from-task" | "unmerged" | "none";
  readonly sectionStyle: "roman" | "capital";
  readonly numbers: "running" | "restart" | "dotted" | "excel" | "letters";
  readonly owners: "each" | "merged";
  readonly dates: "text" | "cells";
  readonly wordPaste: boolean;
  readonly repeatedHeader: boolean;
  readonly above: "none" | "title" | "letterhead";
  readonly below: "none" | "note" | "signature" | "total";
  readonly at: string;
  readonly emptyColumn: boolean;
  readonly encoding: "nfc" | "nfd" | "tcvn3" | "vni" | "tcvn3-font";
}

export interface Form {
  readonly columns: readonly {
    readonly role: ColumnRole;
    readonly words: string;
    readonly group?: string;
  }[];
}

export interface LaidOut {
  readonly grid: SheetGrid;
  readonly headerRows: readonly number[];
  readonly roles: readonly (ColumnRole | null)[];
  readonly kinds: readonly RowKind[];
  readonly tasks: readonly (PlanTask & {
    readonly row: number;
    readonly section: readonly string[];
  })[];
}

const form = (...columns: readonly (readonly [ColumnRole, string, string?])[]): Form => ({
  columns: columns.map(([role, words, group]) => ({ role, words, ...(group ? { group } : {}) })),
});

/** Header words of real plans, in their order. */
export const FORMS: readonly Form[] = [
  form(
    ["number", "TT"],
    ["task", "Nội dung nhiệm vụ"],
    ["product", "Sản phẩm"],
    ["lead", "Chủ trì", "Đơn vị thực hiện"],
    ["support", "Phối hợp", "Đơn vị thực hiện"],
    ["deadline", "Thời hạn hoàn thành"],
    ["note", "Ghi chú"],
  ),
  form(
    ["number", "STT"],
    ["task", "Tên nhóm nhiệm vụ/nhiệm vụ"],
    ["lead", "Phòng, đơn vị chủ trì"],
    ["support", "Đơn vị phối hợp"],
    ["other", "Phương thức hỗ trợ thực hiện"],
    ["deadline", "Thời hạn hoàn thành"],
    ["product", "Sản phẩm đầu ra"],
    ["note", "Ghi chú"],
  ),
  form(
    ["number", "Stt"],
    ["task", "Tên nhiệm vụ"],
    ["lead", "Đơn vị chủ trì"],
    ["support", "Đơn vị phối hợp"],
    ["product", "Sản phẩm"],
    ["deadline", "Thời hạn"],
  ),
  form(
    ["number", "TT"],
    ["task", "Tên nhiệm vụ"],
    ["lead", "Cơ quan chủ trì"],
    ["support", "Cơ quan phối hợp"],
    ["product", "Kết quả"],
    ["deadline", "Thời gian hoàn thành"],
  ),
  form(
    ["number", "TT"],
    ["task", "Nhiệm vụ"],
    ["product", "Kết quả yêu cầu"],
    ["deadline", "Thời gian hoàn thành"],
    ["lead", "Cơ quan thực hiện", "Phân công"],
    ["support", "Cơ quan phối hợp", "Phân công"],
  ),
  form(
    ["number", "TT"],
    ["task", "Nội dung"],
    ["deadline", "Thời gian thực hiện"],
    ["lead", "Đơn vị chủ trì"],
    ["support", "Đơn vị phối hợp"],
    ["product", "Sản phẩm hoàn thành"],
    ["note", "Ghi chú"],
  ),
  form(
    ["number", "STT"],
    ["task", "Nội dung công việc"],
    ["lead", "Cơ quan, đơn vị chủ trì"],
    ["support", "Cơ quan, đơn vị phối hợp"],
    ["product", "Kết quả/Sản phẩm"],
    ["deadline", "Thời gian"],
    ["note", "Ghi chú"],
  ),
  form(
    ["number", "Số TT"],
    ["task", "Hoạt động"],
    ["product", "Kết quả đầu ra"],
    ["deadline", "Tiến độ"],
    ["lead", "Chủ trì", "Trách nhiệm"],
    ["support", "Phối hợp", "Trách nhiệm"],
  ),
];

/** Lays the plan out and says what reading it must give. */
export function layOut(plan: Plan, layout: Layout): LaidOut {
  const columns: (Form["columns"][number] | null)[] = [...layout.form.columns];
  if (layout.emptyColumn) columns.splice(2, 0, null);
  const width = columns.length;
  const of = (role: ColumnRole) => columns.findIndex((column) => column?.role === role);
  const rows: TestCell[][] = [];
  const merges: [number, number, number, number][] = [];
  const kinds: RowKind[] = [];
  const tasks: (PlanTask & { row: number; section: string[] })[] = [];
  const blank = (): TestCell[] => Array.from({ length: width }, () => null);
  const across = (text: string, from = 0) => {
    const row = blank();
    row[from] = text;
    merges.push([rows.length, from, rows.length, width - 1]);
    rows.push(row);
  };

  if (layout.above === "letterhead") {
    const first = blank();
    first[0] = "UBND TỈNH HƯNG YÊN";
    first[width - 3] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    const second = blank();
    second[0] = "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP";
    second[width - 3] = "Độc lập - Tự do - Hạnh phúc";
    rows.push(first, second, blank());
  }
  if (layout.above !== "none") {
    across("PHỤ LỤC");
    across("DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2024");
    across(
      "(Kèm theo Kế hoạch số 12/KH-BQL ngày 15 tháng 01 năm 2024 của Ban Quản lý các khu công nghiệp)",
    );
    rows.push(blank());
  }

  const headerTop = rows.length;
  const header = headerOf(columns, layout, headerTop, merges);
  rows.push(...header);
  const headerRows = header.map((_, index) => headerTop + index);
  if (layout.numberingRow !== "none") {
    let place = 0;
    rows.push(
      columns.map((column) => {
        if (!column) return null;
        place++;
        return layout.numberingRow === "brackets" ? `(${place})` : place;
      }),
    );
    kinds.push("numbering");
  }

  let running = 0;
  plan.sections.forEach((section, sectionIndex) => {
    const mark =
      layout.sectionStyle === "roman"
        ? ["I", "II", "III", "IV", "V"][sectionIndex]
        : "ABCDE"[sectionIndex];
    const title = section.title;
    if (layout.sections === "column") {
      const row = blank();
      row[of("number")] = mark ?? "";
      row[of("task")] = title;
      rows.push(row);
    } else if (layout.sections === "spanning") across(`${mark ?? ""}. ${title}`);
    else if (layout.sections === "from-task") {
      across(title, of("task"));
      const row = rows[rows.length - 1];
      if (row) row[of("number")] = mark ?? "";
    } else if (layout.sections === "unmerged") {
      const row = blank();
      row[0] = `${mark ?? ""}. ${title}`;
      rows.push(row);
    }
    if (layout.sections !== "none") kinds.push("section");
    section.tasks.forEach((task, taskIndex) => {
      if (layout.repeatedHeader && sectionIndex === 1 && taskIndex === 1) {
        rows.push(...headerOf(columns, layout, rows.length, merges));
        kinds.push(...header.map((): RowKind => "repeated-header"));
      }
      running++;
      const row = blank();
      const first = rows.length;
      const split = layout.wordPaste && task.task.includes("; ");
      const parts = split ? task.task.split(/(?<=;) /) : [task.task];
      row[of("number")] = numberOf(layout, sectionIndex, taskIndex, running);
      row[of("task")] = parts[0] ?? "";
      row[of("product")] = task.product;
      row[of("deadline")] = deadlineCell(task.deadline, layout);
      row[of("support")] = task.support;
      const before = section.tasks[taskIndex - 1];
      const sameLead =
        layout.owners === "merged" && before?.lead === task.lead && !layout.repeatedHeader;
      row[of("lead")] = sameLead ? null : task.lead;
      rows.push(row);
      kinds.push("task");
      for (const part of parts.slice(1)) {
        const more = blank();
        more[of("task")] = part;
        rows.push(more);
        kinds.push("continuation");
      }
      if (parts.length > 1) {
        columns.forEach((column, index) => {
          if (column && column.role !== "task") merges.push([first, index, rows.length - 1, index]);
        });
      }
      if (sameLead) growLead(merges, of("lead"), first, rows.length - 1);
      tasks.push({ ...task, row: first, section: layout.sections === "none" ? [] : [title] });
    });
  });
  addBelow(layout, columns, rows, kinds, blank, across);

  const start = /^([A-Z]+)(\d+)$/.exec(layout.at);
  const rowShift = Number(start?.[2] ?? 1) - 1;
  const columnShift = (start?.[1] ?? "A").charCodeAt(0) - 65;
  const address = ([top, left, bottom, right]: [number, number, number, number]) =>
    `${columnLetters(left + columnShift)}${top + rowShift + 1}:${columnLetters(right + columnShift)}${bottom + rowShift + 1}`;
  const encoded = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? encode(cell, layout.encoding) : cell)),
  );
  return {
    grid: sheetOf(encoded, {
      at: layout.at,
      merges: merges.map(address),
      ...(layout.encoding === "tcvn3-font" ? { font: ".VnTime" } : {}),
    }),
    headerRows: headerRows.map((row) => row + rowShift + 1),
    roles: columns.map((column) => column?.role ?? null),
    kinds,
    tasks: tasks.map((task) => ({ ...task, row: task.row + rowShift + 1 })),
  };
}

function headerOf(
  columns: readonly (Form["columns"][number] | null)[],
  layout: Layout,
  top: number,
  merges: [number, number, number, number][],
): TestCell[][] {
  const height = layout.headerRows;
  const rows: TestCell[][] = Array.from({ length: height }, () => columns.map(() => null));
  const write = (text: string) => {
    const broken = layout.brokenHeader ? text.replace(/ (?=\S+$)/u, "\n") : text;
    return layout.capitals ? broken.toUpperCase() : broken;
  };
  columns.forEach((column, index) => {
    if (!column) return;
    const group = height > 1 ? column.group : undefined;
    if (group === undefined) {
      (rows[0] ?? [])[index] = write(column.words);
      if (height > 1 && layout.merged) merges.push([top, index, top + height - 1, index]);
      return;
    }
    if (columns[index - 1]?.group !== group) {
      (rows[0] ?? [])[index] = write(group);
      if (layout.merged) merges.push([top, index, top + height - 2, index + 1]);
    }
    (rows[height - 1] ?? [])[index] = write(column.words);
  });
  return rows;
}

function numberOf(layout: Layout, section: number, task: number, running: number): TestCell {
  switch (layout.numbers) {
    case "running":
      return running;
    case "restart":
      return String(task + 1);
    case "dotted":
      return `${section + 1}.${task + 1}`;
    case "excel":
      return Number(`${section + 1}.${task + 1}`);
    case "letters":
      return `${"abcdđeghik"[task] ?? "?"})`;
  }
}

function deadlineCell(text: string, layout: Layout): TestCell {
  const date = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  return date && layout.dates === "cells"
    ? dateCell(Number(date[1]), Number(date[2]), Number(date[3]))
    : text;
}

function growLead(
  merges: [number, number, number, number][],
  column: number,
  first: number,
  last: number,
) {
  const known = merges.find(
    (area) => area[1] === column && area[3] === column && area[2] === first - 1,
  );
  if (known) known[2] = last;
  else merges.push([first - 1, column, last, column]);
}

function addBelow(
  layout: Layout,
  columns: readonly (Form["columns"][number] | null)[],
  rows: TestCell[][],
  kinds: RowKind[],
  blank: () => TestCell[],
  across: (text: string) => void,
): void {
  if (layout.below === "note") {
    across("Ghi chú: Các đơn vị báo cáo kết quả về Văn phòng trước ngày 15 tháng cuối quý.");
    kinds.push("note");
  } else if (layout.below === "total") {
    const row = blank();
    row[1] = "Tổng cộng";
    rows.push(row);
    kinds.push("total");
  } else if (layout.below === "signature") {
    rows.push(blank());
    kinds.push("blank");
    const row = blank();
    row[1] = "Nơi nhận:\n- Như trên;\n- Lưu: VT, VP.";
    row[columns.length - 2] = "TRƯỞNG BAN";
    rows.push(row);
    kinds.push("signature");
  }
}

const TONES: Readonly<Record<string, string>> = {
  "\u0300": "ø",
  "\u0301": "ù",
  "\u0309": "û",
  "\u0303": "õ",
  "\u0323": "ï",
};
const ROUND: Readonly<Record<string, string>> = {
  "\u0300": "à",
  "\u0301": "á",
  "\u0309": "å",
  "\u0303": "ã",
  "\u0323": "ä",
};
const SHORT: Readonly<Record<string, string>> = {
  "\u0300": "è",
  "\u0301": "é",
  "\u0309": "ú",
  "\u0303": "ü",
  "\u0323": "ë",
};
const I_LETTERS: Readonly<Record<string, string>> = {
  "\u0300": "ì",
  "\u0301": "í",
  "\u0309": "æ",
  "\u0303": "ó",
  "\u0323": "ò",
};

/** Writes Unicode text in an old encoding, as a file of that time holds it. */
function encode(text: string, encoding: Layout["encoding"]): string {
  switch (encoding) {
    case "nfc":
      return text.normalize("NFC");
    case "nfd":
      return text.normalize("NFD");
    case "tcvn3":
    case "tcvn3-font":
      return iconv.decode(iconv.encode(lowerMarked(text), "tcvn"), "windows-1252");
    case "vni":
      return Array.from(text.normalize("NFC"), toVni).join("");
  }
}

/** TCVN3 has no capitals with tones: typists left them small or used another font. */
function lowerMarked(text: string): string {
  return Array.from(text.normalize("NFC"), (letter) =>
    /[ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ]/u.test(letter)
      ? letter.toLowerCase()
      : letter,
  ).join("");
}

function toVni(letter: string): string {
  const upper = letter !== letter.toLowerCase();
  const [base = "", ...marks] = letter.toLowerCase().normalize("NFD");
  const tone = marks.find((mark) => mark in TONES) ?? "";
  const shape = marks.find((mark) => !(mark in TONES)) ?? "";
  let out = letter.toLowerCase();
  if (base === "đ") out = "ñ";
  else if (base === "i" && tone) out = I_LETTERS[tone] ?? "i";
  else if (base === "y" && tone === "\u0323") out = "î";
  else if (shape === "\u0302") out = base + (tone ? (ROUND[tone] ?? "") : "â");
  else if (shape === "\u0306") out = base + (tone ? (SHORT[tone] ?? "") : "ê");
  else if (shape === "\u031B") out = (base === "o" ? "ô" : "ö") + (TONES[tone] ?? "");
  else if (tone) out = base + (TONES[tone] ?? "");
  return upper ? out.toUpperCase() : out;
}
