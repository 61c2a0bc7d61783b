import { OPINION, prepositionOf } from "../syntax/arguments.ts";
import { childrenBy, isVerbal, isWord, relation, subtree, type Tree, token } from "../syntax/tree.ts";
import { ownTense } from "../tense.ts";
import { REPORTING } from "./embedding.ts";
import { saying } from "./governed.ts";
import type { Limit } from "./limit.ts";

/** What hangs on the whole sentence: a speaker beside the quotation, "according to", a headline's infinitive, a question. */
export function rootLimits(tree: Tree, root: number): Limit[] {
  const limits: Limit[] = [];
  const speech = childrenBy(tree, root, "parataxis", "advcl").find((at) => isSpeakerAside(tree, at, root));
  const aside = childrenBy(tree, root, "advcl").find((at) => isAsPut(tree, at));
  if (aside !== undefined) limits.push({ modality: "reported", at: aside, saying: true });
  if (speech !== undefined) limits.push({ modality: "reported", at: speech, saying: true });
  const opinion = childrenBy(tree, root, "obl", "obj", "nmod").find(
    (at) => isWord(tree, at, OPINION) && prepositionOf(tree, at) === "in",
  );
  if (opinion !== undefined) limits.push({ modality: "reported", at: opinion, saying: true });
  const according = subtree(tree, root).find((at) => token(tree, at).form.toLowerCase() === "according");
  if (according !== undefined) limits.push({ modality: "reported", at: according, saying: true });
  const infinitive = childrenBy(tree, root, "mark").some(
    (mark) => token(tree, mark).form.toLowerCase() === "to",
  );
  if (infinitive && isVerbal(tree, root)) limits.push({ modality: "planned", at: root, saying: false });
  const last = tree.tokens.at(-1)?.form;
  if (last === "?" && !isTakenForGranted(tree, root))
    limits.push({ modality: "conditional", at: tree.tokens.length - 1, saying: false });
  return limits;
}

const ASKED_ABOUT = new Set(["why", "where", "when", "how", "who", "whom", "what", "which"]);
const OWN_VIEW = new Set(["i", "we"]);

/** "Why did Russia invade?" takes it for granted; so does "I wonder: …", whose own words are no question. */
function isTakenForGranted(tree: Tree, root: number): boolean {
  const subject = childrenBy(tree, root, "nsubj")[0];
  const auxiliary = childrenBy(tree, root, "aux")[0];
  if (subject !== undefined && subject < root && auxiliary === undefined && isWord(tree, subject, OWN_VIEW))
    return true;
  const first = tree.tokens.findIndex(({ upos }) => upos !== "PUNCT" && upos !== "CCONJ");
  return (
    isWord(tree, first, ASKED_ABOUT) &&
    (ownTense(tree, root) === "past" || ownTense(tree, root) === "perfect") &&
    tree.forms[first + 1] !== "if"
  );
}

const PUTTING = new Set(["put", "tell", "see"]);

/** "as the minister put it", "as Tokyo tells it", "as the agency reported": the sentence is theirs. */
function isAsPut(tree: Tree, at: number): boolean {
  const [subject] = childrenBy(tree, at, "nsubj");
  const as = childrenBy(tree, at, "mark", "case", "advmod").some((mark) => tree.forms[mark] === "as");
  if (!as || subject === undefined || subject > at) return false;
  const taken = childrenBy(tree, at, "obj", "ccomp", "xcomp");
  const it = taken.length === 1 && tree.forms[taken[0] as number] === "it";
  return isWord(tree, at, PUTTING) ? it : isWord(tree, at, REPORTING) && taken.length === 0;
}

/** A finite clause of saying beside what is said: "…, the ministry announced". */
function isSpeakerAside(tree: Tree, at: number, root: number): boolean {
  if (childrenBy(tree, at, "nsubj", "expl").length === 0) return false;
  if (relation(tree, at) === "parataxis" && saying(tree, at)) return true;
  return (
    at > root &&
    ["VBD", "VBZ", "VBP"].includes(token(tree, at).xpos) &&
    REPORTING.has(token(tree, at).lemma.toLowerCase()) &&
    childrenBy(tree, at, "mark", "ccomp").length === 0 &&
    tree.tokens[at + 1]?.form !== ":"
  );
}
