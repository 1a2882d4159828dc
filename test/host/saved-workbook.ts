import { strFromU8, unzipSync } from "fflate";

/**
 * What Excel would repair in a saved workbook, or refuse to open: the order of elements in ECMA-376 part 1 (sml.xsd),
 * the rules of its chapter 18 and of OPC (part 2), and the limits in "Excel specifications and limits".
 */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
  const faults: string[] = [];
  const trees = new Map<string, Element>();
  for (const [path, part] of parts) {
    if (!/\.(?:xml|rels|vml)$/i.test(path)) continue;
    const tree = parse(strFromU8(part), (fault) => faults.push(`${path}: ${fault}`));
    if (tree) trees.set(path, tree);
  }
  const file: File = { parts, trees, note: (fault) => faults.push(fault) };
  checkTypes(file);
  checkRelations(file);
  for (const [path, tree] of trees) checkOrder(file, path, tree);
  checkWorkbook(file);
  return faults;
}

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

interface File {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly trees: ReadonlyMap<string, Element>;
  readonly note: (fault: string) => void;
}

/** XML has no controls but tab and line breaks (those from 7F to 9F it allows). */
const illegal = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|&#(?:0|x0+);/u;

const plain = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => marks[name] ?? "");
const marks: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

function parse(xml: string, fault: (text: string) => void): Element | null {
  if (illegal.test(xml)) fault("a character that XML does not have");
  const root: Element = { name: "", attributes: new Map(), children: [], text: "" };
  const stack = [root];
  const token =
    /<\?[^>]*\?>|<!--[^]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let found = token.exec(xml); found; found = token.exec(xml)) {
    end = token.lastIndex;
    const [, closes, name, attributes = "", closed, text] = found;
    const top = stack[stack.length - 1] ?? root;
    if (text !== undefined) top.text += plain(text);
    if (name === undefined) continue;
    if (closes) {
      if (stack.pop()?.name !== name) fault(`</${name}> closes another element`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)];
    const made: Element = {
      name,
      attributes: new Map(pairs.map(([, key = "", value = ""]) => [key, plain(value)])),
      children: [],
      text: "",
    };
    if (made.attributes.size < pairs.length) fault(`<${name}> has an attribute twice`);
    top.children.push(made);
    if (!closed) stack.push(made);
  }
  if (end < xml.length || stack.length !== 1 || root.children.length !== 1)
    fault("is not well-formed");
  return root.children[0] ?? null;
}

const get = (element: Element | undefined, name: string): string =>
  element?.attributes.get(name) ?? "";
const local = (element: Element): string => element.name.replace(/^.*:/, "");
const kids = (element: Element | undefined, name: string): Element[] =>
  (element?.children ?? []).filter((child) => local(child) === name);
const kid = (element: Element | undefined, name: string): Element | undefined =>
  kids(element, name)[0];

function checkTypes({ parts, trees, note }: File): void {
  const types = trees.get("[Content_Types].xml");
  const defaults = kids(types, "Default").map((one) => get(one, "Extension").toLowerCase());
  const overrides = kids(types, "Override").map((one) => get(one, "PartName").slice(1));
  if (new Set(overrides).size < overrides.length || new Set(defaults).size < defaults.length)
    note("[Content_Types].xml: names a part twice");
  for (const path of overrides)
    if (!parts.has(path)) note(`[Content_Types].xml: ${path} is missing`);
  for (const path of parts.keys()) {
    const extension = path.split(".").pop()?.toLowerCase() ?? "";
    const isKnown = overrides.includes(path) || defaults.includes(extension);
    if (path !== "[Content_Types].xml" && !isKnown) note(`${path}: has no content type`);
    const needs =
      extension === "xml" && /^(?:xl|docProps)\//.test(path) && !overrides.includes(path);
    if (needs) note(`${path}: has only the type of any XML`);
  }
}

/** The part that a relation leads to, from the part that has it. */
function targetOf(owner: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = owner.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  return steps.join("/");
}

const relationsOf = (path: string): string => path.replace(/([^/]*)$/, "_rels/$1.rels");

