import type { Workbook } from "../model/workbook";
import { formulaFromFile, formulaToFile } from "./function-names";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Text of an XML attribute or element. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) => {
    if (typeof hex === "string") return String.fromCodePoint(parseInt(hex, 16));
    if (typeof digits === "string") return String.fromCodePoint(Number(digits));
    return (typeof name === "string" && Object.hasOwn(entities, name) && entities[name]) || whole;
  });
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescapeXml(value);
}

/** Takes the formulas of calculated columns from the table parts, which the library passes over. */
export function readColumnFormulas(workbook: Workbook, parts: ReadonlyMap<string, string>): void {
  for (const [path, xml] of parts) {
    if (!/^xl\/tables\//i.test(path)) continue;
    const head = /<(?:\w+:)?table\s[^<>]*>/.exec(xml)?.[0] ?? "";
    const name = attribute(head, "displayName") ?? attribute(head, "name") ?? "";
    const table = workbook.table(name);
    if (!table) continue;
    // Each piece begins with one column.
    const [, ...columns] = xml.split(/<(?:\w+:)?tableColumn(?=[\s/>])/);
    columns.forEach((inside, index) => {
      const formula = /<(?:\w+:)?calculatedColumnFormula(?:\s[^<>]*)?>([^<]*)<\//.exec(inside)?.[1];
      const column = table.columns[index];
      if (column && formula) column.formula = `=${formulaFromFile(unescapeXml(formula))}`;
    });
  }
}

/** Names, in lower case, of the tables without a row of headers. */
export function headlessTables(parts: ReadonlyMap<string, string>): Set<string> {
  const names = new Set<string>();
  for (const [path, xml] of parts) {
    const head = /<(?:\w+:)?table\s[^<>]*>/.exec(xml)?.[0] ?? "";
    if (path.startsWith("xl/tables/") && attribute(head, "headerRowCount") === "0")
      names.add((attribute(head, "displayName") ?? "").toLowerCase());
  }
  return names;
}

/**
 * A table part with the formulas of its calculated columns put in.
 * In: the part's XML as written, the formulas by column (with "=", null for none).
 */
export function addColumnFormulas(xml: string, formulas: readonly (string | null)[]): string {
  let index = 0;
  return xml.replace(
    /<tableColumn\s([^>]*?)(\/>|>([\s\S]*?)<\/tableColumn>)/g,
    (whole, attributes: string, _end: string, inside: string | undefined) => {
      const formula = formulas[index++];
      if (!formula) return whole;
      const text = `<calculatedColumnFormula>${escapeXml(formulaToFile(formula.slice(1)))}</calculatedColumnFormula>`;
      return `<tableColumn ${attributes.trim()}>${text}${inside ?? ""}</tableColumn>`;
    },
  );
}
