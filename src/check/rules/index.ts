import type { RunnableRule } from "../define";
import { deadlineInOwner } from "./deadline-in-owner";
import { finishInFuture } from "./finish-in-future";
import { impossibleDate } from "./impossible-date";
import { noLead } from "./no-lead";
import { ownerInDeadline } from "./owner-in-deadline";
import { severalLeads } from "./several-leads";
import { startAfterEnd } from "./start-after-end";
import { unknownLead } from "./unknown-lead";
import { unreadDate } from "./unread-date";
import { unreadableDeadline } from "./unreadable-deadline";

/** All rules; those that come first weigh more among their severity. */
export const RULES: readonly RunnableRule[] = [
  noLead,
  severalLeads,
  unknownLead,
  deadlineInOwner,
  ownerInDeadline,
  impossibleDate,
  unreadableDeadline,
  startAfterEnd,
  finishInFuture,
  unreadDate,
];
