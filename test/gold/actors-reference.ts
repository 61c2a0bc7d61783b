import { type ActorMention, type ActorTables, findReferents } from "../../src/actors/index.ts";
import { type Model, parseWords, type Sentence } from "../../src/language/index.ts";
import type { Tell } from "./actors.ts";
import { type Figures, goldRows } from "./material.ts";

interface GoldMention {
  readonly sent: number;
  readonly start: number;
  readonly end: number;
  readonly cluster: string;
  readonly type: string;
  readonly link: string;
  readonly head: number;
  readonly text: string;
}
interface GoldDocument {
  readonly doc: string;
  readonly date: string | null;
  readonly sentences: readonly {
    readonly tokens: readonly {
      readonly form: string;
      readonly upos: string;
      readonly spaceAfter?: boolean;
    }[];
  }[];
  readonly mentions: readonly GoldMention[];
}

const TYPES = new Set(["organization", "person", "place"]);
const THIRD = /^(he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves)$/i;

/** Coreference of states, organisations and persons in news, against GUM's. */
export function referenceFigures(model: Model, tables: ActorTables, tell: Tell): Figures {
  const files = ["gum-news-train.jsonl.gz", "gum-news-dev.jsonl.gz"];
  const documents = files.flatMap((file) => goldRows<GoldDocument>(`data/gum-entities/${file}`));
  const tally = new Map<string, [number, number]>();
  const gold: string[][] = [];
  const system: string[][] = [];
  for (const document of documents) {
    const { text, sentences } = parsed(document, model);
    const found = entitiesByToken(
      findReferents(sentences, { text, published: document.date }, tables),
      sentences,
      tables,
    );
    const mentions = document.mentions.filter(({ type }) => TYPES.has(type));
    const entityAt = ({ sent, head }: GoldMention): string | undefined => found.get(`${sent}:${head}`);
    const clusters = grouped(mentions, ({ cluster }) => cluster);
    for (const members of clusters.values()) gold.push(members.map((row) => key(document, row)));
    const predicted = grouped(
      mentions.filter((row) => entityAt(row) !== undefined),
      (row) => entityAt(row) ?? "",
    );
    for (const members of predicted.values()) system.push(members.map((row) => key(document, row)));
    for (const members of clusters.values()) {
      const named = members.filter((row) => isNamed(document, row));
      const names = new Set(
        named.filter((row) => isOfType(row, entityAt(row))).flatMap((row) => entityAt(row) ?? []),
      );
      if (!named.some(({ type }) => type !== "place") && names.size === 0) continue;
      const among = amongWhich(names);
      for (const row of members) {
        const kind = kindOf(document, row);
        if (kind === null) continue;
        const is = names.has(entityAt(row) ?? "");
        for (const group of among) {
          const [right, all] = tally.get(`${group}${kind}`) ?? [0, 0];
          tally.set(`${group}${kind}`, [right + (is ? 1 : 0), all + 1]);
        }
        if (!is)
          tell(
            `actors/reference-${kind}`,
            `${document.doc}:${row.sent} "${row.text}" is ${[...names].join(" or ") || "a name not found"}, found ${entityAt(row)}`,
          );
      }
    }
  }
  return {
    "actors/reference-muc": muc(gold, system),
    "actors/reference-b-cubed": bCubed(gold, system),
    ...Object.fromEntries(
      ["", "found-", "known-"].flatMap((group) =>
        ["pronouns", "nominals"].map((kind) => [
          `actors/reference-${group}${kind}`,
          share(tally.get(`${group}${kind}`) ?? [0, 0]),
        ]),
      ),
    ),
  };
}

/**
 * Which figures a chain counts in: all chains with the name of a person or organisation, or of a place that is a
 * state's; of these the ones whose name is found at all ("found"), and the ones whose name stands in the tables ("known").
 */
function amongWhich(names: ReadonlySet<string>): string[] {
  if (names.size === 0) return [""];
  const known = ![...names].some((name) => name.startsWith("stranger ") || name.startsWith("unknown "));
  return known ? ["", "found-", "known-"] : ["", "found-"];
}

function share([right, all]: readonly [number, number]): number {
  return all === 0 ? 0 : right / all;
}

function key({ doc }: GoldDocument, { sent, start, end }: GoldMention): string {
  return `${doc}:${sent}:${start}:${end}`;
}

/** Whether a mention is a name by itself; the set also calls so what refers to a name. */
function isNamed({ sentences }: GoldDocument, { sent, head }: GoldMention): boolean {
  return sentences[sent]?.tokens[head]?.upos === "PROPN";
}

