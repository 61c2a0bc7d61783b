export { type DocumentParts, documentOf } from "./document.ts";
export { FORMATS, type Format } from "./format.ts";
export { languageOf } from "./language-of.ts";
export { normaliseText } from "./normalise.ts";
export { countInputs, LIMIT_BYTES, type Reading, type ReadOptions, readDocuments } from "./read.ts";
