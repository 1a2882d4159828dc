import { ActionError, invalidArgument } from "../errors";
import { guardSheet } from "../acts/guard";
import type { HeaderFooter, PageSetup } from "../file/library";
import type { Host } from "../host";
import {
  absoluteAddress,
  maximumColumns,
  parseLocal,
  splitSheet,
  type Area,
} from "../model/address";
import type { Sheet } from "../model/sheet";
import { flagValue, implement, isRemote, numberValue, oneOf, own, textValue } from "../remote";
import type { Parameters } from "../remote";
import { rangeOf } from "./range";
import {
  footerKind,
  headersKind,
  layoutKind,
  pageBreakKind,
  pageBreaksKind,
  rangeKind,
  type FooterTarget,
} from "./kinds";

const papers = {
  Letter: "letter",
  Legal: "legal",
  A3: "a3",
  A4: "a4",
  A5: "a5",
  B4: "b4",
  B5: "b5",
  Executive: "executive",
  Tabloid: "tabloid",
} as const;

const margins = ["top", "bottom", "left", "right", "header", "footer"] as const;
type Margin = (typeof margins)[number];

const usual: Readonly<Record<Margin, number>> = {
  top: 0.75,
  bottom: 0.75,
  left: 0.7,
  right: 0.7,
  header: 0.3,
  footer: 0.3,
};

const perUnit = { Points: 72, Inches: 1, Centimeters: 2.54 } as const;

function set(sheet: Sheet, host: Host, part: Partial<PageSetup>): void {
  guardSheet(sheet);
  sheet.page = { ...sheet.page, ...part };
  host.restyled();
}

function setMargin(sheet: Sheet, host: Host, margin: Margin, inches: number): void {
  if (inches < 0) throw invalidArgument("A margin is not negative.", `PageLayout.${margin}Margin`);
  set(sheet, host, { margins: { ...usual, ...sheet.page.margins, [margin]: inches } });
}

const marginRead = (margin: Margin) => (sheet: Sheet) =>
  (sheet.page.margins?.[margin] ?? usual[margin]) * 72;
const marginWrite = (margin: Margin) => (sheet: Sheet, value: unknown, host: Host) =>
  setMargin(sheet, host, margin, numberValue(value, `PageLayout.${margin}Margin`) / 72);

function placeOf(sheet: Sheet, parameters: Parameters): Area {
  const given = parameters.raw(0);
  const range = isRemote(given) ? rangeKind.from(given) : null;
  const area = range ? range.area : parseLocal(splitSheet(parameters.text(0)).local);
  if (!area || (range && range.sheet !== sheet))
    throw invalidArgument("This is not a range of the worksheet.", "PageLayout");
  return area;
}

function zoomOf({ page }: Sheet): Record<string, unknown> {
  if (!page.fitToPage) return { scale: page.scale ?? 100 };
  return {
    ...(page.fitToWidth ? { horizontalFitToPages: page.fitToWidth } : {}),
    ...(page.fitToHeight ? { verticalFitToPages: page.fitToHeight } : {}),
  };
}

function setZoom(sheet: Sheet, value: unknown, host: Host): void {
  const given = typeof value === "object" && value ? (value as Record<string, unknown>) : {};
  const wide = own(given, "horizontalFitToPages");
  const high = own(given, "verticalFitToPages");
  const scale = own(given, "scale");
  if (wide == null && high == null) {
    const percent = numberValue(scale, "PageLayout.zoom");
    if (percent < 10 || percent > 400)
      throw invalidArgument("A scale is 10 to 400 %.", "PageLayout.zoom");
    return set(sheet, host, { fitToPage: false, scale: percent });
  }
  const pages = (number: unknown): number =>
    number == null ? 0 : numberValue(number, "PageLayout.zoom");
  guardSheet(sheet);
  const next = {
    ...sheet.page,
    fitToPage: true,
    fitToWidth: pages(wide),
    fitToHeight: pages(high),
  };
  delete next.scale;
  sheet.page = next;
  host.restyled();
}

