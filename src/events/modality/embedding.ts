import { z } from "zod";
import { MODALITIES, type Modality, readTable } from "../../vocabulary/index.ts";

const words = z.array(z.string());
const byModality = z.partialRecord(z.enum(MODALITIES), words);
const Table = z.strictObject({
  embedding: z.array(z.strictObject({ makes: z.enum(MODALITIES), clause: words, noun: words })),
  adverbs: byModality,
  auxiliaries: byModality,
  adjectives: byModality,
  occurrence: words,
  performed: words,
  still_open: words,
  evidence: words,
  conjunctions: z.strictObject({ conditional: words, negated: words, own: words }),
});

const table = readTable("data/lexicon/embedding.toml", Table);

function index(lists: z.infer<typeof byModality>): ReadonlyMap<string, Modality> {
  return new Map(
    Object.entries(lists).flatMap(([modality, list]) =>
      (list ?? []).map((word) => [word, modality as Modality] as const),
    ),
  );
}

/** What a word makes of the clause it governs. The first list that holds a word decides. */
export const OVER_CLAUSE = embeddingIndex("clause");
/** Every verb that may report a clause, also where it more often asks for something: insist, suggest, tell. */
export const REPORTING: ReadonlySet<string> = new Set(
  table.embedding.filter(({ makes }) => makes === "reported").flatMap(({ clause }) => clause),
);
/** What a word makes of a noun it governs that names an act. */
export const OVER_NOUN = embeddingIndex("noun");
/** Verbs that only say that what a noun names took place: what limits them limits it. */
export const OCCURRENCE: ReadonlySet<string> = new Set(table.occurrence);
/** Verbs that do what they say, also where a speaker asks leave to say it. */
export const PERFORMED: ReadonlySet<string> = new Set(table.performed);
/** Words of what is not done that leave open whether it is where they are denied themselves. */
export const STILL_OPEN: ReadonlySet<string> = new Set(table.still_open);
/** What speaks for a clause without anyone saying it: evidence, signs. */
export const EVIDENCE: ReadonlySet<string> = new Set(table.evidence);
export const ADVERBS = index(table.adverbs);
export const AUXILIARIES = index(table.auxiliaries);
export const ADJECTIVES = index(table.adjectives);
export const CONDITIONAL_MARKS: ReadonlySet<string> = new Set(table.conjunctions.conditional);
export const NEGATING_MARKS: ReadonlySet<string> = new Set(table.conjunctions.negated);
/** Conjunctions whose clause stands by itself: what governs it says nothing about it. */
export const OWN_MARKS: ReadonlySet<string> = new Set(table.conjunctions.own);

function embeddingIndex(over: "clause" | "noun"): ReadonlyMap<string, Modality> {
  const found = new Map<string, Modality>();
  for (const { makes, [over]: list } of table.embedding) {
    for (const word of list) if (!found.has(word)) found.set(word, makes);
  }
  return found;
}
