import { JSDOM } from "jsdom";

export interface ManifestSurroundings {
  /** Width and height in pixels of a PNG of the project by its path ("assets/icons/icon-32.png"); null when there is none. */
  readonly pngSize: (path: string) => { readonly width: number; readonly height: number } | null;
  /** Names that the code registers with Office.actions.associate. */
  readonly functionNames: readonly string[];
  /** Pages that the build writes ("taskpane.html"). */
  readonly pages: readonly string[];
}

/** Limits by Microsoft's manifest reference, in characters. */
const LIMITS = { resid: 32, shortString: 125, longString: 250, displayName: 125, description: 250 };
const CONTROL_ICON_SIZES = ["16", "32", "80"];
const VERSION = /^\d{1,5}(\.\d{1,5}){0,3}$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Order of the children of OfficeApp, which Office reads as a sequence. */
const ORDER = [
  "Id",
  "Version",
  "ProviderName",
  "DefaultLocale",
  "DisplayName",
  "Description",
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "AppDomains",
  "Hosts",
  "Requirements",
  "DefaultSettings",
  "Permissions",
  "VersionOverrides",
];

/**
 * Everything that can be wrong with an add-in only manifest and be seen without Microsoft's service:
 * one English sentence a problem, an empty list when there is none.
 */
export function manifestProblems(xml: string, surroundings: ManifestSurroundings): string[] {
  let document: Document;
  try {
    document = new JSDOM(xml, { contentType: "text/xml" }).window.document;
  } catch (error) {
    return [
      `The manifest is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`,
    ];
  }
  return [
    ...identity(document),
    ...order(document),
    ...addresses(document),
    ...resources(document),
    ...locales(document),
    ...icons(document, surroundings),
    ...pages(document, surroundings),
    ...functions(document, surroundings),
    ...requirements(document),
    ...runtime(document),
  ];
}

function all(document: Document, name: string): Element[] {
  return [...document.getElementsByTagNameNS("*", name)];
}

function topLevel(document: Document, name: string): Element | undefined {
  return [...document.documentElement.children].find((child) => child.localName === name);
}

function identity(document: Document): string[] {
  const problems: string[] = [];
  const id = topLevel(document, "Id")?.textContent ?? "";
  const version = topLevel(document, "Version")?.textContent ?? "";
  if (!GUID.test(id)) problems.push(`Id "${id}" is not a GUID.`);
  if (!VERSION.test(version)) problems.push(`Version "${version}" is not 1 to 4 numbers.`);
  for (const [name, limit] of [
    ["DisplayName", LIMITS.displayName],
    ["Description", LIMITS.description],
  ] as const) {
    const element = topLevel(document, name);
    if (!element) problems.push(`${name} is missing.`);
    for (const text of element ? textsOf(element) : []) {
      if (text.length > limit)
        problems.push(`${name} has ${text.length} characters, more than ${limit}.`);
    }
  }
  return problems;
}

function order(document: Document): string[] {
  const places = [...document.documentElement.children].map((child) =>
    ORDER.indexOf(child.localName),
  );
  const unknown = [...document.documentElement.children].filter(
    (child) => !ORDER.includes(child.localName),
  );
  const problems = unknown.map((child) => `OfficeApp has an unknown element ${child.localName}.`);
  if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))) {
    problems.push("The elements of OfficeApp are not in the order that Office demands.");
  }
  return problems;
}

/** Every address of the manifest with the element that holds it. */
function addressesOf(document: Document): { element: string; address: string }[] {
  const named = [
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "SourceLocation",
    "Url",
    "Image",
  ];
  return named.flatMap((name) =>
    all(document, name).flatMap((element) => {
      const address = element.getAttribute("DefaultValue");
      return address === null ? [] : [{ element: name, address }];
    }),
  );
}

function addresses(document: Document): string[] {
  const found = addressesOf(document);
  const problems = found
    .filter(({ address }) => !address.startsWith("https://"))
    .map(({ element, address }) => `${element} "${address}" is not an https address.`);
  const origins = new Set(found.map(({ address }) => originOf(address)));
  if (origins.size > 1)
    problems.push(`The addresses belong to several origins: ${[...origins].join(", ")}.`);
  return problems;
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}

function textsOf(element: Element): string[] {
  const values = [element, ...element.children].map(
    (item) => item.getAttribute("DefaultValue") ?? item.getAttribute("Value"),
  );
  return values.filter((value) => value !== null);
}

