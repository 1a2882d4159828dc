/**
 * Vietnamese time phrases of plans → deadlines; calendar dates; reporting periods; days off.
 */
export * from "./iso-date";
export * from "./periods";
export * from "./types";
export { readDeadline } from "./read";
