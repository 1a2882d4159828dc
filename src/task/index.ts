/** Tasks, their milestones and result entries; status at a date; identity over re-reading. */
export * from "./types";
export { dueFromEvent, waitsForEvent, withEventDay } from "./anchor";
export {
  countedDays,
  doneClass,
  isInvalid,
  shownDue,
  statusAt,
  type CountedDays,
  type CountedMilestone,
  type StatusSettings,
} from "./status";
export { codeMaker } from "./codes";
export {
  defaultAsOf,
  isOtherPlan,
  trackAppendix,
  type TrackOptions,
  type TrackingUpdate,
} from "./track";
export { FIELD_NAMES } from "./questions";
export type {
  ConflictQuestion,
  FinishQuestion,
  IdentityQuestion,
  TrackingQuestion,
} from "./questions";
export {
  deadlineReader,
  ownerReader,
  readOwners,
  type DeadlineReader,
  type OwnerReader,
} from "./cell-readers";
export { dueOf } from "./reading";
export { readQuantities } from "./result-cells";
export type { SwapAnswer } from "./swapped";
export { FOUNDING_LISTS } from "./words";
export { matchTasks, type IdentityTask, type TaskMatches } from "./identity";
