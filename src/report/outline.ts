const PARTS = [
  "carried-out",
  "by-content",
  "by-form",
  "measures",
  "progress",
  "done-in-period",
  "no-deadline",
  "changes",
  "overdue",
  "repeatedly-late",
  "causes",
  "next-period",
  "year-end",
  "proposals",
] as const;

/** What a part of the report's text says; each is filled from the figures or left for the officer. */
export type OutlinePart = (typeof PARTS)[number];

/** One heading with what stands under it. */
export interface OutlineSection {
  readonly title: string;
  readonly parts: readonly OutlinePart[];
  readonly sections?: readonly OutlineSection[];
}

/** Order and headings of a report's text. An outline (đề cương) from the authority replaces it. */
export type Outline = readonly OutlineSection[];

/** The usual order of a report on carrying out a plan. */
export const DEFAULT_OUTLINE: Outline = [
  { title: "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", parts: ["carried-out"] },
  {
    title: "II. KẾT QUẢ THỰC HIỆN",
    parts: [],
    sections: [
      { title: "1. Theo nội dung", parts: ["by-content"] },
      { title: "2. Theo hình thức, sản phẩm", parts: ["by-form", "measures"] },
      {
        title: "3. Tiến độ thực hiện nhiệm vụ",
        parts: ["progress", "done-in-period", "no-deadline", "changes"],
      },
    ],
  },
  {
    title: "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    parts: ["overdue", "repeatedly-late", "causes"],
  },
  { title: "IV. NHIỆM VỤ TRỌNG TÂM KỲ TỚI", parts: ["next-period", "year-end"] },
  { title: "V. ĐỀ XUẤT, KIẾN NGHỊ", parts: ["proposals"] },
];

/** Reads an outline from JSON text; null where it is not one, names a part that is not known, or says nothing. */
export function readOutline(text: string): Outline | null {
  try {
    const data: unknown = JSON.parse(text);
    const outline = Array.isArray(data) ? data.map(asSection) : [];
    return outline.length > 0 && outline.every((section) => section !== null) ? outline : null;
  } catch {
    return null;
  }
}

function asSection(value: unknown): OutlineSection | null {
  if (typeof value !== "object" || value === null) return null;
  const { title, parts = [], sections = [] } = value as Record<string, unknown>;
  if (typeof title !== "string" || title.trim() === "") return null;
  if (!Array.isArray(parts) || !Array.isArray(sections)) return null;
  const known = parts.filter((part): part is OutlinePart => PARTS.includes(part as OutlinePart));
  const inner = sections.map(asSection).filter((section) => section !== null);
  return known.length === parts.length && inner.length === sections.length
    ? { title, parts: known, sections: inner }
    : null;
}
