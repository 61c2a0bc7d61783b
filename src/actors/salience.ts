import type { Sentence } from "../language/index.ts";
import { isPersonNamed, type Reading, recent, referentOf } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { areConjuncts, childrenBy, clauseOf, isSubject, prepositionOf, relationOf } from "./syntax.ts";

/** How many sentences back a pronoun or a nominal may reach. */
export const REACH = 3;

/** A possible antecedent: one mention, or several that are meant together. */
export interface Candidate {
  readonly rows: readonly ActorMention[];
  readonly score: number;
}

/** Mentions before a word, from up to three sentences back. */
export function mentionsBefore(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const start = reading.sentence.tokens[at]?.start ?? 0;
  return [...recent(reading, REACH), ...here.filter((row) => row.end <= start)];
}

/**
 * How near to mind a mention is at a word: subjects before objects, the word's own clause before others, later
 * sentences before earlier, actors spoken of often before those named once. The weights are set by hand after
 * Lappin and Leass (1994).
 */
export function salience(row: ActorMention, at: number, reading: Reading): number {
  const { sentence, index, said, tables } = reading;
  const home = said.sentences[row.sentence] as Sentence;
  let score = -3 * (index - row.sentence);
  if (isSubject(home, row.token)) {
    score += 3;
    if ((home.tokens[clauseOf(home, row.token)]?.head ?? 0) < 0) score += 1;
  } else if (["obj", "iobj"].includes(relationOf(home, row.token))) score += 1;
  if (home.tokens[row.token]?.deprel === "nmod:poss") score += 0.5;
  if (row.kind === "pronoun") score += 1;
  if (row.role === "where") score -= 1;
  if (row.sentence === index) {
    if (isSubject(sentence, row.token) && isAbove(sentence, clauseOf(sentence, row.token), at)) score += 2;
    score -= 0.02 * Math.abs(at - row.token);
  } else if (row.token < 8) score += 0.5;
  const spoken = said.spoken.get(referentOf(row, tables, said))?.times ?? 1;
  const times = isPersonNamed(row, tables, said) ? spoken : (said.counts.get(row.actor ?? "") ?? spoken);
  return score + Math.min(1.5, 0.3 * (times - 1));
}

/** Whether a clause holds a word; one that is coordinated and has a subject of its own is a clause beside, not in, the first. */
function isAbove(sentence: Sentence, above: number, at: number): boolean {
  for (let current = at, steps = 0; current >= 0 && steps < sentence.tokens.length; steps++) {
    if (current === above) return true;
    if (relationOf(sentence, current) === "conj" && childrenBy(sentence, current, "nsubj").length > 0)
      return false;
    current = sentence.tokens[current]?.head ?? -1;
  }
  return false;
}

/** The best of several candidates; null where there are none, or where two different actors come equally near. */
export function nearest(candidates: readonly Candidate[], margin = 0.01): Candidate | null {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined) return null;
  const other = ranked.find(({ rows }) => keyOf(rows) !== keyOf(best.rows));
  return other !== undefined && best.score - other.score < margin ? null : best;
}

export function keyOf(rows: readonly ActorMention[]): string {
  return [...new Set(rows.map(({ actor, name }) => actor ?? name))].sort().join("+");
}

export function distinctActors(rows: readonly ActorMention[]): ActorMention[] {
  return [...new Map(rows.map((row) => [row.actor ?? row.name, row])).values()];
}

/** As `distinctActors`, with two persons of one state as two. */
export function distinctReferents(rows: readonly ActorMention[], { tables, said }: Reading): ActorMention[] {
  return [...new Map(rows.map((row) => [referentOf(row, tables, said), row])).values()];
}

/** Actors that the text puts together: "Russia and China", one range for several, "Minsk signed … with Beijing". */
export function together(
  rows: readonly ActorMention[],
  at: number,
  reading: Reading,
  distinct: (rows: readonly ActorMention[]) => ActorMention[] = distinctActors,
): Candidate[] {
  const found: Candidate[] = [];
  rows.forEach((row, position) => {
    const rest = rows.slice(position + 1).filter((other) => other.sentence === row.sentence);
    const home = reading.said.sentences[row.sentence] as Sentence;
    const partners = rest.filter(
      (other) =>
        (other.start === row.start && other.end === row.end) || areConjuncts(home, row.token, other.token),
    );
    const group = distinct([row, ...partners]);
    if (group.length >= 2 && !found.some(({ rows }) => group.every((one) => rows.includes(one))))
      found.push({ rows: group, score: salience(row, at, reading) + 1 });
    for (const other of rest)
      if (other.actor !== row.actor && areJoined(home, row, other, reading))
        found.push({ rows: [row, other], score: salience(row, at, reading) });
  });
  return found;
}

/** A subject and whom it does something with: "Minsk signed a treaty with Beijing", "China's ties with Belarus". */
function areJoined(home: Sentence, subject: ActorMention, other: ActorMention, { tables }: Reading): boolean {
  if (isMet(home, subject, other)) return true;
  if (prepositionOf(home, other.token) !== "with" || other.role === "where") return false;
  const clause = clauseOf(home, other.token);
  const owner = home.tokens[other.token]?.head ?? -1;
  if (home.tokens[subject.token]?.head === owner && owner >= 0) return true;
  if (!isSubject(home, subject.token)) return false;
  const verbs = [clause, clauseOf(home, clause)];
  return (
    verbs.includes(clauseOf(home, subject.token)) &&
    verbs.some((verb) => tables.words.lists.joining.has(home.tokens[verb]?.lemma.toLowerCase() ?? ""))
  );
}

const MEETING = /^(meet|host|receive|welcome|greet|phone|telephone|call|visit)$/;

/** "The president met his counterpart": whom a subject meets. */
function isMet(home: Sentence, subject: ActorMention, other: ActorMention): boolean {
  const verb = home.tokens[other.token]?.head ?? -1;
  return (
    relationOf(home, other.token) === "obj" &&
    isSubject(home, subject.token) &&
    home.tokens[subject.token]?.head === verb &&
    MEETING.test(home.tokens[verb]?.lemma.toLowerCase() ?? "")
  );
}
