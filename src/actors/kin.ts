import type { Sentence, Token } from "../language/index.ts";
import { isPersonNamed, type Reading, referentOf } from "./discourse.ts";
import { fitsGender } from "./gender.ts";
import type { ActorMention } from "./mention.ts";
import { distinctReferents, together } from "./salience.ts";
import { childrenOf } from "./syntax.ts";

type Relation = "child" | "parent" | "spouse" | "sibling";

/** Nouns for relatives, with what they are to their owner and their gender where the noun says it. */
const RELATIVES: Readonly<Record<string, readonly [Relation, "she" | "he" | null]>> = {
  child: ["child", null],
  baby: ["child", null],
  son: ["child", "he"],
  daughter: ["child", "she"],
  stepson: ["child", "he"],
  stepdaughter: ["child", "she"],
  parent: ["parent", null],
  father: ["parent", "he"],
  mother: ["parent", "she"],
  dad: ["parent", "he"],
  mom: ["parent", "she"],
  wife: ["spouse", "she"],
  husband: ["spouse", "he"],
  spouse: ["spouse", null],
  partner: ["spouse", null],
  "ex-wife": ["spouse", "she"],
  "ex-husband": ["spouse", "he"],
  widow: ["spouse", "she"],
  widower: ["spouse", "he"],
  brother: ["sibling", "he"],
  sister: ["sibling", "she"],
  sibling: ["sibling", null],
};
const INVERSE: Readonly<Record<Relation, Relation>> = {
  child: "parent",
  parent: "child",
  spouse: "spouse",
  sibling: "sibling",
};

/** "wife", "brother": someone who is a relative of whoever is named beside. */
export function isRelative(lemma: string): boolean {
  return RELATIVES[lemma] !== undefined;
}

/** The gender that a noun for a relative tells; undefined for any other noun. */
export function genderOf(lemma: string): "she" | "he" | undefined {
  return RELATIVES[lemma]?.[1] ?? undefined;
}

/** The lemma of a noun for a single relative, or null. */
export function relativeNoun(token: Token | undefined): string | null {
  const lemma = token?.lemma.toLowerCase() ?? "";
  return isRelative(lemma) && !/S$/.test(token?.xpos ?? "") ? lemma : null;
}

interface Kinship {
  readonly of: ActorMention;
  readonly is: Relation;
  readonly who: ActorMention;
}

/**
 * "His wife", "her parents", "the baby": the relative whom the text has named as such ("his wife, Jane Doe"), under any
 * noun for the same relation and the other way round (whose father he is, is his son).
 */
export function relativesMeant(
  at: number,
  here: readonly ActorMention[],
  reading: Reading,
): readonly ActorMention[] {
  const { sentence } = reading;
  const lemma = (sentence.tokens[at] as Token).lemma.toLowerCase();
  if (lemma === "couple") return pairOf("spouse", null, at, here, reading);
  const relative = RELATIVES[lemma];
  if (relative === undefined) return [];
  const [relation, gender] = relative;
  const plural = /S$/.test(sentence.tokens[at]?.xpos ?? "");
  const owner = ownerOf(at, sentence, here);
  if (plural) return relation === "child" ? [] : pairOf(relation, owner, at, here, reading);
  const fits = (row: ActorMention): boolean =>
    gender === null || fitsGender(row, gender === "she", reading.tables, reading.said);
  const known = kinshipsIn(here, reading).filter(({ is, of, who }) => {
    if (is !== relation || !fits(who)) return false;
    return owner === null ? true : referent(of, reading) === referent(owner, reading);
  });
  const persons = distinctReferents(
    known.map(({ who }) => who),
    reading,
  );
  if (owner === null && !isDefinite(at, sentence)) return [];
  return persons.length === 1 ? persons : [];
}

