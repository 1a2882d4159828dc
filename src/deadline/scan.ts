import { readCondition } from "./families/conditions";
import { readDate } from "./families/dates";
import { describesPaper, PAPER_BEGINS, readDocument } from "./families/documents";
import { readNamedDay, readReportName } from "./families/labels";
import { readMonth, readMonthsOfYear } from "./families/months";
import { readPosition, readWeekOfMonth } from "./families/positions";
import { readQuarter } from "./families/quarters";
import {
  readBareUnit,
  readCountPerTime,
  readFrequency,
  readMonthOfQuarter,
  readPerUnit,
  readWeekday,
} from "./families/recurring";
import { readRelative } from "./families/relative";
import {
  readConnector,
  readFiller,
  readHour,
  readNone,
  readOngoing,
  readPrefix,
  readQuantity,
} from "./families/small";
import { readNextYear, readOnward, readYear } from "./families/years";
import { item, type Family, type Item } from "./items";
import { isDayWord, isMark, isYearNumber } from "./vocabulary";
import type { Token } from "./tokens";

const COUNTS = "mot hai ba bon tu nam sau bay tam chin muoi";
const UNITS = "ngay tuan thang quy qui nam";

/**
 * The families with the words, without accents, that their phrases begin with.
 * The order matters where two could begin with the same word: the longer phrase comes first.
 */
const WORD_FAMILIES: readonly (readonly [family: Family, begins: string])[] = [
  [readDocument, PAPER_BEGINS],
  [readMonthOfQuarter, "ngay thang"],
  [readReportName, "bao"],
  [readNamedDay, "ngay"],
  [readOngoing, "thuong lien lau quanh xuyen tx t th"],
  [readNone, "chua khong"],
  [readFrequency, "dinh hang moi tung theo thuong"],
  [readCountPerTime, `${COUNTS} ${UNITS}`],
  [readMonthsOfYear, `${COUNTS} nua`],
  [readRelative, COUNTS],
  [readOnward, "tro ve nhung cac"],
  [readNextYear, "nam"],
  [readYear, "nam ca trong toan het giai cac nhung"],
  [readPosition, "ngay dau giua cuoi"],
  [readWeekOfMonth, "thuong trung ha tuan"],
  [readQuarter, "quy qui q"],
  [readWeekday, "chu t thu"],
  [readMonth, "thang t th thg"],
  [readDate, "ngay"],
  [
    readCondition,
    "khi neu theo tuy ngay phu can dot phat ky phien dong trong sau tu truoc den toi ke tinh",
  ],
  [readPerUnit, COUNTS],
  [readBareUnit, `${COUNTS} ${UNITS} nua`],
  [readQuantity, "dot lan buoc giai khoa phan nhom goi pha muc"],
  [
    readFiller,
    "hoan thuc du thoi han tien nhiem dinh bat ket trien xong khoang deadline sau tu de",
  ],
  [readPrefix, "truoc cham muon khong toi trong vao het ke tinh tu bat sau"],
  [readConnector, "den toi cho va hoac hay"],
];

/** The families by the word that begins their phrases, in the order above. */
const BY_WORD: ReadonlyMap<string, readonly Family[]> = byWord();

function byWord(): Map<string, Family[]> {
  const index = new Map<string, Family[]>();
  for (const [family, begins] of WORD_FAMILIES) {
    for (const word of new Set(begins.split(" "))) {
      const known = index.get(word);
      if (known) known.push(family);
      else index.set(word, [family]);
    }
  }
  return index;
}

const NUMBER_FAMILIES: readonly Family[] = [
  readDocument,
  readMonthOfQuarter,
  readHour,
  readCountPerTime,
  readPerUnit,
  readMonthsOfYear,
  readDate,
  readBareUnit,
  readRelative,
  readYear,
  readQuantity,
];
const MARK_FAMILIES: readonly Family[] = [readPerUnit, readConnector];
const NO_FAMILIES: readonly Family[] = [];

/** The phrases of a cell from left to right; every token belongs to exactly one. */
export function scan(list: readonly Token[]): Item[] {
  const found: Item[] = [];
  let at = 0;
  while (at < list.length) {
    const next = itemAt(list, at, found.at(-1));
    found.push(next);
    at = next.end;
  }
  return found;
}

function itemAt(list: readonly Token[], at: number, previous: Item | undefined): Item {
  const token = list[at];
  const families =
    token?.kind === "word"
      ? (BY_WORD.get(token.key) ?? NO_FAMILIES)
      : token?.kind === "number"
        ? NUMBER_FAMILIES
        : MARK_FAMILIES;
  for (const family of families) {
    const found = family(list, at);
    if (!found) continue;
    if (found.type !== "time") return found;
    if (isHalfDate(list, found, previous))
      return { ...found, type: "broken", why: "broken-date", readings: [] };
    return judged(list, found, previous);
  }
  return item(at, at + 1, { type: "other" });
}

/**
 * A date whose head is missing ("…/6/2026"), or a fraction that looks like a day ("1/2 số hộ", "24/7").
 */
function isHalfDate(
  list: readonly Token[],
  found: Item & { readonly type: "time" },
  previous: Item | undefined,
): boolean {
  const first = list[found.first];
  if (first?.kind !== "number") return false;
  if (isMark(list[found.first - 1], "/\\")) return true;
  const month = list[found.first + 2];
  if (found.end !== found.first + 3 || !isMark(list[found.first + 1], "/") || !month) return false;
  if (previous?.type === "prefix" || isYearNumber(month)) return false;
  const after = list[found.end];
  const beforeWord = previous?.type === "other" || previous?.type === "harmless";
  const besideWords =
    beforeWord || (after?.kind === "word" && !after.line && !JOINTS.has(after.key));
  const fraction = first.value < month.value && month.value <= 10 && besideWords;
  return fraction || (first.value === 24 && month.value === 7);
}

/** Words that may follow a day without making it a fraction of something. */
const JOINTS: ReadonlySet<string> = new Set(["va", "den", "toi", "hang", "moi", "nam", "hoac"]);

/** A bare number that only looks like a year, or a time that may describe a paper named before it. */
function judged(
  list: readonly Token[],
  found: Item & { readonly type: "time" },
  previous: Item | undefined,
): Item {
  const first = list[found.first];
  const afterWords =
    previous?.type === "other" || previous?.type === "harmless" || previous?.type === "quantity";
  const yearOnly = found.moments.every((moment) => moment.unit === "year");
  if (afterWords && !first?.line) {
    if (isYearNumber(first) && yearOnly && found.end === found.first + 1) {
      return item(found.first, found.end, {
        type: "time",
        moments: found.moments,
        join: null,
        weak: true,
      });
    }
    const dayNamed = isDayWord(first);
    if (first?.kind === "word" && (dayNamed || found.moments.every((moment) => !moment.point))) {
      if (describesPaper(list, found.first, yearOnly)) return { ...found, weak: true };
    }
  }
  return found;
}
