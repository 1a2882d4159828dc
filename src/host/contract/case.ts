/** One assumption about Excel, with where it comes from, and a run that proves it on any Excel. */
export interface ContractCase {
  readonly id: string;
  /** What is assumed, in one sentence. */
  readonly assumption: string;
  /** A page of Microsoft's documentation, or an issue of OfficeDev/office-js by its number. */
  readonly source: string;
  /** Throws ContractBroken where this Excel behaves otherwise. Leaves no sheet, name or table behind. */
  readonly run: (excel: typeof Excel) => Promise<void>;
}

/** This Excel does not behave as assumed. */
class ContractBroken extends Error {
  constructor(what: string, found: unknown, expected: unknown) {
    super(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
    this.name = "ContractBroken";
  }
}

/** Compares by content. */
export function same(found: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new ContractBroken(what, found, expected);
}

let count = 0;

/** Runs a batch on a sheet made for it, which is taken away at the end whatever happens. */
export async function onSheet(
  excel: typeof Excel,
  batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<void>,
): Promise<void> {
  const name = `Kiem tra ${++count}`;
  await excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  try {
    await excel.run((context) => batch(context, context.workbook.worksheets.getItem(name)));
  } finally {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("protection/protected");
      await context.sync();
      if (!sheet.isNullObject) {
        if (sheet.protection.protected) sheet.protection.unprotect();
        sheet.delete();
      }
      await context.sync();
    });
  }
}

/** Expects a sync to fail with one of some codes. */
export async function refused(
  codes: readonly string[],
  sync: () => Promise<void>,
  what: string,
): Promise<void> {
  let found = "no error";
  try {
    await sync();
  } catch (error) {
    found = codeOf(error);
  }
  if (!codes.includes(found)) throw new ContractBroken(what, found, codes);
}

function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return String(error);
}

/** One value for all cells: Excel takes it, the types of Office.js do not say so. */
export const forAll = <Item>(value: Item): Item[][] => value as unknown as Item[][];
