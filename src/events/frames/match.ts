import type { ActorTables } from "../../actors/index.ts";
import { isOfKind, type MentionsByToken, type Party, partiesOf, partiesWithin } from "../participants.ts";
import {
  argumentsOf,
  type Oblique,
  owners,
  possessors,
  prepositionOf,
  surfaceSubjects,
} from "../syntax/arguments.ts";
import { isPredicate, nominalArguments, predicationSubjects } from "../syntax/predication.ts";
import { childrenBy, conjuncts, relation, type Tree, token } from "../syntax/tree.ts";
import type { Frame, Lexicon } from "./lexicon.ts";
import type { Pattern, Position, Slot, WordChoice } from "./pattern.ts";

/** A frame that fired at a word: who stands on either side, and which tokens name the act. */
export interface Match {
  readonly frame: Frame;
  readonly pattern: Pattern;
  readonly head: number;
  readonly sources: readonly Party[];
  readonly targets: readonly Party[];
  /** Heads of source phrases that no table resolves: the text says someone, we cannot say who. */
  readonly unknownSources: readonly number[];
  /** The same for targets. */
  readonly unknownTargets: readonly number[];
  /** Those named beside a known party whom no table resolves: "Sudan and the rebels". */
  readonly besides: readonly number[];
  readonly anchor: readonly number[];
  /** The infinitive or clause that holds the further act, for "agree to help". */
  readonly inner: number | null;
  /** How specific the match is: the slots and words that it fills. */
  readonly pieces: number;
  /** The light verb that carries a nominal act. */
  readonly light: number | null;
}

/** What a frame asked for and did not find, for a reader of `--explain`. */
export interface Miss {
  readonly frame: Frame;
  readonly pattern: Pattern;
  readonly head: number;
  readonly reason: string;
}

export interface MatchContext {
  readonly tree: Tree;
  readonly mentions: MentionsByToken;
  readonly tables: ActorTables;
  /** Nouns for people, whoever they are. */
  readonly humans: ReadonlySet<string>;
}

/** Every frame that fires at a word, most specific first, and why the others did not. */
export function matchAt(
  head: number,
  lexicon: Lexicon,
  context: MatchContext,
): { readonly matches: readonly Match[]; readonly misses: readonly Miss[] } {
  const { lemmas, forms } = context.tree;
  const written = forms[head] ?? "";
  const keys = new Set([lemmas[head] ?? "", written, written.replace(/s$/, "")]);
  const matches: Match[] = [];
  const misses: Miss[] = [];
  for (const key of keys) {
    for (const { frame, pattern } of lexicon.byHead.get(key) ?? []) {
      const result = matchPattern(frame, pattern, head, context);
      if ("reason" in result) misses.push(result);
      else matches.push(result);
    }
  }
  return { matches: matches.sort((a, b) => b.pieces - a.pieces), misses };
}

/** What stands around the head, whatever kind of word it is; filled slots add words in which later slots are sought. */
interface Surroundings {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly indirect: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly infinitives: readonly number[];
  readonly clauses: readonly number[];
  readonly agentless: boolean;
  readonly light: number | null;
  /** The noun that is said of the subject: "Belarus is Russia's ally". */
  readonly said: number | null;
}

