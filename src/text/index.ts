/**
 * Vietnamese text: one normal form to show, keys to compare and to search.
 * This room knows nothing of sheets, tasks or Office.
 */
export { comparisonKey, foldAccents, normalizeText, searchKey } from "./normalize";
