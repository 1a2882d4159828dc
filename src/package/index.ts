/** The zip package of an .xlsx: unpacked within limits, hostile ones refused, packed again. */
export { openPackage } from "./package";
export { tooLarge, UnreadableFile } from "./unreadable";
export { hasEntry, packStored, patchZip } from "./zip";