function matchPattern(frame: Frame, pattern: Pattern, head: number, context: MatchContext): Match | Miss {
  const { tree } = context;
  const miss = (reason: string): Miss => ({ frame, pattern, head, reason });
  const wordClass = categoryOf(tree, head, pattern);
  if (wordClass !== null) return miss(wordClass);
  const headWords = headTokens(tree, head, pattern);
  if (headWords === null) return miss("its further words are missing");
  let around = surroundings(tree, head, pattern, headWords);

  const sources: Party[] = [];
  const targets: Party[] = [];
  const unknownSources: number[] = [];
  const unknownTargets: number[] = [];
  const besides: number[] = [];
  const anchor = new Set(headWords);
  const used = new Set<number>();
  let inner: number | null = null;
  let pieces = headWords.length - (leavesParticle(tree, head, pattern, headWords) ? 2 : 0);
  let lastWords: number | null = null;

  for (const slot of pattern.slots) {
    if (slot.is === "clause") {
      const found = clauseFor(slot, around.clauses, context);
      if (found !== null) {
        inner = found.at;
        if (slot.subject !== null)
          (slot.subject.role === "source" ? sources : targets).push(...found.parties);
        pieces += 1 + Number(slot.subject !== null) + Number(slot.obliged) + Number(slot.words !== null);
        continue;
      }
      if (slot.optional) continue;
      return miss("no such clause follows");
    }
    if (slot.is === "infinitive") {
      const found = infinitive(tree, around, slot.words);
      if (found !== undefined) {
        inner = found;
        pieces += slot.words !== null ? 2 : 1;
        if (slot.words !== null && !asksFor(frame)) anchor.add(found);
        around = withInfinitive(tree, around, found);
        continue;
      }
      const complement =
        slot.words === null
          ? null
          : withWords(tree, obliqueHeads(around, new Set(["to"]), tree, used), slot.words);
      if (complement !== null) {
        for (const at of complement) anchor.add(at);
        pieces += 2;
        continue;
      }
      if (slot.optional) continue;
      return miss("no such infinitive follows");
    }
    const candidates = candidatesFor(slot.position, around, tree, used, lastWords, slot);
    if (slot.is === "party") {
      const accepted = acceptParty(slot, candidates, context);
      if (accepted !== null) {
        (slot.role === "source" ? sources : targets).push(...accepted.parties);
        besides.push(
          ...conjuncts(tree, accepted.at).filter(
            (at) => mayAct(tree, at, context) && partiesOf(tree, at, context.mentions).length === 0,
          ),
        );
        const whole =
          accepted.parties.some(({ by }) => by === "head") || possessors(tree, accepted.at).length > 0;
        if (whole && slot.position.at !== "possessor") used.add(accepted.at);
        pieces += isNear(tree, accepted.at, head, slot.position) ? 1 : 0.5;
        continue;
      }
      const unknown = candidates.find((at) => mayAct(tree, at, context));
      if (
        slot.role === "target" &&
        (slot.kind === "known" || slot.kind === "who") &&
        unknown !== undefined &&
        !isPlacing(slot.position)
      ) {
        unknownTargets.push(unknown);
        used.add(unknown);
        continue;
      }
      if (slot.optional) continue;
      if (slot.role === "source" && slot.position.at === "subject") {
        if (slot.kind === "known" && candidates.length > 0 && sources.length === 0) {
          unknownSources.push(...candidates.slice(0, 1));
          continue;
        }
        if (candidates.length === 0 && around.agentless) continue;
      }
      if (slot.kind === "any" && candidates.length > 0) {
        const inside = candidates.slice(0, 1).flatMap((at) => partiesWithin(tree, at, context.mentions));
        (slot.role === "source" ? sources : targets).push(...inside);
        pieces += 1;
        continue;
      }
      return miss(
        `no ${slot.role}${slot.kind === "known" ? "" : ` (${slot.kind})`} ${describe(slot.position)}`,
      );
    }
    if (slot.is === "words") {
      const found = withWords(tree, candidates, slot.words);
      if (found !== null) {
        for (const at of found) anchor.add(at);
        lastWords = found.at(-1) ?? null;
        if (lastWords !== null) used.add(lastWords);
        pieces += 1 + found.length;
        continue;
      }
      if (slot.optional) continue;
      return miss(`none of its words ${describe(slot.position)}`);
    }
    if (candidates.length > 0) {
      lastWords = candidates[0] ?? null;
      const named = candidates.find((at) => token(tree, at).upos === "PROPN" && mayAct(tree, at, context));
      if (named !== undefined && !isPlacing(slot.position)) unknownTargets.push(named);
      pieces += 1;
      continue;
    }
    if (!slot.optional) return miss(`nothing ${describe(slot.position)}`);
  }
  if (pattern.category === "noun" && !pattern.slots.some(isSource)) {
    const free = around.subjects.filter((at) => !used.has(at));
    for (const at of free) {
      sources.push(...partiesOf(tree, at, context.mentions));
      if (sources.length > 0) break;
    }
    if (sources.length === 0) unknownSources.push(...free.slice(0, 1));
  }
  if (sources.length === 0 && targets.length === 0) {
    const someone = [...unknownSources, ...unknownTargets].some((at) => mayAct(tree, at, context));
    if (frame.is === "tie" || !someone) return miss("no actor on either side");
  }
  return {
    frame,
    pattern,
    head,
    sources,
    targets,
    unknownSources,
    unknownTargets,
    besides,
    anchor: [...anchor].sort((a, b) => a - b),
    inner,
    pieces,
    light: around.light,
  };
}

const PLACING = new Set([
  "in",
  "at",
  "near",
  "off",
  "around",
  "along",
  "inside",
  "outside",
  "through",
  "across",
]);

