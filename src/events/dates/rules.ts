import {
  addDays,
  addMonths,
  type DayRange,
  dayOf,
  monthRange,
  weekday,
  weekOf,
  yearRange,
} from "./calendar.ts";
import type { DateExpression } from "./expression.ts";
import {
  COUNT,
  countOf,
  DAY,
  FULL_MONTH,
  MONTH,
  monthOf,
  ORDINALS,
  SEASONS,
  UNIT,
  WEEKDAY,
  WEEKDAYS,
  YEAR,
} from "./words.ts";

type Precision = DateExpression["precision"];

/** What a rule makes of its words: days, how precise they are, and what they hang on. */
export interface Meaning extends DayRange {
  readonly precision: Precision;
  readonly anchor: DateExpression["anchor"];
  /** For `anchor: "event"`: how far from what was spoken of, and in which unit. */
  readonly offset?: { readonly count: number; readonly unit: string };
}

/** Around the words: the publication day, whether the clause looks ahead, and the text just before. */
export interface Surroundings {
  readonly published: string | null;
  readonly future: boolean;
  readonly before: string;
}

export interface Rule {
  readonly pattern: RegExp;
  /** Null where the words are no date after all. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    around: Surroundings,
  ) => Meaning | null;
}

const UNRESOLVED: DayRange = { from: null, to: null };
const absolute = (range: DayRange | null, precision: Precision): Meaning | null =>
  range === null ? null : { ...range, precision, anchor: "absolute" };
/** A range relative to publication; unresolved where that is not known. */
function relative(
  published: string | null,
  precision: Precision,
  make: (day: string) => DayRange | null,
): Meaning | null {
  const range = published === null ? UNRESOLVED : make(published);
  return range === null ? null : { ...range, precision, anchor: "document" };
}
const single = (day: string | null): DayRange | null => (day === null ? null : { from: day, to: day });
const year = (published: string): number => Number(published.slice(0, 4));
const rule = (source: string, read: Rule["read"], flags = ""): Rule => ({
  pattern: new RegExp(source, `y${flags}`),
  read,
});

/** The year that makes a month or day fall nearest to publication: not far ahead unless the clause looks ahead. */
function nearestYear(published: string, month: number, day: number, future: boolean): number {
  const now = year(published);
  const here = dayOf(now, month, Math.min(day, 28)) ?? published;
  const ahead = (Date.parse(here) - Date.parse(published)) / 86_400_000;
  if (ahead > (future ? 330 : 31)) return now - 1;
  return ahead < -270 && future ? now + 1 : now;
}

function unitRange(
  published: string,
  unit: string,
  shift: number,
): { range: DayRange; precision: Precision } {
  switch (unit) {
    case "week":
      return { range: weekOf(addDays(published, 7 * shift)), precision: "week" };
    case "month": {
      const moved = addMonths(`${published.slice(0, 7)}-01`, shift);
      return { range: monthRange(Number(moved.slice(0, 4)), Number(moved.slice(5, 7))), precision: "month" };
    }
    case "quarter": {
      const count = year(published) * 4 + Math.floor((Number(published.slice(5, 7)) - 1) / 3) + shift;
      return { range: quarter(Math.floor(count / 4), (count % 4) + 1), precision: "quarter" };
    }
    case "decade": {
      const first = Math.floor(year(published) / 10) * 10 + 10 * shift;
      return { range: { from: yearRange(first).from, to: yearRange(first + 9).to }, precision: "range" };
    }
    case "century": {
      const first = Math.floor((year(published) - 1) / 100) * 100 + 1 + 100 * shift;
      return { range: { from: yearRange(first).from, to: yearRange(first + 99).to }, precision: "range" };
    }
    default:
      return { range: yearRange(year(published) + shift), precision: "year" };
  }
}

function quarter(inYear: number, number: number): DayRange {
  return { from: monthRange(inYear, number * 3 - 2).from, to: monthRange(inYear, number * 3).to };
}

function half(inYear: number, number: number): DayRange {
  return {
    from: monthRange(inYear, number === 1 ? 1 : 7).from,
    to: monthRange(inYear, number === 1 ? 6 : 12).to,
  };
}

/** Days, weeks, months or years before (negative) or after a day. */
export function shifted(day: string, count: number, unit: string): string {
  switch (unit) {
    case "day":
      return addDays(day, count);
    case "week":
      return addDays(day, 7 * count);
    case "fortnight":
      return addDays(day, 14 * count);
    case "month":
      return addMonths(day, count);
    case "quarter":
      return addMonths(day, 3 * count);
    default:
      return addMonths(day, count * 12 * (unit === "decade" ? 10 : unit === "century" ? 100 : 1));
  }
}

const precisionOf = (unit: string): Precision =>
  unit === "day"
    ? "day"
    : unit === "week"
      ? "week"
      : unit === "month"
        ? "month"
        : unit === "year"
          ? "year"
          : "range";

/** The day, week, month or year that lies some units from a day. */
function around(day: string, count: number, unit: string): DayRange {
  const moved = shifted(day, count, unit);
  if (unit === "month") return monthRange(Number(moved.slice(0, 4)), Number(moved.slice(5, 7)));
  if (unit === "year") return yearRange(Number(moved.slice(0, 4)));
  if (unit === "decade" || unit === "century" || unit === "quarter")
    return { from: addMonths(moved, -6), to: addMonths(moved, 6) };
  return { from: moved, to: moved };
}

/** "early", "mid", "late" parts of a month or year. */
function partOf(range: { readonly from: string; readonly to: string }, part: string | undefined): DayRange {
  if (part === undefined) return range;
  const days = (Date.parse(range.to) - Date.parse(range.from)) / 86_400_000 + 1;
  const third = Math.floor(days / 3);
  if (/^(early|beginning|start)/i.test(part)) return { from: range.from, to: addDays(range.from, third) };
  if (/^(mid|middle)/i.test(part)) return { from: addDays(range.from, third), to: addDays(range.to, -third) };
  return { from: addDays(range.to, -third), to: range.to };
}

const PART = "(?:(?<part>[Ee]arly|[Mm]id|[Ll]ate|(?:the )?(?:beginning|start|middle|end) of)(?:[- ]| ))?";

function resolvedMonth(
  g: Readonly<Record<string, string | undefined>>,
  { published, future }: Surroundings,
): Meaning | null {
  const month = monthOf(g["month"] ?? "");
  if (month === undefined) return null;
  const part = g["part"]?.replace(/^the /i, "");
  const make = (inYear: number): DayRange => partOf(monthRange(inYear, month), part);
  const precision: Precision = part === undefined ? "month" : "range";
  if (g["year"] !== undefined) return absolute(make(Number(g["year"])), precision);
  return relative(published, precision, (day) => make(nearestYear(day, month, 15, future)));
}

function resolvedDay(
  g: Readonly<Record<string, string | undefined>>,
  { published, future }: Surroundings,
): Meaning | null {
  const month = monthOf(g["month"] ?? "");
  const first = Number.parseInt(g["day"] ?? "", 10);
  const last = g["last"] === undefined ? first : Number.parseInt(g["last"], 10);
  const lastMonth = g["lastMonth"] === undefined ? month : monthOf(g["lastMonth"]);
  if (month === undefined || lastMonth === undefined) return null;
  const make = (inYear: number): DayRange | null => {
    const from = dayOf(inYear, month, first);
    const to = dayOf(inYear, lastMonth, last);
    return from === null || to === null || to < from ? null : { from, to };
  };
  const precision: Precision = last === first && lastMonth === month ? "day" : "range";
  if (g["year"] !== undefined) return absolute(make(Number(g["year"])), precision);
  return relative(published, precision, (day) => make(nearestYear(day, month, first, future)));
}

/** All rules; where several fit at one place the longest wins, then the earlier rule. */
export const RULES: readonly Rule[] = [
  rule(`(?<y>${YEAR})-(?<m>0\\d|1[0-2])-(?<d>[0-2]\\d|3[01])(?!\\d)`, (g) =>
    absolute(single(dayOf(Number(g["y"]), Number(g["m"]), Number(g["d"]))), "day"),
  ),
  rule(`(?<d>[0-3]?\\d)\\.(?<m>[01]?\\d)\\.(?<y>${YEAR})(?!\\d)`, (g) =>
    absolute(
      single(Number(g["m"]) > 12 ? null : dayOf(Number(g["y"]), Number(g["m"]), Number(g["d"]))),
      "day",
    ),
  ),
  rule(`(?<a>[0-3]?\\d)/(?<b>[0-3]?\\d)/(?<y>${YEAR})(?!\\d)`, (g) => {
    const [a, b] = [Number(g["a"]), Number(g["b"])];
    return absolute(
      single(a > 12 ? dayOf(Number(g["y"]), b, a) : b >= 1 && a >= 1 ? dayOf(Number(g["y"]), a, b) : null),
      "day",
    );
  }),
  rule(
    `(?:the )?(?<day>${DAY})(?:\\s?[-–—]\\s?|\\s(?:to|and)\\s)(?<last>${DAY}) (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?(?!\\d)`,
    resolvedDay,
  ),
  rule(
    `(?<month>${MONTH}) (?<day>${DAY})(?:\\s?[-–—]\\s?|\\s(?:to|and)\\s)(?:(?<lastMonth>${MONTH}) )?(?<last>${DAY})(?:,? (?<year>${YEAR}))?(?!\\d)`,
    resolvedDay,
  ),
  rule(
    `(?:${WEEKDAY},? )?(?:the )?(?<day>${DAY}) (?:of )?(?<month>${MONTH})(?:,? (?<year>${YEAR}))?(?!\\d)`,
    resolvedDay,
  ),
  rule(
    `(?:${WEEKDAY},? )?(?<month>${MONTH}) (?:the )?(?<day>${DAY})(?:,? (?<year>${YEAR}))?(?!\\d|,\\d|[-–]\\d)`,
    resolvedDay,
  ),
  rule(`${PART}(?<month>${MONTH}),? (?:of )?(?<year>${YEAR})(?!\\d)`, resolvedMonth),
  rule(`${PART}(?<month>${FULL_MONTH})(?! \\d)`, (g, around_) => {
    if (
      /^(May|March)$/.test(g["month"] ?? "") &&
      g["part"] === undefined &&
      !/\b(in|since|by|until|till|last|next|this|of|from|between|to|and|during|before|after|through|for|on|late|early|mid)\s$/i.test(
        around_.before,
      )
    )
      return null;
    return resolvedMonth(g, around_);
  }),
  rule(
    `(?:the )?(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter(?: of (?<year>${YEAR}))?`,
    (g, { published }) => {
      const number = ORDINALS.get(g["ordinal"] ?? "") ?? 1;
      return g["year"] === undefined
        ? relative(published, "quarter", (day) => quarter(year(day), number))
        : absolute(quarter(Number(g["year"]), number), "quarter");
    },
  ),
  rule(`(?:Q(?<number>[1-4])|(?<letter>[1-4])Q)(?:[ /-]?(?<year>${YEAR}))?\\b`, (g, { published }) => {
    const number = Number(g["number"] ?? g["letter"]);
    return g["year"] === undefined
      ? relative(published, "quarter", (day) => quarter(year(day), number))
      : absolute(quarter(Number(g["year"]), number), "quarter");
  }),
  rule(
    `(?:the )?(?<ordinal>first|second|latter) half(?: of)? (?:the (?<same>year)|(?<last>last year)|(?<this>this year)|(?<year>${YEAR}))`,
    (g, { published }) => {
      const number = g["ordinal"] === "first" ? 1 : 2;
      if (g["year"] !== undefined) return absolute(half(Number(g["year"]), number), "range");
      return relative(published, "range", (day) =>
        half(year(day) - (g["last"] === undefined ? 0 : 1), number),
      );
    },
  ),
  rule(`H(?<number>[12])(?:[ /-](?<year>${YEAR}))`, (g) =>
    absolute(half(Number(g["year"]), Number(g["number"])), "range"),
  ),
  rule(
    `(?<which>last|next|this|the)? ?(?<season>spring|summer|autumn|fall|winter)(?: of)? (?<year>${YEAR})`,
    (g) => {
      const [first, last] = SEASONS.get(g["season"] ?? "") ?? [1, 12];
      const inYear = Number(g["year"]);
      return absolute(
        { from: monthRange(inYear, first).from, to: monthRange(last < first ? inYear + 1 : inYear, last).to },
        "range",
      );
    },
  ),
  rule(`(?<which>last|next|this) (?<season>spring|summer|autumn|fall|winter)`, (g, { published }) =>
    relative(published, "range", (day) => {
      const [first, last] = SEASONS.get(g["season"] ?? "") ?? [1, 12];
      const now = year(day);
      const begun = monthRange(now, first).from <= day;
      const inYear =
        g["which"] === "last"
          ? begun && monthRange(last < first ? now + 1 : now, last).to < day
            ? now
            : now - 1
          : g["which"] === "next"
            ? begun
              ? now + 1
              : now
            : now;
      return {
        from: monthRange(inYear, first).from,
        to: monthRange(last < first ? inYear + 1 : inYear, last).to,
      };
    }),
  ),
  rule(
    `(?:between|from) (?<a>${YEAR}) (?:and|to|until|till|through) (?<b>${YEAR})(?!\\d)`,
    (g) =>
      Number(g["b"]) < Number(g["a"])
        ? null
        : absolute({ from: yearRange(Number(g["a"])).from, to: yearRange(Number(g["b"])).to }, "range"),
    "i",
  ),
  rule(`(?<a>${YEAR})\\s?[-–—/]\\s?(?<b>${YEAR}|\\d\\d)(?![\\d-])`, (g) => {
    const first = Number(g["a"]);
    const last =
      (g["b"] ?? "").length === 2 ? Math.floor(first / 100) * 100 + Number(g["b"]) : Number(g["b"]);
    return last <= first || last - first > 150
      ? null
      : absolute({ from: yearRange(first).from, to: yearRange(last).to }, "range");
  }),
  rule(`(?:the )?(?<part>early|mid|late)?[- ]?(?<decade>(?:1[6-9]|20)\\d0)['’]?s\\b`, (g) => {
    const first = Number(g["decade"]);
    const [from, to] =
      g["part"] === "early" ? [0, 3] : g["part"] === "mid" ? [3, 6] : g["part"] === "late" ? [6, 9] : [0, 9];
    return absolute({ from: yearRange(first + from).from, to: yearRange(first + to).to }, "range");
  }),
  rule(`(?:the )?(?<century>1[0-9]|2[01])(?:th|st)[- ][Cc]entury`, (g) => {
    const last = Number(g["century"]) * 100;
    return absolute({ from: yearRange(last - 99).from, to: yearRange(last).to }, "range");
  }),
  rule(
    `(?:(?<part>[Ee]arly|[Mm]id|[Ll]ate|end|(?:the )?(?:beginning|start|middle|end) of)[- ])(?<year>${YEAR})(?![\\d-])`,
    (g) => absolute(partOf(yearRange(Number(g["year"])), g["part"]?.replace(/^the /i, "")), "range"),
  ),
  rule(`(?:fiscal (?:year )?|FY ?)(?<year>${YEAR})`, (g) => absolute(yearRange(Number(g["year"])), "year")),
  rule(`(?<year>${YEAR})(?![\\d,]\\d|\\d|\\.\\d|[-–]\\d|%)`, (g, { before }) =>
    plainYear(before) ? absolute(yearRange(Number(g["year"])), "year") : null,
  ),
  rule(`(?:the day before yesterday)`, (_, { published }) =>
    relative(published, "day", (day) => single(addDays(day, -2))),
  ),
  rule(`(?:the day after tomorrow)`, (_, { published }) =>
    relative(published, "day", (day) => single(addDays(day, 2))),
  ),
  rule(
    `(?:today|tonight|this (?:morning|afternoon|evening))\\b`,
    (_, { published }) => relative(published, "day", single),
    "i",
  ),
  rule(
    `yesterday\\b|last night\\b`,
    (_, { published }) => relative(published, "day", (day) => single(addDays(day, -1))),
    "i",
  ),
  rule(
    `tomorrow\\b`,
    (_, { published }) => relative(published, "day", (day) => single(addDays(day, 1))),
    "i",
  ),
  rule(
    `(?<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Pp]ast|[Cc]oming) (?<day>${WEEKDAY})`,
    (g, { published }) =>
      relative(published, "day", (day) => {
        const wanted = WEEKDAYS.get((g["day"] ?? "").toLowerCase()) ?? 0;
        const which = (g["which"] ?? "").toLowerCase();
        const back = (weekday(day) - wanted + 7) % 7;
        if (which === "next" || which.includes("coming"))
          return single(addDays(day, back === 0 ? 7 : 7 - back));
        if (which === "this") return single(addDays(weekOf(day).from, (wanted + 6) % 7));
        return single(addDays(day, -(back === 0 ? 7 : back)));
      }),
  ),
  rule(`(?<day>${WEEKDAY})(?! (?:and|to) ${WEEKDAY})`, (g, { published, future }) =>
    relative(published, "day", (day) => {
      const back = (weekday(day) - (WEEKDAYS.get((g["day"] ?? "").toLowerCase()) ?? 0) + 7) % 7;
      return single(future && back !== 0 ? addDays(day, 7 - back) : addDays(day, -back));
    }),
  ),
  rule(
    `(?:the )?(?:past|last|previous) (?<count>${COUNT}) (?<unit>${UNIT})s?\\b`,
    (g, { published }) => span(published, g, -1),
    "i",
  ),
  rule(
    `(?:the )?(?:next|coming|following) (?<count>${COUNT}) (?<unit>${UNIT})s?\\b`,
    (g, { published }) => span(published, g, 1),
    "i",
  ),
  rule(`the past (?<unit>${UNIT})\\b`, (g, { published }) => span(published, { ...g, count: "1" }, -1), "i"),
  rule(
    `(?<which>last|next|this|the current|the coming|the present) (?<unit>week|month|quarter|year|decade|century)\\b`,
    (g, { published }) => {
      const shift = /last/i.test(g["which"] ?? "") ? -1 : /next|coming/i.test(g["which"] ?? "") ? 1 : 0;
      const unit = (g["unit"] ?? "year").toLowerCase();
      const precision =
        unit === "week" || unit === "month" || unit === "quarter" || unit === "year" ? unit : "range";
      return relative(published, precision, (day) => unitRange(day, unit, shift).range);
    },
    "i",
  ),
  rule(
    `(?:by |at |towards? |until |before )?(?:the )?end of (?:the |this )(?<unit>week|month|quarter|year|decade|century)\\b`,
    (g, { published }) =>
      relative(published, "range", (day) => {
        const { to } = unitRange(day, g["unit"] ?? "year", 0).range;
        return { from: day, to };
      }),
    "i",
  ),
  rule(
    `(?:so far |earlier |later )(?:this year)`,
    (_, { published, before }) =>
      relative(published, "range", (day) =>
        /later $/i.test(before)
          ? { from: day, to: yearRange(year(day)).to }
          : { from: yearRange(year(day)).from, to: day },
      ),
    "i",
  ),
  rule(
    `(?<count>${COUNT}) (?<unit>${UNIT})s? (?:ago|earlier this year)`,
    (g, { published }) => {
      const unit = (g["unit"] ?? "").toLowerCase();
      const count = countOf((g["count"] ?? "").toLowerCase());
      if (count === undefined) return null;
      return unit === "decade"
        ? relative(published, "year", (day) => around(day, -10 * count, "year"))
        : relative(published, precisionOf(unit), (day) => around(day, -count, unit));
    },
    "i",
  ),
  rule(
    `in (?<count>${COUNT}) (?<unit>${UNIT})s? time`,
    (g, { published }) => {
      const unit = (g["unit"] ?? "").toLowerCase();
      const count = countOf((g["count"] ?? "").toLowerCase());
      return count === undefined
        ? null
        : relative(published, precisionOf(unit), (day) => around(day, count, unit));
    },
    "i",
  ),
  rule(
    `(?<count>${COUNT}) (?<unit>day|week|month|year)s? (?<way>later|earlier|after(?:wards)?|before)\\b`,
    (g) => {
      const count = countOf((g["count"] ?? "").toLowerCase());
      const unit = (g["unit"] ?? "").toLowerCase();
      if (count === undefined || /after$|before/i.test(g["way"] ?? "")) return null;
      return {
        ...UNRESOLVED,
        precision: precisionOf(unit),
        anchor: "event",
        offset: { count: /later|after/i.test(g["way"] ?? "") ? count : -count, unit },
      };
    },
    "i",
  ),
  rule(
    `(?:the )(?<way>following|next|previous|preceding|same) (?<unit>day|week|month|year)\\b`,
    (g) => ({
      ...UNRESOLVED,
      precision: precisionOf((g["unit"] ?? "").toLowerCase()),
      anchor: "event",
      offset: {
        count: /same/i.test(g["way"] ?? "") ? 0 : /previous|preceding/i.test(g["way"] ?? "") ? -1 : 1,
        unit: (g["unit"] ?? "").toLowerCase(),
      },
    }),
    "i",
  ),
  rule(
    `(?:that (?:same )?|a )(?<unit>day|week|month|year) (?<way>later|earlier)\\b`,
    (g) => ({
      ...UNRESOLVED,
      precision: precisionOf((g["unit"] ?? "").toLowerCase()),
      anchor: "event",
      offset: { count: /later/i.test(g["way"] ?? "") ? 1 : -1, unit: (g["unit"] ?? "").toLowerCase() },
    }),
    "i",
  ),
  rule(
    `that (?:same )?(?<unit>day|week|month|year)\\b`,
    (g) => ({
      ...UNRESOLVED,
      precision: precisionOf((g["unit"] ?? "").toLowerCase()),
      anchor: "event",
      offset: { count: 0, unit: (g["unit"] ?? "").toLowerCase() },
    }),
    "i",
  ),
  rule(
    `the day before\\b|on the eve of\\b`,
    () => ({ ...UNRESOLVED, precision: "day", anchor: "event", offset: { count: -1, unit: "day" } }),
    "i",
  ),
  rule(
    `recent (?<unit>weeks|months|years|days)`,
    (g, { published }) =>
      relative(published, "range", (day) => ({
        from: shifted(
          day,
          -(g["unit"] === "years" ? 3 : g["unit"] === "months" ? 4 : 3),
          (g["unit"] ?? "").slice(0, -1).toLowerCase(),
        ),
        to: day,
      })),
    "i",
  ),
  rule(
    `recent(?:ly)?\\b`,
    (_, { published }) => relative(published, "range", (day) => ({ from: addMonths(day, -1), to: day })),
    "i",
  ),
  rule(`Christmas Day(?:,? (?<year>${YEAR}))?`, (g, around_) =>
    resolvedDay({ ...g, month: "December", day: "25" }, around_),
  ),
  rule(`New Year['’]s Eve(?:,? (?<year>${YEAR}))?`, (g, around_) =>
    resolvedDay({ ...g, month: "December", day: "31" }, around_),
  ),
  rule(`New Year['’]s Day(?:,? (?<year>${YEAR}))?`, (g, around_) =>
    resolvedDay({ ...g, month: "January", day: "1" }, around_),
  ),
];

function span(
  published: string | null,
  g: Readonly<Record<string, string | undefined>>,
  direction: 1 | -1,
): Meaning | null {
  const count = countOf((g["count"] ?? "").toLowerCase());
  const unit = (g["unit"] ?? "").toLowerCase();
  if (count === undefined) return null;
  return relative(published, "range", (day) => {
    const far = shifted(day, direction * count, unit);
    return direction < 0 ? { from: far, to: day } : { from: day, to: far };
  });
}

/** A bare four-digit number is a year after a preposition of time, at the start of a clause, or before a comma: never after a currency or "No.". */
function plainYear(before: string): boolean {
  if (
    /[$€£¥#№.,]\s?$|\d\s?$|\b(?:Article|Resolution|resolution|No|no|number|page|chapter|UNSCR|room|flight|Boeing|model|route|about|some|nearly|almost|over|than|least|roughly|around|approximately)\.?\s$/.test(
      before,
    )
  )
    return /,\s$/.test(before) && !/[$€£¥]\s?[\d,]*,\s$/.test(before);
  return /(?:^|[\s("“‘'[–—-])$/.test(before);
}
