import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import { type ActorMention, mention } from "./mention.ts";
import { plain } from "./names.ts";
import { type Candidate, mentionsBefore, nearest, salience, together } from "./salience.ts";
import { childrenBy, clauseOf, isSubject, relationOf } from "./syntax.ts";

const PERSONAL = new Set(["he", "she", "him", "her", "his", "hers", "himself", "herself"]);
const FEMININE = new Set(["she", "her", "hers", "herself"]);
const NEUTRAL = new Set(["it", "its", "itself"]);
const PLURAL = new Set(["they", "them", "their", "theirs", "themselves"]);

/** Whom a pronoun means, as mentions with its range; none where it means no actor or cannot be told. */
export function pronoun(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[] {
  const { sentence } = reading;
  const token = sentence.tokens[at] as Token;
  if (token.upos !== "PRON" || token.deprel === "expl") return [];
  const word = token.form.toLowerCase();
  const before = mentionsBefore(at, here, reading).filter((row) => !isBound(row, at, reading));
  if (PERSONAL.has(word)) {
    const feminine = FEMININE.has(word);
    const persons = before.filter((row) => isPerson(row, reading) && fitsGender(row, feminine, reading));
    return referTo(nearest(single(persons, at, reading)), "the person nearest to mind");
  }
  if (NEUTRAL.has(word)) {
    if (isDummy(at, reading)) return [];
    const bodies = before.filter((row) => isBody(row, reading));
    const best = nearest(single(bodies, at, reading));
    return outdone(best, at, here, reading, false)
      ? []
      : referTo(best, "the state or organisation nearest to mind");
  }
  if (PLURAL.has(word)) {
    const several = [
      ...together(before, at, reading),
      ...single(
        before.filter((row) => isPlural(row, reading)),
        at,
        reading,
      ),
    ];
    const best = nearest(several);
    return outdone(best, at, here, reading, true)
      ? []
      : referTo(best, "those nearest to mind that were named together");
  }
  return [];

  function referTo(candidate: Candidate | null, why: string): ActorMention[] {
    return (candidate?.rows ?? []).map(({ actor, sector, name, text }) =>
      mention(reading, at, at + 1, at, {
        actor,
        sector,
        name,
        kind: "pronoun",
        role: "who",
        why: `pronoun: ${why}, "${text}"`,
      }),
    );
  }
}

function single(rows: readonly ActorMention[], at: number, reading: Reading): Candidate[] {
  return rows.map((row) => ({ rows: [row], score: salience(row, at, reading) }));
}

/** "Minsk told it": the object of a clause is not its subject. Possessives and reflexives may be. */
function isBound(row: ActorMention, at: number, { sentence, index }: Reading): boolean {
  const token = sentence.tokens[at] as Token;
  if (row.sentence !== index || /^nmod:poss/.test(token.deprel) || /sel(f|ves)$/i.test(token.form))
    return false;
  if (token.deprel.startsWith("nsubj")) return false;
  return isSubject(sentence, row.token) && clauseOf(sentence, row.token) === clauseOf(sentence, at);
}

/** "it is likely that", "it rained": no one is meant. */
function isDummy(at: number, { sentence }: Reading): boolean {
  const token = sentence.tokens[at] as Token;
  if (!token.deprel.startsWith("nsubj") || token.head < 0) return false;
  const predicate = sentence.tokens[token.head] as Token;
  const completed = childrenBy(sentence, token.head, "csubj", "ccomp", "xcomp", "advcl").length > 0;
  return (
    completed &&
    (predicate.upos === "ADJ" ||
      predicate.upos === "NOUN" ||
      /^(seem|appear|remain|take)$/.test(predicate.lemma))
  );
}

export function isPerson(row: ActorMention, { tables, said }: Reading): boolean {
  if (row.why.startsWith("person: ") || tables.isPerson(row.name)) return true;
  if (row.kind !== "office" || row.role !== "who") return false;
  const tag = said.sentences[row.sentence]?.tokens[row.token]?.xpos ?? "";
  return tag === "NN" || tag === "NNP";
}

function fitsGender({ name, text, kind }: ActorMention, feminine: boolean, { tables }: Reading): boolean {
  const word = text.toLowerCase();
  if (kind === "pronoun") return FEMININE.has(word) === feminine || !PERSONAL.has(word);
  const { feminine: women, masculine: men } = tables.words.lists;
  const words = plain(`${name} ${text}`)
    .toLowerCase()
    .split(/[\s.-]+/);
  const isWoman = words.some((part) => women.has(part));
  const isMan = words.some((part) => men.has(part));
  if (tables.isPerson(name)) return isWoman === feminine || (feminine && !isMan && isUnsaid(name));
  return feminine ? isWoman || !isMan : !isWoman;
}

/** Names by which news does not tell a man from a woman. */
function isUnsaid(name: string): boolean {
  return !name.includes(" ");
}

/** States, organisations and single bodies: what "it" can mean. */
function isBody(row: ActorMention, reading: Reading): boolean {
  if (row.actor === null || isPerson(row, reading) || row.kind === "demonym" || row.kind === "office")
    return false;
  if (row.kind !== "group" && row.kind !== "nominal")
    return row.kind !== "pronoun" || !PLURAL.has(row.text.toLowerCase());
  const tag = reading.said.sentences[row.sentence]?.tokens[row.token]?.xpos;
  return tag === "NN" || tag === "NNP";
}

/** Groups and peoples: what "they" can mean without a second actor. */
function isPlural(row: ActorMention, { said }: Reading): boolean {
  if (row.actor === null || row.kind === "office") return false;
  if (row.kind === "pronoun") return PLURAL.has(row.text.toLowerCase());
  const tag = said.sentences[row.sentence]?.tokens[row.token]?.xpos ?? "";
  return tag.endsWith("S") || row.sector === "REB" || (row.kind === "demonym" && tag !== "JJ");
}

/** Whether something that is no actor is nearer to mind: "The agreement …. It will …". */
function outdone(
  best: Candidate | null,
  at: number,
  here: readonly ActorMention[],
  reading: Reading,
  plural: boolean,
): boolean {
  if (best === null) return false;
  const { sentence, index, said, tables } = reading;
  const isMentioned = (start: number, rows: readonly ActorMention[]): boolean =>
    rows.some((row) => row.start <= start && start < row.end);
  const things = [index - 1, index].flatMap((number) => {
    const home = number === index ? sentence : said.sentences[number];
    const rows = number === index ? here : (said.bySentence[number] ?? []);
    return (home?.tokens ?? []).flatMap((token, position) => {
      if (token.upos !== "NOUN" || (number === index && position >= at)) return [];
      if (!token.deprel.startsWith("nsubj") || token.xpos !== (plural ? "NNS" : "NN")) return [];
      if (isMentioned(token.start, rows) || (!plural && tables.words.persons.has(token.lemma))) return [];
      const row = {
        ...(best.rows[0] as ActorMention),
        sentence: number,
        token: position,
        start: token.start,
        end: token.end,
        actor: "",
        kind: "group" as const,
        role: "who" as const,
      };
      return [salience(row, at, reading) - (relationOf(sentence, at) === "nmod" ? 1.5 : 0.5)];
    });
  });
  return Math.max(...things, Number.NEGATIVE_INFINITY) > best.score;
}
