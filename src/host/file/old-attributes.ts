/** Attributes that the library drops, by the element that has them; "*" stands for all, which then win. */
const dropped: Readonly<Record<string, readonly string[]>> = {
  sheetFormatPr: ["*"],
  pageSetup: [
    ...["firstPageNumber", "useFirstPageNumber", "pageOrder", "blackAndWhite", "draft"],
    ...["cellComments", "errors", "copies"],
  ],
  headerFooter: ["scaleWithDoc", "alignWithMargins"],
  cfRule: ["rank", "percent", "bottom", "aboveAverage", "equalAverage", "stdDev", "operator"],
  dataBar: ["showValue", "minLength", "maxLength"],
};

const elements = new RegExp(
  `<(?:\\w+:)?(${Object.keys(dropped).join("|")})((?:\\s[^<>]*?)?)(/?)>`,
  "g",
);

const attributesOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );

/** Rules are told apart by kind and priority; a data bar belongs to the rule before it. */
function* keyed(xml: string): Generator<{ key: string; attributes: Map<string, string> }> {
  let rule = "";
  for (const [, name = "", text = ""] of xml.matchAll(elements)) {
    const attributes = attributesOf(text);
    if (name === "cfRule")
      rule = `${attributes.get("type") ?? ""} ${attributes.get("priority") ?? ""}`;
    const isOfRule = name === "cfRule" || name === "dataBar";
    yield { key: isOfRule ? `${name} ${rule}` : name, attributes };
  }
}

/** A sheet's XML with what the library dropped put back on the elements that are still there. */
export function withOldAttributes(xml: string, old: string): string {
  const known = new Map([...keyed(old)].map(({ key, attributes }) => [key, attributes]));
  const keys = [...keyed(xml)];
  let at = 0;
  return xml.replace(elements, (tag, name: string, _text: string, closed: string) => {
    const { key, attributes } = keys[at++] ?? {};
    const before = known.get(key ?? "");
    if (!before || !attributes) return tag;
    const wanted = dropped[name] ?? [];
    for (const [attribute, value] of before) {
      const wins = wanted.includes("*");
      if (wins || (wanted.includes(attribute) && !attributes.has(attribute)))
        attributes.set(attribute, value);
    }
    const list = Array.from(attributes, ([attribute, value]) => ` ${attribute}="${value}"`);
    return `<${name}${list.join("")}${closed}>`;
  });
}