/** Whether a slot stands where a place does: a name that no table knows is no party there. */
function isPlacing(position: Position): boolean {
  return position.at === "preposition" && [...position.prepositions].some((word) => PLACING.has(word));
}

/** Whether a complement hangs on the head itself: one found further down may belong to something else. */
function isNear(tree: Tree, at: number, head: number, position: Position): boolean {
  return position.at !== "preposition" || token(tree, at).head === head;
}

/** Whether a phrase that no table knows names someone: a proper noun, or a noun for people. */
function mayAct(tree: Tree, at: number, { tables, humans }: MatchContext): boolean {
  const { upos, lemma } = token(tree, at);
  if (upos === "PROPN") return true;
  const word = lemma.toLowerCase();
  return (
    upos === "NOUN" && (humans.has(word) || tables.words.persons.has(word) || tables.words.sectorOf.has(word))
  );
}

/** "gave up" is not "gave": a particle that the pattern does not name speaks against it. */
function leavesParticle(
  tree: Tree,
  head: number,
  { category }: Pattern,
  headWords: readonly number[],
): boolean {
  return (
    category === "verb" &&
    childrenBy(tree, head, "compound:prt").some((particle) => !headWords.includes(particle))
  );
}

/** What is asked for is an act of its own beside the asking. */
function asksFor(frame: Frame): boolean {
  return frame.is === "event" && frame.type === "REQUEST";
}

function isSource(slot: Slot): boolean {
  return slot.is === "party" && slot.role === "source";
}

/** Where only a noun stands, whatever the word is tagged as. */
const NOMINAL: ReadonlySet<string> = new Set(["obj", "obl", "nmod", "nsubj", "compound"]);

function categoryOf(tree: Tree, head: number, pattern: Pattern): string | null {
  const { upos } = token(tree, head);
  const isVerb = upos === "VERB" || upos === "AUX";
  switch (pattern.category) {
    case "verb":
      if (!isVerb || relation(tree, head) === "aux" || relation(tree, head) === "cop")
        return "not a verb here";
      return relation(tree, head) === "amod" || relation(tree, head) === "compound"
        ? "only describes a noun"
        : null;
    case "noun":
      return upos === "NOUN" || upos === "PROPN" || (isVerb && NOMINAL.has(relation(tree, head)))
        ? null
        : "not a noun here";
    case "predicate":
      return isVerb && !isPredicate(tree, head)
        ? "not said of a subject"
        : predicationSubjects(tree, head).length > 0 ||
            (possessors(tree, head).length > 0 && !ownedByTarget(pattern))
          ? null
          : "not said of a subject";
  }
}

/** The tokens that fit one of the head's phrases, or null. A verb's further words are particles; a noun's stand before it. */
function headTokens(tree: Tree, head: number, pattern: Pattern): number[] | null {
  const verb = pattern.category === "verb";
  for (const words of pattern.heads.phrases) {
    const main = verb ? words[0] : words.at(-1);
    if (main === undefined || !sameWord(tree, head, main)) continue;
    const others = verb ? words.slice(1) : words.slice(0, -1);
    const found = others.map((word) => (verb ? particle(tree, head, word) : wordBefore(tree, head, word)));
    if (found.every((at) => at !== null)) return [head, ...(found as number[])];
  }
  return null;
}

/** By lemma, as it is written, or as a plural that the lemma keeps ("troops"). */
function sameWord(tree: Tree, at: number, word: string): boolean {
  const written = tree.forms[at];
  return (
    tree.lemmas[at] === word ||
    written === word ||
    (written?.length === word.length + 1 && written.endsWith("s") && written.startsWith(word))
  );
}

function particle(tree: Tree, verb: number, word: string): number | null {
  for (let at = verb + 1; at < Math.min(tree.tokens.length, verb + 12); at++) {
    if (!sameWord(tree, at, word)) continue;
    const { head } = token(tree, at);
    const role = relation(tree, at);
    const direct =
      head === verb && ["compound", "advmod", "case", "mark", "obl", "xcomp", "obj", "det"].includes(role);
    const ofComplement =
      head >= 0 && token(tree, head).head === verb && ["case", "mark", "advmod"].includes(role);
    if (direct || ofComplement || at === verb + 1) return at;
  }
  return (
    childrenBy(tree, verb, "advmod").find((at) => at < verb && verb - at <= 3 && sameWord(tree, at, word)) ??
    null
  );
}

