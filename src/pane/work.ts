import { Refusal, type CommandOptions } from "../commands/types";
import type { Words } from "../locale";
import type { Store } from "./state";

/** After so many milliseconds without an answer the pane says what may hold Excel up. */
const SLOW = 4000;

/**
 * Runs one command at a time: shows its progress, lets it be stopped, and turns what goes wrong
 * into a Refusal with a way to try again. Gives null when the command did not succeed.
 */
export class Runner {
  #stop: AbortController | null = null;

  constructor(
    private readonly store: Store,
    private readonly words: () => Words,
  ) {}

  get busy(): boolean {
    return this.#stop !== null;
  }

  stop(): void {
    const work = this.store.get().work;
    if (!this.#stop || !work) return;
    this.#stop.abort();
    this.store.set({ work: { ...work, stopping: true } });
  }

  async run<Result>(
    label: string,
    job: (options: CommandOptions) => Promise<Result>,
    retry: (() => void) | null,
  ): Promise<Result | null> {
    if (this.#stop) return null;
    const controller = new AbortController();
    this.#stop = controller;
    this.store.set({
      work: { label, step: "", done: null, slow: false, stopping: false },
      trouble: null,
      said: null,
      copyByHand: null,
      announcement: this.#announce(label),
    });
    let timer = this.#watchSlow();
    try {
      return await job({
        signal: controller.signal,
        onProgress: ({ step, done }) => {
          clearTimeout(timer);
          timer = this.#watchSlow();
          const work = this.store.get().work;
          if (work) this.store.set({ work: { ...work, step, done, slow: false } });
        },
      });
    } catch (cause) {
      this.store.set({ trouble: { refusal: this.#refusal(cause), retry } });
      return null;
    } finally {
      clearTimeout(timer);
      this.#stop = null;
      this.store.set({ work: null });
    }
  }

  announce(text: string): void {
    this.store.set({ announcement: this.#announce(text) });
  }

  #announce(text: string) {
    return { text, count: this.store.get().announcement.count + 1 };
  }

  #watchSlow(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const work = this.store.get().work;
      if (!work) return;
      this.store.set({
        work: { ...work, slow: true },
        announcement: this.#announce(this.words().work.slow),
      });
    }, SLOW);
  }

  #refusal(cause: unknown): Refusal {
    if (cause instanceof Refusal) return cause;
    const { trouble } = this.words();
    console.error(cause);
    return new Refusal("excel", trouble.unknown, trouble.unknownAdvice);
  }
}
