import { strToU8, zipSync, type Zippable } from "fflate";

/** Files that were made to harm, each with what must come of it: a part of the refusal, or null where it opens. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly refusal: RegExp | null;
  /** Takes seconds to make or to read: for the benchmark alone. */
  readonly heavy?: true;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]): string =>
  `<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;

const types = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;

/** XML of a sheet: its rows, and what stands after them. */
export const sheetXml = (rows: string, after = ""): string =>
  `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

const one = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');

/** The parts of a workbook with one sheet, with others put in their place or left out (null). */
function partsOf(
  sheet: string = one,
  others: Readonly<Record<string, string | Uint8Array | null>> = {},
): Zippable {
  const parts: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": types,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": workbookXml(),
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "styles", "styles.xml"),
      relation("rId3", "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/worksheets/sheet1.xml": sheet,
    ...others,
  };
  const kept = Object.entries(parts).filter(([, part]) => part !== null);
  return Object.fromEntries(
    kept.map(([path, part]) => [
      path,
      typeof part === "string" ? strToU8(part) : (part ?? new Uint8Array()),
    ]),
  );
}

const workbookXml = (name = "Trang", after = ""): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>${after}</workbook>`;

export const packed = (...parts: Parameters<typeof partsOf>): Uint8Array =>
  zipSync(partsOf(...parts), { level: 6 });

const many = (count: number, item: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => item(n)).join("");

const rowsOf = (count: number, cells: (row: number) => string): string =>
  many(count, (n) => `<row r="${n + 1}">${cells(n + 1)}</row>`);

/** Rows with one cell each. */
export const cellsAt = (...addresses: readonly string[]): string =>
  addresses
    .map((at) => `<row r="${at.replace(/\D/g, "")}"><c r="${at}"><v>1</v></c></row>`)
    .join("");

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const everyCell = (row: number, cell: (at: string) => string): string =>
  [...letters].map((letter) => cell(`${letter}${row}`)).join("");

/** A zip whose numbers are changed: at a mark (local header or directory), so many bytes behind it. */
function tampered(
  bytes: Uint8Array,
  mark: number,
  at: number,
  value: number,
  size: 2 | 4,
): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let n = 0; n + 46 < copy.length; n++)
    if (view.getUint32(n, true) === mark) {
      if (size === 2) view.setUint16(n + at, value, true);
      else view.setUint32(n + at, value, true);
    }
  return copy;
}

const directory = 0x02014b50;
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const broken = /^Tệp .*(hỏng|không phải).*\.$/;
const large = /^Tệp .*(quá lớn|hơn 800\.000 ô).*\.$/;
const far = /quá xa bảng/;
const locked = /mật khẩu/;
const megabyte = 1024 * 1024;

/** A sheet of about so many megabytes whose cells hold one long formula that repeats. */
const longFormulas = (megabytes: number): string => {
  const formula = `<f>IF(${"NhiemVu[[#This Row],[Hạn tính]]+".repeat(9)}0&gt;1,1,0)</f>`;
  const count = Math.floor((megabytes * megabyte) / (formula.length + 50));
  return sheetXml(rowsOf(count, (row) => `<c r="A${row}">${formula}<v>1</v></c>`));
};

const after = (xml: string): Uint8Array => packed(sheetXml(cellsAt("A1"), xml));
const inWorkbook = (xml: string): Uint8Array =>
  packed(one, { "xl/workbook.xml": workbookXml("Trang", xml) });
const withStyles = (xml: string): Uint8Array =>
  packed(sheetXml('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'), {
    "xl/styles.xml": `<styleSheet xmlns="${main}">${xml}</styleSheet>`,
  });
const withTexts = (xml: string, sheet = one): Uint8Array =>
  packed(sheet, { "xl/sharedStrings.xml": `<sst xmlns="${main}">${xml}</sst>` });
const withTable = (xml: string, rows = cellsAt("A1")): Uint8Array =>
  packed(sheetXml(rows, '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'), {
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      relation("rId1", "table", "../tables/table1.xml"),
    ),
    "xl/tables/table1.xml": xml,
  });
const named = (name: string): string =>
  `<definedNames>${many(3, (n) => `<definedName name="${name}${n || ""}">Trang!$A$1</definedName>`)}</definedNames>`;
const entities = `<!DOCTYPE lolz [<!ENTITY a "ha">${many(9, (n) => `<!ENTITY a${n} "${`&a${n - 1 < 0 ? "" : n - 1};`.repeat(10)}">`)}]>`;

/** The whole set; each file is made only when it is asked for. */
export const hostileFiles: readonly HostileFile[] = [
  // What is no .xlsx at all.
  { name: "empty", bytes: () => new Uint8Array(), refusal: /^Tệp trống/ },
  { name: "one byte", bytes: () => Uint8Array.of(0x50), refusal: broken },
  { name: "text", bytes: () => strToU8("Kính gửi Văn phòng Ban"), refusal: broken },
  { name: "encrypted, or .xls", bytes: () => Uint8Array.from(compoundFile), refusal: locked },
  { name: ".xlsb", bytes: () => packed(one, { "xl/workbook.bin": "x" }), refusal: /\.xlsb/ },
  {
    name: ".docx",
    bytes: () =>
      zipSync({ "[Content_Types].xml": strToU8(types), "word/document.xml": strToU8("<w/>") }),
    refusal: broken,
  },
  {
    name: ".ods",
    bytes: () => zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<office/>") }),
    refusal: broken,
  },
  // The zip itself.
  {
    name: "63 MB of blanks",
    bytes: () => packed(sheetXml(" ".repeat(63 * megabyte))),
    refusal: large,
    heavy: true,
  },
  {
    name: "65 MB of zeros",
    bytes: () => packed(one, { "xl/media/a": new Uint8Array(65 * megabyte) }),
    refusal: large,
    heavy: true,
  },
  {
    name: "63 MB of zeros",
    bytes: () => packed(one, { "xl/media/a": new Uint8Array(63 * megabyte) }),
    refusal: null,
    heavy: true,
  },
  {
    name: "a part that is longer than it says",
    bytes: () => tampered(packed(sheetXml(" ".repeat(40 * megabyte))), directory, 24, 1000, 4),
    refusal: broken,
    heavy: true,
  },
  {
    name: "5,010 parts",
    bytes: () =>
      packed(
        one,
        Object.fromEntries(Array.from({ length: 5005 }, (_, n) => [`xl/${n}.xml`, "<a/>"])),
      ),
    refusal: broken,
  },
  {
    name: "4,990 parts",
    bytes: () =>
      packed(
        one,
        Object.fromEntries(Array.from({ length: 4985 }, (_, n) => [`xl/${n}.xml`, "<a/>"])),
      ),
    refusal: null,
    heavy: true,
  },
  {
    name: "a path that climbs out",
    bytes: () => packed(one, { "../x.xml": "<a/>" }),
    refusal: broken,
  },
  {
    name: "a path from the root",
    bytes: () => packed(one, { "/etc/x.xml": "<a/>" }),
    refusal: broken,
  },
  { name: "a path on a drive", bytes: () => packed(one, { "C:\\x.xml": "<a/>" }), refusal: broken },
  {
    name: "one path twice",
    bytes: () => packed(one, { "xl/Workbook.xml": "<a/>" }),
    refusal: broken,
  },
  {
    name: "wrong checksums",
    bytes: () => tampered(packed(), directory, 16, 7, 4),
    refusal: broken,
  },
  { name: "locked parts", bytes: () => tampered(packed(), directory, 8, 1, 2), refusal: locked },
  {
    name: "an unknown packing",
    bytes: () => tampered(packed(), directory, 10, 12, 2),
    refusal: broken,
  },
  {
    name: "zip64 numbers",
    bytes: () => tampered(packed(), directory, 24, 0xffffffff, 4),
    refusal: large,
  },
  {
    name: "parts outside of the file",
    bytes: () => tampered(packed(), directory, 42, 0x7fffffff, 4),
    refusal: broken,
  },
  ...Array.from({ length: 20 }, (_, n) => ({
    name: `cut off after ${(n + 1) * 4} %`,
    bytes: () => {
      const whole = packed(
        sheetXml(rowsOf(50, (row) => everyCell(row, (at) => `<c r="${at}"><v>1</v></c>`))),
      );
      return whole.subarray(0, Math.floor((whole.length * (n + 1) * 4) / 100));
    },
    refusal: broken,
  })),
  // Parts that are missing or lead in a circle.
  { name: "no workbook", bytes: () => packed(one, { "xl/workbook.xml": null }), refusal: broken },
  {
    name: "no list of types",
    bytes: () => packed(one, { "[Content_Types].xml": null }),
    refusal: broken,
  },
  { name: "no relations", bytes: () => packed(one, { "_rels/.rels": null }), refusal: broken },
  {
    name: "no sheet",
    bytes: () => packed(one, { "xl/worksheets/sheet1.xml": null, "xl/a.xml": "<a/>" }),
    refusal: broken,
  },
  {
    name: "no styles and no texts",
    bytes: () =>
      packed(
        '<worksheet xmlns="x"><sheetData><row r="1"><c r="A1" t="s" s="9"><v>4</v></c></row></sheetData></worksheet>',
      ),
    refusal: null,
  },
  {
    name: "relations in a circle",
    bytes: () =>
      packed(sheetXml(cellsAt("A1"), '<drawing r:id="rId1"/>'), {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
          relation("rId1", "drawing", "../drawings/drawing1.xml"),
        ),
        "xl/drawings/drawing1.xml": '<xdr:wsDr xmlns:xdr="x"/>',
        "xl/drawings/_rels/drawing1.xml.rels": relations(
          relation("rId1", "drawing", "drawing1.xml"),
        ),
      }),
    refusal: null,
  },
  {
    name: "a sheet that is the workbook",
    bytes: () =>
      packed(one, {
        "xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "workbook.xml")),
      }),
    refusal: null,
  },
  // XML.
  {
    name: "XML that breaks off",
    bytes: () => packed("<worksheet><sheetData><row"),
    refusal: broken,
  },
  {
    name: "a billion laughs",
    bytes: () =>
      packed(
        `${entities}${sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&a8;</t></is></c></row>')}`,
      ),
    refusal: broken,
  },
  {
    name: "an entity from a file",
    bytes: () => packed(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${one}`),
    refusal: broken,
  },
  {
    name: "2,100,000 entities",
    bytes: () => withTexts(many(700, () => `<si><t>${"&amp;".repeat(3000)}</t></si>`)),
    refusal: large,
  },
  {
    name: "1,900,000 entities",
    bytes: () => withTexts(many(630, () => `<si><t>${"&amp;".repeat(3000)}</t></si>`)),
    refusal: null,
  },
  {
    name: "100,000 elements deep",
    bytes: () => packed(sheetXml("<a>".repeat(100_000) + "</a>".repeat(100_000))),
    refusal: broken,
  },
  {
    name: "190 elements deep, often",
    bytes: () => withStyles(many(600, () => "<a>".repeat(190) + "</a>".repeat(190))),
    refusal: null,
  },
  {
    name: "a tag of 5 MB",
    bytes: () =>
      packed(one.replace("<sheetData>", `<sheetData ${many(400_000, (n) => `a${n}="1" `)}>`)),
    refusal: large,
  },
  {
    name: "a tag of 3 MB",
    bytes: () =>
      packed(one.replace("<sheetData>", `<sheetData ${many(230_000, (n) => `a${n}="1" `)}>`)),
    refusal: null,
  },
  {
    name: "tags that never end, in a part that is searched",
    bytes: () =>
      packed(one, { "xl/webextensions/webextension1.xml": "<property ".repeat(500_000) }),
    refusal: large,
  },
  {
    name: "many open tags in a table",
    bytes: () => withTable(`<table displayName="T" ref="A1:A2"${"<table ".repeat(200_000)}>`),
    refusal: broken,
  },
  {
    name: "many columns that never end",
    bytes: () =>
      withTable(
        `<table displayName="T" name="T" id="1" ref="A1:A2"><tableColumns>${'<tableColumn id="1" name="a">'.repeat(150)}</tableColumns></table>`,
      ),
    refusal: broken,
  },
  {
    name: "prefixed XML",
    bytes: () =>
      packed(
        `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    refusal: null,
  },
  // Cells.
  {
    name: "cells in opposite corners",
    bytes: () => packed(sheetXml(cellsAt("A1", "XFD1048576"))),
    refusal: far,
  },
  {
    name: "the same in a prefixed sheet under another name",
    bytes: () =>
      packed(one, {
        "xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "x.xml")),
        "xl/x.xml": `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r = '1048576'><x:c r = 'XFD1048576'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
    refusal: far,
  },
  {
    name: "a cell outside of the grid",
    bytes: () => packed(sheetXml(cellsAt("ZZZZZ99999999"))),
    refusal: far,
  },
  {
    name: "rows below zero and at nought",
    bytes: () =>
      packed(
        sheetXml(
          '<row r="-5"><c r="A-5"><v>1</v></c></row><row r="0"><c r="A0"><v>1</v></c></row><row r="1e9"><c r="a1"><v>2</v></c></row>',
        ),
      ),
    refusal: broken,
  },
  {
    name: "the last column in 600 rows",
    bytes: () => packed(sheetXml(rowsOf(600, (row) => `<c r="XFD${row}"><v>1</v></c>`))),
    refusal: null,
    heavy: true,
  },
  {
    name: "the last column in 620 rows",
    bytes: () => packed(sheetXml(rowsOf(620, (row) => `<c r="XFD${row}"><v>1</v></c>`))),
    refusal: far,
  },
  {
    name: "801,000 cells",
    bytes: () =>
      packed(sheetXml(rowsOf(30_830, (row) => everyCell(row, (at) => `<c r="${at}"/>`)))),
    refusal: large,
    heavy: true,
  },
  {
    name: "801,000 cells without an address",
    bytes: () => packed(sheetXml(rowsOf(30_830, () => "<c/>".repeat(26)))),
    refusal: large,
    heavy: true,
  },
  {
    name: "799,000 cells",
    bytes: () =>
      packed(
        sheetXml(rowsOf(30_730, (row) => everyCell(row, (at) => `<c r="${at}"><v>${row}</v></c>`))),
      ),
    refusal: null,
    heavy: true,
  },
  {
    name: "799,000 cells without an address",
    bytes: () => packed(sheetXml(rowsOf(30_730, () => "<c><v>1</v></c>".repeat(26)))),
    refusal: null,
    heavy: true,
  },
  {
    name: "251,000 empty rows",
    bytes: () => packed(sheetXml(rowsOf(251_000, () => ""))),
    refusal: far,
    heavy: true,
  },
  {
    name: "249,000 rows of a height",
    bytes: () =>
      packed(sheetXml(many(249_000, (n) => `<row r="${n + 1}" ht="20" customHeight="1"/>`))),
    refusal: null,
    heavy: true,
  },
  {
    name: "61 MB of a formula that repeats",
    bytes: () => packed(longFormulas(59)),
    refusal: null,
    heavy: true,
  },
  {
    name: "2,000 long formulas that differ",
    bytes: () =>
      packed(
        sheetXml(
          rowsOf(2000, (row) => `<c r="A${row}"><f>${`B${row}+`.repeat(1600)}1</f><v>1</v></c>`),
        ),
      ),
    refusal: null,
    heavy: true,
  },
  {
    name: "a shared formula of 8,000 characters in 100,000 cells",
    bytes: () =>
      packed(
        sheetXml(
          `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A100000">${"B1+".repeat(2700)}1</f></c></row>${many(99_999, (n) => `<row r="${n + 2}"><c r="A${n + 2}"><f t="shared" si="0"/></c></row>`)}`,
        ),
      ),
    refusal: large,
    heavy: true,
  },
  {
    name: "60 MB of long formulas that differ",
    bytes: () =>
      packed(
        sheetXml(
          rowsOf(7400, (row) => `<c r="A${row}"><f>${`B${row}+`.repeat(1300)}1</f><v>1</v></c>`),
        ),
      ),
    refusal: large,
    heavy: true,
  },
  {
    name: "a shared formula of 1,800 characters in 9,000 cells",
    bytes: () =>
      packed(
        sheetXml(
          `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9000">${"B1+".repeat(600)}1</f></c></row>${many(9000, (n) => `<row r="${n + 2}"><c r="A${n + 2}"><f t="shared" si="0"/></c></row>`)}`,
        ),
      ),
    refusal: null,
    heavy: true,
  },
  {
    name: "a chain of 100,000 formulas",
    bytes: () =>
      packed(sheetXml(rowsOf(100_000, (row) => `<c r="A${row}"><f>A${row + 1}+1</f></c>`))),
    refusal: null,
    heavy: true,
  },
  {
    name: "a formula of 2,000 brackets",
    bytes: () =>
      packed(
        sheetXml(
          `<row r="1"><c r="A1"><f>${"(".repeat(2000)}1${")".repeat(2000)}</f><v>1</v></c></row>`,
        ),
      ),
    refusal: null,
  },
  {
    name: "a formula of 1,000,000 brackets",
    bytes: () =>
      packed(
        sheetXml(
          `<row r="1"><c r="A1"><f>${"(".repeat(1_000_000)}1${")".repeat(1_000_000)}</f><v>1</v></c></row>`,
        ),
      ),
    refusal: null,
  },
  // Texts and looks.
  {
    name: "199,000 texts",
    bytes: () => withTexts(many(199_000, (n) => `<si><t>Nhiệm vụ ${n}</t></si>`)),
    refusal: null,
    heavy: true,
  },
  {
    name: "a text of 3 MB in 30,000 cells",
    bytes: () =>
      withTexts(
        `<si><t>${"ô".repeat(1_500_000)}</t></si>`,
        sheetXml(rowsOf(30_000, (row) => `<c r="A${row}" t="s"><v>0</v></c>`)),
      ),
    refusal: null,
  },
  {
    name: "95,000 runs in a text",
    bytes: () =>
      withTexts(
        `<si>${"<r><rPr><b/></rPr><t>a</t></r>".repeat(95_000)}</si>`,
        sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
      ),
    refusal: null,
  },
  {
    name: "35,000 styles",
    bytes: () =>
      withStyles(
        `<fonts>${many(35_000, (n) => `<font><sz val="${n / 100}"/></font>`)}</fonts><cellXfs>${many(35_000, (n) => `<xf fontId="${n}"/>`)}</cellXfs>`,
      ),
    refusal: null,
  },
  {
    name: "260,000 styles",
    bytes: () => withStyles(`<cellXfs>${"<xf/>".repeat(260_000)}</cellXfs>`),
    refusal: large,
  },
  {
    name: "columns 1 to 16,384 in 1,000 lines",
    bytes: () =>
      packed(
        `<worksheet xmlns="${main}"><cols>${many(1000, () => '<col min="1" max="16384" width="9"/>')}</cols><sheetData/></worksheet>`,
      ),
    refusal: null,
  },
  {
    name: "columns up to 2,000,000,000",
    bytes: () =>
      packed(
        `<worksheet xmlns="${main}"><cols><col min="1" max="2000000000" width="9"/></cols><sheetData/></worksheet>`,
      ),
    refusal: null,
  },
  // Areas.
  {
    name: "a merged area as large as the sheet",
    bytes: () => after('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    refusal: null,
  },
  {
    name: "merged areas outside of any sheet",
    bytes: () => after('<mergeCells><mergeCell ref="ZZZZ1:A99999999"/></mergeCells>'),
    refusal: null,
  },
  {
    name: "10,000 merged areas of 400 rows, one over the other",
    bytes: () =>
      after(
        `<mergeCells>${many(10_000, (n) => `<mergeCell ref="A${n + 1}:B${n + 400}"/>`)}</mergeCells>`,
      ),
    refusal: null,
  },
  {
    name: "70,000 merged areas",
    bytes: () =>
      after(
        `<mergeCells>${many(70_000, (n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`)}</mergeCells>`,
      ),
    refusal: null,
  },
  {
    name: "20,000 tall merged areas over 2,000 filled rows",
    bytes: () =>
      packed(
        sheetXml(
          rowsOf(2000, (row) => `<c r="A${row}" t="str"><v>a</v></c>`),
          `<mergeCells>${many(20_000, (n) => `<mergeCell ref="${letters[n % 26] ?? "A"}1:${letters[n % 26] ?? "A"}${n + 1000}"/>`)}</mergeCells>`,
        ),
      ),
    refusal: null,
  },
  {
    name: "a validation over the sheet",
    bytes: () =>
      after(
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
    refusal: null,
  },
  {
    name: "30,000 validations over the sheet",
    bytes: () =>
      after(
        `<dataValidations>${many(30_000, () => '<dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation>')}</dataValidations>`,
      ),
    refusal: null,
  },
  {
    name: "a validation of 100,000 areas",
    bytes: () =>
      after(
        `<dataValidations><dataValidation type="whole" sqref="${many(100_000, (n) => `A${n + 1} `)}"><formula1>1</formula1></dataValidation></dataValidations>`,
      ),
    refusal: null,
  },
  {
    name: "a validation of 210,000 areas",
    bytes: () =>
      after(
        `<dataValidations><dataValidation type="whole" sqref="${many(210_000, (n) => `A${n + 1} `)}"><formula1>1</formula1></dataValidation></dataValidations>`,
      ),
    refusal: large,
  },
  {
    name: "1,000,000 validations",
    bytes: () =>
      after(
        `<dataValidations>${many(1_000_000, (n) => `<dataValidation sqref="A${n}"/>`)}</dataValidations>`,
      ),
    refusal: large,
    heavy: true,
  },
  {
    name: "24,000 conditional formats over the sheet",
    bytes: () =>
      after(
        many(
          24_000,
          (n) =>
            `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${n}"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>`,
        ),
      ),
    refusal: null,
  },
  {
    name: "links over the sheet",
    bytes: () =>
      after(
        `<hyperlinks>${many(2000, () => '<hyperlink ref="A1:XFD1048576" location="A1"/>')}</hyperlinks>`,
      ),
    refusal: null,
  },
  {
    name: "50,000 links",
    bytes: () =>
      after(
        `<hyperlinks>${many(50_000, (n) => `<hyperlink ref="A${n + 1}" location="A1"/>`)}</hyperlinks>`,
      ),
    refusal: null,
  },
  {
    name: "a table as large as the sheet",
    bytes: () =>
      withTable(
        `<table xmlns="${main}" id="1" name="T" displayName="T" ref="A1:XFD1048576"><tableColumns count="16384">${many(16_384, (n) => `<tableColumn id="${n + 1}" name="c${n}"/>`)}</tableColumns></table>`,
      ),
    refusal: null,
  },
  {
    name: "array formulas over the sheet",
    bytes: () =>
      packed(
        sheetXml(
          '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">B1:B9</f><v>1</v></c></row>',
        ),
      ),
    refusal: null,
  },
  {
    name: "a filter over the sheet",
    bytes: () => after('<autoFilter ref="A1:XFD1048576"/>'),
    refusal: null,
  },
  // The workbook.
  {
    name: "50,000 names",
    bytes: () =>
      inWorkbook(
        `<definedNames>${many(50_000, (n) => `<definedName name="n${n}">Trang!$A$1</definedName>`)}</definedNames>`,
      ),
    refusal: null,
  },
  {
    name: "2,000 sheets",
    bytes: () =>
      packed(one, {
        "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${many(2000, (n) => `<sheet name="T${n}" sheetId="${n + 1}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
    refusal: null,
    heavy: true,
  },
  ...["__proto__", "constructor", "toString"].map((name) => ({
    name: `${name} as the name of a sheet, a name, a table, a column and a style`,
    bytes: () =>
      zipSync({
        ...partsOf(
          sheetXml(
            '<row r="1"><c r="A1" s="0" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
            '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
          ),
          {
            "xl/workbook.xml": workbookXml(name, named(name)),
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
              relation("rId1", "table", "../tables/table1.xml"),
            ),
            "xl/tables/table1.xml": `<table xmlns="${main}" id="1" name="${name}" displayName="${name}" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="${name}"/></tableColumns></table>`,
            "xl/styles.xml": `<styleSheet xmlns="${main}"><cellStyles><cellStyle name="${name}" xfId="0"/></cellStyles><numFmts><numFmt numFmtId="164" formatCode="${name}"/></numFmts><cellXfs><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
          },
        ),
      }),
    refusal: null,
  })),
];
