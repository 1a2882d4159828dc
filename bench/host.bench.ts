import { openWorkbook, type StandIn } from "../src/host";
import { startExcel } from "../src/host/node";

const names = [
  "Phòng Quản lý đầu tư",
  "Phòng Quản lý lao động",
  "Văn phòng Ban",
  "Phòng Quy hoạch",
];
const block = 4_000;

const row = (column: string): string => `NhiemVu[[#This Row],[${column}]]`;
const late = 2_958_465;

const taskFormulas: Readonly<Record<string, string>> = {
  "Hạn tính": `=IF(${row("Loại hạn")}="Nhiều mốc",MAXIFS(MocThoiHan[Hạn],MocThoiHan[Mã],${row("Mã")}),IF(N(${row("Hạn")})>0,${row("Hạn")},${late}))`,
  "Xong tính": `=IF(N(${row("Ngày hoàn thành")})>0,${row("Ngày hoàn thành")},${late})`,
  "Xếp loại": `=IF(${row("Xong tính")}=${late},"",IF(${row("Hạn tính")}=${late},"Xong, không hạn",IF(${row("Xong tính")}>${row("Hạn tính")},"Xong quá hạn","Xong đúng hạn")))`,
  "Lỗi nhập": `=IF(OR(ISTEXT(${row("Hạn")}),COUNTIFS(NhiemVu[Mã],${row("Mã")})<>1,(${row("Loại hạn")}="Nhiều mốc")<>(COUNTIFS(MocThoiHan[Mã],${row("Mã")})>0)),1,0)`,
  "Tình trạng": `=IF(${row("Lỗi nhập")}=1,"Sai dữ liệu",IF(${row("Xong tính")}<=NgaySoLieu,${row("Xếp loại")},IF(${row("Hạn tính")}=${late},"Không hạn",IF(${row("Hạn tính")}<NgaySoLieu,"Quá hạn","Trong hạn"))))`,
};

/** A workbook of tasks with milestones, the status by formula and a table of figures. */
async function build(tasks: number): Promise<Uint8Array> {
  await startExcel(await openWorkbook(null));
  const standIn = await openWorkbook(null);
  await startExcel(standIn);
  const columns = ["Mã", "Nhiệm vụ", "Chủ trì", "Loại hạn", "Hạn", "Ngày hoàn thành"];
  const milestones: (string | number)[][] = [];
  const rows = Array.from({ length: tasks }, (_, n): (string | number)[] => {
    const many = n % 10 === 0;
    if (many)
      for (let k = 0; k < 3; k++) milestones.push([`NV${n}`, 45_300 + ((n * 7 + k * 30) % 365)]);
    const done = n % 3 === 0 ? 45_300 + ((n * 13) % 365) : "";
    const due = n % 4 === 0 ? "" : 45_300 + ((n * 11) % 365);
    return [
      `NV${n}`,
      `Nhiệm vụ số ${n} của kế hoạch`,
      names[n % 4] ?? "",
      many ? "Nhiều mốc" : "Một mốc",
      due,
      done,
    ];
  });
  await write("Theo dõi", "NhiemVu", [columns, ...rows], taskFormulas);
  await write("Mốc", "MocThoiHan", [["Mã", "Hạn"], ...milestones], {});
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Báo cáo");
    const classes = ["Quá hạn", "Trong hạn", "Không hạn", "Xong đúng hạn", "Xong quá hạn"];
    sheet.getRange("A1").values = [[45_457]];
    context.workbook.names.add("NgaySoLieu", sheet.getRange("A1"));
    sheet.getRangeByIndexes(2, 0, 1, 1 + classes.length).values = [["Phòng", ...classes]];
    names.forEach((name, at) => {
      sheet.getRangeByIndexes(3 + at, 0, 1, 1).values = [[name]];
      sheet.getRangeByIndexes(3 + at, 1, 1, classes.length).formulas = [
        classes.map((_, column) => {
          const letter = String.fromCharCode(66 + column);
          return `=COUNTIFS(NhiemVu[Chủ trì],$A${4 + at},NhiemVu[Tình trạng],${letter}$3)`;
        }),
      ];
    });
    await context.sync();
  });
  return (await standIn.save()).bytes;
}

async function write(
  sheetName: string,
  table: string,
  rows: readonly (readonly (string | number)[])[],
  formulas: Readonly<Record<string, string>>,
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  const added = Object.keys(formulas);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(sheetName);
    await context.sync();
    const starts = Array.from({ length: Math.ceil(rows.length / block) }, (_, n) => n * block);
    await starts.reduce(async (before, from) => {
      await before;
      const part = rows.slice(from, from + block).map((line) => [...line]);
      sheet.getRangeByIndexes(from, 0, part.length, width).values = part;
      await context.sync();
    }, Promise.resolve());
    if (added.length > 0) sheet.getRangeByIndexes(0, width, 1, added.length).values = [added];
    const area = sheet.getRangeByIndexes(0, 0, rows.length, width + added.length);
    const made = sheet.tables.add(area, true);
    made.name = table;
    await context.sync();
    context.application.calculationMode = "Manual";
    for (const name of added) {
      const body = made.columns.getItem(name).getDataBodyRange();
      body.formulas = formulas[name] as unknown as string[][];
    }
    await context.sync();
    context.application.calculationMode = "Automatic";
    await context.sync();
  });
}

async function recalculate(standIn: StandIn): Promise<number> {
  await startExcel(standIn);
  const start = performance.now();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Báo cáo");
    sheet.getRange("A1").values = [[45_500]];
    sheet.getRange("B4:F7").load("values");
    await context.sync();
  });
  return performance.now() - start;
}

/** Opening, recalculating and saving a workbook of tasks, as in a trial or on the command line. */
export default async function (): Promise<void> {
  const table: Record<string, Record<string, string>> = {};
  let base = 0;
  for (const tasks of [300, 3_000, 30_000]) {
    const bytes = await build(tasks);
    const start = performance.now();
    const standIn = await openWorkbook(bytes);
    const opened = performance.now() - start;
    const recalculated = await recalculate(standIn);
    const before = performance.now();
    await standIn.save();
    const saved = performance.now() - before;
    const perTask = (opened + recalculated + saved) / tasks;
    if (tasks === 3_000) base = perTask;
    table[`${tasks} tasks`] = {
      "open, ms": opened.toFixed(0),
      "recalculate, ms": recalculated.toFixed(0),
      "save, ms": saved.toFixed(0),
      "all, ms": (opened + recalculated + saved).toFixed(0),
      "per task against 3,000": base > 0 ? (perTask / base).toFixed(2) : "",
      "file, KiB": (bytes.length / 1024).toFixed(0),
    };
  }
  console.table(table);
}
