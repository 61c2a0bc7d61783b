import type { Sentence, Token } from "../language/index.ts";
import { hash, wordKey } from "../language/word-features.ts";
import type { ActorMention } from "./mention.ts";
import type { ActorTables } from "./tables.ts";

/** What tells politics from sports, culture, business, nature and weather in a sentence, by name. */
export type PoliticsFeatures = ReadonlyMap<string, number>;

/** Words that carry a meaning of their own, with whether the model has a vector for each. */
export interface ContentWords {
  readonly words: readonly Token[];
  /** Hashes of the words' keys. */
  readonly keys: readonly number[];
  /** By the square root of their number a sum over words is divided: long sentences say more, not as many times more. */
  readonly spread: number;
}

const CONTENT: ReadonlySet<string> = new Set(["NOUN", "VERB", "ADJ", "ADV"]);

/** The words of a sentence but for names of states: a verb, a noun, an adjective, an adverb. */
export function contentWords(
  sentence: Sentence,
  mentions: readonly ActorMention[],
  tables: ActorTables,
): ContentWords {
  const words = contentTokens(sentence, mentions, tables);
  return {
    words,
    keys: words.map(({ form }) => hash(wordKey(form))),
    spread: Math.sqrt(Math.max(1, words.length)),
  };
}

function contentTokens(
  { tokens }: Sentence,
  mentions: readonly ActorMention[],
  tables: ActorTables,
): Token[] {
  const names = mentions.filter((row) => isState(row, tables) && /^(name|demonym|place)$/.test(row.kind));
  const content = tokens.filter(({ upos }) => CONTENT.has(upos));
  return names.length === 0 ? content : content.filter((token) => !names.some((row) => covers(row, token)));
}

/** Lemmas, words of the lists, who is named in which sector, what states are subject, object or owner of, and figures. */
export function politicsFeatures(
  sentence: Sentence,
  mentions: readonly ActorMention[],
  { words, spread }: ContentWords,
  tables: ActorTables,
): PoliticsFeatures {
  const { tokens } = sentence;
  const features = new Map<string, number>();
  const add = (name: string, value: number): void => {
    features.set(name, (features.get(name) ?? 0) + value);
  };
  add("length", Math.log(Math.max(1, words.length)));
  for (const { lemma } of words) add(`word ${lemma.toLowerCase()}`, 1 / spread);
  const { political, sports, culture, weak } = tables.words.apolitical;
  const lists = [
    ["list political", political],
    ["list sports", sports],
    ["list culture", culture],
    ["list weak", weak],
  ] as const;
  for (const [at, token] of tokens.entries()) {
    const { form, upos } = token;
    const lemma = token.lemma.toLowerCase();
    const lower = form.toLowerCase();
    if (upos === "PROPN" && !mentions.some((row) => covers(row, token))) add(`name ${lemma}`, 1 / spread);
    for (const [list, listed] of lists) if (listed.has(lemma) || listed.has(lower)) add(list, 1 / spread);
    if (isScore(tokens, at)) add("score", 1);
    else if (upos === "NUM") add("number", 0.5);
    if (lemma === "they" || lemma === "their") add("they", 0.5);
  }
  if (features.has("list political")) add("any political", 1);
  if (features.has("list sports") || features.has("list culture")) add("any apolitical", 1);
  const states = new Set<number>();
  for (const row of mentions) {
    if (row.actor === null) {
      add("nobody known", 0.3);
      continue;
    }
    add(`party ${tables.kindOf(row.actor)} ${row.sector}`, 0.5);
    add(`${row.kind} ${row.role}`, 0.3);
    if (!isState(row, tables)) continue;
    states.add(row.token);
    const own = tokens[row.token];
    const head = tokens[own?.head ?? -1];
    const relation = own?.deprel.split(":")[0] ?? "";
    add(relation, 0.5);
    if (head !== undefined) add(`${relation} of ${head.lemma.toLowerCase()}`, 1);
  }
  add("states", Math.min(3, states.size) / 3);
  return features;
}

function isState({ actor }: ActorMention, tables: ActorTables): boolean {
  return actor !== null && tables.kindOf(actor) === "state";
}

function covers(row: ActorMention, { start, end }: Token): boolean {
  return row.start <= start && end <= row.end;
}

/** "3-1" in one word or in three. */
function isScore(tokens: readonly Token[], at: number): boolean {
  if (!/^\d/.test(tokens[at]?.form ?? "")) return false;
  const [first = "", dash = "", last = ""] = tokens.slice(at, at + 3).map(({ form }) => form);
  return /^\d+[-–]\d+$/.test(first) || (/^\d+$/.test(first) && /^[-–]$/.test(dash) && /^\d+$/.test(last));
}
