/** A grid of cells → the appendix: header, columns, rows by kind, raw tasks, the plan's facts. */
export * from "./types";
export { recallMapping } from "./recall";
export { chooseSheet, readAppendix, type AppendixOptions } from "./read";
