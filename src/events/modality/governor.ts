import { isPassive } from "../syntax/arguments.ts";
import { childrenBy, isNominal, isWord, relation, type Tree, token } from "../syntax/tree.ts";
import { AUXILIARIES, OVER_CLAUSE } from "./embedding.ts";
import { type Governed, limitedBy, OPEN, PRESUPPOSING, STOP, saying } from "./governed.ts";
import { adverbialLimit, clauseLimit } from "./governed-clause.ts";
import { nominalLimit } from "./governed-noun.ts";
import type { Limit } from "./limit.ts";

/** What the word that an act hangs on makes of it. */
export function governorLimit(tree: Tree, current: number, head: number): Governed {
  if (PRESUPPOSING.has(token(tree, head).form.toLowerCase())) return STOP;
  const role = relation(tree, current);
  const { deprel } = token(tree, current);
  const supposed = deprel === "acl:relcl" ? supposition(tree, current, head) : undefined;
  if (supposed !== undefined) return limitedBy("conditional", supposed, { stop: true });
  if (deprel === "acl:relcl" || role === "appos" || role === "vocative" || role === "dislocated") return STOP;
  if (role === "parataxis")
    return saying(tree, head) ? limitedBy("reported", head, { saying: true, closed: true }) : STOP;
  if (role === "conj" || role === "list") return conjunctLimit(tree, current, head);
  if (role === "advcl") return adverbialLimit(tree, current, head);
  if (
    role === "xcomp" ||
    role === "ccomp" ||
    role === "csubj" ||
    (role === "acl" && !isPassive(tree, current))
  )
    return clauseLimit(tree, current, head, role);
  if (role === "acl") return STOP;
  if (["obj", "obl", "nmod", "nsubj", "compound", "amod", "iobj"].includes(role))
    return nominalLimit(tree, current, head);
  return OPEN;
}

const SUPPOSED = new Set(["world", "situation", "future", "case", "event", "day", "universe", "scenario"]);
const INSIDE = new Set(["where", "when", "whereby"]);

/** "imagine a world in which Brazil sells it arms": what makes a supposition of a clause on a noun. */
function supposition(tree: Tree, clause: number, noun: number): number | undefined {
  if (!isWord(tree, noun, SUPPOSED)) return undefined;
  const inside = childrenBy(tree, clause, "obl", "advmod").some(
    (at) => isWord(tree, at, INSIDE) || (tree.forms[at] === "which" && at < clause),
  );
  const { head } = token(tree, noun);
  if (!inside) return undefined;
  if (tree.lemmas[noun] === "scenario") return noun;
  return head >= 0 && OVER_CLAUSE.get(tree.lemmas[head] ?? "") === "conditional" ? head : undefined;
}

/** Later conjuncts share an auxiliary that they do not write: "will meet Xi and sign a treaty". */
function conjunctLimit(tree: Tree, current: number, head: number): Governed {
  if (isNominal(tree, current)) return OPEN;
  const ownFrame = childrenBy(tree, current, "aux", "nsubj", "mark").length > 0;
  if (ownFrame) {
    const { head: above } = token(tree, head);
    return above >= 0 &&
      ["ccomp", "xcomp", "advcl"].includes(relation(tree, head)) &&
      childrenBy(tree, current, "nsubj").length > 0 &&
      relation(tree, head) !== "ccomp"
      ? STOP
      : sharedGovernor(tree, head);
  }
  const shared = childrenBy(tree, head, "aux").find((aux) =>
    AUXILIARIES.has(token(tree, aux).form.toLowerCase()),
  );
  if (shared !== undefined && token(tree, current).xpos === "VB") {
    const modality = AUXILIARIES.get(token(tree, shared).form.toLowerCase());
    if (modality !== undefined && modality !== "asserted")
      return { ...skipLocal(tree, head), limit: { modality, at: shared, saying: false } };
  }
  return skipLocal(tree, head);
}

/** Continues above the first conjunct without taking over what limits only that one. */
function skipLocal(tree: Tree, head: number): { limit: Limit | null; stop: boolean; closed: boolean } {
  const above = token(tree, head).head;
  if (above < 0) return { limit: null, stop: true, closed: false };
  return { ...governorLimit(tree, head, above), closed: true };
}

function sharedGovernor(tree: Tree, head: number): Governed {
  return skipLocal(tree, head);
}
