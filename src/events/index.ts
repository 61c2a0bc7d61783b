export { type Coded, type Coder, codeDocument, type Explanation, explainDocument } from "./code.ts";
export { type Frame, type Lexicon, loadLexicon } from "./frames/lexicon.ts";
export { loadRelationModel, type Relation, relate } from "./relation/index.ts";
