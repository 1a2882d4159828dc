import { utils, write, type CellObject, type WorkBook } from "@e965/xlsx";
import { Document, Packer, Paragraph } from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import {
  consolidate,
  makeForms,
  readReturnedForm,
  type FormOutcome,
  type ReturnedForm,
} from "../../src/collect";
import { readWorkbookFile, UnreadableFile } from "../../src/file";
import { fillIn, gridOf, PERIOD, samplePlan } from "./plan";

const tracking = samplePlan();
const OPTIONS = { period: PERIOD, receivedOn: null, sendBy: null };
const [form] = makeForms(tracking, { period: PERIOD, sendBy: null });
if (!form) throw new Error("there is no form");
const RESULT = "Đã đăng 04 tin, bài";
const filled = fillIn(gridOf(form), "NV001", { quantity: 4, measure: "tin bài", result: RESULT });
const rowOf = (code: string) => filled.values.findIndex(([first]) => first === code);

/** The form as another program writes it. */
function workbook(change: (book: WorkBook) => void = () => undefined): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(filled.values.map((row) => [...row])),
    "Phiếu báo cáo",
  );
  change(book);
  return book;
}

function bytesOf(book: WorkBook, bookType: "xlsx" | "biff8" = "xlsx"): Uint8Array {
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

function sheetOf(book: WorkBook) {
  const sheet = book.Sheets["Phiếu báo cáo"];
  if (!sheet) throw new Error("there is no sheet");
  return sheet;
}

const at = (code: string, column: string) => `${column}${rowOf(code) + 1}`;

async function read(bytes: Uint8Array): Promise<ReturnedForm> {
  return readReturnedForm("phiếu.xlsx", await readWorkbookFile(bytes));
}

function outcome(returned: ReturnedForm): { results: string[]; form: FormOutcome | undefined } {
  const taken = consolidate(tracking, [returned], OPTIONS);
  return { results: taken.entries.map(({ result }) => result), form: taken.forms[0] };
}

describe("odd files that are forms all the same", () => {
  const odd: readonly [string, () => Uint8Array, string[], string[]][] = [
    ["written by another program", () => bytesOf(workbook()), [RESULT], []],
    [
      "with a picture",
      () => {
        const parts = unzipSync(bytesOf(workbook()));
        return zipSync({ ...parts, "xl/media/image1.png": new Uint8Array([137, 80, 78, 71]) });
      },
      [RESULT],
      [],
    ],
    [
      "with formulas: a good one gives its value, a broken one is told",
      () =>
        bytesOf(
          workbook((book) => {
            const sheet = sheetOf(book);
            sheet[at("NV002", "G")] = { t: "n", v: 6, f: "2*3" } satisfies CellObject;
            sheet[at("NV003", "I")] = { t: "e", v: 0x17, f: "A1/0" } satisfies CellObject;
          }),
        ),
      ["", RESULT],
      ["error-value"],
    ],
    [
      "with a result merged over two tasks",
      () =>
        bytesOf(
          workbook((book) => {
            const row = rowOf("NV001");
            sheetOf(book)["!merges"] = [{ s: { r: row, c: 8 }, e: { r: row + 1, c: 8 } }];
          }),
        ),
      [RESULT],
      ["merged-cells"],
    ],
    [
      "with hidden rows",
      () =>
        bytesOf(
          workbook((book) => {
            const rows = Array.from({ length: rowOf("NV001") + 1 }, () => ({ hidden: true }));
            sheetOf(book)["!rows"] = rows;
          }),
        ),
      [RESULT],
      [],
    ],
    [
      "with a blank copy of the form in front",
      () => {
        const book = utils.book_new();
        const blank = gridOf(form).values.map((row) => [...row]);
        utils.book_append_sheet(book, utils.aoa_to_sheet(blank), "Mẫu");
        utils.book_append_sheet(book, sheetOf(workbook()), "Phiếu báo cáo");
        return bytesOf(book);
      },
      [RESULT],
      [],
    ],
    [
      "with two sheets that are forms and differ",
      () =>
        bytesOf(
          workbook((book) => {
            const other = fillIn(filled, "NV001", { result: "Bản khác" });
            const cells = other.values.map((row) => [...row]);
            utils.book_append_sheet(book, utils.aoa_to_sheet(cells), "Bản 2");
          }),
        ),
      [RESULT],
      ["several-tables"],
    ],
    [
      "pasted from Word, one text cut into two rows",
      () => {
        const rows = filled.values.map((row) => [...row]);
        const more = rows[0]?.map(() => "") ?? [];
        more[8] = "và 02 hội nghị";
        rows.splice(rowOf("NV001") + 1, 0, more);
        return bytesOf(
          workbook((book) => (book.Sheets["Phiếu báo cáo"] = utils.aoa_to_sheet(rows))),
        );
      },
      [RESULT],
      ["no-code"],
    ],
    [
      "with a row of a task deleted",
      () => {
        const rows = filled.values.filter(([first]) => first !== "NV002").map((row) => [...row]);
        return bytesOf(
          workbook((book) => (book.Sheets["Phiếu báo cáo"] = utils.aoa_to_sheet(rows))),
        );
      },
      [RESULT],
      ["missing-rows"],
    ],
  ];

  it.each(odd)("%s", async (_name, make, results, told) => {
    const found = outcome(await read(make()));
    expect(found.results.sort()).toEqual([...results].sort());
    expect(found.form?.problems.map(({ kind }) => kind)).toEqual(told);
  });
});

describe("files that are no forms", () => {
  it("an empty workbook and a list of something else are told apart from forms", async () => {
    const empty = utils.book_new();
    utils.book_append_sheet(empty, utils.aoa_to_sheet([]), "Trang 1");
    const list = utils.book_new();
    utils.book_append_sheet(
      list,
      utils.aoa_to_sheet([
        ["Họ tên", "Đơn vị"],
        ["A", "B"],
      ]),
      "Trang 1",
    );
    for (const book of [empty, list]) {
      const found = outcome(await read(bytesOf(book)));
      expect(found.form?.state).toBe("not-a-form");
    }
  });

  const unreadable: readonly [string, () => Uint8Array | Promise<Uint8Array>][] = [
    ["an old .xls", () => bytesOf(workbook(), "biff8")],
    ["a .docx that was renamed", wordFile],
    ["a file without anything in it", () => new Uint8Array()],
    [
      "a web page that was renamed",
      () => strToU8("<html><table><tr><td>Mã</td></tr></table></html>"),
    ],
    ["half a file", () => bytesOf(workbook()).slice(0, 2000)],
  ];

  it.each(unreadable)("%s is refused with a sentence", async (_name, make) => {
    const bytes = await make();
    const refusal = await read(bytes).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(UnreadableFile);
    expect((refusal as UnreadableFile).message).toMatch(/\.$/);
  });
});

async function wordFile(): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: [new Paragraph("Báo cáo")] }] });
  return new Uint8Array(await Packer.toBuffer(document));
}
