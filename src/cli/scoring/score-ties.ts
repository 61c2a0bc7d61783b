import { z } from "zod";
import { readTable, TIE_KINDS, type Tie, type TieKind } from "../../vocabulary/index.ts";
import { actorIn, type GoldArticle, type GoldRelation } from "./gold.ts";

const RelationKinds = z.strictObject({
  kinds: z.record(z.string(), z.array(z.enum(Object.keys(TIE_KINDS) as [TieKind, ...TieKind[]]))),
});
export type RelationKinds = z.infer<typeof RelationKinds>["kinds"];

/** How ties of one article compare with its relations. */
export interface TieScore {
  readonly gold: number;
  readonly found: number;
  readonly predicted: number;
  readonly matched: number;
}

/** Which kinds of tie are right for which kind of relation in gold. */
export function relationKinds(): RelationKinds {
  return readTable("data/scoring/relations.toml", RelationKinds).kinds;
}

/** Counts the relations that a tie of a right kind, in the same sentence and between the same two, stands for. */
export function scoreTies(
  { text, relations }: Pick<GoldArticle, "text" | "relations">,
  ties: readonly Tie[],
  kinds: RelationKinds,
): TieScore {
  const counted = relations.filter(({ kind }) => kinds[kind] !== undefined);
  const fits = (tie: Tie, relation: GoldRelation): boolean =>
    isInSentence(tie, relation, text) &&
    (kinds[relation.kind] ?? []).includes(tie.kind) &&
    sharedParties(tie, relation) >= Math.min(2, relation.parties.length);
  const uncounted = relations.filter(({ kind }) => kinds[kind] === undefined);
  return {
    gold: counted.length,
    found: counted.filter((relation) => ties.some((tie) => fits(tie, relation))).length,
    predicted: ties.length,
    matched: ties.filter(
      (tie) =>
        counted.some((relation) => fits(tie, relation)) ||
        uncounted.some((relation) => isInSentence(tie, relation, text) && sharedParties(tie, relation) > 0),
    ).length,
  };
}

function isInSentence({ evidence }: Tie, { sentence }: GoldRelation, text: string): boolean {
  const start = text.indexOf(sentence);
  return (
    evidence !== null && evidence.anchor.start >= start && evidence.anchor.start < start + sentence.length
  );
}

function sharedParties({ parties }: Tie, relation: GoldRelation): number {
  const here = new Set(parties.map(({ actor }) => actor));
  return relation.parties.filter((code) => here.has(actorIn(code))).length;
}