function related({ trees }: File, owner: string): Map<string, { type: string; path: string }> {
  const all = kids(trees.get(relationsOf(owner)), "Relationship");
  return new Map(
    all.map((one) => [
      get(one, "Id"),
      {
        type: get(one, "Type").replace(/^.*\//, ""),
        path: get(one, "TargetMode") === "External" ? "" : targetOf(owner, get(one, "Target")),
      },
    ]),
  );
}

function checkRelations(file: File): void {
  const { parts, trees, note } = file;
  for (const [path, tree] of trees) {
    if (path.endsWith(".rels")) {
      const owner = path.replace("_rels/", "").replace(/\.rels$/, "");
      if (owner !== "" && !parts.has(owner)) note(`${path}: belongs to no part`);
      const ids = kids(tree, "Relationship").map((one) => get(one, "Id"));
      if (new Set(ids).size < ids.length) note(`${path}: an Id twice`);
      for (const [id, { path: target }] of related(file, owner))
        if (target !== "" && !parts.has(target.replace(/#.*/, "")))
          note(`${path}: ${id} leads to ${target}, which is missing`);
      continue;
    }
    const known = related(file, path);
    visit(tree, (element) => {
      for (const [name, value] of element.attributes)
        if (/^r:(?:id|embed|link|pict)$/.test(name) && value !== "" && !known.has(value))
          note(`${path}: <${element.name}> names ${value}, which leads nowhere`);
    });
  }
}

function visit(element: Element, act: (element: Element) => void): void {
  act(element);
  for (const child of element.children) visit(child, act);
}

const orders: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  styleSheet:
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  table: "autoFilter sortState tableColumns tableStyleInfo extLst",
  tableColumn: "calculatedColumnFormula totalsRowFormula xmlColumnPr extLst",
  sheetView: "pane selection pivotSelection extLst",
  dxf: "font numFmt fill alignment border protection extLst",
  border: "start end left right top bottom diagonal vertical horizontal",
  xf: "alignment protection extLst",
  cfRule: "formula colorScale dataBar iconSet extLst",
  dataValidation: "formula1 formula2",
  sheetPr: "tabColor outlinePr pageSetUpPr",
  headerFooter: "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
  c: "f v is extLst",
  comment: "text commentPr",
};

function checkOrder({ note }: File, path: string, tree: Element): void {
  if (!path.startsWith("xl/") || /charts|drawings|theme/.test(path)) return;
  visit(tree, (element) => {
    const order = orders[element.name]?.split(" ");
    if (!order) return;
    const places = element.children.map((child) => order.indexOf(local(child)));
    const wrong = places.findIndex((place, n) => place < (places[n - 1] ?? 0));
    if (wrong >= 0)
      note(`${path}: <${element.children[wrong]?.name}> stands wrongly in <${element.name}>`);
  });
}

function checkWorkbook(file: File): void {
  const { trees, note } = file;
  const root = [...related(file, "").values()].find(({ type }) => type === "officeDocument");
  const path = root?.path ?? "";
  const workbook = trees.get(path);
  if (!workbook) return note("the workbook is missing");
  const relations = related(file, path);
  const partOf = (type: string): Element | undefined =>
    trees.get([...relations.values()].find((one) => one.type === type)?.path ?? "");
  const sheets = kids(kid(workbook, "sheets"), "sheet");
  const names = sheets.map((sheet) => get(sheet, "name"));
  for (const name of names)
    if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
      note(`the sheet name “${name}”`);
  unique(
    file,
    "sheet name",
    names.map((name) => name.toLowerCase()),
  );
  unique(
    file,
    "sheetId",
    sheets.map((sheet) => get(sheet, "sheetId")),
  );
  if (sheets.every((sheet) => get(sheet, "state").endsWith("idden"))) note("every sheet is hidden");
  const active = Number(get(kid(kid(workbook, "bookViews"), "workbookView"), "activeTab"));
  if (get(sheets[active], "state").endsWith("idden") || !sheets[active])
    note("the active sheet is hidden");
  const defined = kids(kid(workbook, "definedNames"), "definedName");
  unique(
    file,
    "defined name",
    defined.map((one) => `${get(one, "name").toLowerCase()}@${get(one, "localSheetId")}`),
  );
  for (const one of defined) {
    if (Number(get(one, "localSheetId")) >= sheets.length) note(`${get(one, "name")}: of no sheet`);
    if (one.text === "" || !/^(?:_xlnm\.)?[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(get(one, "name")))
      note(`the name ${get(one, "name")}`);
    checkFormula(file, get(one, "name"), one.text);
  }
  const styles = checkStyles(file, partOf("styles"));
  const texts = kids(partOf("sharedStrings"), "si").map(textOf);
  checkTexts(file, partOf("sharedStrings"), texts);
  if (partOf("calcChain")) note("the calculation chain is older than the formulas");
  const tables: string[] = [];
  const tableIds: string[] = [];
  for (const sheet of sheets) {
    const sheetPath = relations.get(get(sheet, "r:id"))?.path ?? "";
    const tree = trees.get(sheetPath);
    if (!tree) continue;
    const values = checkSheet(file, sheetPath, tree, styles, texts);
    for (const { type, path: tablePath } of related(file, sheetPath).values()) {
      const table = type === "table" ? trees.get(tablePath) : undefined;
      if (!table) continue;
      tables.push(get(table, "displayName").toLowerCase());
      tableIds.push(get(table, "id"));
      checkTable(file, tablePath, table, values);
    }
  }
  unique(file, "table or name", [
    ...tables,
    ...defined
      .filter((one) => get(one, "localSheetId") === "")
      .map((one) => get(one, "name").toLowerCase()),
  ]);
  unique(file, "table id", tableIds);
}

function unique({ note }: File, what: string, all: readonly string[]): void {
  const seen = new Set<string>();
  for (const one of all) {
    if (seen.has(one)) note(`${what} “${one}” twice`);
    seen.add(one);
  }
}

const textOf = (item: Element): string => {
  let text = "";
  visit(item, (element) => {
    if (local(element) === "t") text += element.text;
  });
  return text;
};

function checkTexts({ note }: File, tree: Element | undefined, texts: readonly string[]): void {
  const count = get(tree, "uniqueCount");
  if (count !== "" && Number(count) !== texts.length)
    note(`sharedStrings: uniqueCount ${count} of ${texts.length}`);
  for (const text of texts) if (text.length > 32_767) note(`a text of ${text.length} characters`);
}

interface Styles {
  readonly cells: number;
  readonly differences: number;
}

function checkStyles({ note }: File, tree: Element | undefined): Styles {
  const list = (name: string, item: string): Element[] => kids(kid(tree, name), item);
  const formats = new Set(list("numFmts", "numFmt").map((one) => Number(get(one, "numFmtId"))));
  const most = {
    fontId: list("fonts", "font").length,
    fillId: list("fills", "fill").length,
    borderId: list("borders", "border").length,
    xfId: list("cellStyleXfs", "xf").length,
  };
  for (const xf of list("cellXfs", "xf")) {
    for (const [name, count] of Object.entries(most))
      if (get(xf, name) !== "" && Number(get(xf, name)) >= count)
        note(`styles: ${name} ${get(xf, name)} of ${count}`);
    const format = Number(get(xf, "numFmtId"));
    if (format >= 164 && !formats.has(format)) note(`styles: no format ${format}`);
  }
  for (const one of list("numFmts", "numFmt"))
    if (get(one, "formatCode").length > 255) note("styles: a long format");
  for (const child of tree?.children ?? []) {
    const count = get(child, "count");
    if (count !== "" && Number(count) !== child.children.length)
      note(`styles: ${child.name} counts ${count}`);
  }
  return { cells: list("cellXfs", "xf").length, differences: list("dxfs", "dxf").length };
}

const later =
  /(?<![\p{L}\p{N}_.])(?:AGGREGATE|CONCAT|DAYS|FILTER|IFNA|IFS|ISFORMULA|LET|MAXIFS|MINIFS|NUMBERVALUE|SEQUENCE|SORT|SORTBY|SWITCH|TEXTJOIN|UNIQUE|XLOOKUP|XMATCH|XOR)\(/u;

function checkFormula({ note }: File, where: string, formula: string): void {
  if (formula.length > 8192) note(`${where}: a formula of ${formula.length} characters`);
  if (formula.startsWith("=") || (formula.startsWith("#") && !/^#[A-Z]/.test(formula)))
    note(`${where}: “${formula}”`);
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
  if (later.test(bare)) note(`${where}: a newer function without its prefix in “${formula}”`);
}

interface Place {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function placeOf(reference: string): Place | null {
  const found = /^([A-Z]{1,3})?(\d{1,7})?(?::([A-Z]{1,3})?(\d{1,7})?)?$/.exec(
    reference.replaceAll("$", ""),
  );
  if (!found || reference === "") return null;
  const [
    ,
    left = "A",
    top = "1",
    right = reference.includes(":") ? "XFD" : left,
    bottom = reference.includes(":") ? "1048576" : top,
  ] = found;
  const column = (name: string): number =>
    [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const place = {
    top: Number(top),
    left: column(left),
    bottom: Number(bottom),
    right: column(right),
  };
  const isRight = place.top >= 1 && place.top <= place.bottom && place.left <= place.right;
  return isRight && place.bottom <= 1_048_576 && place.right <= 16_384 ? place : null;
}

const meet = (a: Place, b: Place): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

function checkSheet(
  file: File,
  path: string,
  tree: Element,
  styles: Styles,
  texts: readonly string[],
): Map<string, string> {
  const note = (fault: string): void => file.note(`${path}: ${fault}`);
  const values = new Map<string, string>();
  let lastRow = 0;
  for (const row of kids(kid(tree, "sheetData"), "row")) {
    if (Number(get(row, "r")) <= lastRow) note(`row ${get(row, "r")} after ${lastRow}`);
    lastRow = Number(get(row, "r"));
    if (Number(get(row, "ht")) > 409.5) note(`row ${lastRow} is too high`);
    let lastColumn = 0;
    for (const cell of kids(row, "c")) {
      const at = get(cell, "r");
      const place = placeOf(at);
      if (place?.top !== lastRow || place.left <= lastColumn)
        note(`${at} stands wrongly in row ${lastRow}`);
      lastColumn = place?.left ?? lastColumn;
      if (get(cell, "s") !== "" && Number(get(cell, "s")) >= styles.cells)
        note(`${at}: style ${get(cell, "s")}`);
      const value = kid(cell, "v")?.text ?? "";
      const type = get(cell, "t");
      if (type === "s" && texts[Number(value)] === undefined) note(`${at}: text ${value}`);
      if (type === "b" && !/^[01]$/.test(value))
        note(`${at}: “${value}” is neither true nor false`);
      if ((type === "" || type === "n") && value !== "" && !Number.isFinite(Number(value)))
        note(`${at}: the number ${value}`);
      if (
        type === "e" &&
        !/^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/.test(value)
      )
        note(`${at}: the error ${value}`);
      const inline = kid(cell, "is");
      const text = type === "s" ? (texts[Number(value)] ?? "") : inline ? textOf(inline) : value;
      if (text.length > 32_767) note(`${at}: ${text.length} characters`);
      values.set(at, text);
      const formula = kid(cell, "f");
      if (formula) checkFormula(file, `${path} ${at}`, formula.text);
    }
  }
  for (const column of kids(kid(tree, "cols"), "col")) {
    if (Number(get(column, "width")) > 255) note("a column is too wide");
    if (
      Number(get(column, "max")) > 16_384 ||
      Number(get(column, "min")) > Number(get(column, "max"))
    )
      note("columns outside");
  }
  const merges = kids(kid(tree, "mergeCells"), "mergeCell").map((one) => get(one, "ref"));
  const merged = merges.map(placeOf);
  merged.forEach((one, n) => {
    if (!one || (one.top === one.bottom && one.left === one.right))
      note(`merged area ${merges[n]}`);
    else if (merged.slice(0, n).some((other) => other && meet(one, other)))
      note(`merged area ${merges[n]} over another`);
  });
  for (const format of kids(tree, "conditionalFormatting")) {
    if (!isPlaces(get(format, "sqref"))) note(`conditional format on “${get(format, "sqref")}”`);
    for (const rule of kids(format, "cfRule")) {
      if (get(rule, "dxfId") !== "" && Number(get(rule, "dxfId")) >= styles.differences)
        note(`dxfId ${get(rule, "dxfId")}`);
      if (!(Number(get(rule, "priority")) >= 1)) note("a conditional format without priority");
      for (const formula of kids(rule, "formula")) checkFormula(file, path, formula.text);
    }
  }
  for (const rule of kids(kid(tree, "dataValidations"), "dataValidation")) {
    const where = `validation on ${get(rule, "sqref")}`;
    if (!isPlaces(get(rule, "sqref"))) note(where);
    for (const [name, most] of Object.entries({
      promptTitle: 32,
      errorTitle: 32,
      prompt: 255,
      error: 225,
    }))
      if (get(rule, name).length > most)
        note(`${where}: ${name} has ${get(rule, name).length} characters`);
    for (const formula of [...kids(rule, "formula1"), ...kids(rule, "formula2")]) {
      checkFormula(file, `${path} ${where}`, formula.text);
      if (/^"/.test(formula.text) && formula.text.length > 257)
        note(`${where}: a list of ${formula.text.length} characters`);
    }
  }
  for (const list of ["mergeCells", "dataValidations", "tableParts", "hyperlinks"]) {
    const found = kid(tree, list);
    if (found?.children.length === 0) note(`<${list}> is empty`);
    if (get(found, "count") !== "" && Number(get(found, "count")) !== found?.children.length)
      note(`<${list}> counts wrongly`);
  }
  for (const text of kid(tree, "headerFooter")?.children ?? [])
    if (text.text.length > 255) note("a long header or footer");
  for (const link of kids(kid(tree, "hyperlinks"), "hyperlink"))
    if (!placeOf(get(link, "ref")) || (get(link, "r:id") === "" && get(link, "location") === ""))
      note(`link at ${get(link, "ref")}`);
  return values;
}

const isPlaces = (list: string): boolean =>
  list !== "" && list.split(" ").every((one) => placeOf(one) !== null);

function checkTable(
  file: File,
  path: string,
  table: Element,
  values: ReadonlyMap<string, string>,
): void {
  const note = (fault: string): void => file.note(`${path}: ${fault}`);
  const reference = get(table, "ref");
  const place = placeOf(reference);
  const columns = kids(kid(table, "tableColumns"), "tableColumn");
  if (!place || place.right - place.left + 1 !== columns.length)
    return note(`${reference} has ${columns.length} columns`);
  if (Number(get(kid(table, "tableColumns"), "count")) !== columns.length)
    note("counts its columns wrongly");
  if (place.bottom === place.top) note("has no row");
  unique(
    file,
    `${path}: column`,
    columns.map((column) => get(column, "name").toLowerCase()),
  );
  unique(
    file,
    `${path}: column id`,
    columns.map((column) => get(column, "id")),
  );
  const letters = reference.replace(/\d.*/, "");
  if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(get(table, "displayName")))
    note(`the name ${get(table, "displayName")}`);
  columns.forEach((column, n) => {
    // A line break in a header is written as _x000a_ in the attribute.
    const name = get(column, "name").replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    const at = `${nextColumn(letters, n)}${place.top}`;
    if (get(table, "headerRowCount") !== "0" && values.get(at) !== name)
      note(`${at} is “${values.get(at) ?? ""}”, the column “${name}”`);
    const formula = kid(column, "calculatedColumnFormula")?.text;
    if (formula !== undefined) checkFormula(file, `${path} ${name}`, formula);
  });
  const filter = kid(table, "autoFilter");
  const filtered = filter && placeOf(get(filter, "ref"));
  if (filter && (!filtered || !meet(filtered, place))) note("filters elsewhere");
}

function nextColumn(letters: string, by: number): string {
  let number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) + by;
  let text = "";
  for (; number > 0; number = Math.floor((number - 1) / 26))
    text = String.fromCharCode(65 + ((number - 1) % 26)) + text;
  return text;
}
