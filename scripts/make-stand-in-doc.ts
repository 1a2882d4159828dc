/** Writes docs/stand-in.md from the list of assumptions and from the members that the stand-in knows. */
import { writeFileSync } from "node:fs";
import { contract } from "../src/host/contract";
import { knownMembers, officersFunctions } from "../src/host/contract/known";

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The whole document as Markdown. */
export function standInDocument(): string {
  const assumptions = contract.map(
    ({ id, assumption, source }) => `| \`${id}\` | ${cell(assumption)} | ${cell(source)} |`,
  );
  const members = [...knownMembers()]
    .sort((a, b) => a.kind.localeCompare(b.kind))
    .map(({ kind, members: list }) => `| ${kind} | ${list.join(", ")} |`);
  return `# The stand-in for Excel

_Made by \`npx tsx scripts/make-stand-in-doc.ts\`; do not edit by hand._

The trial page, the command line and the tests run the very code of the add-in over the real Excel
client of @microsoft/office-js. The stand-in (\`src/host\`) answers that client's messages from a
workbook in memory. It is a servant: it knows the members that the add-in uses, refuses all others
by name, and is to be no kinder than Excel.

**No live Excel has run this list yet.** What is assumed below comes from Microsoft's documentation
and from issues of OfficeDev/office-js. Each assumption is a test that runs unchanged on the
stand-in in node and in a browser, and inside a live Excel from the developer's page ("Tự kiểm tra
trên Excel này"). Where a live Excel differs, Excel is right: change the assumption first, then the
stand-in.

## Self-check in Excel

\`self-check.html\` runs the list and shows what holds, what does not, and why; [Sao chép kết quả] gives
the whole result as text to send on. It adds and deletes sheets of its own and therefore starts only in
a workbook that holds nothing.

1. \`npm run start:excel\` serves the pages at https://localhost:3000.
2. \`npx tsx scripts/make-self-check-manifest.ts\` writes \`out/self-check.xml\`, an add-in of its own
   beside the pane's. With an https address behind it, the manifest is for the pages on that server.
3. In a new, empty workbook load \`out/self-check.xml\` as any add-in under development (Excel on the
   web: Trang đầu › Phần bổ trợ › Tải lên phần bổ trợ của tôi), open it and press [Bắt đầu].

Without Excel, \`self-check.html?stand-in\` in a browser (\`npm start\`) runs the same list on the stand-in
over the same client, and says that this is no Excel.

## What it does

- Values as Excel takes them: strings are read in en-US (dates, numbers, percents, booleans,
  formulas), an apostrophe and the format "@" keep texts, null leaves a cell alone.
- Texts as number formats show them; the calendars of 1900 (with its 29 February) and 1904.
- Formulas of the closed list (IF AND OR NOT N ISTEXT ISNUMBER ISBLANK ISFORMULA IFERROR SUM MAX MIN
  ROUND COUNT COUNTA ROWS COUNTIF COUNTIFS SUMIFS MAXIFS MINIFS INDEX MATCH(…,0) TODAY), structured
  references, defined names. A circle gives 0 in each of its cells and is told.
- What an officer writes beside them, up to 2,000 formulas: some 120 functions, most of them of the
  library @formulajs/formulajs (${officersFunctions().join(" ")}), each compared with LibreOffice; within SUMPRODUCT
  cell by cell. Not answered, since a wrong number is worse than none: arrays that spill, INDIRECT,
  OFFSET, RAND, texts that are a number or a day in one region only, TEXT with names of days or months,
  looking up in unsorted lists without FALSE or 0, SUBTOTAL over hidden rows, whatever is not in the list.
- A formula that is not computed keeps the value of the file and is marked stale, as is all that reads
  it; \`save()\` says which. One that was written here and has no value yet is refused when it is read
  (\`NotImplemented\`, with cell and formula). What is no function of Excel is #NAME?.
- Tables with calculated columns, names, rules, conditional formats by formula, charts, page
  set-up, protection, settings, events.
- .xlsx in and out; \`save()\` says in Vietnamese what of an opened file it could not keep.
- What a person does by hand (\`officer\`): typing with Vietnamese regional settings, inserting,
  deleting, sorting, protecting; what a page needs to draw the sheet (\`view\`).
- Faults on demand (\`faults\`): the n-th action or request fails before or after it took effect, a
  cell is being edited, no answer, a late answer, somebody else's change in between, lost events.
- Counters: requests, actions, cells, bytes each way, own milliseconds. Limits of Excel on the web: 5 MB a request and
  a response, 5 million cells a read, 512 merged areas.

## What it refuses

Members that are not listed below (\`ApiNotFound\`, with the member's name); versions above the one
that it is told to be; conditional formats other than by formula; tables without headers; inserting
and deleting of parts of rows; rows and columns of tables other than at the end (\`NotImplemented\`).

Files that would unpack to more than 256 MB (one part: 128 MB, 200 times its packed size), that hold
more than a million cells, or whose cells lie so far apart that the rectangle around them has more than
20 million (\`UnreadableFile\`, with a sentence for the officer).

Heights of rows that fit their text by themselves are estimated by characters and prove nothing
about Excel's own. "########" appears only where a number is beyond doubt too wide.

## How a member is added

1. Write down the assumption with its source as a case in \`src/host/contract\`.
2. Add the member to its type in \`src/host/objects\` under the name that scripts use; the act itself
   goes to \`src/host/acts\`, the state to \`src/host/model\`.
3. Run \`npx jest test/host\` and make this document anew.

## Assumptions

| id | assumption | source |
|---|---|---|
${assumptions.join("\n")}

## Members

| type | members |
|---|---|
${members.join("\n")}
`;
}

if (process.argv[1]?.endsWith("make-stand-in-doc.ts"))
  writeFileSync("docs/stand-in.md", standInDocument());
