/** Names of the workbook's sheets, in their order. */
export function sheetNames(excel: typeof Excel): Promise<string[]> {
  return excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });
}

/** Whether no sheet of the workbook holds anything: only there may sheets be added and deleted. */
export function isEmptyWorkbook(excel: typeof Excel): Promise<boolean> {
  return excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
    for (const range of used) range.load("address");
    await context.sync();
    return used.every((range) => range.isNullObject);
  });
}
