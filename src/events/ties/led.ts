import { domainsOf, type Tie } from "../../vocabulary/index.ts";
import { contextsOf } from "../contexts.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { isWord } from "../syntax/tree.ts";
import { namedTie } from "./named-tie.ts";

const LEADING = new Set(["led", "dominated", "backed", "sponsored"]);

/** "The China-led Shanghai Cooperation Organisation": who leads an organisation, from the compound before its name. */
export function leadershipsIn(context: SentenceContext): Tie[] {
  const { tree, mentions, tables } = context;
  return tree.tokens.flatMap((word, at): Tie[] => {
    if (!isWord(tree, at, LEADING) || tree.tokens[at - 1]?.form !== "-") return [];
    const [leader] = mentions.get(at - 2) ?? [];
    const organisation = [word.head, word.head + 1, word.head - 1]
      .flatMap((head) => (head > at ? (mentions.get(head) ?? []) : []))
      .find(({ actor }) => actor !== null && tables.kindOf(actor) === "organisation");
    if (leader?.actor == null || organisation === undefined || leader.actor === organisation.actor) return [];
    return [
      namedTie(
        {
          kind: "leadership",
          parties: [leader, organisation],
          start: leader.start,
          end: organisation.end,
          at,
          domain: domainsOf(contextsOf(tree, [word.head], []))[0] ?? "political",
          rule: "leadership/led: X-led organisation",
        },
        context,
      ),
    ];
  });
}
