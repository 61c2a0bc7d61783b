import type { Sentence, Token } from "../language/index.ts";
import { isPersonNamed, type Reading, referentOf } from "./discourse.ts";
import { mine, ours } from "./first-person.ts";
import { fitsGender } from "./gender.ts";
import { type ActorMention, mention } from "./mention.ts";
import { speakersOf } from "./quotes.ts";
import {
  type Candidate,
  distinctReferents,
  mentionsBefore,
  nearest,
  salience,
  together,
} from "./salience.ts";
import { yours } from "./second-person.ts";
import { childrenBy, clauseOf, isSubject, relationOf } from "./syntax.ts";

const PERSONAL = new Set(["he", "she", "him", "her", "his", "hers", "himself", "herself"]);
const FEMININE = new Set(["she", "her", "hers", "herself"]);
const NEUTRAL = new Set(["it", "its", "itself"]);
const PLURAL = new Set(["they", "them", "their", "theirs", "themselves"]);
const MINE = new Set(["i", "me", "my", "mine", "myself"]);
const YOURS = new Set(["you", "your", "yours"]);
const OURS = new Set(["we", "us", "our", "ours", "ourselves"]);

/** Whom a pronoun means, as mentions with its range; none where it means no actor or cannot be told. */
export function pronoun(
  at: number,
  here: readonly ActorMention[],
  named: readonly ActorMention[],
  reading: Reading,
): ActorMention[] {
  const { sentence } = reading;
  const token = sentence.tokens[at] as Token;
  if (token.upos !== "PRON" || token.deprel === "expl") return [];
  const word = token.form.toLowerCase();
  if (MINE.has(word) || OURS.has(word)) {
    const own = speakersOf(sentence, at).flatMap((speaker) =>
      PERSONAL.has(sentence.tokens[speaker]?.form.toLowerCase() ?? "")
        ? pronoun(speaker, named, named, reading)
        : [],
    );
    return MINE.has(word) ? mine(at, named, own, reading) : ours(at, named, own, reading);
  }
  if (YOURS.has(word)) return yours(at, named, reading);
  const speakers = speakersAround(at, named, reading);
  const before = [...mentionsBefore(at, here, reading), ...announced(at, named, reading)].filter(
    (row) => !isBound(row, at, reading) && !speakers.has(referent(row, reading)),
  );
  if (PERSONAL.has(word)) {
    const fits = (row: ActorMention): boolean =>
      isPerson(row, reading) &&
      !meansSeveral(row, reading) &&
      fitsGender(row, FEMININE.has(word), reading.tables, reading.said);
    const best = nearest(single(before.filter(fits), at, reading));
    if (best !== null || before.some(fits)) return referTo(best, "the person nearest to mind");
    return referTo(mainPerson(fits, speakers, reading), "the person whom the text is about");
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
      ...together(before, at, reading, (rows) => distinctReferents(rows, reading)),
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

function referent(row: ActorMention, { tables, said }: Reading): string {
  return referentOf(row, tables, said);
}

/** Those who speak the quotation a pronoun stands in: they would say "I". */
function speakersAround(at: number, named: readonly ActorMention[], reading: Reading): ReadonlySet<string> {
  const speakers = speakersOf(reading.sentence, at);
  return new Set(named.filter(({ token }) => speakers.includes(token)).map((row) => referent(row, reading)));
}

/** "After his visit to Minsk, Xi said": the subject still to come, where the pronoun's clause opens the sentence. */
function announced(at: number, named: readonly ActorMention[], { sentence }: Reading): ActorMention[] {
  let current = at;
  for (let steps = 0; steps < sentence.tokens.length; steps++) {
    const token = sentence.tokens[current];
    if (token === undefined || token.head < 0) return [];
    if (token.head > at && /^(advcl|obl)/.test(token.deprel) && current < token.head) {
      const subjects = childrenBy(sentence, token.head, "nsubj").filter((child) => child > at);
      return named.filter(
        (row) => subjects.includes(row.token) && row.start > (sentence.tokens[at]?.start ?? 0),
      );
    }
    current = token.head;
  }
  return [];
}

/** Where none was named of late: the only person who fits, or the one spoken of twice as often as any other. */
function mainPerson(
  fits: (row: ActorMention) => boolean,
  not: ReadonlySet<string>,
  { said }: Reading,
): Candidate | null {
  const ranked = [...said.spoken]
    .filter(([who, { last }]) => !not.has(who) && last.kind !== "office" && fits(last))
    .sort(([, a], [, b]) => b.times - a.times);
  const [[, best] = [], [, next] = []] = ranked;
  if (best === undefined || (next !== undefined && best.times < 2 * next.times)) return null;
  return { rows: [best.last], score: 0 };
}

function single(rows: readonly ActorMention[], at: number, reading: Reading): Candidate[] {
  return rows.map((row) => ({
    rows: [row],
    score:
      salience(row, at, reading) +
      (isOwnSubject(row, at, reading) ? 1.2 : 0) +
      (isController(row, at, reading) ? 5 : 0),
  }));
}

/** "Until Serbia withdrew its troops": a possessive most often means the subject of its own clause. */
function isOwnSubject(row: ActorMention, at: number, { sentence, index }: Reading): boolean {
  return (
    row.sentence === index &&
    sentence.tokens[at]?.deprel === "nmod:poss" &&
    isSubject(sentence, row.token) &&
    row.token < at &&
    clauseOf(sentence, row.token) === clauseOf(sentence, at)
  );
}

/** "Washington warned Niamey against deepening its ties": the object of the verb above does what the clause without a subject says. */
function isController(row: ActorMention, at: number, { sentence, index }: Reading): boolean {
  if (row.sentence !== index || sentence.tokens[at]?.deprel !== "nmod:poss") return false;
  const clause = clauseOf(sentence, at);
  const { head = -1, xpos = "" } = sentence.tokens[clause] ?? {};
  return (
    row.token < clause &&
    head === sentence.tokens[row.token]?.head &&
    /^i?obj/.test(sentence.tokens[row.token]?.deprel ?? "") &&
    xpos === "VBG" &&
    childrenBy(sentence, clause, "nsubj").length === 0 &&
    childrenBy(sentence, clause, "mark").some((mark) =>
      /^(against|from|into|of|for)$/.test(sentence.tokens[mark]?.form.toLowerCase() ?? ""),
    )
  );
}

/** "Minsk told it": the object of a clause is not its subject. Possessives and reflexives may be. */
function isBound(row: ActorMention, at: number, { sentence, index }: Reading): boolean {
  const token = sentence.tokens[at] as Token;
  if (row.sentence !== index || /sel(f|ves)$/i.test(token.form)) return false;
  if (/^nmod:poss/.test(token.deprel)) return isHost(row, token.head, sentence);
  if (token.deprel.startsWith("nsubj")) return false;
  return isSubject(sentence, row.token) && clauseOf(sentence, row.token) === clauseOf(sentence, at);
}

/** "Rome summoned its ambassador": hosts summon and expel the envoys of others. */
function isHost(row: ActorMention, owned: number, sentence: Sentence): boolean {
  const { lemma, deprel, head } = sentence.tokens[owned] as Token;
  if (
    !/^(ambassador|envoy|diplomat|attaché|attache|consul)$/.test(lemma) ||
    !/^(obj|nsubj:pass)/.test(deprel)
  )
    return false;
  const verb = sentence.tokens[head]?.lemma ?? "";
  return /^(summon|expel|accredit)$/.test(verb) && clauseOf(sentence, row.token) === head;
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
  if (isPersonNamed(row, tables, said)) return true;
  if (row.kind !== "office" || row.role !== "who") return false;
  const tag = said.sentences[row.sentence]?.tokens[row.token]?.xpos ?? "";
  return tag === "NN" || tag === "NNP";
}

/** "The parents", "they": none of those whom it means is meant alone. */
function meansSeveral({ kind, text, sentence, token }: ActorMention, { said }: Reading): boolean {
  if (kind === "pronoun") return PLURAL.has(text.toLowerCase());
  return kind === "nominal" && /S$/.test(said.sentences[sentence]?.tokens[token]?.xpos ?? "");
}

/** An organisation that the text names and no table knows. */
export function isUnknownBody({ actor, name, why }: ActorMention, { said }: Reading): boolean {
  return actor === null && (why.startsWith("organisation: ") || said.strangers.get(name) === "organisation");
}

/** States, organisations and single bodies: what "it" can mean. */
function isBody(row: ActorMention, reading: Reading): boolean {
  if (isUnknownBody(row, reading)) return true;
  if (row.actor === null || isPerson(row, reading) || row.kind === "demonym" || row.kind === "office")
    return false;
  if (row.kind !== "group" && row.kind !== "nominal")
    return row.kind !== "pronoun" || !PLURAL.has(row.text.toLowerCase());
  const tag = reading.said.sentences[row.sentence]?.tokens[row.token]?.xpos;
  return tag === "NN" || tag === "NNP";
}

/** Groups and peoples: what "they" can mean without a second actor. */
function isPlural(row: ActorMention, reading: Reading): boolean {
  const { said } = reading;
  if (isUnknownBody(row, reading) || (row.sector === "BUS" && row.kind === "name")) return true;
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
    rows.some(
      (row) =>
        (plural || row.actor !== null || isUnknownBody(row, reading)) &&
        row.start <= start &&
        start < row.end,
    );
  const things = [index - 1, index].flatMap((number) => {
    const home = number === index ? sentence : said.sentences[number];
    const rows = number === index ? here : (said.bySentence[number] ?? []);
    return (home?.tokens ?? []).flatMap((token, position) => {
      if (token.upos !== "NOUN" || (number === index && position >= at)) return [];
      if (token.xpos !== (plural ? "NNS" : "NN")) return [];
      const isHumanHere =
        plural &&
        number === index &&
        (tables.words.persons.has(token.lemma) || tables.words.lists.countries.has(token.lemma));
      if (!token.deprel.startsWith("nsubj") && !isHumanHere) return [];
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
