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
  [/^doi tuong (phai )?(thuc hien|chiu trach nhiem)/, ["lead", 0.8]],
  [/^(ho va ten|ho,? ten)\b/, ["other", 0.6], ["lead", 0.5]],
  // Those whom the work is done to, or who get its outcome, do not answer for it.
  [
    /^(doi tuong|(co quan|don vi|to chuc|ca nhan|doanh nghiep|dia phuong|phong|noi)(,? [a-z]+){0,3}? (duoc|bi|chiu( su)?)) (kiem tra|thanh tra|kiem toan|giam sat|khao sat|tham dinh|danh gia|xac minh|thu huong|huong|ho tro|bao cao|nhan|moi|lay y kien)|^(don vi|co quan|to chuc|ca nhan|noi) (thu huong|huong loi|thu hoi|nhan( bao cao| san pham| van ban| ket qua| ho so)?$)/,
    ["other", 0.9],
  ],
  [/^(chuc vu|chuc danh|(so )?dien thoai|e-?mail|ngay sinh)\b/, ["other", 0.9]],
  [/^(ghi chu|chu thich|luu y|notes?$|remarks?$|comments?$)/, ["note", 1]],
  // Offices that work with foreign partners head their lists in English.
  [/^tasks?( name)?$|^activit(y|ies)$/, ["task", 0.95]],
  [/^(due( date)?|end( date)?|finish( date)?)$/, ["deadline", 0.95]],
  [/^start( date)?$/, ["start", 0.95]],
  [/^(outputs?|deliverables?)$/, ["product", 0.95]],
  [/^(owner|pic|person in charge|responsible|assignee)$/, ["lead", 0.95]],
  [/^status$/, ["progress", 0.95]],
  [
    /^(van ban|tai lieu) (chi dao|giao|den|goc|lien quan|phap ly|yeu cau|can cu)|^(cap|co quan|noi|tham quyen|nguoi) (co tham quyen )?(trinh|tham dinh|ban hanh|phe duyet|thong qua|quyet dinh|kiem tra|ky\b|ky duyet|giao viec|giao nhiem vu|kiem soat|duyet)|^hinh thuc (?!van ban)|uu tien|^diem\b|^so diem/,
    ["other", 0.9],
  ],
  [
    /^(noi dung |ten |cac |stt )?(nhiem vu|cong viec|dau viec)\b(?!.*(phoi hop|chu tri|da thuc hien|ket qua|tien do|thoi gian|\bhan\b|don vi|kinh phi|trach nhiem|phan cong))/,
    ["task", 1],
  ],
  [
    /^(ten |cac |mo ta |tom tat )?(noi dung|hoat dong)\b(?!.*(phoi hop|chu tri|da thuc hien|ket qua|tien do|thoi gian|\bhan\b|don vi|kinh phi|trach nhiem|phan cong))/,
    ["task", 0.93],
  ],
  [/^san pham\b/, ["product", 1]],
  [/^tuan( thu)? ?\d+|^tuan$/, ["week", 1]],
  [/^(thang|t\.?) ?\d{1,2}$/, ["week", 0.8]],
  [/^quy (i{1,3}|iv|[1-4])$/, ["week", 0.8]],
  [/^(dvt|don vi tinh|dv tinh|don vi do)\b/, ["measure", 1]],
  [/^(so luong|khoi luong|sl)\b/, ["quantity", 1]],
  [/^(tong )?so (nhiem vu|viec|cong viec)/, ["quantity", 0.7]],
  [/kinh phi|du toan|ngan sach|nguon von|so tien|tong muc dau tu/, ["cost", 1]],
  [/^nguon luc/, ["cost", 0.5], ["other", 0.45]],
  [/minh chung|kiem chung|tai lieu kem|\blink\b|duong dan|van ban ban hanh/, ["evidence", 0.9]],
  // The document that gave the task, or the one that shows it is done: the columns beside tell.
  [/so(,| -)? ?(ky )?hieu van ban|so van ban/, ["evidence", 0.55], ["other", 0.5]],
  [
    /^(nguon|can cu|phuong (thuc|phap|an)|bien phap|cach thuc|dia diem|doi tuong|thanh phan)\b/,
    ["other", 0.9],
  ],
  [
    /kho khan|vuong mac|nguyen nhan|ly do|de xuat|kien nghi$|^muc$|so ngay (qua han|cham|tre)/,
    ["other", 0.9],
  ],
  [
    /^(lanh dao|ld|thanh vien|dong chi|uy vien|pho (chu tich|giam doc|truong ban))\b|nguoi chi dao|lanh dao .*(phu trach|chi dao|theo doi)/,
    ["leader", 1],
  ],
  [/^thoi (gian|diem) (trinh|ban hanh|thong qua)/, ["deadline", 0.95]],
  [
    /(ngay|thoi gian|thoi diem) (duoc )?(nhan|giao|tiep nhan|chi dao)|^ngay (vb|van ban|ban hanh)|^ngay,? thang,? nam (ban hanh|van ban)$/,
    ["received", 1],
  ],
  [/bat dau|khoi cong|trien khai tu|^tu( ngay)?$/, ["start", 0.9]],
  [/(ngay|thoi gian|thoi diem) .*thuc te|thuc te hoan thanh|^ngay xong/, ["finished", 1]],
  [
    /^(ngay|ngay thang|ngay, thang)( nam|, nam)? (da )?hoan thanh$/,
    ["finished", 0.55],
    ["deadline", 0.5],
  ],
  [/^(thoi (gian|diem)|ngay) .*(ke hoach|yeu cau|du kien|quy dinh|duoc giao)/, ["deadline", 0.95]],
  [/^thoi (gian|diem) da (hoan thanh|thuc hien)/, ["finished", 1]],
  [/^thoi (gian|diem) (hoan thanh|ket thuc)/, ["deadline", 0.7], ["finished", 0.5]],
  [
    /^(du kien|yeu cau|phai|can) (thoi gian |ngay )?(hoan thanh|ket thuc|xong)|^hoan thanh (truoc|trong)/,
    ["deadline", 0.9],
  ],
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
  // A mark under "Chưa thực hiện" must never count as done.
  [/^(chua|dang|khong|tam dung|cham|qua han)\b/, ["other", 0.9]],
  [/^(da |da duoc )?(hoan thanh|thuc hien|xong)( (dung|truoc|trong) han)?$/, ["progress", 0.5]],
  [/^(danh gia|muc do|xep loai)\b/, ["progress", 0.5], ["other", 0.5]],
  [
    /chu tri.*(phoi hop|tham gia)|^phan cong|^don vi,? ca nhan( lien quan)?$/,
    ["owner", 0.8],
    ["lead", 0.5],
  ],
  [
    /phoi hop|tham gia|(co quan|don vi|phong|nguoi|ca nhan|bo phan) (lien quan|ho tro)|^ho tro$|^support|cung (thuc hien|tham gia|lam|phu trach|trien khai)|(nguoi|can bo|ca nhan|chuyen vien|nhan su) (phu$|thu hai|thu 2|2$|giup viec)/,
    ["support", 1],
  ],
  [/chu tri|dau moi|trach nhiem chinh/, ["lead", 1]],
  [
    /tham muu|soan thao|phu trach|dam trach|^chuyen vien|^can bo|(don vi|co quan|\bphong\b|bo phan|(?<!van )\bban\b|\bnguoi\b|can bo|cong chuc|to chuc|ca nhan|chu the).{0,20}(thuc hien|phu trach|chiu trach nhiem|duoc giao|trien khai|xu ly|theo doi|dam nhan|tham muu)|trach nhiem|giao thuc hien/,
    ["lead", 0.88],
  ],
  [/^(nguoi|nhan su|nhan vien)( lam| duoc giao)?$|^giao (cho|don vi)$/, ["lead", 0.8]],
  [
    /^(don vi|co quan|phong|bo phan|phong ban|phong, ban|to chuc|dv|cac don vi)$/,
    ["lead", 0.5],
    ["measure", 0.45],
  ],
  [
    /ket qua (thuc hien|hien nay|dat duoc|trien khai|da dat|xu ly|giai quyet|khac phuc|tra loi|den nay|cu the|thuc te|cong viec|nam|6 thang|quy|den)|tinh hinh (thuc hien|trien khai)|da thuc hien|noi dung da|bao cao ket qua/,
    ["result", 0.8],
    ["product", 0.45],
  ],
  [/san pham/, ["product", 1]],
  [
    /dau ra|du kien ket qua|ket qua (yeu cau|can dat|du kien|phai dat|mong doi|dat|chu yeu)|ket qua ?[/,]|hinh thuc van ban|loai van ban|chi tieu (can dat|dat)/,
    ["product", 0.9],
  ],
  [/^ket qua$/, ["product", 0.55], ["result", 0.5]],
  [/^(muc tieu|yeu cau)\b/, ["other", 0.6], ["product", 0.45]],
  [/^ten (don vi|co quan|phong)/, ["lead", 0.55]],
  [
    /^(don vi|co quan|nguoi|phong|bo phan) (nhan|lam|duoc giao) (nhiem vu|viec|cong viec)$/,
    ["lead", 0.88],
  ],
  [/nhiem vu/, ["task", 1]],
  [/cong viec|dau viec|^viec\b/, ["task", 0.97]],
  [/noi dung|hoat dong|chuyen de/, ["task", 0.93]],
  [/giai phap/, ["task", 0.85]],
  [
    /^(chi tieu|tieu chi|hang muc|danh muc|chu de|su kien|viec\b|dau muc)|^ten\b|de an|chuong trinh|van de|kien nghi|du an|^(y kien )?(chi dao|ket luan)\b|^(thu tuc|mo hinh|sang kien|du thao)\b|^van ban$/,
    ["task", 0.75],
  ],
  [/^(linh vuc|nhom|mang|phan|muc|chuong|truc)\b/, ["field", 0.9]],
  [/^(don vi|co quan|phong|bo phan)\b/, ["lead", 0.6]],
];

