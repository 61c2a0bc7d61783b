/**
 * Scores the shipped model: `npm run evaluate:language -- [--data <folder>] [--model models/english.bin]`.
 * Prints UPOS, UAS and LAS (labels without subtypes, punctuation counted, gold tokens), per-relation F1, whole
 * subject-verb-object triples, token and sentence F1 on raw text, and speed.
 */
import { parseArgs } from "node:util";
import { textOf } from "../src/language/conllu.ts";
import {
  loadModel,
  type Model,
  parse,
  parseWords,
  type Sentence,
  type TokenSpan,
} from "../src/language/index.ts";
import { type Example, readTreebanks, treebankFolder } from "./treebank.ts";

const { values } = parseArgs({
  options: { data: { type: "string" }, model: { type: "string" }, json: { type: "boolean", default: false } },
});
const folder = treebankFolder(values.data);
if (folder === null) {
  console.log(
    "skipped: no treebanks found. Give their folder with --data, or put them into ../shared/data/ud.",
  );
  process.exit(0);
}
const loading = performance.now();
const model = values.model === undefined ? loadModel() : loadModel(values.model);
const loadedIn = performance.now() - loading;
const { ewtDev, gumDev, news } = readTreebanks(folder);
const sets = { "EWT dev": ewtDev, "GUM dev": gumDev, news };
const figures: Record<string, number> = {};

console.log("set        words   UPOS   UAS    LAS    triples");
for (const [name, examples] of Object.entries(sets)) {
  const pairs = parsed(examples, model);
  const { words, upos, uas, las } = attachment(pairs);
  const triples = tripleF1(pairs);
  console.log(
    `${name.padEnd(9)} ${String(words).padStart(6)}  ${per(upos)}  ${per(uas)}  ${per(las)}  ${per(triples)}`,
  );
  Object.assign(figures, { [`${name} upos`]: upos, [`${name} las`]: las, [`${name} triples`]: triples });
}

console.log("\nraw text   token F1   sentence F1");
for (const [name, examples] of Object.entries({ "EWT dev": ewtDev, news })) {
  const { tokens, sentences } = segmentation(examples, model);
  console.log(`${name.padEnd(9)}  ${per(tokens)}      ${per(sentences)}`);
  Object.assign(figures, { [`${name} tokens`]: tokens, [`${name} sentences`]: sentences });
}

console.log("\nrelation        news F1    n   GUM dev F1     n");
const onNews = relationF1(parsed(news, model));
const onGum = relationF1(parsed(gumDev, model));
for (const relation of [
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "obl+case",
  "obl:agent",
  "xcomp",
  "ccomp",
  "advcl",
  "acl:relcl",
  "conj",
  "appos",
  "neg",
  "root",
]) {
  const [a, b] = [onNews.get(relation), onGum.get(relation)];
  console.log(
    `${relation.padEnd(14)}  ${a ? per(a.f1) : "  –  "}  ${String(a?.n ?? 0).padStart(4)}  ${b ? per(b.f1) : "  –  "}  ${String(b?.n ?? 0).padStart(8)}`,
  );
}

const text = ewtDev.map(textOf).join(" ");
parse(text.slice(0, 20000), model);
const started = performance.now();
const count = parse(text, model).reduce((sum, { tokens }) => sum + tokens.length, 0);
console.log(
  `\nmodel loads in ${loadedIn.toFixed(0)} ms; ${Math.round(count / ((performance.now() - started) / 1000))} tokens a second with tags and trees on this machine`,
);
if (values.json) console.log(JSON.stringify(figures));

function per(share: number): string {
  return (share * 100).toFixed(1).padStart(5);
}

interface Pair {
  readonly gold: Example;
  readonly ours: Sentence;
}

/** Parses the gold tokens. */
function parsed(examples: readonly Example[], by: Model): Pair[] {
  let text = "";
  const sentences = examples.map(({ words }) =>
    words.map(({ form }): TokenSpan => {
      const start = text.length;
      text += form;
      const span = { start, end: text.length, punctuation: /^[\p{P}\p{S}]+$/u.test(form) };
      text += " ";
      return span;
    }),
  );
  return parseWords(text, sentences, by).map((ours, at) => ({ gold: examples[at] as Example, ours }));
}

function bare(relation: string): string {
  return relation.split(":")[0] ?? relation;
}

function attachment(pairs: readonly Pair[]): { words: number; upos: number; uas: number; las: number } {
  let words = 0;
  let upos = 0;
  let uas = 0;
  let las = 0;
  for (const { gold, ours } of pairs) {
    gold.words.forEach((word, at) => {
      const token = ours.tokens[at];
      if (token === undefined) return;
      words++;
      if (token.upos === word.upos) upos++;
      if (token.head + 1 !== word.head) return;
      uas++;
      if (bare(token.deprel) === bare(word.deprel)) las++;
    });
  }
  return { words, upos: upos / words, uas: uas / words, las: las / words };
}

