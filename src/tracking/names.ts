import type { DueKind, TaskClass } from "../task";

/** Names of the add-in's own sheets. */
export const SHEETS = {
  tasks: "Theo dõi",
  entries: "Kết quả",
  milestones: "Mốc thời hạn",
  units: "Đơn vị",
  settings: "Thiết lập",
  daysOff: "Ngày nghỉ",
} as const;

/** Names of the add-in's own tables. */
export const TABLES = {
  tasks: "NhiemVu",
  entries: "KetQua",
  milestones: "MocThoiHan",
  units: "DonVi",
  lists: "DanhMuc",
  daysOff: "NgayNghi",
} as const;

/** Names of the sheets of the books: what came from the units, and how often they were urged. */
export const BOOK_SHEETS = { receipts: "Sổ nhận báo cáo", urgings: "Sổ đôn đốc" } as const;

/** Names of the tables of the books. */
export const BOOK_TABLES = { receipts: "SoNhan", urgings: "SoDonDoc" } as const;

/** Headers of the table NhiemVu, in order. Those from `dueCounted` on are hidden. */
export const TASK_COLUMNS = {
  code: "Mã",
  number: "STT",
  section: "Mục",
  title: "Nhiệm vụ",
  product: "Sản phẩm",
  contents: "Nội dung",
  forms: "Hình thức",
  audiences: "Đối tượng",
  lead: "Chủ trì",
  supports: "Phối hợp",
  deadlineText: "Thời hạn ghi",
  start: "Bắt đầu",
  due: "Hạn",
  adjustedDue: "Hạn điều chỉnh",
  adjustedBasis: "Căn cứ điều chỉnh",
  adjustedReason: "Lý do điều chỉnh",
  extensions: "Số lần điều chỉnh",
  dueKind: "Loại hạn",
  progress: "Tiến độ",
  finished: "Ngày hoàn thành",
  cancelled: "Ngày thôi",
  latestResult: "Kết quả gần nhất",
  totalQuantity: "Tổng số lượng",
  status: "Tình trạng",
  note: "Ghi chú",
  sourceRow: "Dòng gốc",
  sourceSheet: "Trang gốc",
  dueCounted: "Hạn tính",
  finishCounted: "Xong tính",
  cancelCounted: "Thôi tính",
  doneClass: "Xếp loại",
  inputError: "Lỗi nhập",
  nextDue: "Hạn kế",
  supportKey: "|Phối hợp|",
  otherLeads: "Chủ trì khác",
  sourceColumns: "Cột gốc",
  readNumber: "STT đã đọc",
  readSection: "Mục đã đọc",
  readTitle: "Nhiệm vụ đã đọc",
  readProduct: "Sản phẩm đã đọc",
  readLead: "Chủ trì đã đọc",
  readSupport: "Phối hợp đã đọc",
  readDeadline: "Thời hạn đã đọc",
  readNote: "Ghi chú đã đọc",
  readResult: "Kết quả đã đọc",
} as const;

/** Headers of the table KetQua, in order; `title` and `latestKey` are computed, the latter hidden. */
export const ENTRY_COLUMNS = {
  code: "Mã",
  title: "Nhiệm vụ",
  date: "Ngày",
  unit: "Đơn vị",
  quantity: "Số lượng",
  measure: "Đơn vị tính",
  result: "Kết quả",
  evidence: "Minh chứng",
  difficulty: "Khó khăn, nguyên nhân",
  source: "Nguồn",
  latestKey: "Mã mới nhất",
} as const;

/** Headers of the table MocThoiHan, in order. Those from `taskRow` on are hidden. */
export const MILESTONE_COLUMNS = {
  code: "Mã",
  title: "Nhiệm vụ",
  text: "Mốc",
  due: "Hạn",
  progress: "Tiến độ",
  finished: "Ngày hoàn thành",
  status: "Tình trạng",
  taskRow: "Dòng",
  dueCounted: "Hạn tính",
  finishCounted: "Xong tính",
  late: "Trễ",
  inputError: "Lỗi nhập",
} as const;

/** Headers of the table DonVi, in order. */
export const UNIT_COLUMNS = {
  name: "Tên đơn vị",
  abbreviation: "Viết tắt",
  otherNames: "Tên gọi khác",
  group: "Nhóm",
  headTitle: "Chức danh người đứng đầu",
  from: "Từ ngày",
  to: "Đến ngày",
  successor: "Đơn vị kế thừa",
} as const;

/** Headers of the table DanhMuc (sheet Thiết lập): the words that the lists offer. */
export const LIST_COLUMNS = {
  contents: "Nội dung",
  forms: "Hình thức",
  audiences: "Đối tượng",
} as const;

/** Headers of the table NgayNghi, in order. */
export const DAY_OFF_COLUMNS = {
  date: "Ngày",
  kind: "Loại",
  name: "Tên",
} as const;

/** Named cells of the sheet Thiết lập, and named lists for the drop-downs. */
export const NAMES = {
  asOf: "NgaySoLieu",
  planNumber: "SoKeHoach",
  planDate: "NgayKeHoach",
  planTitle: "TenKeHoach",
  planYear: "NamKeHoach",
  superiorAgency: "CoQuanChuQuan",
  agency: "CoQuan",
  basedOn: "CanCu",
  recipient: "NoiNhan",
  place: "DiaDanh",
  signerTitle: "ChucDanhNguoiKy",
  signerName: "NguoiKy",
  warningDays: "SoNgayCanhBao",
  beforeIncludesDay: "TruocNgayTinhCaNgayDo",
  codeList: "DanhSachMa",
  unitList: "DanhSachDonVi",
  contentList: "DanhSachNoiDung",
  formList: "DanhSachHinhThuc",
  audienceList: "DanhSachDoiTuong",
} as const;

/** Words of the column Tình trạng, one for each class. */
export const STATUS_WORDS: Readonly<Record<TaskClass, string>> = {
  "done-on-time": "Xong đúng hạn",
  "done-late": "Xong quá hạn",
  "done-no-deadline": "Xong, không hạn",
  "done-unknown-date": "Xong, chưa rõ ngày",
  "open-in-time": "Trong hạn",
  "open-overdue": "Quá hạn",
  "open-no-deadline": "Không hạn",
  cancelled: "Thôi thực hiện",
  invalid: "Sai dữ liệu",
};

/** Words of the column Loại hạn. */
export const DUE_KIND_WORDS: Readonly<Record<DueKind, string>> = {
  dated: "Có hạn",
  milestones: "Nhiều mốc",
  recurring: "Định kỳ",
  ongoing: "Thường xuyên",
  relative: "Tính từ sự kiện",
  conditional: "Theo điều kiện",
  none: "Không có hạn",
  unclear: "Chưa rõ",
};

/** Words of the column Loại of NgayNghi. */
export const DAY_OFF_WORDS = { off: "Nghỉ", worked: "Làm bù" } as const;

/** The mark of the column Tiến độ for what is done. */
export const DONE_WORD = "Đã xong";

/** Answers to "Trước ngày X" on Thiết lập. */
export const YES_WORD = "Có";
export const NO_WORD = "Không";

/** Excel's last day (31/12/9999): stands for "no date" in the counted columns; 0 stands for "done, day unknown". */
export const NO_DATE = 2958465;

/** Stands between several names or words in one cell. */
export const LIST_SEPARATOR = "; ";