/** "Nhóm nhiệm vụ", "Lĩnh vực nhiệm vụ": the field when another column names the task. */
const GROUP_OF_TASKS = /^(ten )?(nhom|linh vuc|mang|truc)\b/;

/** Short forms in header cells, where room is scarce: "ND công việc", "T/g hoàn thành", "G/c". */
const LONG: Readonly<Record<string, string>> = {
  nd: "noi dung",
  nv: "nhiem vu",
  cv: "cong viec",
  cq: "co quan",
  dv: "don vi",
  tg: "thoi gian",
  sp: "san pham",
  kq: "ket qua",
  gc: "ghi chu",
  ph: "phoi hop",
  th: "thuc hien",
  ht: "hoan thanh",
  vb: "van ban",
};
const SHORT = new RegExp(
  `(?<![\\w/.])(?:${Object.keys(LONG)
    .map((short) => `${short[0] ?? ""}[/.]?${short[1] ?? ""}`)
    .join("|")})(?![\\w/])\\.?`,
  "g",
);

/** Key of a header's words: without accents, brackets' numbering and punctuation at the ends. */
export function headerKey(text: string): string {
  return searchKey(text)
    .replace(SHORT, (short) => LONG[short.replace(/\W/g, "")] ?? short)
    .replace(/^[\s\d().:*-]+(?=[a-z])/, "")
    .replace(/[\s.:*]+$/, "")
    .trim();
}

