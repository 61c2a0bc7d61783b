export { type Classifier, readClassifier } from "./classifier.ts";
export { type Relation, relate } from "./relate.ts";
