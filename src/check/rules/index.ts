import type { RunnableRule } from "../define";
import { adjustedWithoutBasis } from "./adjusted-without-basis";
import { ambiguousDeadline } from "./ambiguous-deadline";
import { beforePlanDate } from "./before-plan-date";
import { damagedNumber } from "./damaged-number";
import { deadlineInOwner } from "./deadline-in-owner";
import { doneWithoutDate } from "./done-without-date";
import { doneWithoutResult } from "./done-without-result";
import { dueOnDayOff } from "./due-on-day-off";
import { duplicateNumber } from "./duplicate-number";
import { duplicateTask } from "./duplicate-task";
import { emptySection } from "./empty-section";
import { finishBeforeStart } from "./finish-before-start";
import { finishInFuture } from "./finish-in-future";
import { formerUnit } from "./former-unit";
import { groupLead } from "./group-lead";
import { groupTime } from "./group-time";
import { impossibleDate } from "./impossible-date";
import { leadAlsoSupports } from "./lead-also-supports";
import { legacyEncoding } from "./legacy-encoding";
import { missingNumber } from "./missing-number";
import { mixedUnicode } from "./mixed-unicode";
import { monthCell } from "./month-cell";
import { noDeadline } from "./no-deadline";
import { noLead } from "./no-lead";
import { noProduct } from "./no-product";
import { outsidePlan } from "./outside-plan";
import { ownerInDeadline } from "./owner-in-deadline";
import { personOwner } from "./person-owner";
import { phoneNumber } from "./phone-number";
import { planYearUnknown } from "./plan-year-unknown";
import { productRepeatsTask } from "./product-repeats-task";
import { relativeWithoutAnchor } from "./relative-without-anchor";
import { reportingDuty } from "./reporting-duty";
import { severalLeads } from "./several-leads";
import { startAfterEnd } from "./start-after-end";
import { statusAgainstCells } from "./status-against-cells";
import { swappedDates } from "./swapped-dates";
import { tooManyExtensions } from "./too-many-extensions";
import { unitInQuestion } from "./unit-in-question";
import { unknownLead } from "./unknown-lead";
import { unknownSupport } from "./unknown-support";
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
  planYearUnknown,
  startAfterEnd,
  finishInFuture,
  statusAgainstCells,
  unreadDate,
  unitInQuestion,
  groupLead,
  personOwner,
  formerUnit,
  leadAlsoSupports,
  phoneNumber,
  ambiguousDeadline,
  swappedDates,
  outsidePlan,
  beforePlanDate,
  relativeWithoutAnchor,
  groupTime,
  noDeadline,
  finishBeforeStart,
  doneWithoutDate,
  doneWithoutResult,
  adjustedWithoutBasis,
  tooManyExtensions,
  noProduct,
  duplicateTask,
  legacyEncoding,
  emptySection,
  unknownSupport,
  monthCell,
  dueOnDayOff,
  productRepeatsTask,
  duplicateNumber,
  missingNumber,
  damagedNumber,
  mixedUnicode,
  reportingDuty,
];
