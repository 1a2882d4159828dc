/** Everything the officer can do, the same from the pane, the ribbon and the command line. */
export { createCommands } from "./lazy";
export { roleName } from "./questions";
export * from "./types";
