/** Universal features that a Penn tag settles by itself, in the order of the UD format. */
const FEATURES: Readonly<Record<string, string>> = {
  NN: "Number=Sing",
  NNS: "Number=Plur",
  NNP: "Number=Sing",
  NNPS: "Number=Plur",
  VB: "VerbForm=Inf",
  VBD: "Mood=Ind|Tense=Past|VerbForm=Fin",
  VBG: "VerbForm=Ger",
  VBN: "Tense=Past|VerbForm=Part",
  VBP: "Mood=Ind|Tense=Pres|VerbForm=Fin",
  VBZ: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
  MD: "VerbForm=Fin",
  JJ: "Degree=Pos",
  JJR: "Degree=Cmp",
  JJS: "Degree=Sup",
  RBR: "Degree=Cmp",
  RBS: "Degree=Sup",
  CD: "NumType=Card",
};

export function featuresOf(xpos: string): string {
  return FEATURES[xpos] ?? "";
}
