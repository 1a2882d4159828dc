/** The pane: what the officer sees beside the sheet. */
export { browserHost, type PaneHost } from "./host";
export { lazyCommands } from "./lazy-commands";
export { mountPane, type MountOptions, type ThemeSource } from "./mount";
export { RibbonQueue } from "./ribbon-queue";
export { fetchSample } from "./sample";
export { systemTheme } from "./theme";
export { localToday } from "./today";
