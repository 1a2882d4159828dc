import type { Action } from "./protocol";
import type { ActionFault } from "./process";

/** What can go wrong on purpose. */
interface FaultPlan {
  /** The n-th action from now on (from 1) fails with a code, before or after it took effect. */
  readonly action?: {
    readonly number: number;
    readonly code: string;
    readonly when?: "before" | "after";
  };
  /** The n-th request from now on (from 1). */
  readonly request?: {
    readonly number: number;
    /** A code: the whole request is refused, or carried out and its answer lost ("after"). */
    readonly code?: string;
    readonly when?: "before" | "after";
    /** It is carried out (or not) and never answered. */
    readonly never?: "before" | "after";
    /** It is answered so many milliseconds late. */
    readonly late?: number;
    /** Done by somebody else before the request is carried out. */
    readonly meanwhile?: () => void;
  };
}

/** Faults on demand, each happening once. */
export class Faults {
  private plans: FaultPlan[] = [];
  private actions = 0;
  private requests = 0;
  /** A cell is being edited: every request is refused until the officer has finished. */
  cellEdit = false;
  /** Events are not told. */
  loseEvents = false;

  /** Plans a fault, counted from now. */
  plan(fault: FaultPlan): void {
    this.plans.push({
      ...(fault.action
        ? { action: { ...fault.action, number: fault.action.number + this.actions } }
        : {}),
      ...(fault.request
        ? { request: { ...fault.request, number: fault.request.number + this.requests } }
        : {}),
    });
  }

  clear(): void {
    this.plans = [];
    this.cellEdit = false;
    this.loseEvents = false;
  }

  /** The fault of the request that begins now. */
  nextRequest(): NonNullable<FaultPlan["request"]> | null {
    this.requests++;
    return this.plans.find(({ request }) => request?.number === this.requests)?.request ?? null;
  }

  /** The fault of the action that begins now; instantiations do not count. */
  readonly nextAction = (action: Action): ActionFault | null => {
    if (action.ActionType !== 3 && action.ActionType !== 4) return null;
    if (action.Name.startsWith("_")) return null;
    this.actions++;
    const plan = this.plans.find((one) => one.action?.number === this.actions)?.action;
    return plan ? { code: plan.code, when: plan.when ?? "before" } : null;
  };
}
