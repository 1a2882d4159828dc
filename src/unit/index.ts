/** The directory of units, and owner cells read with it. */
export * from "./types";
