import { showDate, type IsoDate } from "../deadline";
import type { Tracking } from "../task";
import { signerLines, type DocumentContent, type Paragraph } from "./content";
import { documentHtml } from "./html";
import { noticeParties } from "./parties";
import { NEVER_URGED, overdueByUnit, urgingLines, type UrgedBefore } from "./urging";
import { documentFile } from "./word";

/** The notice that urges one unit, or all of them when `unit` is null (Thông báo đôn đốc). */
function urgingContent(
  tracking: Tracking,
  unit: string | null,
  asOf: IsoDate,
  before: (unit: string) => UrgedBefore,
): DocumentContent {
  const { plan, place } = tracking.settings;
  const { superior, agency, signerName, signerTitle } = noticeParties(tracking);
  const units = overdueByUnit(tracking, asOf).filter((one) => unit === null || one.unit === unit);
  const suffix = /\/\s*KH\s*-\s*(\S+)$/u.exec(plan.number)?.[1] ?? "…";
  const paragraphs = units.flatMap((one, index): readonly Paragraph[] => [
    ...(unit === null ? [{ kind: "heading" as const, text: `${index + 1}. ${one.unit}` }] : []),
    ...urgingLines(tracking, one, asOf, before(one.unit)).map((text): Paragraph => ({
      kind: text.startsWith("- ") ? "item" : "body",
      text,
    })),
  ]);
  return {
    superior,
    agency,
    number: `Số: …/TB-${suffix}`,
    placeAndDate: `${place === "" ? "…" : place}, ngày … tháng … năm ${asOf.slice(0, 4)}`,
    kind: "THÔNG BÁO",
    subject: `Về việc đôn đốc thực hiện nhiệm vụ theo kế hoạch (số liệu đến ngày ${showDate(asOf)})`,
    draft: "",
    addressee: unit ?? "Các phòng, đơn vị",
    basis: "",
    paragraphs:
      paragraphs.length === 0
        ? [{ kind: "body", text: `Không có nhiệm vụ nào cần đôn đốc đến ngày ${showDate(asOf)}.` }]
        : paragraphs,
    recipients: ["- Như trên;", "- Lãnh đạo cơ quan (để báo cáo);", "- Lưu: VT, VP."],
    signerTitle: signerLines(signerTitle),
    signerName,
    tables: [],
  };
}

/** The notice as HTML to paste into Word. */
export function urgingHtml(
  tracking: Tracking,
  unit: string | null,
  asOf: IsoDate,
  before: (unit: string) => UrgedBefore = () => NEVER_URGED,
): string {
  return documentHtml(urgingContent(tracking, unit, asOf, before));
}

/** The notice as a Word file. */
export async function urgingDocument(
  tracking: Tracking,
  unit: string | null,
  asOf: IsoDate,
  before: (unit: string) => UrgedBefore = () => NEVER_URGED,
): Promise<Uint8Array> {
  return documentFile(urgingContent(tracking, unit, asOf, before));
}
