import { escapeXml, unescapeXml } from "./column-formulas";

const settingsPart = "xl/webextensions/webextension1.xml";
const panesPart = "xl/webextensions/taskpanes.xml";
const extension = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const panesType = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
const extensionType = "http://schemas.microsoft.com/office/2011/relationships/webextension";

/** The add-in's settings as Excel files them: JSON values in the properties of a web extension. */
export function readSettings(parts: ReadonlyMap<string, string>): [string, unknown][] {
  const found: [string, unknown][] = [];
  for (const [path, xml] of parts) {
    if (!/webextension\d*\.xml$/i.test(path)) continue;
    for (const [tag] of xml.matchAll(/<(?:\w+:)?property\s[^<>]*>/g)) {
      const name = /\sname="([^"]*)"/.exec(tag)?.[1];
      const value = /\svalue="([^"]*)"/.exec(tag)?.[1];
      if (name === undefined || value === undefined) continue;
      try {
        found.push([unescapeXml(name), JSON.parse(unescapeXml(value))]);
      } catch {
        continue;
      }
    }
  }
  return found;
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a package that hold the settings: paths and XML texts. */
export function settingsParts(settings: ReadonlyMap<string, unknown>): Map<string, string> {
  if (settings.size === 0) return new Map();
  const properties = [...settings]
    .map(([key, value]) => {
      const json = JSON.stringify(value ?? null);
      return `<we:property name="${escapeXml(key)}" value="${escapeXml(json)}"/>`;
    })
    .join("");
  return new Map([
    [
      settingsPart,
      `${header}<we:webextension xmlns:we="${extension}" id="{6f9a1c3e-52b7-4d08-8a35-91c4de07b2a6}"><we:reference id="6f9a1c3e-52b7-4d08-8a35-91c4de07b2a6" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/><we:snapshot xmlns:r="${office}"/></we:webextension>`,
    ],
    [
      panesPart,
      `${header}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref xmlns:r="${office}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    ],
    [
      "xl/webextensions/_rels/taskpanes.xml.rels",
      `${header}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${extensionType}" Target="webextension1.xml"/></Relationships>`,
    ],
  ]);
}

/** How the parts that name all others change where there are settings, by path. */
export const settingsNamed: Readonly<Partial<Record<string, (text: string) => string>>> = {
  "[Content_Types].xml": (text) =>
    text.replace(
      "</Types>",
      `<Override PartName="/${settingsPart}" ContentType="application/vnd.ms-office.webextension+xml"/><Override PartName="/${panesPart}" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/></Types>`,
    ),
  "_rels/.rels": (text) =>
    text.replace(
      "</Relationships>",
      `<Relationship Id="rIdTaskpanes" Type="${panesType}" Target="${panesPart}"/></Relationships>`,
    ),
};
