import { VARIANTS } from "../syntax/arguments.ts";

/**
 * What kind of party a slot takes: any known actor, or only one of a kind; `who`: the phrase itself names the actor,
 * not something of the actor's; `any` need not be known at all.
 */
export type PartyKind = "known" | "state" | "government" | "org" | "person" | "who" | "any";

/** Words that may fill a slot or head a pattern. A phrase such as `green light` is its last word and those before it. */
export interface WordChoice {
  readonly phrases: readonly Phrase[];
  /** The phrases by the word that the others stand around. */
  readonly byMain: ReadonlyMap<string, readonly Phrase[]>;
}

/** A phrase of one or more words in lower case, and its place among those of its choice. */
export interface Phrase {
  readonly words: readonly string[];
  /** Where in `words` the one stands that the others stand around. */
  readonly main: number;
  readonly rank: number;
}

/** Where a slot stands around the head. */
export type Position =
  | { readonly at: "subject" }
  | { readonly at: "object" }
  /** Owner of the subject's words: Mongolia in "Mongolia's exports go to China". */
  | { readonly at: "subject-owner" }
  /** Owner of the object or, with prepositions, of the complement after one of them. */
  | { readonly at: "possessor"; readonly prepositions: ReadonlySet<string> | null }
  | { readonly at: "preposition"; readonly prepositions: ReadonlySet<string> };

export type Slot =
  | {
      readonly is: "party";
      readonly role: "source" | "target";
      readonly kind: PartyKind;
      readonly position: Position;
      readonly optional: boolean;
    }
  | {
      readonly is: "words";
      readonly words: WordChoice;
      readonly position: Position;
      readonly optional: boolean;
    }
  | { readonly is: "anything"; readonly position: Position; readonly optional: boolean }
  /** `to V`, or with words `to {help}`, which may also be a complement: `to {summit}`. */
  | { readonly is: "infinitive"; readonly words: WordChoice | null; readonly optional: boolean }
  /** `that C`; with a party, that party is its subject; `must`: it says what has to be done. */
  | {
      readonly is: "clause";
      readonly subject: { readonly role: "source" | "target"; readonly kind: PartyKind } | null;
      readonly obliged: boolean;
      readonly words: WordChoice | null;
      readonly optional: boolean;
    };

/** A pattern of the lexicon, ready to be matched on a tree. */
export interface Pattern {
  readonly text: string;
  /** `verb`: the head is a verb; `noun`: a noun; `predicate`: a noun or adjective after "be", "become", "remain". */
  readonly category: "verb" | "noun" | "predicate";
  readonly heads: WordChoice;
  readonly slots: readonly Slot[];
  /** Words of which some must stand somewhere in the sentence. */
  readonly required: readonly WordChoice[];
  /** A slot asks for what "of" stands before. */
  readonly takesOf: boolean;
  /** A slot asks for the owner of something. */
  readonly takesOwner: boolean;
}

/** Word classes by name, for `@name` in patterns. */
export type WordClasses = ReadonlyMap<string, readonly string[]>;

const PREPOSITIONS = new Set(
  `about above across after against ahead_of along alongside amid among around as at away_from because_of before behind
  below beneath beside between beyond by concerning despite down due_to during for from from_among in in_front_of in_line_with
  in_favour_of in_favor_of in_support_of in_response_to inside instead_of into like near next_to of off on on_behalf_of onto
  out_of outside over over_to past per regarding round since through throughout till to toward towards under underneath until
  up upon up_to versus via with within without together_with in_exchange_for in_return_for on_charge_of in_charge_of`.split(
    /\s+/,
  ),
);

/** A pattern that does not fit the grammar; the message names the piece. */
export class PatternError extends Error {}

