import { MONTH_PATTERN, readDay } from "./calendar-day.ts";

/** What the first lines of an article say about it. */
export interface Masthead {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  /** Dates as written: a line that is a date, then the dateline. */
  readonly dates: readonly string[];
}

/** A title is one line, no longer than this, and does not end like a sentence. */
const LONGEST_TITLE = 180;
/** Title, subtitle, byline, date and dateline stand within the first paragraphs. */
const PARAGRAPHS = 6;
const HEAD = 6_000;

const NAME = String.raw`\p{Lu}[\p{L}.'’-]+(?:\s+(?:(?:de|del|der|van|von|al|bin|el|la|di|da)\s+)*\p{Lu}[\p{L}.'’-]*){0,4}`;
const BYLINE = new RegExp(
  String.raw`^(?:[Bb]y|BY|Written by)\s+(?<author>${NAME}(?:(?:,|,? and| &)\s+${NAME})*)\s*(?:[|,•·–—/(-].{0,80})?$`,
  "u",
);
const DATE = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?\s+${MONTH_PATTERN}(?:,?\s+\d{4})?|${MONTH_PATTERN}\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2})`;
const WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?";
const DATE_LINE = new RegExp(
  String.raw`^(?:(?:First )?[Pp]ublished|[Uu]pdated|[Pp]osted|[Dd]ate)?\s*(?:on|:)?\s*(?<date>${WEEKDAY}${DATE})(?:[\s,|]+.{0,40})?$`,
  "u",
);
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]*(?:[\s/]\p{Lu}[\p{L}.'’-]*){0,3}`;
const DATELINE = new RegExp(
  String.raw`^(?:${PLACE}(?:,\s+${PLACE}){0,2}?),?\s+(?:[—–-]\s+)?(?<date>${WEEKDAY}${DATE})\.?,?\s*(?:\((?<outlet>[^()]{2,40})\)|/(?<slashed>[^/]{2,40})/)?\s*(?:[—–:.]|-{1,2})(?:\s|$)`,
  "u",
);
const PLACE_AND_OUTLET =
  /^\p{Lu}[\p{Lu}.'’-]+(?:[\s,]+\p{Lu}[\p{L}.'’-]*){0,4}\s+\((?<outlet>\p{Lu}[^()]{1,38})\)\s*(?:[—–]|-{1,2})\s/u;

/** Reads title, byline, date line and dateline off the top of a text. A year that is not written is not added. */
export function readMasthead(text: string): Masthead {
  const paragraphs = text
    .slice(0, HEAD)
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  const lines = paragraphs
    .slice(0, PARAGRAPHS)
    .flatMap((paragraph) => paragraph.split(/\s*\n\s*/).slice(0, 4));
  const title = titleOf(lines, text);
  const rest = title === null ? lines : lines.slice(1);
  const dateline = rest.map(datelineOf).find((found) => found !== null) ?? null;
  const dateLine = rest
    .map((line) => DATE_LINE.exec(line)?.groups?.["date"])
    .find((date) => date !== undefined);
  return {
    title,
    author:
      rest.map((line) => BYLINE.exec(line)?.groups?.["author"]).find((name) => name !== undefined) ?? null,
    outlet: dateline?.outlet ?? null,
    dates: [dateLine, dateline?.date].filter((date) => date !== undefined && date !== null),
  };
}

/** The date and outlet of a dateline such as "MINSK, July 8, 2024 (Agency) —" at the start of a paragraph, or null. */
export function datelineOf(
  paragraph: string,
): { readonly date: string | null; readonly outlet: string | null } | null {
  const start = paragraph.slice(0, 160);
  const full = DATELINE.exec(start)?.groups;
  if (full !== undefined)
    return { date: full["date"] ?? null, outlet: full["outlet"] ?? full["slashed"] ?? null };
  const place = PLACE_AND_OUTLET.exec(start)?.groups;
  return place === undefined ? null : { date: null, outlet: place["outlet"] ?? null };
}

function titleOf(lines: readonly string[], text: string): string | null {
  const [first = "", second] = lines;
  if (second === undefined || first.length > LONGEST_TITLE || !/\p{L}/u.test(first)) return null;
  if (/[.:;,…]["”’')\]]*$/.test(first) && !/\b(?:U\.S|U\.N|[A-Z]\.[A-Z])\.$/.test(first)) return null;
  if (datelineOf(first) !== null || BYLINE.test(first) || readDay(first).is === "day") return null;
  // A wrapped paragraph is no title: a title stands apart, or the line below it is a byline, a date or a dateline.
  const apart = /^[^\S\n]*\n[^\S\n]*(?:\n|$)/.test(text.slice(text.indexOf(first) + first.length));
  return apart || BYLINE.test(second) || DATE_LINE.test(second) || datelineOf(second) !== null ? first : null;
}
