import { isoDate, yearOf, type IsoDate } from "./iso-date";
import type { Period } from "./periods";

export type PeriodDateKind = "cut-off" | "to-office" | "to-authority";

/** One of the three days of a report, with the paper it follows. */
export interface PeriodDate {
  readonly kind: PeriodDateKind;
  /** "Chốt số liệu". */
  readonly name: string;
  readonly date: IsoDate;
  /** The paper that sets the day; empty when none is known. */
  readonly basis: string;
  /** What the officer has to check before confirming. */
  readonly remark: string;
}

/**
 * Suggestions for the three days of a reporting period, for the officer to confirm once: never a legal basis.
 * The 20th binds a province's report to its ministry; an agency's own day stands in each year's letter.
 */
export function periodDates(period: Period): readonly PeriodDate[] {
  const own = period.kind === "custom";
  const month = Number(period.to.slice(5, 7));
  const sent = own ? period.to : (isoDate(yearOf(period.to), month, 20) ?? period.to);
  return [
    {
      kind: "cut-off",
      name: "Chốt số liệu",
      date: period.to,
      basis: own ? "" : "Nghị định 09/2019/NĐ-CP, Điều 12; Công văn 581/BNV-CCHC",
      remark: own
        ? "Kỳ báo cáo đột xuất: ngày do văn bản yêu cầu báo cáo ấn định."
        : "Cần kiểm tra văn bản còn hiệu lực và công văn hướng dẫn của năm.",
    },
    {
      kind: "to-office",
      name: "Phòng gửi Văn phòng",
      date: period.to,
      basis: "",
      remark: "Chưa có văn bản ấn định; tạm lấy ngày chốt số liệu.",
    },
    {
      kind: "to-authority",
      name: "Gửi Sở Nội vụ",
      date: sent,
      basis: own ? "" : "Công văn 581/BNV-CCHC",
      remark: own
        ? "Ngày do văn bản yêu cầu báo cáo ấn định."
        : "Ngày 20 là hạn của tỉnh gửi Bộ Nội vụ; hạn của cơ quan theo công văn hằng năm của Sở Nội vụ.",
    },
  ];
}
