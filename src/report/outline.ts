/** What a part of the report's text says; each is filled from the figures or left for the officer. */
export type OutlinePart =
  | "carried-out"
  | "by-content"
  | "by-form"
  | "measures"
  | "progress"
  | "done-in-period"
  | "no-deadline"
  | "changes"
  | "overdue"
  | "repeatedly-late"
  | "causes"
  | "next-period"
  | "year-end"
  | "proposals";

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
