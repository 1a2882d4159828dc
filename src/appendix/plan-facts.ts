import { isoDate } from "../deadline";
import { searchKey } from "../text";
import type { HeaderBlock } from "./header";
import type { PlanFacts } from "./types";
import type { SheetView } from "./view";

export const NO_PLAN: PlanFacts = {
  number: "",
  date: "",
  title: "",
  year: null,
  superiorAgency: "",
  agency: "",
};

const ATTACHED = /^\(?\s*(ban hanh )?(kem theo|dinh kem|gui kem|phu luc kem)/;
const APPENDIX = /^phu luc\b\s*(so\s*)?([ivx]+|\d+)?\.?$/;
const KIND_ALONE = /^(ke hoach|chuong trinh|de an|phuong an|quyet dinh|thong bao|lich|danh muc)$/;
const MOTTO = /cong hoa xa hoi|doc lap\s*[-–]/;
const AGENCY =
  /^(uy ban|ubnd|ban quan ly|bql|so\b|bo\b|van phong|hdnd|tinh uy|thanh uy|huyen uy|cuc\b|chi cuc|tong cuc|truong|vien|trung tam|cong an|phong\b|hoi\b|thanh pho|tinh\b|bao hiem|ngan hang|kho bac)/;

/** The plan's facts from the lines above the table, then the sheet's and the file's name; what is missing stays blank. */
export function readPlanFacts(
  view: SheetView,
  header: HeaderBlock,
  fileName: string | undefined,
): PlanFacts {
  const lines: { text: string; key: string; column: number }[] = [];
  for (let row = Math.max(0, header.top - 25); row < header.top; row++) {
    for (let column = 0; column < view.columns; column++) {
      const whole = view.text(row, column);
      if (whole === "") continue;
      for (const part of whole.split("\n")) {
        const text = part.replace(/\s+/g, " ").trim();
        if (text !== "") lines.push({ text, key: searchKey(text), column });
      }
    }
  }
  const attached = lines.find((line) => ATTACHED.test(line.key))?.text ?? "";
  // A plan whose table stands on its own first pages has its number and date in the letterhead.
  const ownNumber =
    attached === "" ? (lines.find((line) => /^so\s*:/.test(line.key))?.text ?? "") : "";
  const ownDate = lines.find((line) => /,\s*ngay .*thang .*nam/.test(line.key))?.text ?? "";
  const title = titleOf(lines);
  const letterhead = lines.filter(
    (line) =>
      AGENCY.test(line.key) &&
      line.text.length <= 90 &&
      !MOTTO.test(line.key) &&
      isUpper(line.text),
  );
  const named = agencyOf(attached);
  const head = letterhead[letterhead.length - 1]?.text ?? "";
  return {
    number: numberOf(attached) || numberOf(ownNumber),
    date: dateOf(attached) || (ownNumber === "" ? "" : dateOf(ownDate)),
    title,
    year: yearOf([
      attached,
      title,
      view.grid.sheet,
      fileName ?? "",
      ...lines.map((line) => line.text),
    ]),
    superiorAgency: letterhead.length > 1 ? (letterhead[0]?.text ?? "") : "",
    agency: named !== "" ? named : head,
  };
}

function titleOf(lines: readonly { text: string; key: string }[]): string {
  const start = lines.findIndex((line) => APPENDIX.test(line.key));
  const end = lines.findIndex((line) => ATTACHED.test(line.key));
  const candidates = lines
    .slice(start + 1, end > start ? end : undefined)
    .filter((line) => !MOTTO.test(line.key) && !AGENCY.test(line.key) && !APPENDIX.test(line.key))
    .filter(
      (line) => !/^(so\s*:|so \d|don vi tinh|(bieu|mau)( so)?[ :.]*[\d/]|.*, ngay)/.test(line.key),
    );
  // The text of the plan begins: "I. MỤC ĐÍCH, YÊU CẦU".
  const text = candidates.findIndex((line) => /^([ivx]+|\d+)[.)] /.test(line.key));
  if (text > 0) candidates.length = text;
  const upper = candidates.filter((line) => isUpper(line.text));
  const kind = candidates.findIndex((line) => KIND_ALONE.test(line.key));
  const named = candidates[kind + 1];
  if (kind >= 0 && upper.length === 1 && named) return `${upper[0]?.text ?? ""} ${named.text}`;
  return (upper.length > 0 ? upper : candidates.filter((line) => line.text.length > 12))
    .map((line) => line.text)
    .join(" ");
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
}

/** "193/KH-UBND"; "" when the number is left blank. */
function numberOf(text: string): string {
  // Bodies of the Party write the number before the kind: "18-CTr/HU".
  const party = /số\s*:?\s*(\d{1,5})\s*[-–]\s*(\p{L}{1,6})\s*\/\s*(\p{Lu}[\p{L}\d]*)/u.exec(text);
  if (party) return `${party[1] ?? ""}-${party[2] ?? ""}/${party[3] ?? ""}`;
  const match = /số\s*:?\s*(\d{1,5})\s*\/\s*([\p{Lu}\d]+(?:\s*[-–&]\s*[\p{Lu}\d]+)*)/iu.exec(text);
  return match ? `${match[1] ?? ""}/${(match[2] ?? "").replace(/\s*([-–&])\s*/gu, "$1")}` : "";
}

function dateOf(text: string): string {
  const words = /ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})/iu.exec(text);
  const figures = /ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/iu.exec(text);
  const match = words ?? figures;
  return match ? (isoDate(Number(match[3]), Number(match[2]), Number(match[1])) ?? "") : "";
}

function agencyOf(attached: string): string {
  const match = /(?:\d{4}|năm\s*\d{0,4}|\/KH-\S+)\s+của\s+([^)]{3,120}?)\s*\)?\s*$/iu.exec(
    attached,
  );
  // The head signs for the body: "Giám đốc Sở Nội vụ".
  return (match?.[1]?.trim() ?? "").replace(
    /^(?:giám đốc|bộ trưởng|chủ tịch|chủ nhiệm|cục trưởng|thủ trưởng|trưởng(?= ban)|chánh(?= thanh tra)|tổng giám đốc|viện trưởng)\s+(?=\p{Lu})/iu,
    "",
  );
}

/** The year that the plan is for: "năm 2024" in the title counts before the date of the document. */
function yearOf(texts: readonly string[]): number | null {
  const [attached = "", title = "", sheet = "", file = "", ...lines] = texts;
  for (const text of [title, attached, sheet, file, ...lines]) {
    const named = /năm\s*(20\d\d)/iu.exec(text) ?? /(?:^|\D)(20\d\d)(?!\d)/.exec(text);
    if (named) return Number(named[1]);
  }
  return null;
}
