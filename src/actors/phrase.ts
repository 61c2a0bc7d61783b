import { type Model, parse } from "../language/index.ts";
import { findActors } from "./find.ts";
import type { ActorMention } from "./mention.ts";
import type { ActorTables } from "./tables.ts";

/**
 * The actors that a bare phrase means, the one at its head first: "Russia's ambassador to Poland" is Russia's
 * government, then Poland. Nothing where no table knows them.
 *
 * @param day The day on which offices are asked for, `YYYY-MM-DD`; null where it is not known.
 * @param context Words that say where it was written, such as "Mexican": "the PRI" is Mexico's.
 */
export function resolvePhrase(
  phrase: string,
  day: string | null,
  tables: ActorTables,
  model: Model,
  context = "",
): ActorMention[] {
  const sentences = parse(phrase, model);
  const found = findActors(sentences, { text: phrase, published: day, bare: true, context }, tables);
  const [sentence] = sentences;
  const root = sentence?.tokens.findIndex(({ head }) => head < 0) ?? -1;
  const rank = (row: ActorMention): number => {
    const token = sentence?.tokens[root];
    if (row.sentence !== 0 || token === undefined) return 2;
    return row.start <= token.start && row.end >= token.end ? 0 : 1;
  };
  return [...found].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}
