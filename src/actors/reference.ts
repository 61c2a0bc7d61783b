import type { Sentence, Token } from "../language/index.ts";
import type { ActorSource } from "./find.ts";
import type { ActorMention } from "./mention.ts";
import { mention, sectorOf } from "./named.ts";
import { childrenOf, isLocative, isSubject } from "./syntax.ts";
import type { ActorTables } from "./tables.ts";

/** How many sentences back a pronoun or a nominal may reach. */
const REACH = 3;

/** Mentions by pronoun and by nominal in one sentence, resolved to what was mentioned before them. */
export function resolveReferences(
  sentence: Sentence,
  index: number,
  source: ActorSource,
  tables: ActorTables,
  before: readonly ActorMention[],
  named: readonly ActorMention[],
): ActorMention[] {
  const found: ActorMention[] = [];
  sentence.tokens.forEach((token, at) => {
    if (covered(token, named)) return;
    const earlier = [...before, ...found].filter((row) => row.start < token.start);
    found.push(
      ...pronoun(sentence, index, at, source, tables, earlier),
      ...nominal(sentence, index, at, source, tables, earlier),
    );
  });
  return found;
}

function covered({ start, end }: Token, named: readonly ActorMention[]): boolean {
  return named.some((row) => row.start <= start && row.end >= end);
}

const PERSONAL = new Set(["he", "she", "him", "her", "his", "hers", "himself", "herself"]);
const NEUTRAL = new Set(["it", "its", "itself"]);
const PLURAL = new Set(["they", "them", "their", "theirs", "themselves"]);

