/** The pane: what the officer sees beside the sheet. */
export { browserHost } from "./host";
export { mountPane } from "./mount";
export { fetchSample } from "./sample";
export { systemTheme } from "./theme";
export { clockFor } from "./today";
