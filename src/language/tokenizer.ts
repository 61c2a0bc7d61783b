import { ALSO_WORDS, FILE_ENDINGS, isAbbreviation, PARTED, UNITS, WHOLE_PREFIXES } from "./lists.ts";

/** A token as a range of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly punctuation: boolean;
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_\u200c\u200d]`;
/** What a token may be, tried in this order. Each is linear in what it reads, or bounded. */
const PIECES: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]/uy,
  /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){0,8}/uy,
  new RegExp(
    String.raw`[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){0,8}\.(?:${FILE_ENDINGS.join("|")})(?!${LETTER}|[@-])`,
    "iuy",
  ),
  /[a-z]{2,32}(?:\.[a-z]{2,32}){2,8}(?![\p{L}\p{N}])/uy,
  /[@#]\p{L}[\p{L}\p{N}_]*/uy,
  /\d{4}-\d{2}-\d{2}(?!\d)/uy,
  /(?:\d{3}-)?\d{3}-\d{4}(?![\d-])/uy,
  /\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?!\d)/uy,
  /(?:\p{L}\.){2,}/uy,
  /\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/uy,
  /\d+(?:[.,:]\d+)*/uy,
  /(?:US|AU|CA|HK|NZ|NT|A|C|S|R)\$/uy,
  new RegExp(String.raw`\p{Lu}{1,2}&\p{Lu}{1,3}(?!${LETTER})`, "uy"),
  new RegExp(`${LETTER}+(?:['’]${LETTER}+)*`, "uy"),
  /[:;=][-'^]?[()DPp](?![\p{L}\p{N}])/uy,
  /\.{2,}/uy,
  /[!?]{2,}/uy,
  /''|``|’’|‘‘/uy,
  /([*<>$~^|])\1+/uy,
  /[-=]{2,}/uy,
];
const PUNCTUATION = /^[\p{P}\p{S}]+$/u;
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;

/**
 * Tokens of one sentence, by the conventions of the English treebanks: clitics, currency signs, units and most
 * hyphenated parts stand alone; abbreviations keep their stop. Every character that is not white space is in
 * exactly one token.
 */
export function tokenize(text: string, start = 0, end = text.length): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const length = pieceAt(text, at, end);
    pushPiece(text, at, at + length, spans);
    at += length;
  }
  return joinHyphens(text, spans);
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x85
  );
}

function pieceAt(text: string, at: number, end: number): number {
  for (const piece of PIECES) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (match === null || match[0] === "") continue;
    const length = Math.min(match[0].length, end - at);
    return withStop(text, at, length, end);
  }
  return Math.min(text.codePointAt(at)! > 0xffff ? 2 : 1, end - at);
}

/** Takes in the stop of an abbreviation or an initial. */
function withStop(text: string, at: number, length: number, end: number): number {
  if (at + length >= end || text[at + length] !== "." || text[at + length + 1] === ".") return length;
  const word = text.slice(at, at + length);
  if (at + length + 1 >= end) return length;
  if (/^\p{Lu}$/u.test(word)) return length + 1;
  return isAbbreviation(word) && /^\p{L}/u.test(word) && !ALSO_WORDS.has(word) ? length + 1 : length;
}

function pushPiece(text: string, start: number, end: number, spans: Span[]): void {
  const word = text.slice(start, end);
  const punctuation = PUNCTUATION.test(word);
  const cut = punctuation ? 0 : cutPoint(word);
  if (cut > 0 && cut < word.length) {
    pushPiece(text, start, start + cut, spans);
    spans.push({ start: start + cut, end, punctuation: false });
    return;
  }
  const previous = spans.at(-1);
  if (
    previous !== undefined &&
    previous.end === start &&
    !punctuation &&
    /^\d/.test(text.slice(previous.start, previous.end)) &&
    !UNITS.has(word.toLowerCase()) &&
    /^[\p{Lu}\p{N}]$/u.test(word)
  ) {
    spans[spans.length - 1] = { start: previous.start, end, punctuation: false };
    return;
  }
  spans.push({ start, end, punctuation });
}

/** Where a clitic begins, or 0. */
function cutPoint(word: string): number {
  const clitic = CLITIC.exec(word);
  if (clitic !== null && clitic.index > 0) return clitic.index;
  return PARTED.get(word.toLowerCase()) ?? 0;
}

/** Whether two touching tokens were one written word that `tokenize` parted, as "do" and "n't" are. */
export function isParted(before: string, after: string): boolean {
  if (PUNCTUATION.test(before)) return false;
  return CLITIC.exec(after)?.index === 0 || PARTED.has((before + after).toLowerCase());
}

/** Puts "co-workers", "e-mail" and "pro-Beijing" together again, and a possessive stop after a plural apart. */
function joinHyphens(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at] as Span;
    const hyphen = spans[at + 1];
    const rest = spans[at + 2];
    const touching =
      hyphen !== undefined &&
      rest !== undefined &&
      hyphen.start === span.end &&
      rest.start === hyphen.end &&
      text.slice(hyphen.start, hyphen.end) === "-" &&
      !rest.punctuation;
    if (
      touching &&
      WHOLE_PREFIXES.has(text.slice(span.start, span.end).toLowerCase()) &&
      text[span.start - 1] !== "-"
    ) {
      joined.push({ start: span.start, end: rest.end, punctuation: false });
      at += 2;
    } else joined.push(span);
  }
  return joined;
}
