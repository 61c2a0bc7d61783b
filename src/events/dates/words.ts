/** English words of time, by what they mean. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    "sunday sun",
    "monday mon",
    "tuesday tues tue",
    "wednesday wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at] as const)),
);
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    couple: 2,
    "a couple of": 2,
    "a few": 3,
    few: 3,
    several: 4,
  }),
);
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4 }),
);
const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 2],
};
export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map(Object.entries(SEASON_MONTHS));

export const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";
export const FULL_MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Apr|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.)";
export const WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
export const YEAR = "(?:1[6-9]\\d\\d|20\\d\\d|21\\d\\d)";
export const DAY = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";
export const COUNT =
  "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a couple of|a few|several|a|an)";
export const UNIT = "(?:day|week|fortnight|month|quarter|year|decade|century)";

/** The number that a word or figure means; undefined for "several" only where nothing is known. */
export function countOf(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : NUMBERS.get(word.toLowerCase());
}

export function monthOf(word: string): number | undefined {
  return MONTHS.get(word.toLowerCase().replace(".", ""));
}
