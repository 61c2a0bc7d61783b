import { BEFORE_NAMES, BEFORE_NUMBERS, FAREWELLS, isAbbreviation, STARTERS } from "./lists.ts";

/** A range of the text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A line of running text is about this long or longer; shorter ones within a paragraph stand by themselves. */
const WRAPPED_LINE = 55;
/** Room for one word: looking further back than this would make time grow with the square of the text. */
const LONGEST_WORD = 40;

/**
 * Sentences as ranges of the text. Blank lines always end a sentence; a single line break does where the lines of
 * the paragraph are short, as in headlines, bylines and lists. Time is linear in the length of the text.
 */
export function splitSentences(text: string): Range[] {
  const casual = isCasual(text);
  return paragraphs(text)
    .flatMap((block) => lines(text, block))
    .flatMap((line) => splitLine(text, line, casual));
}

/** Where so many full stops in a hundred are followed by a small letter, small letters begin sentences. */
const CASUAL_SHARE = 15;

/** Whether a text is written as some write mail and reviews, without capitals at the beginning of sentences. */
function isCasual(text: string): boolean {
  let small = 0;
  let capital = 0;
  for (const [, word = "", letter = ""] of text.matchAll(/(?<!\p{L})(\p{Ll}{2,20})[.!?]+\s+(\p{L})/gu)) {
    if (isAbbreviation(word)) continue;
    if (/\p{Ll}/u.test(letter)) small++;
    else capital++;
  }
  return small * 100 > (small + capital) * CASUAL_SHARE;
}

function paragraphs(text: string): Range[] {
  const blocks: Range[] = [];
  const gap = /\r?\n[^\S\n]*\r?\n\s*/g;
  let start = 0;
  for (let match = gap.exec(text); match !== null; match = gap.exec(text)) {
    blocks.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  blocks.push({ start, end: text.length });
  return blocks.filter(({ start: from, end }) => from < end);
}

function lines(text: string, block: Range): Range[] {
  const found: Range[] = [];
  let start = block.start;
  for (let at = text.indexOf("\n", start); at >= 0 && at < block.end; at = text.indexOf("\n", start)) {
    found.push({ start, end: at });
    start = at + 1;
  }
  found.push({ start, end: block.end });
  const wrapped = found.slice(0, -1).every(({ start: from, end }) => end - from >= WRAPPED_LINE);
  return wrapped ? [block] : joinWrapped(text, found);
}

/** A long line that breaks off without a stop goes on in the next one. */
function joinWrapped(text: string, found: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const line of found) {
    const previous = joined.at(-1);
    const goesOn =
      previous !== undefined &&
      previous.end - previous.start >= WRAPPED_LINE &&
      !/[.!?:"”’')\]]\s*$/.test(text.slice(Math.max(previous.start, previous.end - 4), previous.end)) &&
      /^\s*\p{Ll}/u.test(text.slice(line.start, line.start + 8));
    if (goesOn) joined[joined.length - 1] = { start: previous.start, end: line.end };
    else joined.push(line);
  }
  return joined;
}

/** A full stop, exclamation or question mark with the quotes, brackets and note numbers that close after it. */
const STOP = /(?<![.!?…。！？])[.!?…。！？]+["”’'»)\]]*(?:\s?\[\d{1,3}\](?!\S))*(?=\s|$)/gu;
/** What stands by itself in mail and lists: the date and time of a message, a ruled line; both ends are boundaries. */
const ALONE =
  /(?<!\S)(?:\d{1,2}\/\d{1,2}\/\d{2,4}\s\d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?|([-=*_~#])\1{9,})(?=\s|$)/gu;
/** What closes something without a stop, before a capital letter: a smile, a greeting at the end of a letter, an address. */
const CLOSING = new RegExp(
  String.raw`(?:(?<=\s)[:;]-?[)DP]|(?<=[\s.])(?:${FAREWELLS.join("|")}),|^\s*--|(?<=\s)\S{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,64}){1,8}>?)(?=\s+\p{Lu})|(?<!\S)(?:https?:|www\.)\S{1,2000}(?=\s+(?:https?:|www\.))`,
  "gu",
);

function splitLine(text: string, line: Range, casual: boolean): Range[] {
  const inside = text.slice(line.start, line.end);
  const ends = new Set<number>();
  for (const match of inside.matchAll(STOP)) {
    const at = line.start + match.index;
    const end = at + match[0].length;
    if (end < line.end && endsSentence(text, at, end, line.end, casual)) ends.add(end);
  }
  for (const match of inside.matchAll(ALONE)) {
    if (!/\b(?:on|at)\s$/.test(inside.slice(Math.max(0, match.index - 4), match.index)))
      ends.add(line.start + match.index);
    ends.add(line.start + match.index + match[0].length);
  }
  for (const match of inside.matchAll(CLOSING)) ends.add(line.start + match.index + match[0].length);
  const sorted = [...ends, line.end].sort((a, b) => a - b);
  return sorted.flatMap((end, index) => trimmed(text, { start: sorted[index - 1] ?? line.start, end }));
}

/** Whether a sentence ends with the marks from `stop` to `end`, seeing what stands around them. */
function endsSentence(text: string, stop: number, end: number, limit: number, casual: boolean): boolean {
  const next = text.slice(end, Math.min(limit, end + LONGEST_WORD)).trimStart();
  if (/^(?:https?:|www\.)/.test(next)) return true;
  if (next === "" || /^(?:[.,;:)\]]|\[(?:\.\.\.|…)\])/.test(next)) return false;
  const mark = text.slice(stop, end);
  const word = /[\p{L}\p{N}.&-]*$/u.exec(text.slice(Math.max(0, stop - LONGEST_WORD), stop))?.[0] ?? "";
  if (/^["“‘'(]*\p{Ll}/u.test(next))
    return (
      casual &&
      /^(?:\.|[.!?]*[!?]+)$/.test(mark) &&
      /^\p{Ll}/u.test(next) &&
      !isAbbreviation(word.toLowerCase())
    );
  const oneStop = /^\.(?:\s?\[\d+\])*$/.test(mark);
  return !oneStop || wordEnds(word, /^["“‘'([]*([\p{L}\p{N}]+)/u.exec(next)?.[1] ?? "");
}

/** Whether a word with one full stop after it ends its sentence, before a word that begins with no small letter. */
function wordEnds(word: string, following: string): boolean {
  const lower = word.toLowerCase();
  const starts = /^\p{Lu}/u.test(following) && STARTERS.has(following.toLowerCase());
  if (word === "I") return true;
  if (/^\p{Lu}$/u.test(word)) return starts && following.length > 1;
  if (lower === "no" || lower === "nos") return !/^\d/.test(following);
  if (BEFORE_NAMES.has(lower) && /^\p{Lu}/u.test(word)) return false;
  if (BEFORE_NUMBERS.has(lower)) return false;
  if (/^(c|ext)$/.test(word) && /^\d/.test(following)) return false;
  return !(isAbbreviation(lower) || /^(\p{L}\.)+\p{L}$/u.test(word)) || starts;
}

function trimmed(text: string, { start, end }: Range): Range[] {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return from < to ? [{ start: from, end: to }] : [];
}
