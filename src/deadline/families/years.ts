import { broken, item, time, yearMoment, type Item } from "../items";
import { frequencyOf, hasKey, is, isMark, isYearNumber, isYearWord } from "../vocabulary";
import type { Token } from "../tokens";
import { jointAt } from "./joining";

/** Years: năm 2026, cả năm 2017, trong năm, các năm 2026 và 2027, giai đoạn 2021-2025; a bare 2026. */
export function readYear(list: readonly Token[], at: number): Item | null {
  if (isYearNumber(list[at])) return years(list, at, at);
  if (isYearWord(list[at])) {
    if (hasKey(list[at + 1], "hoc")) return schoolYear(list, at);
    if (isYearNumber(list[at + 1])) return years(list, at, at + 1);
    if (is(list[at + 1], "nay", "nay")) return time(at, at + 2, [yearMoment(null)]);
    return null;
  }
  if (hasKey(list[at], "ca", "trong", "toan", "het")) {
    let next = at + 1;
    if (is(list[next], "cả", "ca")) next += 1;
    if (!isYearWord(list[next]) || isYearNumber(list[next + 1])) return null;
    if (hasKey(list[next + 1], "hoc")) return null;
    if (hasKey(list[next + 1], "nay")) return time(at, next + 2, [yearMoment(null)]);
    return hasKey(list[next + 1], "tiep", "sau", "toi", "ke", "truoc")
      ? null
      : time(at, next + 1, [yearMoment(null)]);
  }
  if (hasKey(list[at], "giai") && hasKey(list[at + 1], "doan")) {
    let next = at + 2;
    if (hasKey(list[next], "tu")) next += 1;
    if (isYearWord(list[next])) next += 1;
    return isYearNumber(list[next]) ? years(list, at, next) : null;
  }
  if (hasKey(list[at], "cac", "nhung") && isYearWord(list[at + 1])) {
    const next = isMark(list[at + 2], ":") ? at + 3 : at + 2;
    return isYearNumber(list[next]) ? years(list, at, next) : null;
  }
  return null;
}

function years(list: readonly Token[], first: number, at: number): Item {
  const found = [list[at]?.value ?? 0];
  let join: "list" | "range" | null = null;
  let next = at + 1;
  for (;;) {
    if (isMark(list[next], "/") && isYearNumber(list[next + 1])) {
      return broken(first, next + 2, "two-readings");
    }
    const joint = jointAt(list, next);
    if (!joint) break;
    const place = isYearWord(list[joint.next]) ? joint.next + 1 : joint.next;
    const token = list[place];
    if (!isYearNumber(token) || isMark(list[place + 1], "/%")) break;
    if (join !== null && (join === "range" || join !== joint.join)) {
      return broken(first, place + 1, "two-readings");
    }
    join = joint.join;
    found.push(token?.value ?? 0);
    next = place + 1;
  }
  return time(
    first,
    next,
    found.map((year) => yearMoment(year)),
    join,
  );
}

/** A school year begins and ends with each province's own calendar: no day is safe. */
function schoolYear(list: readonly Token[], at: number): Item {
  let next = at + 2;
  while (isYearNumber(list[next]) || (isMark(list[next], "-/") && isYearNumber(list[next + 1]))) {
    next += 1;
  }
  return broken(at, next, "two-readings");
}

/** "và những năm tiếp theo", "và các năm sau", "trở đi": the end is open. */
export function readOnward(list: readonly Token[], at: number): Item | null {
  if (hasKey(list[at], "tro") && hasKey(list[at + 1], "di")) {
    return item(at, at + 2, { type: "onward" });
  }
  if (is(list[at], "về", "ve") && hasKey(list[at + 1], "sau")) {
    return item(at, at + 2, { type: "onward" });
  }
  const unit = hasKey(list[at], "nhung", "cac") ? frequencyOf(list[at + 1]) : null;
  if (!unit || unit === "day" || unit === "week") return null;
  if (hasKey(list[at + 2], "tiep") && hasKey(list[at + 3], "theo")) {
    return item(at, at + 4, { type: "onward" });
  }
  if (hasKey(list[at + 2], "ke") && hasKey(list[at + 3], "tiep")) {
    return item(at, at + 4, { type: "onward" });
  }
  return is(list[at + 2], "sau", "sau") || is(list[at + 2], "tới", "toi")
    ? item(at, at + 3, { type: "onward" })
    : null;
}

/** "năm tiếp theo", "năm sau": the year after the plan's. */
export function readNextYear(list: readonly Token[], at: number): Item | null {
  if (!isYearWord(list[at])) return null;
  let next = at + 1;
  if (hasKey(list[next], "tiep") && hasKey(list[next + 1], "theo")) next += 2;
  else if (hasKey(list[next], "ke") && hasKey(list[next + 1], "tiep")) next += 2;
  else if (is(list[next], "sau", "sau") || is(list[next], "tới", "toi")) next += 1;
  else return null;
  return time(at, next, [{ ...yearMoment(null), shift: 1 }]);
}
