import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestProblems, type ManifestSurroundings } from "../../scripts/manifest/problems";

const manifest = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");

const surroundings: ManifestSurroundings = {
  pngSize: (path) => {
    const size = Number(/-(\d+)\.png$/.exec(path)?.[1]);
    return { width: size, height: size };
  },
  functionNames: ["checkAppendix", "halfYearReport", "yearReport", "urge"],
  pages: ["taskpane.html"],
};

describe("the manifest", () => {
  it("has no problems as it stands", () => {
    expect(manifestProblems(manifest, surroundings)).toEqual([]);
  });

  const faults: readonly [string, (xml: string) => string, RegExp][] = [
    ["a broken tag", (xml) => xml.replace("</Hosts>", ""), /not well-formed/],
    ["an Id that is no GUID", (xml) => xml.replace(/<Id>.*<\/Id>/, "<Id>7</Id>"), /not a GUID/],
    ["a version with a letter", (xml) => xml.replace("0.1.0.0", "0.1b"), /not 1 to 4 numbers/],
    [
      "an http address",
      (xml) => xml.replace('IconUrl DefaultValue="https:', 'IconUrl DefaultValue="http:'),
      /not an https address/,
    ],
    [
      "a second origin",
      (xml) =>
        xml.replace(
          "https://localhost:3000/assets/icons/icon-32.png",
          "https://other.example/assets/icons/icon-32.png",
        ),
      /several origins/,
    ],
    [
      "a dangling resid",
      (xml) => xml.replace('<bt:String id="Check.Tip"', '<bt:String id="Check.Tap"'),
      /"Check.Tip" is used but not defined/,
    ],
    [
      "an unused resource",
      (xml) => xml.replace('<bt:String id="Check.Tip"', '<bt:String id="Check.Tap"'),
      /"Check.Tap" is defined but not used/,
    ],
    [
      "a resource id of 33 characters",
      (xml) => xml.replaceAll("Check.Tip", "C".repeat(33)),
      /longer than 32/,
    ],
    [
      "a resource defined twice",
      (xml) => xml.replace('<bt:String id="Half.Label"', '<bt:String id="Check.Label"'),
      /defined twice/,
    ],
    [
      "a label of 126 characters",
      (xml) => xml.replace('DefaultValue="Rà soát"', `DefaultValue="${"à".repeat(126)}"`),
      /126 characters, more than 125/,
    ],
    [
      "a tip of 251 characters",
      (xml) => xml.replace(/(id="Check.Tip" DefaultValue=")[^"]*/, `$1${"à".repeat(251)}`),
      /251 characters, more than 250/,
    ],
    [
      "an empty label",
      (xml) => xml.replace('DefaultValue="Rà soát"', 'DefaultValue=" "'),
      /is empty/,
    ],
    [
      "an override for the default locale",
      (xml) => xml.replace('Locale="en-US" Value="Check"', 'Locale="vi-VN" Value="Check"'),
      /override for the default locale/,
    ],
    [
      "a label without English",
      (xml) => xml.replace('<bt:Override Locale="en-US" Value="Check"/>', ""),
      /Check.Label has no English text/,
    ],
    [
      "a control without its 80-pixel icon",
      (xml) => xml.replace('<bt:Image size="80" resid="Check.Icon80"/>', ""),
      /PhuLuc.Check has no icon of 80/,
    ],
    [
      "a control id used twice",
      (xml) => xml.replace('id="PhuLuc.Half"', 'id="PhuLuc.Check"'),
      /"PhuLuc.Check" is used twice/,
    ],
    [
      "a page that is not built",
      (xml) =>
        xml.replace(
          'id="Pane.Url" DefaultValue="https://localhost:3000/taskpane.html"',
          'id="Pane.Url" DefaultValue="https://localhost:3000/pane.html"',
        ),
      /page pane.html/,
    ],
    [
      "a function that no code registers",
      (xml) => xml.replace("<FunctionName>urge<", "<FunctionName>urgent<"),
      /"urgent" is not registered/,
    ],
    [
      "a registered function without a button",
      (xml) => xml.replace("<FunctionName>urge<", "<FunctionName>urgent<"),
      /"urge", which no button calls/,
    ],
    [
      "a lower requirement",
      (xml) => xml.replace('ExcelApi" MinVersion="1.13"', 'ExcelApi" MinVersion="1.9"'),
      /ExcelApi 1.13/,
    ],
    [
      "another host",
      (xml) => xml.replace('<Host Name="Workbook"/>', '<Host Name="Document"/>'),
      /not Excel/,
    ],
    [
      "no shared runtime",
      (xml) => xml.replace(/<Runtimes>[\s\S]*<\/Runtimes>/, ""),
      /no shared runtime/,
    ],
    [
      "elements out of order",
      (xml) => xml.replace(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1"),
      /not in the order/,
    ],
    [
      "an unknown element",
      (xml) => xml.replace("<Hosts>", "<Colour/><Hosts>"),
      /unknown element Colour/,
    ],
  ];

  it.each(faults)("is refused with %s", (_name, spoil, problem) => {
    const spoiled = spoil(manifest);
    expect(spoiled).not.toBe(manifest);
    expect(manifestProblems(spoiled, surroundings).join("\n")).toMatch(problem);
  });

  it("is refused when an icon is missing or has another size", () => {
    expect(manifestProblems(manifest, { ...surroundings, pngSize: () => null }).join("\n")).toMatch(
      /icon-32.png does not exist/,
    );
    expect(
      manifestProblems(manifest, {
        ...surroundings,
        pngSize: () => ({ width: 31, height: 32 }),
      }).join("\n"),
    ).toMatch(/31 × 32, not 32 × 32/);
  });
});
