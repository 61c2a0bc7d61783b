export { type Classifier, loadRelationModel, readClassifier } from "./classifier.ts";
export { type Relation, relate } from "./relate.ts";
