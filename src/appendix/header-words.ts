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
  [/^(s\.?\s?t\.?\s?t|t\.?\s?t|so tt|so thu tu|thu tu|#|no\.?)\.?$/, ["number", 1]],
  [/^(tt|stt)\b/, ["number", 0.9]],
  [/^ma( so| hieu| dinh danh)?( nhiem vu| nv| cong viec| viec)?$/, ["code", 1]],
  [/^(ghi chu|chu thich|luu y)/, ["note", 1]],
  [/^tuan( thu)? ?\d+|^tuan$/, ["week", 1]],
  [/^(thang|t\.?) ?\d{1,2}$/, ["week", 0.8]],
  [/^quy (i{1,3}|iv|[1-4])$/, ["week", 0.8]],
  [/^(dvt|don vi tinh|dv tinh|don vi do)\b/, ["measure", 1]],
  [/^(so luong|khoi luong|sl)\b/, ["quantity", 1]],
  [/^(tong )?so (nhiem vu|viec|cong viec)/, ["quantity", 0.7]],
  [/kinh phi|du toan|ngan sach|nguon von|so tien|tong muc dau tu/, ["cost", 1]],
  [/^nguon luc/, ["cost", 0.5], ["other", 0.45]],
  [
    /minh chung|kiem chung|tai lieu kem|\blink\b|duong dan|van ban ban hanh|so(,| -)? ?(ky )?hieu van ban|so van ban/,
    ["evidence", 0.9],
  ],
  [
    /^(nguon|can cu|phuong (thuc|phap|an)|bien phap|cach thuc|dia diem|doi tuong|thanh phan)\b/,
    ["other", 0.9],
  ],
  [
    /kho khan|vuong mac|nguyen nhan|ly do|de xuat|kien nghi$|^muc$|so ngay (qua han|cham|tre)/,
    ["other", 0.9],
  ],
  [
    /^(lanh dao|ld|pho (chu tich|giam doc|truong ban))\b|nguoi chi dao|lanh dao .*(phu trach|chi dao|theo doi)/,
    ["leader", 1],
  ],
  [/^thoi (gian|diem) (trinh|ban hanh|thong qua)/, ["deadline", 0.95]],
  [
    /(ngay|thoi gian|thoi diem) (duoc )?(nhan|giao|tiep nhan|chi dao)|^ngay (vb|van ban|ban hanh)$/,
    ["received", 1],
  ],
  [/bat dau|khoi cong|trien khai tu|^tu( ngay)?$/, ["start", 0.9]],
  [/(ngay|thoi gian|thoi diem) .*thuc te|thuc te hoan thanh|^ngay xong/, ["finished", 1]],
  [
    /^(ngay|ngay thang|ngay, thang)( nam|, nam)? (da )?hoan thanh$/,
    ["finished", 0.55],
    ["deadline", 0.5],
  ],
  [/^thoi (gian|diem) (hoan thanh|ket thuc)/, ["deadline", 0.7], ["finished", 0.5]],
  [/(thoi han|han) .*(dieu chinh|gia han)|gia han/, ["other", 0.7], ["deadline", 0.4]],
  [
    /thoi han|^han\b|\bhan (chot|hoan thanh|xu ly|cuoi|bao cao|trinh)|deadline|^den( ngay)?$|^ket thuc$|ngay ket thuc|ngay den han|so ngay|lo trinh|lich trinh/,
    ["deadline", 1],
  ],
  [
    /^thoi (gian|diem)|moc thoi gian|ke hoach thoi gian|thoi gian (thuc hien|trien khai|du kien)/,
    ["deadline", 0.85],
  ],
  [/^ngay thuc hien/, ["deadline", 0.6], ["finished", 0.45]],
  [/^nam( thuc hien| hoan thanh)?$/, ["deadline", 0.6]],
  [/^(tien do|ke hoach tien do)\b/, ["deadline", 0.5], ["progress", 0.5]],
  [
    /trang thai|tinh trang|muc do hoan thanh|ty le hoan thanh|% hoan thanh|hoan thanh \(?%/,
    ["progress", 0.95],
  ],
  [/^(da |chua |dang )?(hoan thanh|thuc hien)$/, ["progress", 0.5]],
  [/^(danh gia|muc do|xep loai)\b/, ["progress", 0.5], ["other", 0.5]],
  [/chu tri.*(phoi hop|tham gia)|^phan cong/, ["owner", 0.8], ["lead", 0.5]],
  [/phoi hop|tham gia|(co quan|don vi) lien quan/, ["support", 1]],
  [
    /chu tri|dau moi|tham muu|(don vi|co quan|\bphong\b|bo phan|(?<!van )\bban\b|\bnguoi\b|can bo|cong chuc|to chuc|ca nhan|chu the).{0,20}(thuc hien|phu trach|chiu trach nhiem|duoc giao|trien khai|xu ly|theo doi|dam nhan|tham muu)|trach nhiem|giao thuc hien/,
    ["lead", 1],
  ],
  [
    /^(don vi|co quan|phong|bo phan|phong ban|phong, ban|to chuc|dv|cac don vi)$/,
    ["lead", 0.5],
    ["measure", 0.45],
  ],
  [
    /ket qua (thuc hien|hien nay|dat duoc|trien khai|da dat|xu ly|den nay|cu the|thuc te|cong viec|nam|6 thang|quy|den)|tinh hinh (thuc hien|trien khai)|da thuc hien|noi dung da|bao cao ket qua/,
    ["result", 0.9],
  ],
  [/san pham/, ["product", 1]],
  [
    /dau ra|du kien ket qua|ket qua (yeu cau|can dat|du kien|phai dat|mong doi|dat|chu yeu)|ket qua ?[/,]|hinh thuc van ban|loai van ban|chi tieu (can dat|dat)/,
    ["product", 0.9],
  ],
  [/^ket qua$/, ["product", 0.55], ["result", 0.5]],
  [/^(muc tieu|yeu cau)\b/, ["other", 0.6], ["product", 0.45]],
  [/^ten (don vi|co quan|phong)/, ["lead", 0.55]],
  [/nhiem vu/, ["task", 1]],
  [/cong viec|dau viec|^viec\b/, ["task", 0.97]],
  [/noi dung|hoat dong|chuyen de/, ["task", 0.93]],
  [/giai phap/, ["task", 0.85]],
  [/^(chi tieu|tieu chi)|^ten\b|de an|chuong trinh|van de|kien nghi|du an/, ["task", 0.75]],
  [/^(linh vuc|nhom|mang|phan|muc|chuong|truc)\b/, ["field", 0.9]],
  [/^(don vi|co quan|phong|bo phan)\b/, ["lead", 0.6]],
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
