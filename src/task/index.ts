/** Tasks, their milestones and result entries; status at a date; identity over re-reading. */
export * from "./types";
export {
  countedDays,
  doneClass,
  isInvalid,
  nextDue,
  shownDue,
  statusAt,
  type CountedDays,
  type CountedMilestone,
  type StatusSettings,
} from "./status";