implement(layoutKind, {
  read: {
    orientation: ({ page }) => (page.orientation === "landscape" ? "Landscape" : "Portrait"),
    paperSize: ({ page }) =>
      Object.entries(papers).find(([, size]) => size === page.paperSize)?.[0] ?? null,
    printGridlines: ({ page }) => page.showGridLines === true,
    centerHorizontally: ({ page }) => page.horizontalCentered === true,
    centerVertically: ({ page }) => page.verticalCentered === true,
    zoom: zoomOf,
    topMargin: marginRead("top"),
    bottomMargin: marginRead("bottom"),
    leftMargin: marginRead("left"),
    rightMargin: marginRead("right"),
    headerMargin: marginRead("header"),
    footerMargin: marginRead("footer"),
  },
  write: {
    orientation: (sheet, value, host) => {
      const choice = oneOf(value, ["Portrait", "Landscape"], "PageLayout.orientation");
      set(sheet, host, { orientation: choice === "Landscape" ? "landscape" : "portrait" });
    },
    paperSize: (sheet, value, host) => {
      const names = Object.keys(papers) as (keyof typeof papers)[];
      set(sheet, host, {
        paperSize: papers[oneOf(value, names, "PageLayout.paperSize", "others")],
      });
    },
    printGridlines: (sheet, value, host) =>
      set(sheet, host, { showGridLines: flagValue(value, "PageLayout.printGridlines") }),
    centerHorizontally: (sheet, value, host) =>
      set(sheet, host, { horizontalCentered: flagValue(value, "PageLayout.centerHorizontally") }),
    centerVertically: (sheet, value, host) =>
      set(sheet, host, { verticalCentered: flagValue(value, "PageLayout.centerVertically") }),
    zoom: setZoom,
    topMargin: marginWrite("top"),
    bottomMargin: marginWrite("bottom"),
    leftMargin: marginWrite("left"),
    rightMargin: marginWrite("right"),
    headerMargin: marginWrite("header"),
    footerMargin: marginWrite("footer"),
  },
  link: {
    headersFooters: (sheet) => headersKind.of(sheet),
    getPrintAreaOrNullObject: (sheet, _, host) => {
      const area = sheet.page.printArea ? parseLocal(sheet.page.printArea) : null;
      return area ? rangeOf(host, sheet, area) : null;
    },
    getPrintTitleRowsOrNullObject: (sheet, _, host) => {
      const area = sheet.page.printTitlesRow ? parseLocal(sheet.page.printTitlesRow) : null;
      return area ? rangeOf(host, sheet, area) : null;
    },
  },
  call: {
    setPrintArea: (sheet, parameters, host) =>
      set(sheet, host, { printArea: absoluteAddress(placeOf(sheet, parameters)) }),
    setPrintTitleRows: (sheet, parameters, host) => {
      const area = placeOf(sheet, parameters);
      const rows = { row: area.row, rows: area.rows, column: 0, columns: maximumColumns };
      set(sheet, host, { printTitlesRow: absoluteAddress(rows) });
    },
    setPrintMargins: (sheet, parameters, host) => {
      const unit = oneOf(
        parameters.raw(0),
        ["Points", "Inches", "Centimeters"],
        "PageLayout.setPrintMargins",
      );
      const given = parameters.raw(1);
      if (typeof given !== "object" || given === null)
        throw invalidArgument("Margins are an object.", "PageLayout.setPrintMargins");
      for (const margin of margins) {
        const value = own(given as Record<string, unknown>, margin);
        if (value !== undefined)
          setMargin(
            sheet,
            host,
            margin,
            numberValue(value, "PageLayout.setPrintMargins") / perUnit[unit],
          );
      }
    },
  },
});

implement(pageBreaksKind, {
  items: (sheet) => sheet.pageBreaks.map((row) => pageBreakKind.of({ sheet, row })),
  item: (sheet, key) => {
    const row = sheet.pageBreaks[Number(key)];
    if (row === undefined)
      throw new ActionError("ItemNotFound", "There is no such page break.", "PageBreakCollection");
    return pageBreakKind.of({ sheet, row });
  },
  link: {
    add: (sheet, parameters, host) => {
      guardSheet(sheet);
      const { row } = placeOf(sheet, parameters);
      if (row === 0)
        throw invalidArgument("No page can end above the first row.", "PageBreakCollection.add");
      sheet.pageBreaks = [...new Set([...sheet.pageBreaks, row])].sort((a, b) => a - b);
      host.restyled();
      return pageBreakKind.of({ sheet, row });
    },
  },
  call: {
    getCount: (sheet) => sheet.pageBreaks.length,
    removePageBreaks: (sheet, _, host) => {
      guardSheet(sheet);
      sheet.pageBreaks = [];
      host.restyled();
    },
  },
});