/** Third-person pronouns, and definite nominals that refer back; appositions and predicates are no references. */
function kindOf(document: GoldDocument, row: GoldMention): "pronouns" | "nominals" | null {
  const { sentences } = document;
  const head = sentences[row.sent]?.tokens[row.head];
  if (head === undefined) return null;
  if (head.upos === "PRON") return THIRD.test(head.form) ? "pronouns" : null;
  if (head.upos !== "NOUN" || (row.link !== "coref" && row.link !== "ana")) return null;
  const first = sentences[row.sent]?.tokens[row.start]?.form.toLowerCase() ?? "";
  return /^(the|this|that|these|those|both|his|her|its|their)$/.test(first) ? "nominals" : null;
}

function parsed(document: GoldDocument, model: Model): { text: string; sentences: Sentence[] } {
  let text = "";
  const words = document.sentences.map(({ tokens }) => {
    const spans = tokens.map(({ form, spaceAfter }) => {
      const start = text.length;
      text += form;
      const span = { start, end: text.length, punctuation: /^[\p{P}\p{S}]+$/u.test(form) };
      if (spaceAfter !== false) text += " ";
      return span;
    });
    text = `${text.trimEnd()}\n\n`;
    return spans;
  });
  return { text, sentences: parseWords(text, words, model) };
}

/**
 * Who each word means, as one string, by the mention it heads, else by the name it is a part of: what heads "Judge Jane
 * Doe" is told otherwise by each scheme. Several actors with one range are one party.
 */
function entitiesByToken(
  mentions: readonly ActorMention[],
  sentences: readonly Sentence[],
  tables: ActorTables,
): Map<string, string> {
  const namesOf = (reason: string): Set<string> =>
    new Set(mentions.filter(({ why }) => why.startsWith(reason)).map(({ name }) => name));
  const introduced = { persons: namesOf("person: "), bodies: namesOf("organisation: ") };
  const join = (rows: readonly ActorMention[]): string =>
    [...new Set(rows.map((row) => entityOf(row, tables, introduced)))].sort().join("+");
  const byHead = grouped(mentions, ({ sentence, token }) => `${sentence}:${token}`);
  const byWord = grouped(
    mentions
      .filter(({ kind }) => kind === "name")
      .flatMap((row) =>
        (sentences[row.sentence]?.tokens ?? []).flatMap(({ start, end }, at) =>
          start >= row.start && end <= row.end ? [{ row, at }] : [],
        ),
      ),
    ({ row, at }) => `${row.sentence}:${at}`,
  );
  return new Map([
    ...[...byWord].map(([at, rows]) => [at, join(rows.map(({ row }) => row))] as const),
    ...[...byHead].map(([at, rows]) => [at, join(rows)] as const),
  ]);
}

/** Who is meant: a person by name, anyone else by the actor they are or belong to. */
function entityOf(
  { actor, name }: ActorMention,
  tables: ActorTables,
  introduced: { readonly persons: ReadonlySet<string>; readonly bodies: ReadonlySet<string> },
): string {
  if (actor === null) return `${introduced.bodies.has(name) ? "unknown" : "stranger"} ${name}`;
  return tables.isPerson(name) || introduced.persons.has(name) ? `person ${name}` : `body ${actor}`;
}

/** Whether what was found is a person where the gold has one, and none where it has not. */
function isOfType({ type }: GoldMention, entity: string | undefined): boolean {
  if (entity === undefined) return false;
  return (type === "person") === /^(person|stranger) /.test(entity);
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** Links kept, of those that each side's chains need (Vilain et al. 1995), as F1. */
function muc(gold: readonly string[][], system: readonly string[][]): number {
  const kept = (keys: readonly string[][], response: readonly string[][]): [number, number] => {
    const chainOf = new Map(response.flatMap((chain, at) => chain.map((row) => [row, at] as const)));
    let links = 0;
    let all = 0;
    for (const chain of keys) {
      const parts = new Set(chain.map((row) => chainOf.get(row) ?? row)).size;
      links += chain.length - parts;
      all += chain.length - 1;
    }
    return [links, all];
  };
  const [recalled, wanted] = kept(gold, system);
  const [right, given] = kept(system, gold);
  return harmonic(wanted === 0 ? 0 : recalled / wanted, given === 0 ? 0 : right / given);
}

/** Mean over mentions of how much of their chain the other side keeps with them (Bagga and Baldwin 1998), as F1. */
function bCubed(gold: readonly string[][], system: readonly string[][]): number {
  const chains = (keys: readonly string[][]) =>
    new Map(keys.flatMap((chain) => chain.map((row) => [row, new Set(chain)] as const)));
  const goldOf = chains(gold);
  const systemOf = chains(system);
  let recall = 0;
  let precision = 0;
  for (const [row, members] of goldOf) {
    const found = systemOf.get(row) ?? new Set([row]);
    const shared = [...found].filter((other) => members.has(other)).length;
    recall += shared / members.size;
    precision += shared / found.size;
  }
  return harmonic(recall / goldOf.size, precision / goldOf.size);
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
