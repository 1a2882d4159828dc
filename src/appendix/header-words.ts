import { searchKey } from "../text";
import type { ColumnRole } from "./types";

/** How strongly a header's words speak for a role: 1 is decisive, below 0.6 the cells must agree. */
export interface HeaderVote {
  readonly role: ColumnRole;
  readonly weight: number;
}

type Entry = readonly [pattern: RegExp, ...votes: readonly (readonly [ColumnRole, number])[]];

/**
 * Words of header cells without accents, in lower case, the specific before the general: the first entry that
 * fits decides. Collected from plans of ministries, provinces and boards.
 */
const WORDS: readonly Entry[] = [
  [/^(s\.?\s?t\.?\s?t|t\.?\s?t|so tt|so thu tu|thu tu|#|no\.?|stt chi tiet)$/, ["number", 1]],
  [/^(tt|stt)\b/, ["number", 0.9]],
  [/^(ma|ma so|ma hieu|ma nhiem vu|ma nv|ma so nhiem vu|ma cong viec|ma dinh danh)$/, ["code", 1]],
  [/^(ghi chu|chu thich|luu y)/, ["note", 1]],
  [/^tuan( thu)? ?\d+|^tuan$/, ["week", 1]],
  [/^(thang|t\.?) ?\d{1,2}$/, ["week", 0.8]],
  [/^quy (i{1,3}|iv|[1-4])$/, ["week", 0.8]],
  [/^(dvt|don vi tinh|dv tinh|don vi do)$/, ["measure", 1]],
  [/^(so luong|so luong thuc hien|khoi luong|sl)$/, ["quantity", 1]],
  [/kinh phi|du toan|ngan sach|nguon von|so tien|tong muc dau tu/, ["cost", 1]],
  [/^nguon luc/, ["cost", 0.5], ["other", 0.45]],
  [
    /minh chung|kiem chung|tai lieu kem|link|duong dan|van ban ban hanh|so(,| -)? ?(ky )?hieu van ban|so van ban/,
    ["evidence", 0.9],
  ],
  [
    /^(lanh dao|pho chu tich|ld|lanh dao \S+) ?(bo|ban|so|ubnd|phu trach|chi dao|theo doi|tinh|huyen|phong|don vi)?( phu trach| chi dao| theo doi)?$/,
    ["leader", 1],
  ],
  [/lanh dao .*(phu trach|chi dao|theo doi)|nguoi chi dao/, ["leader", 0.9]],
  [
    /(ngay|thoi gian|thoi diem) (nhan|giao|tiep nhan|chi dao|ban hanh)|^ngay (vb|van ban)$/,
    ["received", 1],
  ],
  [/(bat dau|khoi cong|trien khai tu)|^tu ngay$|^tu$/, ["start", 0.9]],
  [
    /(ngay|thoi gian|thoi diem) .*(thuc te|da hoan thanh|hoan thanh thuc te)|ngay ket thuc thuc te|thuc te hoan thanh|ngay xong|ngay hoan thanh nhiem vu thuc te/,
    ["finished", 1],
  ],
  [/^(ngay|ngay thang|ngay, thang) ?(nam )?hoan thanh$/, ["finished", 0.55], ["deadline", 0.5]],
  [/^thoi (gian|diem) (hoan thanh|ket thuc)/, ["deadline", 0.7], ["finished", 0.5]],
  [/(thoi han|han) .*(dieu chinh|gia han)|gia han/, ["other", 0.7], ["deadline", 0.4]],
  [
    /thoi han|^han\b|han (chot|hoan thanh|xu ly|cuoi|bao cao|trinh)|deadline|^den ngay$|^den$|ngay ket thuc|ngay den han|(so|tong so) ngay( du kien| thuc hien)?$/,
    ["deadline", 1],
  ],
  [
    /^thoi gian|^thoi diem|moc thoi gian|lo trinh|ke hoach thoi gian|thoi gian (thuc hien|trien khai|du kien)/,
    ["deadline", 0.85],
  ],
  [
    /^tien do ?\(?neu co\)?$|^tien do (hoan thanh|thuc hien|trien khai)?$|^tien do\b/,
    ["deadline", 0.5],
    ["progress", 0.5],
  ],
  [
    /trang thai|tinh trang|muc do hoan thanh|ty le hoan thanh|% hoan thanh|hoan thanh \(?%|^danh gia tien do/,
    ["progress", 0.95],
  ],
  [/^danh gia|^muc do|xep loai/, ["progress", 0.5], ["other", 0.5]],
  [
    /chu tri.*(phoi hop|tham gia)|(phan cong).*(nhiem vu|thuc hien|trach nhiem)?$|^phan cong/,
    ["owner", 0.8],
    ["lead", 0.5],
  ],
  [/phoi hop|tham gia|co quan lien quan|don vi lien quan/, ["support", 1]],
  [
    /chu tri|dau moi|tham muu|(don vi|co quan|phong|bo phan|ban|nguoi|can bo|cong chuc|to chuc|ca nhan|chu the)[^]{0,20}(thuc hien|phu trach|chiu trach nhiem|duoc giao|trien khai|xu ly|theo doi|dam nhan)|trach nhiem|nguoi thuc hien|giao thuc hien/,
    ["lead", 1],
  ],
  [
    /^(don vi|co quan|phong|bo phan|phong ban|phong, ban|to chuc|dv|cac don vi)$/,
    ["lead", 0.5],
    ["measure", 0.45],
  ],
  [
    /ket qua (thuc hien|hien nay|dat duoc|trien khai|da dat|xu ly|den nay|cu the|thuc te|cong viec|nam|6 thang|quy)|tinh hinh (thuc hien|trien khai)|da thuc hien|noi dung da|bao cao ket qua|ket qua den/,
    ["result", 0.9],
  ],
  [
    /san pham|dau ra|ket qua (yeu cau|can dat|du kien|dau ra|phai dat|mong doi|dat|chu yeu)|ket qua ?[/,]|yeu cau san pham|hinh thuc van ban|loai van ban|chi tieu (can dat|dat)/,
    ["product", 0.95],
  ],
  [/^(ket qua|muc tieu|yeu cau|chi tieu thuc hien)$/, ["product", 0.55], ["result", 0.5]],
  [/nhiem vu|cong viec|noi dung|hoat dong|dau viec|giai phap|chuyen de|^viec/, ["task", 0.95]],
  [
    /^chi tieu|^tieu chi|ten (van ban|de an|chuong trinh|du an|thu tuc|chi tieu)|de an|chuong trinh|van de|kien nghi|du an|^ten\b/,
    ["task", 0.75],
  ],
  [/^(linh vuc|nhom|mang|phan|muc|chuong|linh vuc\b.*|truc)\b/, ["field", 0.9]],
  [
    /phuong (thuc|phap|an)|bien phap|cach thuc|nguon chi dao|can cu|dia diem|doi tuong|thanh phan|^muc$|kho khan|vuong mac|nguyen nhan|de xuat/,
    ["other", 0.9],
  ],
];

/** "Nhóm nhiệm vụ", "Lĩnh vực nhiệm vụ": the field when another column names the task. */
const GROUP_OF_TASKS = /^(ten )?(nhom|linh vuc|mang|truc)\b/;

/** Key of a header's words: without accents, brackets' numbering and punctuation at the ends. */
export function headerKey(text: string): string {
  return searchKey(text)
    .replace(/^[\s\d().:*-]+(?=[a-z])/, "")
    .replace(/[\s.:*]+$/, "")
    .trim();
}

/** What the words of one header cell say; empty when they say nothing known. */
export function headerVotes(text: string): readonly HeaderVote[] {
  const key = headerKey(text);
  if (key === "" || key.length > 120) return [];
  if (GROUP_OF_TASKS.test(key) && !/[/,]/.test(key)) {
    return [
      { role: "field", weight: 0.7 },
      { role: "task", weight: 0.5 },
    ];
  }
  for (const [pattern, ...votes] of WORDS) {
    if (pattern.test(key)) return votes.map(([role, weight]) => ({ role, weight }));
  }
  return [];
}
