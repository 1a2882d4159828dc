/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** All of stdin. */
  readonly input: () => Promise<string>;
}

/** The process's own streams. */
export const processTerminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  input: async () => {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) {
      parts.push(typeof part === "string" ? Buffer.from(part) : (part as Buffer));
    }
    return Buffer.concat(parts).toString("utf8");
  },
};

/** Exit codes: fine, findings of severity error, bad use or unreadable file. */
export type ExitCode = 0 | 1 | 2;
