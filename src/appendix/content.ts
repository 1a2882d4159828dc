import { searchKey } from "../text";
import { parseNumber } from "./numbering";
import { isMark } from "./schedule";
import type { SheetView } from "./view";

/** What the cells of a column look like: shares of its filled cells, from 0 to 1. */
export interface ColumnContent {
  readonly filled: number;
  /** Filled cells among the rows looked at. */
  readonly fillShare: number;
  readonly averageLength: number;
  readonly distinctShare: number;
  /** Times as plans write them: dates, months, quarters, "Thường xuyên". */
  readonly time: number;
  /** A full date and nothing else. */
  readonly pureDate: number;
  readonly number: number;
  readonly rowNumber: number;
  readonly owner: number;
  /** "Chủ trì: … Phối hợp: …" in one cell. */
  readonly bothRoles: number;
  readonly measure: number;
  readonly status: number;
  /** "Đã …", "Ban hành Quyết định số …": work that was done. */
  readonly done: number;
  readonly product: number;
  readonly mark: number;
  readonly money: number;
}

const SAMPLE = 240;
const FULL_DATE = /^\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}$/;
const TIME =
  /^\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}|^(\d{1,2}\s*-\s*)?\d{1,2}\/\d{1,2}(\s*-\s*\d{1,2}\/\d{1,2})?$|^(cac )?tuan\s*\d|^\d{1,2}\s*[/-]\s*(19|20)\d\d$|^(19|20)\d\d(\s*-\s*(19|20)\d\d)?$|\bquy\s*(i{1,3}|iv|[1-4])\b|\b(thang|t)\s*\d{1,2}\b|thuong xuyen|\b(hang|hang)\s*(ngay|tuan|thang|quy|nam)\b|dinh ky|\bnam\s*(19|20)\d\d\b|\bca nam\b|trong nam|^(truoc|cham nhat|den|xong|hoan thanh)\b.*\d|\b6 thang\b|\d+ ngay\b|khi (co|phat sinh)|theo (ke hoach|tien do|lich|quy dinh|thuc te|yeu cau)|cuoi nam|sau khi/;
const OWNER =
  /^(- ?)?(cac )?(phong|so\b|van phong|ban\b|ubnd|uy ban|bo\b|cuc|vu\b|chi cuc|trung tam|cong an|thanh tra|hdnd|don vi|co quan|to\b|truong|vien|chanh|giam doc|chu tri|doan|hoi|mttq|uy ban|lien doan|bao|dai|kho bac|thue|hai quan|vpub|vp\b|p\.|d\/c|ong\b|ba\b|bql|nhom|doi|cong doan|thu truong|nganh|thanh pho|huyen|xa\b|phuong|tat ca|nha thau|bo phan|chuyen vien|cong chuc|can bo|ca nhan|cong ty|doanh nghiep|hop tac xa|htx|thon\b|khoi\b|ngan hang)/;
const SHORT_NAME = /^(P\.\s*)?[\p{Lu}Đ&.,;/\s-]{2,30}$/u;
const MEASURE =
  /^(%|ty le( %)?|nguoi|luot|luot nguoi|tin( |,|\/)*bai|bai|tin|van ban|hoi nghi|cuoc|lop|doanh nghiep|trieu( dong)?|ty( dong)?|dong|ho so|bao cao|ke hoach|diem|ha|km|m2|tan|buoi|dot|ban|quyen|bo|cai|phieu|don vi|ho)$/;
const STATUS =
  /^(da |dang |chua |khong |moi |chuyen )?(hoan thanh|thuc hien|trien khai|xong|xu ly|dat|kip|cham|qua han|trong han|dung han|tre han|ket thuc|bat dau|den han|dung tien do|cham tien do)( xong)?( mot phan| dung han| qua han| tre han| truoc han| trong han| tien do| nhiem vu)?\.?$|^(100|\d{1,2})\s?%$|^dat$|^dang$|^chua$|^xong$|^(done|in progress|not started|pending|completed)$/;
