/** The directory of units, and owner cells read with it. */
export * from "./types";
export { createDirectory, type Directory } from "./directory";
export { expandGroup } from "./group";
export { readOwner } from "./owner";
export { proposeUnits } from "./propose";
export { holdsPhoneNumber, withoutPhoneNumbers } from "./words";
