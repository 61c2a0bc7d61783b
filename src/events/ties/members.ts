import type { ActorMention } from "../../actors/index.ts";
import type { Tie } from "../../vocabulary/index.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { conjuncts } from "../syntax/tree.ts";
import { namedTie } from "./named-tie.ts";

const MEMBER = new Set(["member", "ally", "founder", "signatory"]);
const OF_MEMBERS = new Set(["state", "nation", "country"]);

/** "NATO member Norway", "its CSTO ally Armenia": who belongs to what, from a name between an organisation's and a state's. */
export function membershipsIn(context: SentenceContext): Tie[] {
  const { tree, mentions, tables } = context;
  const found = [...mentions.values()].flat();
  return tree.tokens.flatMap((word, at): Tie[] => {
    if (!MEMBER.has(tree.lemmas[at] ?? "") || word.upos === "VERB") return [];
    const organisation = found.find(
      ({ end, actor, sector }) =>
        end === tree.tokens[at - 1]?.end &&
        sector === "IGO" &&
        actor !== null &&
        tables.kindOf(actor) === "organisation",
    );
    if (organisation === undefined) return [];
    const next = OF_MEMBERS.has(tree.lemmas[at + 1] ?? "") ? at + 2 : at + 1;
    const first = found.find((mention) => tree.tokens[next]?.start === mention.start && isState(mention));
    if (first === undefined) return [];
    const members = conjuncts(tree, first.token)
      .flatMap((name) => mentions.get(name) ?? [])
      .filter((mention) => isState(mention));
    return (members.length > 0 ? members : [first]).map((member) =>
      namedTie(
        {
          kind: "membership",
          parties: [member, organisation],
          start: organisation.start,
          end: member.end,
          at,
          domain: "political",
          rule: "membership/named: organisation's member state",
        },
        context,
      ),
    );
  });

  function isState({ actor, sector }: ActorMention): boolean {
    return actor !== null && sector === null && tables.kindOf(actor) === "state";
  }
}
