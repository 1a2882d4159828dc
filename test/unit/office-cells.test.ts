import { createDirectory, readOwner, type OwnerReading } from "../../src/unit";
import { cells as board } from "./cells/board";
import { cells as department } from "./cells/department";
import { cells as numberedRooms, withoutDirectory } from "./cells/numbered-rooms";
import * as offices from "./cells/other-offices";
import { cells as province } from "./cells/province";
import { cells as provinceMore } from "./cells/province-more";
import { cells as provinceBefore } from "./cells/province-before";
import type { OfficeCells } from "./cells/types";
import { cells as ward } from "./cells/ward";

const LISTS = ["lead", "support", "groups", "persons", "unknown"] as const;

/** The reading in the words of the tables. */
function said(reading: OwnerReading): string {
  return [
    ...LISTS.filter((name) => reading[name].length > 0).map(
      (name) => `${name}: ${reading[name].join(" | ")}`,
    ),
    ...reading.questions.map(({ candidates }) => `ask: ${candidates.join(" | ")}`),
  ].join("\n");
}

describe.each<[string, OfficeCells]>([
  ["a province", province],
  ["a province, further", provinceMore],
  ["a province with districts", provinceBefore],
  ["a board of near-identical rooms", board],
  ["a department", department],
  ["a ward", ward],
  ["a province of communes, with its Party bodies", offices.provinceOfCommunes],
  ["a university", offices.university],
  ["a hospital", offices.hospital],
  ["a district", offices.district],
  ["a state enterprise", offices.enterprise],
  ["a commune", offices.commune],
  ["a ministry", offices.ministry],
  ["a board of industrial zones", offices.zones],

  ["rooms with numbers", numberedRooms],
  ["rooms with numbers, without a directory", withoutDirectory],
])("owner cells of %s", (_name, { units, cells }) => {
  const directory = createDirectory(
    units.map(([name, group, headTitle]) => ({
      name,
      abbreviation: null,
      otherNames: [],
      group: group ?? null,
      headTitle: headTitle ?? null,
    })),
  );

  it.each(cells)("%s: %s", (column, text, expected) => {
    expect(said(readOwner(text, column, directory))).toBe(expected);
  });
});
