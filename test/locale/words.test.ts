import { dateWords, loadWords, localeOf, showNumber, vi } from "../../src/locale";

/** Every sentence of a catalogue by its place, functions called with marks. */
function sentences(words: object, place = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const at = place ? `${place}.${key}` : key;
    if (typeof value === "string") found.set(at, value);
    else if (typeof value === "function") {
      const marks = Array.from({ length: value.length }, (_, n) => `‹${n}›`);
      found.set(at, String((value as (...given: unknown[]) => string)(...marks)));
    } else if (typeof value === "object" && value) {
      for (const [inner, text] of sentences(value, at)) found.set(inner, text);
    }
  }
  return found;
}

it("has the same sentences in both languages, each with all that is put into it", async () => {
  const vietnamese = sentences(vi);
  const english = sentences(await loadWords("en"));
  expect([...english.keys()]).toEqual([...vietnamese.keys()]);
  for (const [place, text] of vietnamese) {
    const marks = (sentence: string) => (sentence.match(/‹\d›/g) ?? []).sort();
    expect([place, marks(english.get(place) ?? "")]).toEqual([place, marks(text)]);
  }
});

it("writes Vietnamese in composed letters with no stray spaces", () => {
  for (const [place, text] of sentences(vi)) {
    expect([place, text]).toEqual([place, text.normalize("NFC").replace(/ {2,}/g, " ")]);
  }
});

it.each([
  ["vi-VN", "vi"],
  ["en-US", "en"],
  ["EN", "en"],
  ["ja-JP", "vi"],
  ["", "vi"],
  [null, "vi"],
])("answers Office in %s with %s", (language, locale) => {
  expect(localeOf(language)).toBe(locale);
});

it("writes numbers and dates as each language does", () => {
  expect(showNumber(1234.5, "vi")).toBe("1.234,5");
  expect(showNumber(1234.5, "en")).toBe("1,234.5");
  expect(dateWords("2024-06-04", "vi")).toBe("4/6/2024");
  expect(dateWords("2024-06-04", "en")).toBe("4 Jun 2024");
});