/** "The Does": those of one family whom the text has named. */
export function familyMeant(at: number, { sentence, said, tables }: Reading): readonly ActorMention[] {
  const token = sentence.tokens[at];
  const surname = /^(\p{Lu}\p{Ll}+?)(es|s)$/u.exec(token?.form ?? "");
  if (
    surname === null ||
    !/^(PROPN|NOUN)$/.test(token?.upos ?? "") ||
    !/^the$/i.test(sentence.tokens[at - 1]?.form ?? "")
  )
    return [];
  const names = [`${surname[1]}`, `${surname[1]}${surname[2]?.slice(0, -1)}`];
  const persons = [...said.spoken.values()]
    .map(({ last }) => last)
    .filter((row) => isPersonNamed(row, tables, said) && names.includes(row.name.split(" ").at(-1) ?? ""));
  return persons.length > 1 ? persons : [];
}

/** "The parents", "her parents", "the brothers": the two persons whom the text puts together, the owner not among them. */
function pairOf(
  relation: Relation,
  owner: ActorMention | null,
  at: number,
  here: readonly ActorMention[],
  reading: Reading,
): readonly ActorMention[] {
  if (owner === null && !isDefinite(at, reading.sentence)) return [];
  const kin = kinshipsIn(here, reading);
  const isOf = (row: ActorMention): boolean =>
    kin.some(
      ({ is, of, who }) =>
        is === relation &&
        referent(who, reading) === referent(row, reading) &&
        (owner === null || referent(of, reading) === referent(owner, reading)),
    );
  return pairs(at, here, reading).find((rows) => rows.some(isOf)) ?? [];
}

/** Two persons whom the text puts together, the latest first. */
export function pairs(at: number, here: readonly ActorMention[], reading: Reading): ActorMention[][] {
  const start = reading.sentence.tokens[at]?.start ?? 0;
  const persons = [...reading.said.bySentence.flat(), ...here.filter((row) => row.end <= start)].filter(
    (row) => isPersonNamed(row, reading.tables, reading.said),
  );
  return together(persons, at, reading, (rows) => distinctReferents(rows, reading))
    .map(({ rows }) => [...rows])
    .filter((rows) => rows.length === 2)
    .sort((a, b) => (b[0]?.start ?? 0) - (a[0]?.start ?? 0));
}

/** Who is whose relative, by "his wife, Jane Doe", "her parents" and the like, both ways round. */
function kinshipsIn(here: readonly ActorMention[], reading: Reading): Kinship[] {
  const { said, index, sentence } = reading;
  const told = [...said.bySentence.flat(), ...here].filter(
    (row) => /^(nominal|name)$/.test(row.kind) && isPersonNamed(row, reading.tables, said),
  );
  return told.flatMap((who) => {
    const home = who.sentence === index ? sentence : said.sentences[who.sentence];
    const rows = who.sentence === index ? here : (said.bySentence[who.sentence] ?? []);
    const relation = RELATIVES[home?.tokens[who.token]?.lemma.toLowerCase() ?? ""]?.[0];
    if (home === undefined || relation === undefined) return [];
    return rows
      .filter((row) => isOwner(row, who.token, home) && isPersonNamed(row, reading.tables, said))
      .flatMap((of) => [
        { of, is: relation, who },
        { of: who, is: INVERSE[relation], who: of },
      ]);
  });
}

function isOwner({ token }: ActorMention, noun: number, home: Sentence): boolean {
  return home.tokens[token]?.head === noun && home.tokens[token]?.deprel === "nmod:poss";
}

function ownerOf(at: number, sentence: Sentence, here: readonly ActorMention[]): ActorMention | null {
  return here.find((row) => isOwner(row, at, sentence)) ?? null;
}

function isDefinite(at: number, sentence: Sentence): boolean {
  return childrenOf(sentence, at).some((child) => /^(the|both)$/i.test(sentence.tokens[child]?.form ?? ""));
}

function referent(row: ActorMention, { tables, said }: Reading): string {
  return referentOf(row, tables, said);
}
