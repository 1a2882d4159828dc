/**
 * Plain data of a sheet: the grid that was read and the plan of a sheet to write.
 * Both rooms that think and the room that talks to Excel share these words and nothing else.
 */
export * from "./address";
export * from "./grid";
export * from "./plan";
