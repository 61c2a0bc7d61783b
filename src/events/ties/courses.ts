import { z } from "zod";
import { readTable, type Tie } from "../../vocabulary/index.ts";
import { attributionOf } from "../attribution.ts";
import { asEventDate, dateInSentence } from "../dating.ts";
import { evidenceAt, recordId } from "../event-record.ts";
import { limitsOf, strongest } from "../modality/modality.ts";
import { partiesOf } from "../participants.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { argumentsOf, owners, prepositionOf } from "../syntax/arguments.ts";
import { childrenBy, extent, isVerbal, isWord, subtree, type Tree, token } from "../syntax/tree.ts";
import { confidenceOfWord } from "./named-tie.ts";
import { sinceOf } from "./tie-record.ts";

const Words = z.array(z.string()).min(1);
const Table = z.strictObject({
  names: Words,
  nouns: Words,
  qualifiers: Words,
  begin: Words,
  keep: Words,
  end: Words,
});
const table = readTable("data/ties/courses.toml", Table);
const NAMES = new Set(table.names);
const NOUNS = new Set(table.nouns);
const QUALIFIERS = new Set(table.qualifiers);

type Turn = "begin" | "keep" | "end";
const TURNS: ReadonlyMap<string, Turn> = new Map(
  (["begin", "keep", "end"] as const).flatMap((turn) => table[turn].map((verb) => [verb, turn] as const)),
);

/**
 * What a sentence says of a state's course between powers: "revived its multi-vector policy", "gave up its neutrality".
 * Such a tie has one party. One that is given up ends on the date told, or by the day of publication.
 */
export function coursesIn(context: SentenceContext): Tie[] {
  const { tree } = context;
  return tree.tokens.flatMap((_, course) =>
    isCourse(tree, course)
      ? governors(tree, course).flatMap(({ verb, turn }) => courseTie(context, course, verb, turn))
      : [],
  );
}

function isCourse(tree: Tree, at: number): boolean {
  const lemma = tree.lemmas[at] ?? "";
  return (
    NAMES.has(lemma) ||
    (NOUNS.has(lemma) &&
      childrenBy(tree, at, "amod", "compound", "nmod", "acl").some((child) =>
        isWord(tree, child, QUALIFIERS),
      ))
  );
}

/** The verbs whose object a course is, or the object of whose relative clause: "a concept he had to abandon". */
function governors(tree: Tree, course: number): { readonly verb: number; readonly turn: Turn }[] {
  const same = [course, ...childrenBy(tree, course, "appos"), ...restatement(tree, course)];
  return tree.tokens.flatMap((_, verb) => {
    const turn = isVerbal(tree, verb) ? turnOf(tree, verb) : undefined;
    if (turn === undefined) return [];
    const { objects, obliques } = argumentsOf(tree, verb);
    const taken = [...objects, ...obliques.map(({ at }) => at), ...relativeObjects(tree, verb)];
    return taken.some((at) => same.includes(at)) ? [{ verb, turn }] : [];
  });
}

/** "…, a concept": what the words right after a comma call the course, wherever the tree hangs them. */
function restatement(tree: Tree, course: number): number[] {
  const [comma, article, ...rest] = tree.tokens.slice(course + 1, course + 5);
  if (comma?.form !== "," || article?.upos !== "DET") return [];
  const at = rest.findIndex(({ lemma }) => NOUNS.has(lemma.toLowerCase()));
  return at < 0 ? [] : [course + 3 + at];
}

function turnOf(tree: Tree, verb: number): Turn | undefined {
  const lemma = tree.lemmas[verb] ?? "";
  const with_ = childrenBy(tree, verb, "compound", "obl").flatMap((at) => [
    token(tree, at).form.toLowerCase(),
    ...childrenBy(tree, at, "case").map((preposition) => token(tree, preposition).form.toLowerCase()),
  ]);
  return (
    with_.map((word) => TURNS.get(`${lemma} ${word}`)).find((turn) => turn !== undefined) ?? TURNS.get(lemma)
  );
}

/** "a concept he had to abandon": the noun of a relative clause is what the verb at its end lacks. */
function relativeObjects(tree: Tree, verb: number): number[] {
  if (childrenBy(tree, verb, "obj").length > 0) return [];
  for (let at = verb; token(tree, at).head >= 0; at = token(tree, at).head) {
    if (token(tree, at).deprel === "acl:relcl") return [token(tree, at).head];
    if (token(tree, at).deprel !== "xcomp") return [];
  }
  return [];
}

function courseTie(context: SentenceContext, course: number, verb: number, turn: Turn): Tie[] {
  const { tree, text, document, mentions, tables } = context;
  const doers = argumentsOf(tree, verb).subjects.flatMap((at) => partiesOf(tree, at, mentions));
  const holders = owners(tree, course).flatMap((at) => partiesOf(tree, at, mentions));
  const holder = [...holders, ...doers]
    .map(({ participant }) => participant)
    .find(({ actor }) => actor !== null && tables.kindOf(actor) === "state");
  if (holder === undefined) return [];
  const limits = limitsOf(tree, verb);
  const modality = strongest(limits);
  const expression = dateInSentence(tree, verb, [course], context.dates, true);
  const date = expression?.resolved ? asEventDate(expression) : null;
  const when = date === null ? null : sinceOf(date);
  const ended = turn === "end" && modality !== "negated";
  const phrase = subtree(tree, course).filter((at) => at < course || prepositionalTo(tree, at, course));
  const words = extent(tree, [verb, course, ...phrase]);
  const evidence = evidenceAt(words, context);
  return [
    {
      id: recordId("t", document, evidence, `position|${holder.actor}|${turn}`),
      document,
      kind: "position",
      parties: [holder],
      domain: "political",
      since: turn === "begin" ? when : null,
      until: ended ? (when ?? context.published) : null,
      level: null,
      claim: evidence.anchor.text,
      modality: turn === "end" && modality === "negated" ? "asserted" : modality,
      attribution: attributionOf(tree, limits, doers, mentions, text),
      quantities: [],
      evidence,
      confidence: confidenceOfWord(tree, course),
      rule: `position/course: ${turn}`,
    },
  ];
}

/** "policy of neutrality": the words of an "of" phrase belong to what the course is called. */
function prepositionalTo(tree: Tree, at: number, course: number): boolean {
  const head = token(tree, at).head === course ? at : token(tree, at).head;
  return (
    token(tree, head).head === course &&
    token(tree, head).deprel === "nmod" &&
    prepositionOf(tree, head) === "of"
  );
}
