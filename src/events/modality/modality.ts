import { MODALITIES, type Modality } from "../../vocabulary/index.ts";
import { isWord, type Tree, token } from "../syntax/tree.ts";
import { STILL_OPEN } from "./embedding.ts";
import { DOUBT, embeddingWord, TRUTH } from "./governed.ts";
import { governorLimit } from "./governor.ts";
import type { Limit } from "./limit.ts";
import { localLimits } from "./own-words.ts";
import { sharedLimits } from "./shared.ts";
import { rootLimits } from "./whole-sentence.ts";

/**
 * Everything between an act and the root of its sentence that limits it: negation, requests, conditions, plans,
 * hearsay. Negation cancels a negative word ("did not refuse") or leaves it open ("did not rule out"), and stops at
 * finite clauses.
 */
export function limitsOf(tree: Tree, act: number): readonly Limit[] {
  const limits: Limit[] = [];
  let current = act;
  let affirmed = false;
  for (let step = 0; step <= tree.tokens.length; step++) {
    const local = localLimits(tree, current);
    limits.push(...(affirmed ? local.filter(({ modality }) => modality !== "negated") : local));
    const { head } = token(tree, current);
    if (head < 0) {
      limits.push(...rootLimits(tree, current));
      return limits;
    }
    const over = governorLimit(tree, current, head);
    affirmed = over.affirmed ?? false;
    if (over.stop)
      return [...limits, ...(over.limit === null ? [] : [over.limit]), ...sharedLimits(tree, current)];
    if (over.limit) {
      if (isWord(tree, head, TRUTH)) {
        if (localLimits(tree, head).some(({ modality }) => modality === "negated"))
          limits.push({ modality: "negated", at: head, saying: false });
        return limits;
      }
      const turned = over.limit.modality === "negated" || isWord(tree, head, DOUBT);
      const negation = turned
        ? localLimits(tree, head).find(({ modality }) => modality === "negated")
        : undefined;
      if (negation) {
        const open = STILL_OPEN.has(embeddingWord(tree, head));
        return open ? [...limits, { ...negation, modality: "conditional" }] : limits;
      }
      limits.push(over.limit);
    }
    if (over.closed) return [...limits, ...aboveClosed(tree, head)];
    current = head;
  }
  return limits;
}

/**
 * The modality that a list of limits gives: the first of the fixed order that occurs, else `asserted`. A negation
 * below a condition is a part of what is supposed ("if it fails to act"), and denies nothing. What is hearsay as a
 * whole ("its reported plans to build a base") is reported, whatever it is a plan of.
 */
export function strongest(limits: readonly Limit[]): Modality {
  const negation = limits.findIndex(({ modality }) => modality === "negated");
  const condition = limits.findLastIndex(({ modality, supposed }) => modality === "conditional" && supposed);
  if (negation >= 0 && condition > negation) return "conditional";
  const hearsay = limits.some((limit) => limit.hearsay);
  if (hearsay && !limits.some(({ modality }) => modality === "negated" || modality === "requested"))
    return "reported";
  return MODALITIES.find((modality) => limits.some((limit) => limit.modality === modality)) ?? "asserted";
}

/** Above a finite complement only hearsay and conditions still reach down; negation and plans belong to the verb above. */
function aboveClosed(tree: Tree, head: number): Limit[] {
  return limitsOf(tree, head).filter(({ modality }) => modality === "reported" || modality === "conditional");
}
