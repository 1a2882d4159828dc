import { unescapeXml } from "./column-formulas";

const workbookPath = "xl/workbook.xml";
const relationsPath = "xl/_rels/workbook.xml.rels";
const sheetTag = /<(?:\w+:)?sheet\s[^<>]*>/g;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * Sheets that are only a chart or a macro cannot be kept, and the library opens no file that has one: they are taken
 * out of the list of sheets, with what counts along it. Out: the parts, and the names of those sheets.
 */
export function withoutChartSheets(parts: Map<string, Uint8Array>): string[] {
  const decode = (path: string): string => new TextDecoder().decode(parts.get(path));
  const kinds = new Map<string, string>();
  for (const [tag] of decode(relationsPath).matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g))
    kinds.set(attribute(tag, "Id") ?? "", attribute(tag, "Type") ?? "");
  const list = decode(workbookPath);
  const names: string[] = [];
  const places: number[] = [];
  for (const [tag] of list.matchAll(sheetTag)) {
    const isOther = /\/(?:chartsheet|dialogsheet|xlMacrosheet)$/.test(
      kinds.get(attribute(tag, "id") ?? "") ?? "",
    );
    if (isOther) names.push(unescapeXml(attribute(tag, "name") ?? ""));
    places.push(isOther ? -1 : places.length - names.length);
  }
  if (names.length === 0) return [];
  let at = 0;
  const kept = list
    .replace(sheetTag, (tag) => (places[at++] === -1 ? "" : tag))
    .replace(
      /(\s(?:localSheetId|activeTab|firstSheet)=")(\d+)"/g,
      (_, start: string, place: string) => `${start}${Math.max(0, places[Number(place)] ?? 0)}"`,
    );
  parts.set(workbookPath, new TextEncoder().encode(kept));
  return names.map((name) => `trang “${name}” (chỉ có biểu đồ hoặc macro)`);
}

/** The names that a file hides from the officer, each with the sheet's place that it belongs to ("" for none). */
export function hiddenNames(workbook: string): Set<string> {
  const hidden = new Set<string>();
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?definedName\s[^<>]*>/g))
    if (/\shidden="(?:1|true)"/.test(tag)) hidden.add(nameKey(tag));
  return hidden;
}

const nameKey = (tag: string): string =>
  `${unescapeXml(attribute(tag, "name") ?? "").toLowerCase()} ${attribute(tag, "localSheetId") ?? ""}`;

/** The list of names with those hidden that are to be. */
export const withHidden = (workbook: string, hidden: ReadonlySet<string>): string =>
  workbook.replace(/<definedName(\s[^<>]*)>/g, (tag, rest: string) =>
    hidden.has(nameKey(tag)) ? `<definedName${rest} hidden="1">` : tag,
  );
