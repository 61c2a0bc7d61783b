import type { Sentence, Token } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";

/** How the text names the actor. */
export type MentionKind =
  | "name" // Belarus, the European Union, Xi Jinping
  | "demonym" // Belarusian (companies), the Chinese
  | "place" // Minsk, the Kremlin: a seat of power that may stand for its government
  | "office" // the Belarusian president, Premier Li
  | "group" // Chinese and Belarusian companies, Russian troops
  | "pronoun" // he, its, they
  | "nominal"; // the two countries, his giant neighbour, the former Soviet republic

/** A place in a document where an actor is meant. */
export interface ActorMention {
  /** Whole mention, as UTF-16 indices into the document's text; `text` is exactly what stands there. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ISO 3166-1 alpha-3 code, organisation abbreviation, or null: said, but not resolved. */
  readonly actor: string | null;
  readonly sector: Sector | null;
  /** Display name of the actor meant: "Belarus", "Alexander Lukashenko". */
  readonly name: string;
  readonly kind: MentionKind;
  /** `who`: a party that can act; `where`: only a place ("in Beijing"). */
  readonly role: "who" | "where";
  /** A state named in a sentence that speaks of sport, culture, business or the weather: a team, a market, a setting. */
  readonly apolitical?: true;
  /** Which sentence, and which token in it is the mention's syntactic head. */
  readonly sentence: number;
  readonly token: number;
  /** The table entry or rule that says so, for a reader: "office: president of BLR, 1994-". */
  readonly why: string;
  /** Mentions that share start and end mean several actors at once ("the two nations" gives two). */
}

/** What a mention says, without its place. */
export type Meant = Pick<ActorMention, "actor" | "sector" | "name" | "kind" | "role" | "why">;

/** A mention over a range of tokens. */
export function mention(
  { sentence, index, text }: { readonly sentence: Sentence; readonly index: number; readonly text: string },
  from: number,
  to: number,
  head: number,
  meant: Meant,
): ActorMention {
  const start = (sentence.tokens[from] as Token).start;
  const end = (sentence.tokens[to - 1] as Token).end;
  return { start, end, text: text.slice(start, end), ...meant, sentence: index, token: head };
}

/** Whether two mentions have characters in common. */
export function overlap(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}
