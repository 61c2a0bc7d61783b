import type { ActorMention } from "../../actors/index.ts";
import type { Tie } from "../../vocabulary/index.ts";
import { evidenceAt, recordId } from "../event-record.ts";
import { participantOf } from "../participants.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { type Tree, token } from "../syntax/tree.ts";

/** What names alone tell of two parties: "NATO member Norway", "the China-led Shanghai Cooperation Organisation". */
interface Named {
  readonly kind: "membership" | "leadership";
  /** The parties in their order, and where the words that name them begin and end. */
  readonly parties: readonly [ActorMention, ActorMention];
  readonly start: number;
  readonly end: number;
  /** The token that says what the one is to the other. */
  readonly at: number;
  readonly domain: Tie["domain"];
  readonly rule: string;
}

/** A relation that a phrase takes for granted: it has no date, and nothing limits it. */
export function namedTie(
  { kind, parties, start, end, at, domain, rule }: Named,
  context: SentenceContext,
): Tie {
  const { document, tree } = context;
  const evidence = evidenceAt({ start, end }, context);
  return {
    id: recordId("t", document, evidence, `${kind}|${parties.map(({ actor }) => actor).join(">")}`),
    document,
    kind,
    parties: parties.map(participantOf),
    domain,
    since: null,
    until: null,
    level: null,
    claim: evidence.anchor.text,
    modality: "asserted",
    attribution: null,
    quantities: [],
    evidence,
    confidence: confidenceOfWord(tree, at),
    rule,
  };
}

/** How sure a relation is that rests on how one word hangs in its sentence. */
export function confidenceOfWord(tree: Tree, at: number): number {
  return Math.round(0.9 * token(tree, at).headProbability * 1000) / 1000;
}
