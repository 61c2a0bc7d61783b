import type { EventDate } from "../vocabulary/index.ts";
import type { FoundDate } from "./dates/index.ts";
import { OVER_CLAUSE } from "./modality/embedding.ts";
import { prepositionOf } from "./syntax/arguments.ts";
import { ancestors, childrenBy, isNominal, isVerbal, relation, type Tree, token } from "./syntax/tree.ts";

/** Edges a date may climb to the act that it dates: it never leaves the clause in which it stands. */
const FROM_DATE = new Set([
  "obl",
  "nmod",
  "advmod",
  "obj",
  "nummod",
  "compound",
  "flat",
  "appos",
  "amod",
  "conj",
  "nsubj",
  "dep",
  "case",
  "fixed",
  "det",
]);
/** Edges between the clause that a date stands in and an act below it which it still dates. */
const TO_ACT = new Set([
  "obj",
  "obl",
  "nmod",
  "nsubj",
  "compound",
  "amod",
  "conj",
  "iobj",
  "appos",
  "advcl",
  "parataxis",
]);
/** Edges over which only what is done is dated by the verb above: "signed an order imposing tariffs". */
const TO_DONE = new Set(["acl", "xcomp"]);
const LIMIT = 5;
const FRONTED = 4.5;

/**
 * The date of an act from the expressions in its own sentence: the nearest one whose clause is the act's, or one
 * in a phrase that opens the sentence ("In a note issued the next day, the ministry denounced …").
 * `done`: the act is told as having happened, so that the verb that carries it dates it, too.
 */
export function dateInSentence(
  tree: Tree,
  act: number,
  anchor: readonly number[],
  expressions: readonly FoundDate[],
  done: boolean,
): FoundDate | null {
  const own = new Set([act, ...anchor]);
  let best: { readonly cost: number; readonly expression: FoundDate; readonly at: number } | null = null;
  for (const expression of expressions) {
    const at = headOf(tree, expression);
    if (at === null || (done && isEffect(tree, at))) continue;
    const cost = own.has(at)
      ? 0
      : (distance(tree, at, expression, { act, own, done }) ?? fronted(tree, at, expression, act));
    if (cost !== null && cost <= LIMIT && (best === null || cost < best.cost))
      best = { cost, expression, at };
  }
  return best === null ? null : sinceEvent(tree, best.at, best.expression, act);
}

/** "imposed tariffs, effective August 27": when what is done takes effect, not when it is done. */
function isEffect(tree: Tree, date: number): boolean {
  return [date, ...ancestors(tree, date).slice(0, 2)].some(
    (at) =>
      tree.lemmas[at] === "effective" ||
      childrenBy(tree, at, "amod", "case", "advmod", "mark").some(
        (word) => tree.lemmas[word] === "effective",
      ),
  );
}

const AFTERMATH = new Set(["after", "following", "since"]);
const AFTERMATH_NOUNS = new Set(["wake", "aftermath", "heel"]);

/** What is done "following the election in 2020" has that year for its beginning only. A day is near enough to stand. */
function sinceEvent(tree: Tree, date: number, expression: FoundDate, act: number): FoundDate {
  if (expression.precision === "day" || expression.from === null) return expression;
  const above = [date, ...ancestors(tree, date)];
  const within = new Set([act, ...ancestors(tree, act)]);
  const open = above
    .slice(
      1,
      above.findIndex((at) => within.has(at)),
    )
    .some((at) => AFTERMATH.has(prepositionOf(tree, at)) || AFTERMATH_NOUNS.has(tree.lemmas[at] ?? ""));
  return open ? { ...expression, reach: { from: expression.from, to: null } } : expression;
}

/** The token of the expression that hangs on something outside it. */
function headOf(tree: Tree, { start, end }: FoundDate): number | null {
  const inside = tree.tokens.flatMap((word, at) => (word.start < end && word.end > start ? [at] : []));
  const within = new Set(inside);
  return inside.find((at) => !within.has(token(tree, at).head)) ?? null;
}

/** A date anywhere in a complement that stands before the subject of the act. */
function fronted(tree: Tree, date: number, expression: FoundDate, act: number): number | null {
  const subject = childrenBy(tree, act, "nsubj")[0];
  if (subject === undefined || date > subject) return null;
  const path = [date, ...ancestors(tree, date)];
  const top = path[path.indexOf(act) - 1];
  if (top === undefined || !["obl", "advcl"].includes(relation(tree, top))) return null;
  const { head } = token(tree, date);
  if (date !== top && head !== top && tellsApart(tree, date, head, expression)) return null;
  return top < subject && ["in", "at", "on", "after", "during", ""].includes(prepositionOf(tree, top))
    ? FRONTED
    : null;
}

/** The act to be dated, with the words that name it. */
interface Dated {
  readonly act: number;
  readonly own: ReadonlySet<number>;
  readonly done: boolean;
}

