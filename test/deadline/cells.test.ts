import { readDeadline } from "../../src/deadline";
import cells from "./fixtures/cells.json";

/** Cells of real plans, each read twice by people. */
describe("real cells", () => {
  it.each(cells.map((cell) => [cell.text, cell] as const))("%j", (_text, cell) => {
    const { kind, start, due, ongoing, every, milestones } = readDeadline(cell.text, {
      year: cell.year,
    });
    expect({ kind, start, due, ongoing, every, milestones }).toEqual({
      kind: cell.kind,
      start: cell.start,
      due: cell.due,
      ongoing: cell.ongoing,
      every: cell.every,
      milestones: cell.milestones,
    });
  });
});