implement(pageBreakKind, {
  link: {
    getCellAfterBreak: ({ sheet, row }, _, host) =>
      rangeOf(host, sheet, { row, column: 0, rows: 1, columns: 1 }),
  },
});

const parts = { left: "L", center: "C", right: "R" } as const;
type Part = keyof typeof parts;

function split(text: string | undefined): Record<Part, string> {
  const found = { left: "", center: "", right: "" };
  for (const [, letter, content = ""] of (text ?? "").matchAll(/&([LCR])([\s\S]*?)(?=&[LCR]|$)/g)) {
    if (letter === "L") found.left = content;
    else if (letter === "R") found.right = content;
    else found.center = content;
  }
  return found;
}

const slot = (page: FooterTarget["page"], place: "Header" | "Footer"): keyof HeaderFooter =>
  page === "first" ? `first${place}` : page === "even" ? `even${place}` : `odd${place}`;

function put(
  target: FooterTarget,
  host: Host,
  place: "Header" | "Footer",
  part: Part,
  value: unknown,
): void {
  const text = textValue(value, `HeaderFooter.${part}${place}`);
  const { sheet, page } = target;
  guardSheet(sheet);
  const key = slot(page, place);
  const known = sheet.headerFooter[key];
  const pieces = { ...split(typeof known === "string" ? known : ""), [part]: text };
  const whole = (["left", "center", "right"] as const)
    .filter((name) => pieces[name] !== "")
    .map((name) => `&${parts[name]}${pieces[name]}`)
    .join("");
  if (whole.length > 255)
    throw invalidArgument(
      "A header or footer is at most 255 characters.",
      `HeaderFooter.${part}${place}`,
    );
  sheet.headerFooter = { ...sheet.headerFooter, [key]: whole };
  host.restyled();
}

function footerMembers(place: "Header" | "Footer", part: Part) {
  return {
    read: ({ sheet, page }: FooterTarget): string => {
      const text = sheet.headerFooter[slot(page, place)];
      return split(typeof text === "string" ? text : "")[part];
    },
    write: (target: FooterTarget, value: unknown, host: Host): void =>
      put(target, host, place, part, value),
  };
}

const members = {
  leftHeader: footerMembers("Header", "left"),
  centerHeader: footerMembers("Header", "center"),
  rightHeader: footerMembers("Header", "right"),
  leftFooter: footerMembers("Footer", "left"),
  centerFooter: footerMembers("Footer", "center"),
  rightFooter: footerMembers("Footer", "right"),
};

implement(footerKind, {
  read: Object.fromEntries(Object.entries(members).map(([name, { read }]) => [name, read])),
  write: Object.fromEntries(Object.entries(members).map(([name, { write }]) => [name, write])),
});

implement(headersKind, {
  read: {
    state: ({ headerFooter: { differentFirst, differentOddEven } }) =>
      differentFirst
        ? differentOddEven
          ? "FirstOddAndEven"
          : "FirstAndDefault"
        : differentOddEven
          ? "OddAndEven"
          : "Default",
  },
  write: {
    state: (sheet, value, host) => {
      const states = ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"] as const;
      const state = oneOf(value, states, "HeaderFooterGroup.state");
      guardSheet(sheet);
      sheet.headerFooter = {
        ...sheet.headerFooter,
        differentFirst: state.startsWith("First"),
        differentOddEven: state.includes("Odd"),
      };
      host.restyled();
    },
  },
  link: {
    defaultForAllPages: (sheet) => footerKind.of({ sheet, page: "default" }),
    firstPage: (sheet) => footerKind.of({ sheet, page: "first" }),
    evenPages: (sheet) => footerKind.of({ sheet, page: "even" }),
    oddPages: (sheet) => footerKind.of({ sheet, page: "odd" }),
  },
});