function resources(document: Document): string[] {
  const problems: string[] = [];
  const kinds = { Image: "Icon", Url: "", String: "" };
  const definitions = Object.keys(kinds).flatMap((kind) =>
    all(document, kind).filter((element) => element.hasAttribute("id")),
  );
  const ids = definitions.map((element) => element.getAttribute("id") ?? "");
  for (const id of ids)
    if (id.length > LIMITS.resid)
      problems.push(`The resource id "${id}" is longer than ${LIMITS.resid}.`);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    problems.push(`The resource "${id}" is defined twice.`);
  const used = [...document.querySelectorAll("[resid]")].map(
    (element) => element.getAttribute("resid") ?? "",
  );
  for (const id of new Set(used))
    if (!ids.includes(id)) problems.push(`The resource "${id}" is used but not defined.`);
  for (const id of new Set(ids))
    if (!used.includes(id)) problems.push(`The resource "${id}" is defined but not used.`);
  for (const [list, limit] of [
    ["ShortStrings", LIMITS.shortString],
    ["LongStrings", LIMITS.longString],
  ] as const) {
    for (const text of all(document, list)
      .flatMap((strings) => [...strings.children])
      .flatMap(textsOf)) {
      if (text.length > limit)
        problems.push(`"${text}" has ${text.length} characters, more than ${limit}.`);
      if (text.trim() === "") problems.push(`A text in ${list} is empty.`);
    }
  }
  const controls = [...all(document, "Control"), ...all(document, "Group")].map(
    (element) => element.getAttribute("id") ?? "",
  );
  for (const id of new Set(controls.filter((id, index) => controls.indexOf(id) !== index)))
    problems.push(`The control id "${id}" is used twice.`);
  return problems;
}

function locales(document: Document): string[] {
  const problems: string[] = [];
  const standard = topLevel(document, "DefaultLocale")?.textContent ?? "";
  if (standard === "") problems.push("DefaultLocale is missing.");
  const translated = [
    topLevel(document, "DisplayName"),
    topLevel(document, "Description"),
    ...all(document, "String"),
  ];
  for (const element of translated) {
    if (!element) continue;
    const overrides = [...element.children]
      .filter((child) => child.localName === "Override")
      .map((child) => child.getAttribute("Locale"));
    const name = element.getAttribute("id") ?? element.localName;
    if (overrides.includes(standard))
      problems.push(`${name} has an override for the default locale ${standard}.`);
    if (!overrides.includes("en-US")) problems.push(`${name} has no English text.`);
  }
  return problems;
}

function icons(document: Document, { pngSize }: ManifestSurroundings): string[] {
  const problems: string[] = [];
  for (const icon of all(document, "Icon")) {
    const sizes = [...icon.children].map((image) => image.getAttribute("size") ?? "");
    const owner = icon.parentElement?.getAttribute("id") ?? "?";
    for (const size of CONTROL_ICON_SIZES)
      if (!sizes.includes(size)) problems.push(`${owner} has no icon of ${size} pixels.`);
  }
  const expected = [
    { element: topLevel(document, "IconUrl"), size: 32 },
    { element: topLevel(document, "HighResolutionIconUrl"), size: 64 },
    ...all(document, "Image")
      .filter((image) => image.hasAttribute("size"))
      .map((image) => ({
        element: all(document, "Image").find(
          (definition) => definition.getAttribute("id") === image.getAttribute("resid"),
        ),
        size: Number(image.getAttribute("size")),
      })),
  ];
  for (const { element, size } of expected) {
    const address = element?.getAttribute("DefaultValue");
    if (!address || !URL.canParse(address)) continue;
    const path = new URL(address).pathname.slice(1);
    const found = pngSize(path);
    if (!found) problems.push(`The icon ${path} does not exist.`);
    else if (found.width !== size || found.height !== size)
      problems.push(`The icon ${path} is ${found.width} × ${found.height}, not ${size} × ${size}.`);
  }
  return problems;
}

function pages(document: Document, surroundings: ManifestSurroundings): string[] {
  return addressesOf(document)
    .filter(
      ({ element, address }) =>
        ["Url", "SourceLocation", "SupportUrl"].includes(element) && URL.canParse(address),
    )
    .map(({ address }) => new URL(address).pathname.slice(1))
    .filter((path) => !surroundings.pages.includes(path))
    .map((path) => `The page ${path} is not one that the build writes.`);
}

function functions(document: Document, { functionNames }: ManifestSurroundings): string[] {
  const called = all(document, "FunctionName").map((element) => element.textContent ?? "");
  return [
    ...called
      .filter((name) => !functionNames.includes(name))
      .map((name) => `The function "${name}" is not registered by the code.`),
    ...functionNames
      .filter((name) => !called.includes(name))
      .map((name) => `The code registers "${name}", which no button calls.`),
  ];
}

function requirements(document: Document): string[] {
  const sets = all(document, "Set").map(
    (set) => `${set.getAttribute("Name")} ${set.getAttribute("MinVersion")}`,
  );
  const problems = sets.includes("ExcelApi 1.13")
    ? []
    : ["The buttons do not require ExcelApi 1.13."];
  const hosts = all(document, "Host").map(
    (host) => host.getAttribute("Name") ?? host.getAttribute("xsi:type"),
  );
  if (hosts.length === 0 || hosts.some((host) => host !== "Workbook"))
    problems.push("The host is not Excel (Workbook) alone.");
  return problems;
}

function runtime(document: Document): string[] {
  const shared = all(document, "Runtime")[0]?.getAttribute("resid");
  if (!shared) return ["There is no shared runtime."];
  const users = [
    ...all(document, "FunctionFile"),
    ...all(document, "Action").flatMap((action) => [...action.children]),
  ]
    .filter((element) => ["FunctionFile", "SourceLocation"].includes(element.localName))
    .map((element) => element.getAttribute("resid"));
  return users.every((resid) => resid === shared)
    ? []
    : ["The pane and the function file do not use the shared runtime's page."];
}
