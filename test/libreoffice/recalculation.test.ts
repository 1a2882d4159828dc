import { read as readXlsx, utils } from "@e965/xlsx";
import { reportingPeriod } from "../../src/deadline";
import { office } from "../commands/office";
import { describeWithLibreOffice, savedByLibreOffice } from "./office";

describeWithLibreOffice("recalculation by LibreOffice (needs soffice)", () => {
  it("gives every cell of both reports, of both books and of Theo dõi the value that was saved", async () => {
    const desk = await office("2024-12-31");
    for (const kind of ["first-half", "year"] as const) {
      const period = reportingPeriod(kind, 2024);
      await desk.commands.report({ period, asOf: period.to, reader: "authority" });
    }
    const unit = "Văn phòng Ban";
    await desk.commands.noteUrged([unit], "2024-06-14");
    await desk.commands.sendBack({
      unit,
      period: reportingPeriod("year", 2024),
      reason: "Thiếu minh chứng",
      newDate: "2024-12-31",
    });
    const { bytes } = await desk.standIn.save();
    const ours = readXlsx(bytes, { cellFormula: true });
    const theirs = readXlsx(savedByLibreOffice(bytes));
    let formulas = 0;
    const different: string[] = [];
    for (const name of ours.SheetNames) {
      const sheet = ours.Sheets[name] ?? {};
      for (const [address, cell] of Object.entries(sheet)) {
        if (address.startsWith("!")) continue;
        const { f: formula, v: value = "" } = cell as { f?: string; v?: unknown };
        if (formula === undefined) continue;
        formulas += 1;
        const found = (theirs.Sheets[name]?.[address] as { v?: unknown } | undefined)?.v ?? "";
        const agrees =
          typeof value === "number" && typeof found === "number"
            ? Math.abs(value - found) < 1e-9
            : value === found;
        if (!agrees) different.push(`${name}!${address}: ${JSON.stringify([value, found])}`);
      }
    }
    expect(different).toEqual([]);
    expect(formulas).toBeGreaterThan(1000);
    expect(utils.decode_range(ours.Sheets["Theo dõi"]?.["!ref"] ?? "A1").e.r).toBe(33);
  }, 180_000);
});
