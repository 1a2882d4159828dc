import type { CellValue } from "../sheet";

/** Names of the areas of a report's first sheet that the officer may word anew. */
export const OFFICERS_AREAS = {
  agencies: "TenCoQuan",
  numberAndDate: "SoVaNgay",
  title: "TieuDe",
  addressee: "KinhGui",
  signature: "NoiNhanChuKy",
} as const;

/** First column of the right half of the head, and of the signature. */
export const HEAD_SPLIT = 4;
export const SIGNATURE_SPLIT = 5;

/** The officer's own words on a report's first sheet: by name of the area, the cells that stand there. */
export type OfficersWords = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** The parts of a document that the officer's words may stand for. */
export interface DocumentHead {
  readonly superior: string;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
  /** "BÁO CÁO", "THÔNG BÁO". */
  readonly kind: string;
  readonly subject: string;
  readonly addressee: string;
  readonly recipients: readonly string[];
  readonly signerTitle: readonly string[];
  readonly signerName: string;
}

const SPOKEN: Readonly<Record<string, string>> = {
  [OFFICERS_AREAS.agencies]: "tên cơ quan",
  [OFFICERS_AREAS.numberAndDate]: "số, ngày của văn bản",
  [OFFICERS_AREAS.title]: "tiêu đề",
  [OFFICERS_AREAS.addressee]: "nơi kính gửi",
  [OFFICERS_AREAS.signature]: "nơi nhận, chữ ký",
};

/** The parts of the sheet that the officer worded anew, as a sentence names them. */
export function officersParts(words: OfficersWords): readonly string[] {
  return Object.keys(words).flatMap((name) => SPOKEN[name] ?? []);
}

/** A document with the officer's own words from the sheet in place of ours; what he left stays ours. */
export function withOfficersWords<Content extends DocumentHead>(
  content: Content,
  words: OfficersWords,
): Content {
  const lines = (name: string, column: number) =>
    (words[name] ?? []).map((row) => String(row[column] ?? "").trim());
  const said = (name: string, column: number) =>
    lines(name, column).filter((text) => text !== "" && !isRule(text));
  const agencies = said(OFFICERS_AREAS.agencies, 0);
  const [number = ""] = said(OFFICERS_AREAS.numberAndDate, 0);
  const [placeAndDate = ""] = said(OFFICERS_AREAS.numberAndDate, HEAD_SPLIT);
  const [kind = "", ...subject] = said(OFFICERS_AREAS.title, 0);
  const addressee = said(OFFICERS_AREAS.addressee, 0).join(" ");
  return {
    ...content,
    ...(agencies.length > 0 ? headOf(agencies, content) : {}),
    ...(number === "" ? {} : { number }),
    ...(placeAndDate === "" ? {} : { placeAndDate }),
    ...(kind === "" ? {} : { kind, subject: subject.join(" ") }),
    ...(addressee === "" ? {} : { addressee: addressee.replace(/^kính gửi\s*:\s*/iu, "") }),
    ...(words[OFFICERS_AREAS.signature] === undefined
      ? {}
      : signatureOf(
          lines(OFFICERS_AREAS.signature, 0),
          lines(OFFICERS_AREAS.signature, SIGNATURE_SPLIT),
        )),
  };
}

/** The last line is the agency's own where there was no superior; else its name takes what ours left to it. */
function headOf(
  agencies: readonly string[],
  { superior }: DocumentHead,
): Pick<DocumentHead, "superior" | "agency"> {
  if (superior === "" || agencies.length === 1) {
    return { superior: "", agency: agencies.join(" ") };
  }
  const ours = superior.toUpperCase();
  const taken = agencies.findIndex(
    (_line, index) => agencies.slice(0, index + 1).join(" ") === ours,
  );
  const count = taken < 0 ? 1 : taken + 1;
  return {
    superior: agencies.slice(0, count).join(" "),
    agency: agencies.slice(count).join(" "),
  };
}

/** Recipients under "Nơi nhận:"; at the right the title, then after a blank the name. */
function signatureOf(
  left: readonly string[],
  right: readonly string[],
): Pick<DocumentHead, "recipients" | "signerTitle" | "signerName"> {
  const first = right.findIndex((text) => text !== "");
  const gap = right.findIndex((text, index) => index > first && text === "");
  const end = gap < 0 ? right.length : gap;
  return {
    recipients: left.filter((text) => text !== "" && !/^nơi nhận\s*:?$/iu.test(text)),
    signerTitle: right.slice(Math.max(0, first), end).filter((text) => text !== ""),
    signerName: right
      .slice(end)
      .filter((text) => text !== "")
      .join(" "),
  };
}

const isRule = (text: string) => /^[―–—_-]+$/u.test(text);
