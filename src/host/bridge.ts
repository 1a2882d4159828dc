import { byteLength, cellsAnswered, cellsIn, type Counters } from "./counters";
import type { Faults } from "./faults";
import type { Host } from "./host";
import { processRequest } from "./process";
import { actionType, type RequestBody, type RequestMessage, type ResponseBody } from "./protocol";
import type { Remote } from "./remote";

/** What the client of Office.js looks for as the global _richApiNativeBridge. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

/** Excel on the web takes and gives at most 5 MB a request. */
const payloadLimit = 5 * 1024 * 1024;
const eventCategory = 65_536;

const messages: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
};

/** The formulas that a request writes, as far as they can be told before it runs. */
function* formulasIn({ Actions }: RequestBody): Generator<string> {
  for (const { ActionType, ArgumentInfo } of Actions) {
    if (ActionType !== actionType.setProperty) continue;
    for (const given of [ArgumentInfo?.Arguments?.[0]].flat(2))
      if (typeof given === "string" && /^[=+\-@]/.test(given))
        yield given.startsWith("=") ? given : `=${given}`;
  }
}

const isRelease = (body: RequestBody): boolean =>
  body.Actions.length > 0 &&
  body.Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === "_RemoveReference");

/** Answers the client's messages from a workbook in memory. */
export class StandInBridge implements Bridge {
  onMessageFromHost: ((text: string) => void) | null = null;
  private readonly references = new Map<string, Remote>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: Host,
    private readonly counters: Counters,
    private readonly faults: Faults,
  ) {}

  /** One request after another, never within the sender's own turn, as over a process border. */
  sendMessageToHost(text: string): void {
    this.queue = this.queue.then(() => this.answer(text));
  }

  private async answer(text: string): Promise<void> {
    const request = JSON.parse(text) as RequestMessage;
    const given = request.message?.body;
    if (request.type !== 1 || given === undefined) return;
    const body = typeof given === "string" ? (JSON.parse(given) as RequestBody) : given;
    const release = isRelease(body);
    this.count(text, body, release);
    const fault = release ? null : this.faults.nextRequest();
    fault?.meanwhile?.();
    if (fault?.late !== undefined) await wait(fault.late);
    const refusal = this.refusal(text, release, fault);
    if (refusal !== null) return this.refuse(request.id, refusal);
    if (fault?.never === "before") return;
    await this.host.engine.loadFor(formulasIn(body));
    const start = performance.now();
    const response = this.carryOut(body);
    this.counters.milliseconds += performance.now() - start;
    if (fault?.never === "after") return;
    if (fault?.code !== undefined) return this.refuse(request.id, fault.code);
    const answer = JSON.stringify(response);
    for (const { Value } of response.Results) this.counters.cellsRead += cellsAnswered(Value);
    if (byteLength(answer) > payloadLimit)
      return this.refuse(request.id, "ResponsePayloadSizeLimitExceeded");
    this.counters.bytesOut += byteLength(answer);
    this.send({
      id: request.id,
      type: 2,
      message: { statusCode: 200, headers: {}, body: answer },
    });
    this.flushEvents();
  }

  private refusal(
    text: string,
    release: boolean,
    fault: { readonly code?: string; readonly when?: string } | null,
  ): string | null {
    if (this.faults.cellEdit && !release) return "InvalidOperationInCellEditMode";
    if (byteLength(text) > payloadLimit) return "RequestPayloadSizeLimitExceeded";
    return fault?.code !== undefined && fault.when !== "after" ? fault.code : null;
  }

  private carryOut(body: RequestBody): ResponseBody {
    this.host.actor = "ThisLocalAddin";
    try {
      return processRequest(this.host, this.references, body, this.faults.nextAction);
    } finally {
      this.host.release();
      this.host.actor = "Unknown";
      this.host.forget(this.references.values());
      this.host.tell();
    }
  }

  private count(text: string, body: RequestBody, release: boolean): void {
    if (release) this.counters.releases++;
    else this.counters.requests++;
    this.counters.bytesIn += byteLength(text);
    this.counters.actions += body.Actions.filter(({ ActionType }) => ActionType !== 1).length;
    for (const { ActionType, ArgumentInfo } of body.Actions)
      if (ActionType === actionType.setProperty)
        this.counters.cells += cellsIn(ArgumentInfo?.Arguments?.[0]);
  }

  private refuse(id: number, code: string): void {
    const error = { code, message: messages[code] ?? "The request failed." };
    this.send({
      id,
      type: 2,
      message: { statusCode: 400, headers: {}, body: JSON.stringify({ error }) },
    });
  }

  /** Tells the events that wait. */
  flushEvents(): void {
    const events = this.host.takeEvents();
    if (this.faults.loseEvents || events.length === 0) return;
    const entries = events.flatMap(({ code, targets, message }) =>
      targets.map((targetId) => ({
        messageCategory: eventCategory,
        messageType: code,
        targetId,
        message: JSON.stringify(message),
      })),
    );
    this.send({ type: 3, message: { entries } });
  }

  private send(message: unknown): void {
    this.onMessageFromHost?.(JSON.stringify(message));
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
