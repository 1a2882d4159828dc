import type { RibbonRequest } from "./model";

/** Requests of ribbon buttons wait here until the pane is there to do them. */
export class RibbonQueue {
  #waiting: { request: RibbonRequest; done: () => void }[] = [];
  #doing: ((request: RibbonRequest) => Promise<void>) | null = null;

  /** Resolves when the pane has done the request. */
  ask(request: RibbonRequest): Promise<void> {
    if (this.#doing) return this.#doing(request);
    return new Promise((done) => this.#waiting.push({ request, done }));
  }

  /** Gives the requests to the pane, those that waited first; gives how to stop. */
  take(doing: (request: RibbonRequest) => Promise<void>): () => void {
    this.#doing = doing;
    const waiting = this.#waiting;
    this.#waiting = [];
    void (async () => {
      for (const { request, done } of waiting) {
        try {
          await doing(request);
        } finally {
          done();
        }
      }
    })();
    return () => {
      if (this.#doing === doing) this.#doing = null;
    };
  }
}
