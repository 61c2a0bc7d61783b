import { domainsOf, type Tie } from "../../vocabulary/index.ts";
import { contextsOf } from "../contexts.ts";
import { evidenceAt, recordId } from "../event-record.ts";
import { participantOf } from "../participants.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { isWord, token } from "../syntax/tree.ts";

const LEADING = new Set(["led", "dominated", "backed", "sponsored"]);

/** "The China-led Shanghai Cooperation Organisation": who leads an organisation, from the compound before its name. */
export function leadershipsIn(context: SentenceContext): Tie[] {
  const { tree, document, mentions, tables } = context;
  return tree.tokens.flatMap((word, at): Tie[] => {
    if (!isWord(tree, at, LEADING) || tree.tokens[at - 1]?.form !== "-") return [];
    const [leader] = mentions.get(at - 2) ?? [];
    const organisation = [word.head, word.head + 1, word.head - 1]
      .flatMap((head) => (head > at ? (mentions.get(head) ?? []) : []))
      .find(({ actor }) => actor !== null && tables.kindOf(actor) === "organisation");
    if (leader?.actor == null || organisation === undefined || leader.actor === organisation.actor) return [];
    const evidence = evidenceAt({ start: leader.start, end: organisation.end }, context);
    const parties = [leader, organisation].map(participantOf);
    return [
      {
        id: recordId("t", document, evidence, `leadership|${leader.actor}>${organisation.actor}`),
        document,
        kind: "leadership",
        parties,
        domain: domainsOf(contextsOf(tree, [word.head], []))[0] ?? "political",
        since: null,
        until: null,
        level: null,
        claim: evidence.anchor.text,
        modality: "asserted",
        attribution: null,
        quantities: [],
        evidence,
        confidence: Math.round(0.9 * token(tree, at).headProbability * 1000) / 1000,
        rule: "leadership/led: X-led organisation",
      },
    ];
  });
}
