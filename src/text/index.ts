/**
 * Vietnamese text: one normal form to show, keys to compare and to search, old encodings.
 * This room knows nothing of sheets, tasks or Office.
 */
export { comparisonKey, foldAccents, normalizeText, searchKey } from "./normalize";
export {
  commonEncoding,
  decodeLegacy,
  encodingOfFont,
  type DecodedText,
  type LegacyEncoding,
} from "./legacy";
