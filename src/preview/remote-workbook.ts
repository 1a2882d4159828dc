import type { Calls, CallName, FromWorker, ToWorker } from "./protocol";

/** The worker refused, with a sentence for the person at the page. */
export class WorkerRefused extends Error {}

/** The workbook in its worker, as the page talks to it. */
export class RemoteWorkbook {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (cause: Error) => void }
  >();
  readonly #listeners = new Set<() => void>();
  #next = 1;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", (event: MessageEvent<FromWorker>) => this.#take(event.data));
    worker.addEventListener("error", (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
      this.#waiting.clear();
    });
  }

  call<Name extends CallName>(
    name: Name,
    ...parameters: Parameters<Calls[Name]>
  ): ReturnType<Calls[Name]> {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#post({ kind: "call", id, name, parameters });
    return answer as ReturnType<Calls[Name]>;
  }

  /** Hands the worker one end of a channel for the client of Office.js. */
  connect(port: MessagePort): void {
    this.#post({ kind: "connect", port }, [port]);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #take(message: FromWorker): void {
    if (message.kind === "changed") {
      for (const listener of this.#listeners) listener();
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "result") waiting?.resolve(message.value);
    else waiting?.reject(new WorkerRefused(message.message));
  }
}
