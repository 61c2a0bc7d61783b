import type { Token } from "../language/index.ts";
import { mostSpokenOf, type Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import type { Found } from "./names.ts";
import { mentionsBefore, salience } from "./salience.ts";
import { headOf } from "./syntax.ts";

const ALLY = /^(ally|partner)$/;

/**
 * The token at which an organisation's name stands in the tree. "Its CSTO ally" that is parsed as if it were the
 * organisation itself ("ally" as an adverb) lends the name the place of its modifier.
 */
export function placeInTree({ to, entry }: Found, head: number, { sentence }: Reading): number {
  const next = sentence.tokens[to];
  return entry.is === "organisation" && isMistaken(next) ? to : head;
}

function isMistaken(token: Token | undefined): boolean {
  return token !== undefined && ALLY.test(token.form) && token.upos === "ADV";
}

/**
 * "Its CSTO ally", "his NATO partner": the state named beside it, else the other member of the organisation that is
 * nearest to mind, else the one spoken of most. Told by the words alone, for parsers take "ally" for an adverb.
 */
export function alliesMeant(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence, tables, day, said } = reading;
  const { tokens } = sentence;
  if (!ALLY.test(tokens[at]?.form ?? "")) return [];
  const before = tokens[at - 1] as Token | undefined;
  const organisation = here.find(
    ({ end, actor, kind }) =>
      end === before?.end && kind === "name" && actor !== null && tables.kindOf(actor) === "organisation",
  );
  const from = organisation === undefined ? -1 : startOf(organisation, reading);
  if (organisation === undefined || from < 0) return [];
  const owner = here.filter(({ end }) => end === tokens[from]?.end || end === tokens[from - 1]?.end).at(-1);
  const isOther = ({ actor }: ActorMention): boolean =>
    actor !== null &&
    actor !== owner?.actor &&
    tables.isMember(actor, organisation.actor ?? "", day) &&
    tables.kindOf(actor) === "state";
  const phrase = tokens[from]?.xpos === "POS" ? from + 1 : from;
  const beside = here.find(
    (row) => isOther(row) && row.start > (tokens[at]?.start ?? 0) && row.start - (tokens[at]?.end ?? 0) <= 2,
  );
  const near = mentionsBefore(from, here, reading)
    .filter(isOther)
    .sort((a, b) => salience(b, at, reading) - salience(a, at, reading));
  const [most] = mostSpokenOf(said, (actor) => isOther({ ...organisation, actor }));
  const meant = beside ?? near[0] ?? said.bySentence.flat().findLast(({ actor }) => actor === most);
  if (meant?.actor === undefined || meant.actor === null || !isOther(meant)) return [];
  return [
    mention(reading, phrase, at + 1, isMistaken(tokens[at]) ? headOf(sentence, from, at) : at, {
      actor: meant.actor,
      sector: null,
      name: tables.nameOf(meant.actor),
      kind: "nominal",
      role: "who",
      why: `nominal: ${beside === undefined ? `the other member of ${organisation.actor} nearest to mind` : "the name beside it"}, "${meant.text}"`,
    }),
  ];
}

/** The possessive or article that opens the phrase, or -1: "its", "Poland's", "the". */
function startOf({ start }: ActorMention, { sentence }: Reading): number {
  const first = sentence.tokens.findIndex((token) => token.start === start);
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    const { form, upos, xpos } = sentence.tokens[at] as Token;
    if (xpos === "PRP$" || xpos === "POS" || /^the$/i.test(form)) return at;
    if (upos !== "ADJ" && upos !== "ADV" && !/^(fellow|key)$/.test(form)) return -1;
  }
  return -1;
}