const WHEN = /thoi (gian|han|diem)|tien do|ke hoach|lo trinh|\bngay\b|\bhan\b/;
const WHO = /don vi|co quan|phan cong|trach nhiem|to chuc|bo phan|\bphong\b|\bban\b|ca nhan|nguoi/;
const MONEY = /kinh phi|du toan|ngan sach|nguon von|\bvon\b|so tien/;
const COUNT = /so luong|khoi luong|chi tieu|\bdiem\b/;

/** What words under a wider cell mean together: "Thời gian hoàn thành" over "Kế hoạch" and "Thực tế". */
const PAIRS: readonly (readonly [outer: RegExp, inner: RegExp, role: ColumnRole])[] = [
  [MONEY, /\w/, "cost"],
  [COUNT, /^(thang|quy|nam|\d|ke hoach|tong|giao|duoc giao|thuc hien)\b/, "quantity"],
  [WHEN, /^(bat dau|khoi|trien khai|tu\b|ngay bat dau)/, "start"],
  [WHEN, /^(ngay )?(giao|nhan)\b/, "received"],
  [/tien do|tinh hinh|ket qua/, /^da (hoan thanh|thuc hien|xong)/, "progress"],
  [WHEN, /thuc te|^da (hoan thanh|thuc hien|xong)/, "finished"],
  [
    WHEN,
    /^(ngay |thoi gian |thoi han )?(hoan thanh|ket thuc|den\b|xong|cuoi|han\b|(theo |du )?ke hoach|du kien|duoc giao|yeu cau|quy dinh)/,
    "deadline",
  ],
  [
    /ket qua|san pham/,
    /^(can dat|yeu cau|phai dat|ke hoach|du kien|theo ke hoach|san pham|dau ra)/,
    "product",
  ],
  [
    /ket qua|tinh hinh/,
    /thuc hien$|^(da )?dat( duoc)?$|thuc te|den nay|luy ke|^(da )?thuc hien|ket qua/,
    "result",
  ],
  [WHO, /phoi hop|tham gia|lien quan|ho tro/, "support"],
  [WHO, /^(thuc hien|chinh|chiu trach nhiem|soan thao|chu tri)/, "lead"],
];

/** The innermost words of a header of several rows. */
function lastWords(header: string): string {
  return header.slice(header.lastIndexOf(" – ") + 1).replace(/^–\s*/, "");
}

/** What the words over a column say, of all header rows: together, else the innermost, else the outer ones. */
export function columnVotes(header: string): readonly HeaderVote[] {
  const cut = header.lastIndexOf(" – ");
  const pair = cut > 0 ? pairVotes(header.slice(0, cut), lastWords(header)) : null;
  if (pair) return pair;
  const own = headerVotes(lastWords(header));
  return own.length > 0 ? own : headerVotes(header);
}

/** What words under wider ones mean only together; null where each stands for itself. */
export function pairVotes(outer: string, inner: string): readonly HeaderVote[] | null {
  const under = headerKey(inner);
  if (/^(chua|dang|khong)\b/.test(under)) return null;
  const over = headerKey(outer);
  const pair = PAIRS.find(([first, second]) => first.test(over) && second.test(under));
  return pair ? [{ role: pair[2], weight: 1 }] : null;
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
