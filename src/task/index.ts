/** Tasks, their milestones and result entries; status at a date; identity over re-reading. */
export * from "./types";
