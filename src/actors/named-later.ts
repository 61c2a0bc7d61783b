import type { Sentence, Token } from "../language/index.ts";
import { relativeNoun } from "./kin.ts";
import { type ActorMention, mention } from "./mention.ts";

/** How many sentences later a name may stand. */
const AHEAD = 3;

/**
 * "He came with his father. … His father, John Doe, said …": whom the text names only later by the same words of the
 * same person.
 */
export function withRelativesNamedLater(
  mentions: readonly ActorMention[],
  sentences: readonly Sentence[],
  text: string,
): ActorMention[] {
  const owned = mentions.filter(({ kind }) => kind === "nominal" || kind === "name").flatMap(ownedBy);
  if (owned.length === 0) return [...mentions];
  const added = mentions.flatMap((owner) => {
    const { sentence: index, token } = owner;
    const sentence = sentences[index] as Sentence;
    const { deprel, head } = sentence.tokens[token] as Token;
    const noun = relativeNoun(sentence.tokens[head]);
    if (deprel !== "nmod:poss" || noun === null || head < token) return [];
    const { start, end } = sentence.tokens[head] as Token;
    if (mentions.some((row) => row.sentence === index && row.start <= start && end <= row.end)) return [];
    const later = owned.find(
      (row) =>
        row.noun === noun &&
        row.owner.name === owner.name &&
        row.relative.sentence > index &&
        row.relative.sentence - index <= AHEAD,
    );
    if (later === undefined) return [];
    const { actor, sector, name, text: words } = later.relative;
    const from = sentence.tokens.findIndex((word) => word.start === owner.start);
    return [
      mention({ sentence, index, text }, from < 0 ? token : from, head + 1, head, {
        actor,
        sector,
        name,
        kind: "nominal",
        role: "who",
        why: `nominal: whom the text names later, "${words}"`,
      }),
    ];
  });
  return [...mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end);

  function ownedBy(relative: ActorMention): {
    readonly noun: string;
    readonly owner: ActorMention;
    readonly relative: ActorMention;
  }[] {
    const { tokens } = sentences[relative.sentence] as Sentence;
    const noun = relativeNoun(tokens[relative.token]);
    if (noun === null) return [];
    return mentions
      .filter(
        ({ sentence, token }) =>
          sentence === relative.sentence &&
          tokens[token]?.head === relative.token &&
          tokens[token]?.deprel === "nmod:poss",
      )
      .map((owner) => ({ noun, owner, relative }));
  }
}
