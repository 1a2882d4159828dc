import { searchKey } from "../text";
import type { TableLayout } from "./layout";
import { parseNumber } from "./numbering";
import type { RowSketch } from "./row-sketch";

const TOTAL =
  /^(tong( cong| so)?|cong( tong)?)\s*(\(?[ivx\d+. )(-]+\)?|\([^)]*\)|:.*|(so )?nhiem vu.*|chung|(cac )?(muc|phan|nhom|chuong)\b.*)?$/;
const NOTE = /^(\(?\*+\)?|ghi chu|luu y|chu thich|chu giai|note)\s*[:.*]?/;
const SIGNATURE =
  /^(noi nhan|nguoi lap|lap bieu|thu truong|(kt|tl|tm|tuq|q)\s*\.|truong ban|pho truong ban|chu tich|pho chu tich|giam doc|pho giam doc|chanh van phong|pho chanh van phong|truong phong|bo truong|thu truong don vi|\(?ky,? |ky ten|\(da ky|nguoi phe duyet|phe duyet$|xac nhan)/;
/** Cheap looks at the text as written, so that few cells pay for the search key. */
const MAY_BE_TOTAL = /^(t[oổ]ng|c[oộ]ng)/iu;
const MAY_BE_NOTE = /^(\(?\*|ghi|l[uư]u|ch[uú]|note)/iu;
const MAY_BE_DATE_LINE = /th[aá]ng.*n[aă]m/iu;
const RECIPIENTS = /^(n[oơ]i nh[aậ]n|\(?k[yý])/iu;
const DATE_LINE = /,\s*ngay\s*[\d.…_ ]*\s*thang\s*[\d.…_ ]*\s*nam/;

/** "Tổng cộng", "Cộng (I+II)": sums up, is no task. */
export function isTotal(layout: TableLayout, one: RowSketch): boolean {
  const text = firstText(layout, one.row);
  return MAY_BE_TOTAL.test(text) && TOTAL.test(searchKey(text));
}

/** "Ghi chú: …", "(*) …". */
export function isNote(layout: TableLayout, one: RowSketch): boolean {
  const text = firstText(layout, one.row);
  return MAY_BE_NOTE.test(text) && NOTE.test(searchKey(text));
}

/** "Nơi nhận", a signer's title in capitals, place and date: the end of a document. */
export function isSignature(layout: TableLayout, one: RowSketch): boolean {
  if (one.hasNumberCell && one.number) return false;
  const { view, header } = layout;
  const taskText = view.text(one.row, layout.task);
  const recipients = searchKey(taskText).startsWith("noi nhan");
  for (let column = header.left; column < header.right; column++) {
    const text = view.text(one.row, column);
    if (text === "" || text.length > 90) continue;
    const upper = text === text.toUpperCase();
    if (!upper && !RECIPIENTS.test(text) && !MAY_BE_DATE_LINE.test(text)) continue;
    const key = searchKey(text);
    const fits =
      DATE_LINE.test(key) || (SIGNATURE.test(key) && (upper || /^(noi nhan|\(?ky)/.test(key)));
    if (!fits) continue;
    // An owner cell of a task may name a head in capitals.
    const besideTask = taskText !== "" && column !== layout.task && !recipients;
    if (!besideTask || !layout.followed.includes(column)) return true;
  }
  return false;
}

function firstText(layout: TableLayout, row: number): string {
  for (let column = layout.header.left; column < layout.header.right; column++) {
    const text = layout.view.text(row, column);
    if (text !== "" && !(layout.numbers.includes(column) && parseNumber(text))) return text;
  }
  return "";
}