function pronoun(
  sentence: Sentence,
  index: number,
  at: number,
  source: ActorSource,
  tables: ActorTables,
  earlier: readonly ActorMention[],
): ActorMention[] {
  const token = sentence.tokens[at] as Token;
  if (token.upos !== "PRON" || token.deprel === "expl") return [];
  const word = token.form.toLowerCase();
  const near = earlier.filter((row) => index - row.sentence <= REACH);
  if (PERSONAL.has(word))
    return refer(
      best(
        near.filter((row) => isPerson(row, tables)),
        sentence,
        index,
      ),
      "the person mentioned last, subjects first",
    );
  if (NEUTRAL.has(word)) {
    if (isDummy(sentence, at)) return [];
    const candidates = near.filter(
      (row) =>
        row.kind !== "group" &&
        !isPerson(row, tables) &&
        row.role === "who" &&
        row.kind !== "demonym" &&
        row.kind !== "office" &&
        row.actor !== null,
    );
    return refer(
      best(candidates, sentence, index, at),
      "the state or organisation mentioned last, subjects first",
    );
  }
  if (PLURAL.has(word)) return referAll(lastSeveral(near), "the actors mentioned together last");
  return [];

  function refer(antecedent: ActorMention | null, why: string): ActorMention[] {
    return antecedent === null ? [] : referAll([antecedent], why);
  }
  function referAll(antecedents: readonly ActorMention[], why: string): ActorMention[] {
    return antecedents.map(({ actor, sector, name, text }) =>
      mention(sentence, index, at, at + 1, at, source.text, {
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

/** "it is likely that": no one is meant. */
function isDummy(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at] as Token;
  if (!token.deprel.startsWith("nsubj")) return false;
  return childrenOf(sentence, token.head).some(
    (child) =>
      ["csubj", "ccomp"].includes(sentence.tokens[child]?.deprel ?? "") &&
      sentence.tokens[token.head]?.upos === "ADJ",
  );
}

function isPerson(row: ActorMention, tables: ActorTables): boolean {
  return tables.isPerson(row.name) || (row.kind === "office" && row.role === "who");
}

/**
 * The antecedent: the subject of the pronoun's own clause or of one above it, else the subject of its sentence, else
 * the nearest before it there; else the topic of the latest sentence that has one.
 */
function best(
  candidates: readonly ActorMention[],
  sentence: Sentence,
  index: number,
  at?: number,
): ActorMention | null {
  const here = candidates.filter((row) => row.sentence === index);
  for (
    let clause = at === undefined ? -1 : (sentence.tokens[at]?.head ?? -1);
    clause >= 0;
    clause = sentence.tokens[clause]?.head ?? -1
  ) {
    const own = here.find(
      (row) =>
        sentence.tokens[row.token]?.head === clause && isSubject(sentence, row.token) && row.token !== at,
    );
    if (own) return own;
  }
  const subject = here.find((row) => isSubject(sentence, row.token));
  if (subject) return subject;
  const latest = [...candidates].sort(
    (a, b) =>
      b.sentence - a.sentence ||
      Number(isFirst(b, candidates)) - Number(isFirst(a, candidates)) ||
      b.start - a.start,
  );
  return here.at(-1) ?? latest[0] ?? null;
}

/** The first mention of its sentence stands for its topic. */
function isFirst(row: ActorMention, candidates: readonly ActorMention[]): boolean {
  return candidates
    .filter(({ sentence }) => sentence === row.sentence)
    .every(({ start }) => start >= row.start);
}

/** The actors of the last plural mention or coordination: two or more that stand together. */
function lastSeveral(near: readonly ActorMention[]): readonly ActorMention[] {
  const several = [...near]
    .reverse()
    .find((row) => row.kind === "group" || near.some((other) => other !== row && together(row, other)));
  if (several === undefined) return [];
  const group = near.filter(
    (other) =>
      other === several ||
      (other.start === several.start && other.end === several.end) ||
      together(several, other),
  );
  return distinctActors(group);
}

function together(a: ActorMention, b: ActorMention): boolean {
  if (a.sentence !== b.sentence || a.actor === b.actor) return false;
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  return gap >= 0 && gap <= 6;
}

function distinctActors(rows: readonly ActorMention[]): ActorMention[] {
  return [...new Map(rows.map((row) => [row.actor, row])).values()];
}

/** "the two countries", "both sides", "the country", "the former Soviet republic", "its CSTO ally", "his giant neighbour", "the bloc", "the premier". */
function nominal(
  sentence: Sentence,
  index: number,
  at: number,
  source: ActorSource,
  tables: ActorTables,
  earlier: readonly ActorMention[],
): ActorMention[] {
  const token = sentence.tokens[at] as Token;
  if (token.upos !== "NOUN") return [];
  const { countries, organisations, former_soviet, former_yugoslav, locative, motion } = tables.words.lists;
  const lemma = token.lemma.toLowerCase();
  if (!countries.has(lemma) && !organisations.has(lemma)) return [];
  const children = childrenOf(sentence, at);
  const from = Math.min(
    at,
    ...children.filter(
      (child) =>
        child < at &&
        ["det", "nummod", "amod", "compound", "nmod"].includes(
          sentence.tokens[child]?.deprel.split(":")[0] ?? "",
        ) &&
        sentence.tokens[child]?.upos !== "PUNCT",
    ),
  );
  const words = sentence.tokens.slice(from, at).map(({ form }) => form.toLowerCase());
  const plural = token.xpos === "NNS";
  const near = earlier.filter((row) => index - row.sentence <= REACH && row.end <= token.start);
  const make = (rows: readonly ActorMention[], why: string): ActorMention[] =>
    rows.map((row) =>
      mention(sentence, index, from, at + 1, at, source.text, {
        actor: row.actor,
        sector: sectorOf(sentence, at, tables) ?? row.sector,
        name: row.actor === null ? row.name : tables.nameOf(row.actor),
        kind: "nominal",
        role: isLocative(sentence, at, locative, motion) ? "where" : "who",
        why: `nominal: ${why}, "${row.text}"`,
      }),
    );
  const states = near.filter(({ actor }) => actor !== null && tables.kindOf(actor) === "state");

  if (plural && (words.includes("two") || words.includes("both")) && countries.has(lemma))
    return make(lastTwo(states), "the two states mentioned last");
  const definite = words[0] === "the" || words[0] === "this";
  if (words.includes("former") && words.includes("soviet"))
    return make(
      last(states.filter(({ actor }) => former_soviet.has(actor ?? ""))),
      "the former Soviet state mentioned last",
    );
  if (words.includes("former") && words.includes("yugoslav"))
    return make(
      last(states.filter(({ actor }) => former_yugoslav.has(actor ?? ""))),
      "the former Yugoslav state mentioned last",
    );

  const owner = children.find((child) => sentence.tokens[child]?.deprel === "nmod:poss");
  if (
    owner !== undefined &&
    ["ally", "neighbour", "neighbor", "partner", "capital", "country", "counterpart"].includes(lemma)
  ) {
    const possessor = earlier.find((row) => row.sentence === index && row.token === owner);
    if (possessor === undefined) return [];
    if (lemma === "country") return make([possessor], "its owner's");
    if (plural) return [];
    const organisation =
      earlier.find(
        (row) =>
          row.sentence === index &&
          row.start >= (sentence.tokens[from]?.start ?? 0) &&
          row.end <= token.start &&
          row.actor !== null &&
          tables.kindOf(row.actor) === "organisation",
      )?.actor ?? null;
    const others = distinctActors(states.filter(({ actor }) => actor !== possessor.actor));
    const fitting =
      organisation === null
        ? others
        : others.filter(
            ({ actor }) => actor !== null && tables.isMember(actor, organisation, source.published),
          );
    return make(
      last(fitting),
      organisation === null
        ? "the other state mentioned last"
        : `the other member of ${organisation} mentioned last`,
    );
  }
  if (!definite || plural || words.length > 3) return [];
  if (
    children.some(
      (child) =>
        ["nmod", "acl", "acl:relcl", "appos"].includes(sentence.tokens[child]?.deprel ?? "") && child > at,
    )
  )
    return [];
  if (organisations.has(lemma))
    return make(
      last(near.filter(({ actor }) => actor !== null && tables.kindOf(actor) === "organisation")),
      "the organisation mentioned last",
    );
  if (words.length > 1) return [];
  if (["country", "nation", "republic", "state"].includes(lemma)) {
    const topics = states.filter((row) => row.kind !== "demonym" || row.sentence === index);
    const answer = best(topics.length > 0 ? topics : states, sentence, index);
    return make(answer === null ? [] : [answer], "the state mentioned last, subjects first");
  }
  if (tables.words.persons.has(lemma)) {
    const holders = near.filter(
      (row) => isPerson(row, tables) && (row.text.toLowerCase().includes(lemma) || row.why.includes(lemma)),
    );
    return make(last(holders), "the office-holder mentioned last").map((row) => ({
      ...row,
      name: holders.at(-1)?.name ?? row.name,
    }));
  }
  if (["government", "army", "military", "parliament"].includes(lemma))
    return make(last(states.filter(({ role }) => role === "who")), "of the state mentioned last");
  return [];
}

function last(rows: readonly ActorMention[]): ActorMention[] {
  const found = rows.at(-1);
  return found === undefined ? [] : [found];
}

/** The two states mentioned last, in the order of the text; none where there are fewer. */
function lastTwo(states: readonly ActorMention[]): ActorMention[] {
  const actors: ActorMention[] = [];
  for (const row of [...states].reverse()) {
    if (!actors.some(({ actor }) => actor === row.actor)) actors.unshift(row);
    if (actors.length === 2) return actors;
  }
  return [];
}
