import type { Sentence } from "../language/index.ts";
import type { ActorMention } from "./mention.ts";
import { type Stretch, speakersOf } from "./quotes.ts";
import { childrenBy } from "./syntax.ts";

/** Who speaks where, as far as the text has been read. */
export interface Voices {
  /** Who speaks a quotation that an earlier sentence has opened or brought. */
  readonly ofQuotation: (stretch: Stretch) => readonly ActorMention[];
  /** Who speaks outside of quotations: after "the minister said:", or after a name and a colon in a transcript. */
  readonly outside: () => readonly ActorMention[];
  /** Whether others than those named speak in it: a transcript with questions from reporters. */
  readonly isAsked: () => boolean;
  /** Takes the next sentence with its mentions. */
  readonly hear: (sentence: Sentence, mentions: readonly ActorMention[]) => void;
}

/** How far, in characters, a quotation may follow another one of the same speaker without naming them again. */
const NEAR = 200;
/** Sentences for which "the minister said:" holds where no quotation marks follow. */
const HELD_SENTENCES = 8;
const SAYING =
  /^(say|add|state|comment|remark|tell|write|note|declare|announce|reply|answer|conclude|stress|explain|continue|tweet|respond|argue|observe|read|warn)$/;

/** Who asks in a transcript. */
const ASKERS = "Question|Q|Reporter|Journalist|Moderator";
const ASKED = new RegExp(`^(${ASKERS})\\s*:`, "im");
const UNNAMED = new RegExp(`^(${ASKERS}|Answer|Remark|Reply|\\* \\* \\*)(:|$)`, "i");

export function createVoices(text: string, quotations: readonly Stretch[]): Voices {
  const speakers = new Map<Stretch, readonly ActorMention[]>();
  let outside: readonly ActorMention[] = [];
  let asked: boolean | null = null;
  let left = 0;
  let next = 0;
  return {
    ofQuotation: (stretch) => speakers.get(stretch) ?? follower(stretch),
    outside: () => outside,
    isAsked() {
      asked ??= ASKED.test(text);
      return asked;
    },
    hear(sentence, mentions) {
      while (next < quotations.length && (quotations[next] as Stretch).end <= sentence.start) next += 1;
      for (let at = next; at < quotations.length; at++) {
        const stretch = quotations[at] as Stretch;
        if (stretch.start >= sentence.end) break;
        const inside = sentence.tokens.findIndex(
          ({ start }) => start > stretch.start && start < stretch.end - 1,
        );
        const tokens = inside < 0 ? [] : speakersOf(sentence, inside);
        const rows = mentions.filter(({ token }) => tokens.includes(token));
        if (rows.length > 0) speakers.set(stretch, rows);
        else if (!speakers.has(stretch)) speakers.set(stretch, follower(stretch));
      }
      hearOutside(sentence, mentions);
    },
  };

  /** The speaker of the quotation just before, or the one whom "said:" has brought. */
  function follower(stretch: Stretch): readonly ActorMention[] {
    if (outside.length > 0) return outside;
    const before = quotations[quotations.indexOf(stretch) - 1];
    return before !== undefined && stretch.start - before.end <= NEAR ? (speakers.get(before) ?? []) : [];
  }

  function hearOutside(sentence: Sentence, mentions: readonly ActorMention[]): void {
    const labelled = labelOf(sentence, mentions, text);
    if (labelled !== null) {
      outside = labelled;
      left = Number.POSITIVE_INFINITY;
      return;
    }
    const announced = announcedBy(sentence, mentions);
    if (announced.length > 0) {
      outside = announced;
      left = HELD_SENTENCES;
    } else if (--left <= 0) outside = [];
  }
}

/**
 * The speaker that opens a paragraph of a transcript: "President of Norland Jane Doe: …"; nobody where "Question:" does;
 * null where nothing is labelled.
 */
export function labelOf(
  sentence: Sentence,
  mentions: readonly ActorMention[],
  text: string,
): readonly ActorMention[] | null {
  const before = text.slice(Math.max(0, sentence.start - 2), sentence.start);
  if (sentence.start > 0 && !before.includes("\n")) return null;
  if (UNNAMED.test(wordsOf(sentence, text))) return [];
  const rows = mentions.filter(
    ({ start, end, why }) =>
      start <= sentence.start + 4 &&
      why.startsWith("person: ") &&
      /^(\s*\([^)\n]{1,40}\))?:(\s|$)/.test(text.slice(end, end + 44)),
  );
  return rows.length > 0 ? rows.slice(0, 1) : null;
}

function wordsOf({ start, end }: Sentence, text: string): string {
  return text.slice(start, end).trim();
}

/** The subject of a sentence that ends "… said:". */
function announcedBy(sentence: Sentence, mentions: readonly ActorMention[]): ActorMention[] {
  if (sentence.tokens.at(-1)?.form !== ":") return [];
  const root = sentence.tokens.findIndex(({ head }) => head < 0);
  if (!SAYING.test(sentence.tokens[root]?.lemma ?? "")) return [];
  const subjects = childrenBy(sentence, root, "nsubj");
  return mentions.filter(({ token }) => subjects.includes(token)).slice(0, 1);
}
