/** The columns of a form, in order. `fill` marks those that the unit fills in. */
export interface FormColumn {
  readonly id: FormColumnId;
  readonly header: string;
  readonly fill: boolean;
  /** Points. */
  readonly width: number;
  /** Other headers that people give this column, without accents, in lower case. */
  readonly otherHeaders: readonly string[];
}

export type FormColumnId =
  | "code"
  | "number"
  | "title"
  | "product"
  | "deadline"
  | "finished"
  | "quantity"
  | "measure"
  | "result"
  | "evidence"
  | "difficulty"
  | "mark";

export const FORM_COLUMNS: readonly FormColumn[] = [
  { id: "code", header: "Mã", fill: false, width: 44, otherHeaders: ["ma nhiem vu", "ma nv"] },
  { id: "number", header: "STT", fill: false, width: 34, otherHeaders: ["tt", "so tt"] },
  {
    id: "title",
    header: "Nhiệm vụ",
    fill: false,
    width: 150,
    otherHeaders: ["noi dung", "noi dung nhiem vu", "cong viec", "ten nhiem vu"],
  },
  { id: "product", header: "Sản phẩm", fill: false, width: 76, otherHeaders: ["san pham dau ra"] },
  {
    id: "deadline",
    header: "Thời hạn",
    fill: false,
    width: 64,
    otherHeaders: ["thoi han hoan thanh", "han"],
  },
  {
    id: "finished",
    header: "Ngày hoàn thành",
    fill: true,
    width: 62,
    otherHeaders: ["ngay xong", "hoan thanh ngay", "ngay ht", "thoi gian hoan thanh"],
  },
  { id: "quantity", header: "Số lượng", fill: true, width: 46, otherHeaders: ["sl", "khoi luong"] },
  {
    id: "measure",
    header: "Đơn vị tính",
    fill: true,
    width: 58,
    otherHeaders: ["dvt", "don vi do"],
  },
  {
    id: "result",
    header: "Kết quả",
    fill: true,
    width: 130,
    otherHeaders: ["ket qua thuc hien", "ket qua dat duoc", "noi dung ket qua"],
  },
  {
    id: "evidence",
    header: "Minh chứng",
    fill: true,
    width: 78,
    otherHeaders: ["tai lieu minh chung", "van ban", "so van ban"],
  },
  {
    id: "difficulty",
    header: "Khó khăn, nguyên nhân",
    fill: true,
    width: 78,
    otherHeaders: [
      "kho khan",
      "nguyen nhan",
      "kho khan vuong mac",
      "vuong mac",
      "kho khan va nguyen nhan",
    ],
  },
  { id: "mark", header: "Dấu kiểm", fill: false, width: 48, otherHeaders: [] },
];

/** Titles of the parts of a form; they stand in the first column. */
export const FORM_PARTS = {
  lead: "A. NHIỆM VỤ CHỦ TRÌ",
  support: "B. NHIỆM VỤ PHỐI HỢP",
  newWork: "C. VIỆC PHÁT SINH NGOÀI KẾ HOẠCH",
} as const;

/** Lines of the signature block, which are no work that came up. */
export const SIGNATURE_LINES = ["(Ký, ghi rõ họ tên)"] as const;
