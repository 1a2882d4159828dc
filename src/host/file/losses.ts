import { sheetPath } from "./charts";

/** Parts that no part written by the library names any more: left in the file, Excel would call it damaged. */
const orphans =
  /^(?:customXml|xl\/(?:printerSettings|ctrlProps|activeX|embeddings|diagrams|customProperty|queryTables|model|chartsheets|dialogsheets|macrosheets|richData))\/|^xl\/connections\.xml$|^docProps\/(?!core\.xml|app\.xml)/i;

const ofFile: readonly (readonly [RegExp, string])[] = [
  [/^customXml\/item\d+\.xml$/i, "dữ liệu XML đi kèm tệp"],
  [/^docProps\/custom\.xml$/i, "thuộc tính riêng của tệp"],
  [/^xl\/(?:connections\.xml|queryTables\/)/i, "kết nối lấy dữ liệu từ nơi khác"],
  [/^xl\/diagrams\//i, "sơ đồ SmartArt"],
  [/^xl\/model\//i, "mô hình dữ liệu (Power Pivot)"],
];

/** What stands on a sheet beside its cells and is not kept, by the XML that tells it. */
const ofSheet: readonly (readonly [RegExp, string])[] = [
  [
    /<(?:\w+:)?cfRule\s[^<>]*type="(?:containsErrors|notContainsErrors|timePeriod)"/,
    "định dạng có điều kiện theo ô lỗi hoặc theo khoảng ngày",
  ],
  [/<x14:conditionalFormatting\s/, "định dạng có điều kiện kiểu mới của Excel 2010"],
  [/<x14:dataValidation\s/, "kiểm tra nhập liệu kiểu mới của Excel 2010"],
  [/<(?:\w+:)?dataValidation\s(?![^<>]*\stype=)(?!type=)/, "lời nhắc khi nhập không kèm điều kiện"],
  [
    /<(?:\w+:)?(?:customFilters|dynamicFilter|top10|colorFilter|iconFilter|dateGroupItem|sortState)\s/,
    "điều kiện lọc, sắp xếp của bộ lọc",
  ],
  [/<(?:\w+:)?oleObjects[\s>]/, "đối tượng nhúng (OLE)"],
  [/<(?:\w+:)?controls[\s>]/, "nút và hộp điều khiển"],
  [/<(?:\w+:)?legacyDrawingHF\s/, "hình ở đầu trang, chân trang"],
  [/<(?:\w+:)?protectedRanges[\s>]/, "vùng được sửa khi trang bị khóa"],
  [/<(?:\w+:)?scenarios[\s>]/, "kịch bản (Scenario)"],
  [/<(?:\w+:)?customSheetViews[\s>]/, "chế độ xem riêng"],
];

/** Parts without those that a saved file could not hold together. */
export function withoutOrphans(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map([...parts].filter(([path]) => !orphans.test(path)));
}

/** What of an opened file cannot be kept when it is saved, in plain words, before anything is saved. */
export function lossesOf(
  paths: readonly string[],
  sheets: readonly string[],
  texts: ReadonlyMap<string, string>,
): string[] {
  const lost = ofFile.flatMap(([path, what]) =>
    paths.some((one) => path.test(one)) ? [what] : [],
  );
  for (const [path, text] of texts) {
    if (!path.startsWith("xl/tables/") || !/<(?:\w+:)?(?:filterColumn|sortState)\s/.test(text))
      continue;
    lost.push(`Bảng “${/\sdisplayName="([^"]*)"/.exec(text)?.[1] ?? ""}”: điều kiện lọc, sắp xếp`);
  }
  sheets.forEach((name, index) => {
    const { sheet, drawing } = sheetPath(index, texts);
    const text = texts.get(sheet) ?? "";
    for (const [sign, what] of ofSheet) if (sign.test(text)) lost.push(`Trang “${name}”: ${what}`);
    const shapes = texts.get(drawing) ?? "";
    const isRedrawn = /<(?:\w+:)?(?:pic|sp)[\s>]/.test(shapes);
    if (isRedrawn && /<(?:\w+:)?graphicFrame[\s>]/.test(shapes))
      lost.push(`Trang “${name}”: biểu đồ đứng cùng trang với hình`);
    if (/<(?:\w+:)?(?:grpSp|cxnSp)[\s>]/.test(shapes))
      lost.push(`Trang “${name}”: hình ghép, đường nối`);
  });
  return lost;
}

const mark = [..."sheetData"].map((letter) => letter.charCodeAt(0));

/** A sheet's XML without its cells, which may be very long. */
export function besideCells(xml: Uint8Array): string {
  const isMark = (at: number): boolean => mark.every((byte, n) => xml[at + n] === byte);
  let first = xml.indexOf(mark[0] ?? 0);
  while (first >= 0 && !isMark(first)) first = xml.indexOf(mark[0] ?? 0, first + 1);
  let last = xml.lastIndexOf(mark[0] ?? 0);
  while (last > first && !isMark(last)) last = xml.lastIndexOf(mark[0] ?? 0, last - 1);
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part);
  if (first < 0) return decode(xml);
  return `${decode(xml.subarray(0, first))}sheetData/><${decode(xml.subarray(last))}`;
}
