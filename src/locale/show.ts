import type { Locale } from "./keys";

const TAGS: Readonly<Record<Locale, string>> = { vi: "vi-VN", en: "en-GB" };

/** A number as the language writes it: 1.234,5 in Vietnamese. */
export function showNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 }).format(value);
}

/** A day (yyyy-mm-dd) as it is read in the language: "14/6/2024" or "14 Jun 2024". */
export function dateWords(date: string, locale: Locale): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  if (locale === "vi") return `${day}/${month}/${year}`;
  return new Intl.DateTimeFormat(TAGS.en, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, day)),
  );
}
