/**
 * Vietnamese time phrases of plans → deadlines; calendar dates; reporting periods; days off.
 */
export * from "./date-cells";
export * from "./days-off";
export * from "./iso-date";
export * from "./occurrences";
export * from "./period-dates";
export * from "./periods";
export { readDeadline } from "./read";
export * from "./resolve";
export * from "./types";
