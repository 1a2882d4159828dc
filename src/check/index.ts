/** One file a rule: what is wrong, where, why, which fix. */
export * from "./types";
