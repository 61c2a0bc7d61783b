import { childrenBy, isVerbal, oncePerToken, relation, type Tree, token } from "./tree.ts";

/** "imposed sanctions and lifted them", "signed the treaty but never ratified it": the thing that an object pronoun takes up. */
export const thingMeant = oncePerToken((tree, at): number | null => {
  const form = tree.forms[at];
  if (form !== "it" && form !== "them") return null;
  const outer = token(tree, at);
  // "lifted most of them"
  const part =
    outer.deprel === "nmod" && ["DET", "ADJ", "NUM", "PRON"].includes(tree.tokens[outer.head]?.upos ?? "");
  const { head, deprel } = part ? token(tree, outer.head) : outer;
  if (head < 0 || !(deprel === "obj" || deprel === "nsubj:pass") || !isVerbal(tree, head)) return null;
  for (let verb = at - 1; verb >= 0; verb--) {
    if (verb === head || !isVerbal(tree, verb) || !isBefore(tree, verb, head)) continue;
    const [thing] = childrenBy(tree, verb, "obj", "nsubj:pass").filter((object) => object < at);
    if (thing === undefined) continue;
    const { upos, xpos } = token(tree, thing);
    if (upos !== "NOUN" && upos !== "PROPN") continue;
    if (upos === "NOUN" && (xpos === "NNS") === (form === "them")) return thing;
    return null;
  }
  return null;
});

/** Whether two verbs tell of one thing after the other: joined, or in clauses beside each other. */
function isBefore(tree: Tree, earlier: number, later: number): boolean {
  for (let at = later, step = 0; at >= 0 && step < 5; at = token(tree, at).head, step++) {
    if (at === earlier) return true;
    if (!["conj", "parataxis", "xcomp", "advcl", "ccomp", "root"].includes(relation(tree, at))) return false;
    const beside = childrenBy(tree, at, "conj", "parataxis", "advcl");
    if (beside.includes(earlier)) return true;
  }
  return false;
}