interface Arc {
  readonly at: number;
  readonly head: number;
  readonly relation: string;
  readonly upos: string;
  readonly form: string;
}

function arcs(side: "gold" | "ours", { gold, ours }: Pair): Arc[] {
  if (side === "gold")
    return gold.words.map(({ head, deprel, upos, form }, at) => ({
      at,
      head: head - 1,
      relation: deprel,
      upos,
      form: form.toLowerCase(),
    }));
  return ours.tokens.map(({ head, deprel, upos, form }, at) => ({
    at,
    head,
    relation: deprel,
    upos,
    form: form.toLowerCase(),
  }));
}

function f1(found: ReadonlySet<string>, gold: ReadonlySet<string>): { f1: number; n: number } {
  const right = [...found].filter((key) => gold.has(key)).length;
  return { f1: found.size + gold.size === 0 ? 0 : (2 * right) / (found.size + gold.size), n: gold.size };
}

function tripleF1(pairs: readonly Pair[]): number {
  const keys = (side: "gold" | "ours"): Set<string> =>
    new Set(
      pairs.flatMap((pair, index) => {
        const all = arcs(side, pair);
        return all
          .filter(({ upos }) => upos === "VERB")
          .flatMap(({ at: verb }) => {
            const subject = all.find(({ head, relation }) => head === verb && relation === "nsubj");
            const object = all.find(({ head, relation }) => head === verb && relation === "obj");
            return subject && object ? [`${index}:${verb}:${subject.at}:${object.at}`] : [];
          });
      }),
    );
  return f1(keys("ours"), keys("gold")).f1;
}

function relationF1(pairs: readonly Pair[]): Map<string, { f1: number; n: number }> {
  const collect = (side: "gold" | "ours"): Map<string, Set<string>> => {
    const byRelation = new Map<string, Set<string>>();
    const add = (relation: string, key: string): void => {
      const keys = byRelation.get(relation) ?? new Set<string>();
      byRelation.set(relation, keys.add(key));
    };
    pairs.forEach((pair, index) => {
      const all = arcs(side, pair);
      for (const { at, head, relation, form } of all) {
        add(relation, `${index}:${at}:${head}`);
        if (["not", "n't", "never", "no"].includes(form)) add("neg", `${index}:${at}:${head}`);
        if (bare(relation) === "obl") {
          const preposition = all.find((arc) => arc.head === at && arc.relation === "case");
          if (preposition) add("obl+case", `${index}:${at}:${head}:${preposition.form}`);
        }
      }
    });
    return byRelation;
  };
  const gold = collect("gold");
  const ours = collect("ours");
  return new Map([...gold].map(([relation, keys]) => [relation, f1(ours.get(relation) ?? new Set(), keys)]));
}

/** Token and sentence F1 on the text of whole documents, sentences of a paragraph joined by a space. */
function segmentation(examples: readonly Example[], by: Model): { tokens: number; sentences: number } {
  const counts = { tokens: { right: 0, all: 0 }, sentences: { right: 0, all: 0 } };
  const documents = new Map<string, Example[]>();
  for (const example of examples)
    documents.set(example.document, [...(documents.get(example.document) ?? []), example]);
  for (const document of documents.values()) {
    let text = "";
    const gold = { tokens: new Set<string>(), sentences: new Set<string>() };
    document.forEach((sentence, index) => {
      if (index > 0) text += sentence.comments.some((comment) => /^# newpar/.test(comment)) ? "\n\n" : " ";
      const begin = text.length;
      sentence.words.forEach(({ form, spaceAfter }, at) => {
        gold.tokens.add(`${text.length}:${text.length + form.length}`);
        text += form + (spaceAfter && at < sentence.words.length - 1 ? " " : "");
      });
      gold.sentences.add(`${begin}:${text.length}`);
    });
    const ours = parse(text, by);
    const found = {
      tokens: new Set(ours.flatMap(({ tokens }) => tokens.map(({ start, end }) => `${start}:${end}`))),
      sentences: new Set(ours.map(({ start, end }) => `${start}:${end}`)),
    };
    for (const unit of ["tokens", "sentences"] as const) {
      counts[unit].right += 2 * [...found[unit]].filter((key) => gold[unit].has(key)).length;
      counts[unit].all += found[unit].size + gold[unit].size;
    }
  }
  return {
    tokens: counts.tokens.right / counts.tokens.all,
    sentences: counts.sentences.right / counts.sentences.all,
  };
}
