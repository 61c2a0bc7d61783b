import { BEFORE_NAMES, isAbbreviation, STARTERS } from "./lists.ts";

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
  return paragraphs(text)
    .flatMap((block) => lines(text, block))
    .flatMap((line) => splitLine(text, line));
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

function splitLine(text: string, line: Range): Range[] {
  const found: Range[] = [];
  const stop = /[.!?…。！？]+["”’'»)\]]*(?=\s)/gu;
  stop.lastIndex = line.start;
  let start = line.start;
  for (let match = stop.exec(text); match !== null && match.index < line.end; match = stop.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= line.end || !endsSentence(text, match.index, end, line.end)) continue;
    found.push({ start, end });
    start = end;
  }
  found.push({ start, end: line.end });
  return found.flatMap((range) => trimmed(text, range));
}

function endsSentence(text: string, stop: number, end: number, limit: number): boolean {
  const next = text.slice(end, Math.min(limit, end + LONGEST_WORD)).trimStart();
  if (next === "" || /^[\p{Ll}.,;:)\]]/u.test(next)) return false;
  const mark = text.slice(stop, end);
  if (!mark.startsWith(".") || mark.length > 1) return !/^\p{Ll}/u.test(next.replace(/^["“‘'(]+/, ""));
  const word = /[\p{L}\p{N}.&-]*$/u.exec(text.slice(Math.max(0, stop - LONGEST_WORD), stop))?.[0] ?? "";
  const lower = word.toLowerCase();
  const following = /^["“‘'([]*([\p{L}\p{N}]+)/u.exec(next)?.[1] ?? "";
  if (/^\p{Lu}$/u.test(word))
    return STARTERS.has(following.toLowerCase()) && following.length > 1 && word !== "I"
      ? /^[\p{Lu}]/u.test(following) && !/^(A|I)$/.test(following)
      : word === "I";
  if (BEFORE_NAMES.has(lower) && /^\p{Lu}/u.test(word)) return false;
  if (BEFORE_NAMES.has(lower) && /^(no|nos|vs|v|p|pp|e\.g|i\.e|cf|ca|approx|fig|vol|art|ch)$/.test(lower))
    return lower === "no" && !/^\d/.test(following);
  if (isAbbreviation(lower) || /^(\p{L}\.)+\p{L}$/u.test(word))
    return /^\p{Lu}/u.test(following) && STARTERS.has(following.toLowerCase());
  return true;
}

function trimmed(text: string, { start, end }: Range): Range[] {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return from < to ? [{ start: from, end: to }] : [];
}
