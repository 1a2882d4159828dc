/** The command line: the same commands as in Excel, on files. */
import { main } from "./main";
import { processTerminal } from "./terminal";

// A reader such as `head` that has seen enough is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void main(process.argv.slice(2), processTerminal).then((code) => {
  process.exitCode = code;
});