function distance(tree: Tree, date: number, expression: FoundDate, { act, own, done }: Dated): number | null {
  const actPath = [act, ...ancestors(tree, act)];
  let cost = 0;
  for (let at = date; at >= 0; at = token(tree, at).head) {
    if (own.has(at)) return cost;
    const meeting = actPath.indexOf(at);
    if (meeting >= 0) {
      const down = descent(tree, actPath.slice(0, meeting), done);
      return down === null ? null : cost + down;
    }
    if (!FROM_DATE.has(relation(tree, at)) && !isCarried(tree, at, act, done)) return null;
    if (isAside(tree, at)) return null;
    if (relation(tree, at) === "conj" && isVerbal(tree, at)) {
      const arranged = childrenBy(tree, at, "mark").some((mark) => tree.forms[mark] === "to");
      if (date < at || arranged || childrenBy(tree, at, ...SUBJECT).length > 0) return null;
    }
    const above = token(tree, at).head;
    if (!actPath.includes(above) && tellsApart(tree, at, above, expression)) return null;
    cost += 1;
  }
  return null;
}

/** "Austria, neutral since 1955, refused", "met China, its main partner since 2014": what is said of a name has a date of its own. */
function isAside(tree: Tree, at: number): boolean {
  const { upos, head } = token(tree, at);
  if (relation(tree, at) === "amod") return upos === "ADJ" && head < at;
  return relation(tree, at) === "appos" && upos === "NOUN" && token(tree, head).upos === "PROPN";
}

/** A clause joined to another has a date of its own where it has a subject of its own. */
const SUBJECT = ["nsubj", "nsubj:pass", "csubj", "expl"] as const;

/** Whether the date of a clause is that of the verb above it, too. */
function isCarried(tree: Tree, clause: number, act: number, done: boolean): boolean {
  const raised =
    relation(tree, clause) === "xcomp" &&
    relation(tree, act) === "nsubj" &&
    token(tree, act).head === token(tree, clause).head;
  if (raised || !done) return raised;
  const manner =
    relation(tree, clause) === "advcl" &&
    token(tree, clause).xpos === "VBG" &&
    prepositionOf(tree, clause) === "by";
  return (
    manner ||
    isMeans(tree, clause) ||
    (relation(tree, clause) === "xcomp" && OVER_CLAUSE.get(lemmaOfHead(tree, clause)) === "asserted")
  );
}

const AT_TIME = new Set(["in", "at", "on", "during", "after", "following", "before", "since", ""]);

/** "suspended the 2019 agreement": the date says which agreement, not when it was suspended. */
function tellsApart(tree: Tree, date: number, noun: number, { attributive, precision }: FoundDate): boolean {
  if (!attributive || date > noun || !isNominal(tree, noun)) return false;
  if (relation(tree, noun) === "obl") return !AT_TIME.has(prepositionOf(tree, noun));
  return !(relation(tree, noun) === "nsubj" && precision === "day");
}

/** Acts that are done when what they make possible is: "let Moscow use its territory to attack in 2022". */
const MEANS = new Set([
  "allow",
  "let",
  "permit",
  "enable",
  "help",
  "assist",
  "use",
  "force",
  "make",
  "cause",
]);

function isMeans(tree: Tree, clause: number): boolean {
  return (
    ["xcomp", "advcl", "ccomp"].includes(relation(tree, clause)) &&
    token(tree, clause).xpos === "VB" &&
    MEANS.has(lemmaOfHead(tree, clause))
  );
}

function lemmaOfHead(tree: Tree, at: number): string {
  const { head } = token(tree, at);
  return head < 0 ? "" : token(tree, head).lemma.toLowerCase();
}

/** "joined in 2018; others refused": a clause after a semicolon with a subject of its own. */
function isApart(tree: Tree, clause: number): boolean {
  const [subject] = childrenBy(tree, clause, ...SUBJECT);
  if (subject === undefined || subject < token(tree, clause).head) return false;
  return tree.forms.slice(token(tree, clause).head, subject).includes(";");
}

function descent(tree: Tree, path: readonly number[], done: boolean): number | null {
  let cost = 0;
  for (const at of path) {
    const { deprel } = token(tree, at);
    const carries = TO_ACT.has(relation(tree, at)) || (done && TO_DONE.has(relation(tree, at)));
    if (deprel === "acl:relcl" || !carries) return null;
    if (relation(tree, at) === "parataxis" && isApart(tree, at)) return null;
    cost +=
      relation(tree, at) === "advcl" || relation(tree, at) === "parataxis"
        ? 3
        : relation(tree, at) === "conj"
          ? 2
          : 1;
  }
  return cost;
}

/** An expression as the date of a record. */
export function asEventDate({ reach, from, to, precision, text }: FoundDate): EventDate {
  return {
    start: reach.from,
    end: reach.to,
    precision: reach.from === from && reach.to === to ? precision : "range",
    text,
    basis: "text",
  };
}