function wordBefore(tree: Tree, noun: number, word: string): number | null {
  for (let at = noun - 1; at >= Math.max(0, noun - 5); at--) {
    if (sameWord(tree, at, word) && (token(tree, at).head === noun || noun - at <= 2)) return at;
  }
  return null;
}

function surroundings(
  tree: Tree,
  head: number,
  pattern: Pattern,
  headWords: readonly number[],
): Surroundings {
  if (pattern.category === "noun") {
    const nominal = nominalArguments(tree, head);
    const subjects = [...nominal.doers, ...predicationSubjects(tree, head)];
    const takesOf = pattern.slots.some(
      (slot) =>
        "position" in slot && slot.position.at === "preposition" && slot.position.prepositions.has("of"),
    );
    const by = nominal.obliques.filter(
      ({ preposition }) =>
        preposition === "between" || preposition === "among" || (!takesOf && preposition === "of"),
    );
    return {
      subjects: [...subjects, ...by.map(({ at }) => at)],
      objects: [],
      indirect: [],
      obliques: nominal.obliques,
      infinitives: childrenBy(tree, head, "acl").filter((at) => childrenBy(tree, at, "mark").length > 0),
      clauses: childrenBy(tree, head, "acl", "ccomp"),
      agentless: true,
      light: nominal.light,
      said: null,
    };
  }
  const { subjects, objects, indirect, obliques, infinitives, clauses, passive } = argumentsOf(tree, head);
  const particles = new Set(headWords.slice(1).map((at) => token(tree, at).form.toLowerCase()));
  const afterParticle = obliques.filter(({ preposition }) => particles.has(preposition)).map(({ at }) => at);
  const stranded = nominalAfter(tree, head, particles);
  return {
    subjects:
      pattern.category === "predicate"
        ? [
            ...predicationSubjects(tree, head),
            ...(subjects.length > 0 || ownedByTarget(pattern) ? [] : possessors(tree, head)),
          ]
        : subjects,
    objects: [...objects, ...afterParticle, ...stranded],
    indirect,
    obliques,
    infinitives,
    clauses: relation(tree, head) === "parataxis" ? [...clauses, token(tree, head).head] : clauses,
    agentless: passive || subjects.length === 0,
    light: null,
    said: pattern.category === "predicate" ? head : null,
  };
}

function ownedByTarget(pattern: Pattern): boolean {
  return pattern.slots.some((slot) => "position" in slot && slot.position.at === "possessor");
}

/** Complements of the object that carry the particle's preposition: "pulled troops out of Syria". */
function nominalAfter(tree: Tree, verb: number, particles: ReadonlySet<string>): number[] {
  if (particles.size === 0) return [];
  return childrenBy(tree, verb, "obj")
    .flatMap((at) => childrenBy(tree, at, "nmod"))
    .filter((at) => particles.has(prepositionOf(tree, at)));
}

function candidatesFor(
  position: Position,
  around: Surroundings,
  tree: Tree,
  used: ReadonlySet<number>,
  lastWords: number | null,
  slot: Slot,
): readonly number[] {
  switch (position.at) {
    case "subject":
      return around.subjects;
    case "object": {
      const objects = slot.is === "party" ? [...around.indirect, ...around.objects] : around.objects;
      return objects.filter((at) => !used.has(at));
    }
    case "possessor": {
      const owned =
        position.prepositions === null
          ? around.said !== null
            ? [around.said]
            : around.objects
          : obliqueHeads(around, position.prepositions, tree, used, lastWords);
      return owned.flatMap((at) => owners(tree, at));
    }
    case "preposition":
      return obliqueHeads(around, position.prepositions, tree, used, lastWords);
  }
}

/** Complements of a preposition that belong to the head, to its object or to the words matched so far: attachment is not trusted. */
function obliqueHeads(
  around: Surroundings,
  prepositions: ReadonlySet<string>,
  tree: Tree,
  used: ReadonlySet<number>,
  lastWords: number | null = null,
): readonly number[] {
  const near = [
    ...around.objects,
    ...(lastWords === null ? [] : [lastWords]),
    ...around.obliques.map(({ at }) => at),
  ].flatMap((at) => conjuncts(tree, at));
  const ofNear = near.flatMap((at) =>
    childrenBy(tree, at, "nmod")
      .filter((child) => token(tree, child).deprel !== "nmod:poss")
      .map((child) => ({ at: child, preposition: prepositionOf(tree, child) })),
  );
  const found = [...around.obliques, ...ofNear]
    .filter(({ preposition }) => prepositions.has(preposition))
    .map(({ at }) => at);
  return [...new Set(found)].filter((at) => !used.has(at));
}

