import type { Tracking } from "../task";
import type { Report } from "./types";

/** Who writes, to whom, and who signs. "" is a blank to fill in: nothing is invented. */
interface Parties {
  readonly superior: string;
  readonly agency: string;
  readonly recipient: string;
  readonly signerTitle: string;
  readonly signerName: string;
}

/** Name of the office in the directory of units; null when there is none. */
export function officeOf(tracking: Pick<Tracking, "units">): string | null {
  return tracking.units.find(({ name }) => /^văn phòng/iu.test(name))?.name ?? null;
}

/**
 * The parties of a report: the agency to its authority as Thiết lập says; a department writes under the
 * agency's name to the office, and its own head signs.
 */
export function reportParties(report: Report): Parties {
  const { plan, recipient, signerName, signerTitle } = report.settings;
  if (report.unit === null) {
    return {
      superior: plan.superiorAgency,
      agency: plan.agency,
      recipient,
      signerTitle,
      signerName,
    };
  }
  const head = report.units.find(({ name }) => name === report.unit)?.headTitle;
  return {
    superior: plan.agency,
    agency: report.unit,
    recipient: officeOf(report) ?? "",
    signerTitle: head ?? "",
    signerName: "",
  };
}

/** The parties of a notice to one's own departments: the head of the office signs by order (TL.). */
export function noticeParties(tracking: Tracking): Omit<Parties, "recipient"> {
  const { plan, signerTitle } = tracking.settings;
  const office = officeOf(tracking);
  const officeHead = tracking.units.find(({ name }) => name === office)?.headTitle;
  const chief = signerTitle.split(/[\n/]/)[0]?.replace(/^\s*(KT|TL|TM|TUQ)\.\s*/iu, "") ?? "";
  return {
    superior: plan.superiorAgency,
    agency: plan.agency,
    signerTitle:
      chief.trim() === "" ? "" : `TL. ${chief.trim()}/${officeHead ?? "Chánh Văn phòng"}`,
    signerName: "",
  };
}