const DONE =
  /^(-\s*)?(da\b|dang\b|chua\b|hoan thanh|ban hanh|van phong .* da|so .* da|phong .* da)|\b(cong van|quyet dinh|bao cao|ke hoach|to trinh) so \d+|so \d+\/[a-z]/;
const PRODUCT =
  /^(-\s*)?(\d{1,3} )?(bao cao|ke hoach|quyet dinh|van ban|to trinh|cong van|hoi nghi|danh muc|nghi quyet|de an|ho so|tin\b|bai\b|tai lieu|chuong trinh|thong bao|phieu|bien ban|cac (van ban|tin|bai|hoi nghi|bao cao)|he thong|phan mem|lop|cuoc|quy che|du thao|thong tu|nghi dinh|chi thi|huong dan|ket qua|ty le|chuyen muc|video|pano|to roi|bo |100%|\d+%)/;
const MONEY = /(trieu|ty|nghin)?\s?dong\b|ngan sach|kinh phi|^[\d.,]{5,}$/;

/** Looks at up to 240 of the rows, evenly spread, so that the cost does not grow with the sheet. */
export function columnContent(
  view: SheetView,
  column: number,
  rows: readonly number[],
): ColumnContent {
  const step = Math.max(1, rows.length / SAMPLE);
  const seen = new Set<string>();
  const count = {
    filled: 0,
    length: 0,
    time: 0,
    pureDate: 0,
    number: 0,
    rowNumber: 0,
    owner: 0,
    bothRoles: 0,
    measure: 0,
    status: 0,
    done: 0,
    product: 0,
    mark: 0,
    money: 0,
    looked: 0,
  };
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[Math.floor(at)] ?? 0;
    const area = view.merged(row, column);
    // A cell merged across the table is a section, not this column's content.
    if (area && area.columns > 1) continue;
    count.looked++;
    const text = view.text(row, column);
    if (text === "") continue;
    const key = searchKey(text);
    count.filled++;
    count.length += text.length;
    seen.add(key);
    const isDate = view.serial(row, column) !== null;
    const value = view.value(row, column);
    const plainNumber = !isDate && (typeof value === "number" || /^-?\d+([.,]\d+)*$/.test(text));
    const short = text.length <= 140;
    count.time += isDate || (text.length <= 300 && TIME.test(key)) ? 1 : 0;
    count.pureDate += isDate || FULL_DATE.test(key) ? 1 : 0;
    count.number += plainNumber ? 1 : 0;
    count.rowNumber += !isDate && text.length <= 12 && parseNumber(text) !== null ? 1 : 0;
    count.owner +=
      text.length <= 400 &&
      (OWNER.test(key) ||
        (!plainNumber && text.length > 1 && /\p{Lu}{2}/u.test(text) && SHORT_NAME.test(text)))
        ? 1
        : 0;
    count.bothRoles += /chu tri/.test(key) && /phoi hop/.test(key) ? 1 : 0;
    count.measure += MEASURE.test(key) ? 1 : 0;
    count.status += short && STATUS.test(key) ? 1 : 0;
    count.done += DONE.test(key) ? 1 : 0;
    count.product += short && PRODUCT.test(key) ? 1 : 0;
    count.mark += isMark(text) ? 1 : 0;
    count.money += MONEY.test(key) ? 1 : 0;
  }
  const share = (part: number) => (count.filled === 0 ? 0 : part / count.filled);
  return {
    filled: count.filled,
    fillShare: count.looked === 0 ? 0 : count.filled / count.looked,
    averageLength: share(count.length),
    distinctShare: share(seen.size),
    time: share(count.time),
    pureDate: share(count.pureDate),
    number: share(count.number),
    rowNumber: share(count.rowNumber),
    owner: share(count.owner),
    bothRoles: share(count.bothRoles),
    measure: share(count.measure),
    status: share(count.status),
    done: share(count.done),
    product: share(count.product),
    mark: share(count.mark),
    money: share(count.money),
  };
}