function acceptParty(
  slot: Extract<Slot, { is: "party" }>,
  candidates: readonly number[],
  context: MatchContext,
): { readonly at: number; readonly parties: readonly Party[] } | null {
  for (const at of candidates) {
    const parties = partiesOf(context.tree, at, context.mentions)
      .filter((found) => isOfKind(found, slot.kind, context.tables))
      .filter((found) => slot.role === "target" || found.role === "who" || found.by === "head");
    if (parties.length > 0) return { at, parties };
  }
  return null;
}

/** The first clause that has the subject, the verb and the obligation asked for. */
function clauseFor(
  slot: Extract<Slot, { is: "clause" }>,
  clauses: readonly number[],
  context: MatchContext,
): { readonly at: number; readonly parties: readonly Party[] } | null {
  const { tree, mentions, tables } = context;
  for (const at of clauses.flatMap((clause) => conjuncts(tree, clause))) {
    if (slot.obliged && !isObliged(tree, at)) continue;
    const { words } = slot;
    if (words !== null && !words.phrases.some(([first = ""]) => sameWord(tree, at, first))) continue;
    if (slot.subject === null) return { at, parties: [] };
    const { kind } = slot.subject;
    const parties = surfaceSubjects(tree, at)
      .flatMap((subject) => partiesOf(tree, subject, mentions))
      .filter((party) => isOfKind(party, kind, tables));
    if (parties.length > 0) return { at, parties };
  }
  return null;
}

const OBLIGING = new Set(["must", "should", "ought", "need", "have"]);

/** "must stop", "should stop", "has to stop", "needs to stop", and the subjunctive: "insisted that it stop". */
function isObliged(tree: Tree, verb: number): boolean {
  if (token(tree, verb).xpos === "VB" && childrenBy(tree, verb, "aux").length === 0) return true;
  if (
    childrenBy(tree, verb, "aux").some(
      (at) => OBLIGING.has(token(tree, at).lemma.toLowerCase()) && token(tree, at).lemma !== "have",
    )
  )
    return true;
  return (
    ["have", "need"].includes(token(tree, verb).lemma) &&
    childrenBy(tree, verb, "xcomp").some((at) =>
      childrenBy(tree, at, "mark").some((mark) => token(tree, mark).form.toLowerCase() === "to"),
    )
  );
}

function infinitive(tree: Tree, around: Surroundings, words: WordChoice | null): number | undefined {
  return around.infinitives
    .flatMap((at) => conjuncts(tree, at))
    .find(
      (at) =>
        words === null ||
        words.phrases.some(
          (phrase) =>
            sameWord(tree, at, phrase[0] ?? "") &&
            phrase.slice(1).every((word) => particle(tree, at, word) !== null),
        ),
    );
}

/** After "to {help}", objects and complements are the infinitive's as well. */
function withInfinitive(tree: Tree, around: Surroundings, verb: number): Surroundings {
  const own = argumentsOf(tree, verb);
  return {
    ...around,
    objects: [...own.objects, ...around.objects],
    indirect: own.indirect,
    obliques: [...own.obliques, ...around.obliques],
  };
}

/** The noun before a proper name that says what it is: "the exercise Zapad". */
function describing(tree: Tree, at: number): number[] {
  if (token(tree, at).upos !== "PROPN") return [];
  return childrenBy(tree, at, "compound", "nmod", "appos").filter(
    (child) => child < at && token(tree, child).upos === "NOUN" && prepositionOf(tree, child) === "",
  );
}

/** The tokens of the first candidate, or of one coordinated with it, that is one of these words; null if none is. */
function withWords(tree: Tree, candidates: readonly number[], words: WordChoice): number[] | null {
  const heads = candidates.flatMap((candidate) => conjuncts(tree, candidate));
  for (const at of heads.flatMap((head) => [head, ...describing(tree, head)])) {
    for (const phrase of words.phrases) {
      const main = phrase.at(-1);
      if (main === undefined || !sameWord(tree, at, main)) continue;
      const before = phrase.slice(0, -1).map((word) => wordBefore(tree, at, word));
      if (before.every((found) => found !== null)) return [...(before as number[]), at];
    }
  }
  return null;
}

function describe(position: Position): string {
  switch (position.at) {
    case "subject":
      return "before it";
    case "object":
      return "as its object";
    case "possessor":
      return "as owner of its object";
    case "preposition":
      return `after ${[...position.prepositions].join("/")}`;
  }
}
