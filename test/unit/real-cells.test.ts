import { normalizeText } from "../../src/text";
import { createDirectory, readOwner, type OwnerColumn, type Unit } from "../../src/unit";
import hanoiCells from "./fixtures/HN.cells.json";
import hanoiUnits from "./fixtures/HN.units.json";
import centralCells from "./fixtures/TW.cells.json";
import centralUnits from "./fixtures/TW.units.json";

interface Cell {
  text: string;
  column: string;
  lead: string[];
  support: string[];
  groups: string[];
  persons: string[];
  unknown: string[];
}

/** The phrases that runs of spaces and line breaks do not tell apart. */
const plain = (texts: readonly string[]) => texts.map((text) => normalizeText(text)).sort();

describe.each([
  ["a city's departments", hanoiUnits, hanoiCells],
  ["ministries and one ministry's departments", centralUnits, centralCells],
] as [string, Unit[], Cell[]][])("real owner cells, directory of %s", (_name, units, cells) => {
  const directory = createDirectory(units);

  it.each(cells.map((cell) => [cell.text, cell] as const))("%s", (_text, cell) => {
    const reading = readOwner(cell.text, cell.column as OwnerColumn, directory);
    expect({
      lead: plain(reading.lead),
      support: plain(reading.support),
      groups: plain(reading.groups),
      persons: plain(reading.persons),
      unknown: plain(reading.unknown),
      questions: reading.questions,
    }).toEqual({
      lead: plain(cell.lead),
      support: plain(cell.support),
      groups: plain(cell.groups),
      persons: plain(cell.persons),
      unknown: plain(cell.unknown),
      questions: [],
    });
  });
});
