import type { Conversation, RunOptions } from "./run";

/** Bytes of queued work after which a request is sent: Excel on the web takes 5 MB at most. */
const REQUEST_BYTES = 3_500_000;
/** What one call costs beside the cells that it carries. */
const CALL_BYTES = 300;

/** Work waiting to be queued into requests, in order. */
export class Steps {
  private readonly list: { readonly bytes: number; readonly run: () => void }[] = [];

  /** Adds one step; `bytes` is what its cells cost, `calls` how many calls it makes. */
  add(run: () => void, bytes = 0, calls = 1): void {
    this.list.push({ bytes: bytes + calls * CALL_BYTES, run });
  }

  /**
   * Queues all steps and sends requests only where the next step would not fit any more; what is
   * queued last is left for the caller's own sync. Returns how many requests were sent.
   */
  async play(conversation: Conversation, options: RunOptions): Promise<number> {
    const total = this.list.reduce((sum, step) => sum + step.bytes, 0);
    let queued = 0;
    let played = 0;
    let sent = 0;
    for (const step of this.list) {
      if (queued > 0 && queued + step.bytes > REQUEST_BYTES) {
        await conversation.sync();
        sent += 1;
        queued = 0;
        options.onProgress?.({ step: "writing", done: played / total });
      }
      step.run();
      queued += step.bytes;
      played += step.bytes;
    }
    return sent;
  }
}
