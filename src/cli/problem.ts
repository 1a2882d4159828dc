/** Bad use or a file that cannot be read: one clear line for stderr, exit code 2. */
export class UsageProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageProblem";
  }
}
