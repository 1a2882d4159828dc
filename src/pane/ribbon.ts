import type { RibbonRequest } from "./model";
import { RibbonQueue } from "./ribbon-queue";

/** The buttons of the ribbon, by the names that the manifest calls. */
const BUTTONS: Readonly<Record<string, RibbonRequest>> = {
  checkAppendix: "check",
  halfYearReport: "first-half",
  yearReport: "year",
  urge: "urge",
};

export const ribbonQueue = new RibbonQueue();

/** The little of Office that the ribbon needs. */
interface RibbonOffice {
  readonly actions?: {
    associate: (name: string, action: (event: { completed: () => void }) => void) => void;
  };
  readonly addin?: { showAsTaskpane: () => Promise<void> };
}

/**
 * Tells Office which function each button runs. It must happen while the page loads: a button that
 * was pressed before is answered by the function that is there when Office is ready.
 */
export function associateButtons(office: RibbonOffice, queue: RibbonQueue): void {
  for (const [name, request] of Object.entries(BUTTONS)) {
    office.actions?.associate(name, (event) => void press(office, queue, request, event));
  }
}

async function press(
  office: RibbonOffice,
  queue: RibbonQueue,
  request: RibbonRequest,
  event: { completed: () => void },
): Promise<void> {
  try {
    await show(office);
    await queue.ask(request);
  } catch (cause) {
    // What can go wrong in the work itself is said in the pane; this is for the developer.
    console.error(cause);
  } finally {
    event.completed();
  }
}

/** Whatever comes of the press is said in the pane, so the pane comes first. */
async function show(office: RibbonOffice): Promise<void> {
  try {
    await office.addin?.showAsTaskpane();
  } catch {
    // Where a program may not open the pane, the officer's own work still goes on.
  }
}
