import { showDate } from "../../deadline";
import { readOwner, type OwnerReading } from "../../unit";
import { defineRule } from "../define";
import { cellContent, directoryOf, leadPlace, placeOf } from "../rows";

/** A unit that was renamed or merged: its work belongs to the successor. */
export const formerUnit = defineRule<{ name: string; to: string; successor: string }>({
  id: "former-unit",
  severity: "warning",
  onByDefault: true,
  scope: "task",
  title: { vi: "Đơn vị không còn hiệu lực", en: "Unit no longer valid" },
  protects: {
    vi: "Nhiệm vụ được giao cho đơn vị đang hoạt động.",
    en: "Tasks are given to units that exist.",
  },
  message: {
    vi: ({ name, to, successor }) =>
      `“${name}” không còn hiệu lực${to === "" ? "" : ` từ sau ngày ${to}`}${
        successor === "" ? "" : `; nay là ${successor}`
      }.`,
    en: ({ name, to, successor }) =>
      `“${name}” is no longer valid${to === "" ? "" : ` after ${to}`}${
        successor === "" ? "" : `; now ${successor}`
      }.`,
  },
  advice: {
    vi: "Ghi tên đơn vị hiện nay.",
    en: "Write the present name.",
  },
  find(input, { rows }) {
    const { settings, units } = input.tracking;
    const since = settings.plan.date || `${settings.plan.year ?? settings.asOf.slice(0, 4)}-01-01`;
    const former = units.filter(
      (unit) => Boolean(unit.successor) || (unit.to != null && unit.to < since),
    );
    if (former.length === 0) return [];
    const directory = directoryOf(input);
    const named = ({ former: renamed = [], lead, support }: OwnerReading) =>
      former.filter(({ name }) => [...renamed, ...lead, ...support].includes(name));
    return rows.flatMap(({ raw, task }) =>
      [
        { at: leadPlace(input, raw), text: task.leadText, column: "lead" as const },
        { at: placeOf(input, raw, "support"), text: task.supportText, column: "support" as const },
      ].flatMap(({ at, text, column }) =>
        named(readOwner(text, column, directory)).map((unit) => {
          const content = at ? cellContent(input, at) : "";
          const whole = content.trim() === unit.name && Boolean(unit.successor);
          return {
            at,
            task: task.code,
            value: whole ? content : text,
            data: {
              name: unit.name,
              to: unit.to ? showDate(unit.to) : "",
              successor: unit.successor ?? "",
            },
            candidates: unit.successor ? [unit.successor] : [],
            ...(whole && unit.successor ? { fix: unit.successor } : {}),
          };
        }),
      ),
    );
  },
});
