/** The words on the screen, Vietnamese first, English second. */
import type { Locale } from "./keys";
import { vi, type Words } from "./vi";

export type { Locale };
export type { Words };
export { vi };
export { dateWords, showNumber } from "./show";

/**
 * The language for a display language of Office ("vi-VN", "en-US"): English for any English,
 * Vietnamese for everything else, since the documents are Vietnamese in any case.
 */
export function localeOf(displayLanguage: string | null | undefined): Locale {
  return /^en\b/i.test(displayLanguage ?? "") ? "en" : "vi";
}

/** The words of a language; English is loaded only when it is asked for. */
export async function loadWords(locale: Locale): Promise<Words> {
  return locale === "en" ? (await import("./en")).en : vi;
}
