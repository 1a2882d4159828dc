import { addDays, type IsoDate } from "../deadline";
import { statusAt, type Tracking } from "../task";

const MOST_BYTES_OF_A_LINE = 75;

/**
 * The due days of a unit's open tasks as a calendar file (RFC 5545, .ics): one all-day event each, with a reminder as
 * many days before as the settings warn. Without a unit: all tasks.
 */
export function calendarFile(tracking: Tracking, asOf: IsoDate, unit?: string): string {
  const { warningDays } = tracking.settings;
  const events = tracking.tasks.flatMap((task) => {
    if (unit !== undefined && !task.leads.includes(unit)) return [];
    const status = statusAt(task, asOf, tracking.settings);
    if (status.due === null || !status.class.startsWith("open")) return [];
    return [
      "BEGIN:VEVENT",
      `UID:${task.code}-${status.due}@phu-luc`,
      `DTSTAMP:${compact(asOf)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(status.due)}`,
      `DTEND;VALUE=DATE:${compact(addDays(status.due, 1))}`,
      `SUMMARY:${escape(`Hạn: ${task.title}`)}`,
      `DESCRIPTION:${escape([`Chủ trì: ${task.leads.join(", ")}`, `Sản phẩm: ${task.product}`, `Thời hạn ghi: ${task.deadlineText}`].join("\n"))}`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escape(task.title)}`,
      `TRIGGER:-P${warningDays}D`,
      "END:VALARM",
      "END:VEVENT",
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Phu luc//VI",
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.flatMap(fold).join("\r\n") + "\r\n";
}

function compact(date: IsoDate): string {
  return date.replaceAll("-", "");
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Long lines go on in the next line after a space; no character is cut in two. */
function fold(line: string): string[] {
  const lines: string[] = [];
  let current = "";
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > MOST_BYTES_OF_A_LINE) {
      lines.push(current);
      current = " ";
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current];
}