/** Reads one pattern of the lexicon. Throws a `PatternError` that names the piece that does not fit. */
export function parsePattern(text: string, classes: WordClasses): Pattern {
  const pieces = text.trim().split(/\s+(?![^{]*\})/);
  const slots: Slot[] = [];
  let heads: WordChoice | undefined;
  let category: Pattern["category"] = "verb";
  let awaited: ReadonlySet<string> | undefined;
  let copula = false;
  let owner: Extract<Slot, { is: "party" }> | undefined;

  for (const [at, written] of pieces.entries()) {
    const optional = written.endsWith("?");
    const piece = optional ? written.slice(0, -1) : written;
    if (piece === "and" && heads === undefined) continue;
    if (piece === "that" && heads !== undefined) {
      slots.push(clauseSlot(pieces.slice(at + 1), classes, text));
      break;
    }
    const position = positionOf(heads !== undefined, awaited);
    const party = PARTY.exec(piece);
    if (party?.[3] && heads === undefined && !copula) {
      owner = { is: "party", ...partyOf(party), position: { at: "subject-owner" }, optional };
      continue;
    }
    if (owner !== undefined && heads === undefined && piece.startsWith("{")) {
      slots.push(
        {
          is: "words",
          words: wordChoice(piece, classes, text, wordBeforeOf),
          position: { at: "subject" },
          optional: false,
        },
        owner,
      );
      owner = undefined;
      continue;
    }
    if (party) {
      slots.push({
        is: "party",
        ...partyOf(party),
        position: party[3] ? { at: "possessor", prepositions: awaited ?? null } : position,
        optional,
      });
      if (!party[3]) awaited = undefined;
      continue;
    }
    if (piece.startsWith("~") && heads === undefined) {
      category = "noun";
      heads = wordChoice(piece.slice(1), classes, text, lastWord);
    } else if (heads === undefined) {
      if (copula) {
        category = "predicate";
        heads = wordChoice(piece.replace(/^~/, ""), classes, text, lastWord);
      } else if (piece === "be") copula = true;
      else heads = wordChoice(piece, classes, text, firstWord);
    } else if (piece === "_") {
      slots.push({ is: "anything", position, optional });
      awaited = undefined;
    } else if (piece === "V" && awaited?.has("to")) {
      slots.push({ is: "infinitive", words: null, optional });
      awaited = undefined;
    } else if (awaited === undefined && piece.split("/").every((word) => PREPOSITIONS.has(word)))
      awaited = new Set(piece.split("/").map((word) => VARIANTS[word] ?? word));
    else if (awaited?.has("to") && awaited.size === 1) {
      slots.push({ is: "infinitive", words: wordChoice(piece, classes, text, wordBeforeOf), optional });
      awaited = undefined;
    } else {
      slots.push({
        is: "words",
        words: wordChoice(piece.replace(/^~/, ""), classes, text, wordBeforeOf),
        position,
        optional,
      });
      awaited = undefined;
    }
  }
  if (heads === undefined) throw new PatternError(`"${text}" names no verb or noun.`);
  if (awaited !== undefined) throw new PatternError(`"${text}" ends on a preposition without a complement.`);
  return {
    text,
    category,
    heads,
    slots,
    required: slots.flatMap((slot) => (slot.is === "words" && !slot.optional ? [slot.words] : [])),
    takesOf: slots.some(
      (slot) =>
        "position" in slot && slot.position.at === "preposition" && slot.position.prepositions.has("of"),
    ),
    takesOwner: slots.some((slot) => "position" in slot && slot.position.at === "possessor"),
  };
}

const PARTY = /^([ST])(?::(state|government|org|person|who|any))?('s)?$/;

function partyOf(found: RegExpExecArray): {
  readonly role: "source" | "target";
  readonly kind: PartyKind;
} {
  return {
    role: found[1] === "S" ? "source" : "target",
    kind: (found[2] as PartyKind | undefined) ?? "known",
  };
}

/** What follows `that`: `C`, `T C`, `T {verb}`, `T must V`. */
function clauseSlot(pieces: readonly string[], classes: WordClasses, text: string): Slot {
  const [first = "", ...others] = pieces;
  const party = PARTY.exec(first);
  const rest = party ? others : pieces;
  const obliged = rest[0] === "must";
  const [last = "", ...more] = obliged ? rest.slice(1) : rest;
  if (last === "" || more.length > 0)
    throw new PatternError(`"${text}" has no clause, or more, after "that".`);
  return {
    is: "clause",
    subject: party ? partyOf(party) : null,
    obliged,
    words: /^[CV]\??$/.test(last) ? null : wordChoice(last, classes, text, firstWord),
    optional: last.endsWith("?"),
  };
}

function positionOf(afterHead: boolean, awaited: ReadonlySet<string> | undefined): Position {
  if (!afterHead) return { at: "subject" };
  return awaited === undefined ? { at: "object" } : { at: "preposition", prepositions: awaited };
}

/** Which word of a phrase the others stand around: a verb's particles after it, a noun's words before it. */
type MainOf = (words: readonly string[]) => number;
const firstWord: MainOf = () => 0;
const lastWord: MainOf = (words) => words.length - 1;
/** "state of emergency" is a state. */
const wordBeforeOf: MainOf = (words) => {
  const of = words.indexOf("of");
  return of > 0 ? of - 1 : words.length - 1;
};

/** `{a|b_c|@class}`, `@class` or a bare word, as phrases of one or more lower-case words. */
function wordChoice(piece: string, classes: WordClasses, pattern: string, mainOf: MainOf): WordChoice {
  const inner = piece.startsWith("{") ? piece.slice(1, -1) : piece;
  if (piece.startsWith("{") !== piece.endsWith("}") || inner === "")
    throw new PatternError(`"${piece}" in "${pattern}" has an open brace.`);
  const written = inner.split("|").flatMap((word) => {
    if (!word.startsWith("@")) return [word];
    const known = classes.get(word.slice(1));
    if (known === undefined)
      throw new PatternError(`"${pattern}" names the word class ${word}, which classes.toml does not have.`);
    return [...known];
  });
  const phrases = written.map((phrase, rank): Phrase => {
    if (!/^[\p{L}\p{N}.'’&%_-]+$/u.test(phrase))
      throw new PatternError(`"${phrase}" in "${pattern}" is not a word.`);
    const words = phrase.toLowerCase().split("_");
    return { words, main: mainOf(words), rank };
  });
  const byMain = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const main = phrase.words[phrase.main] ?? "";
    const list = byMain.get(main);
    if (list) list.push(phrase);
    else byMain.set(main, [phrase]);
  }
  return { phrases, byMain };
}
