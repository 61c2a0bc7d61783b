import type { Quantity } from "../../vocabulary/index.ts";

const WORDS: Readonly<Record<string, number>> = {
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
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  dozen: 12,
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bln: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  trn: 1e12,
  tn: 1e12,
  hundred: 100,
  dozen: 12,
};
const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  US$: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₽": "RUB",
  "₴": "UAH",
  "₹": "INR",
  "₸": "KZT",
  A$: "AUD",
  C$: "CAD",
  HK$: "HKD",
  NZ$: "NZD",
};
const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: "USD",
  "us dollar": "USD",
  "u.s. dollar": "USD",
  usd: "USD",
  euro: "EUR",
  eur: "EUR",
  pound: "GBP",
  gbp: "GBP",
  yuan: "CNY",
  renminbi: "CNY",
  rmb: "CNY",
  cny: "CNY",
  yen: "JPY",
  jpy: "JPY",
  ruble: "RUB",
  rouble: "RUB",
  rub: "RUB",
  rupee: "INR",
  inr: "INR",
  tenge: "KZT",
  kzt: "KZT",
  hryvnia: "UAH",
  uah: "UAH",
  franc: "CHF",
  chf: "CHF",
  lira: "TRY",
  won: "KRW",
  krw: "KRW",
  dong: "VND",
  byn: "BYN",
  dinar: "RSD",
  som: "KGS",
  rial: "IRR",
  riyal: "SAR",
  zloty: "PLN",
  krona: "SEK",
  real: "BRL",
  peso: "MXN",
  rand: "ZAR",
  naira: "NGN",
  sdr: "XDR",
};
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALE = "thousand|million|billion|trillion|mln|bln|trn|mn|bn|tn|m|b|k";
const QUALIFIER = String.raw`(?:(?<qualifier>at least|no fewer than|no less than|more than|over|at most|up to|no more than|less than|fewer than|under|about|around|some|roughly|approximately|nearly|almost|an estimated|exactly)\s+)?`;
const word = Object.keys(WORDS).join("|");
const currencies = Object.keys(CURRENCIES)
  .map((name) => name.replace(/\./g, "\\."))
  .join("|");

const MONEY = new RegExp(
  String.raw`${QUALIFIER}(?:(?<sign>US\$|A\$|C\$|HK\$|NZ\$|[$€£¥₽₴₹₸])\s?(?<amount>${NUMBER})(?:[\s-]?(?<scale>${SCALE})\b)?|(?<code>USD|EUR|GBP|CNY|RMB|RUB|JPY|INR|KZT|UAH|CHF)\s?(?<coded>${NUMBER})(?:[\s-]?(?<codedScale>${SCALE})\b)?|(?<plain>${NUMBER}|${word})[\s-]?(?:(?<plainScale>${SCALE})[\s-])?(?:(?:Russian|Belarusian|U\.S\.|US|Chinese)\s)?(?<name>${currencies})s?\b)`,
  "giu",
);
const SHARE = new RegExp(
  String.raw`${QUALIFIER}(?:(?<percent>${NUMBER})\s?(?:%|per\s?cent|percent)|(?<fraction>half|two[- ]thirds|(?:a|one)[- ]third|(?:a|one)[- ]quarter|three[- ]quarters)(?=\sof\b))(?:\s+of\s+(?<of>(?:its|their|the|all)?\s?[\p{L}-]+(?:\s[\p{L}-]+)?))?`,
  "giu",
);
const RANK =
  /(?:among (?:the )?)?(?:the |its |their |one of (?:the |its |\p{Lu}[\p{L}’']+ )?)?(?:(?:top|first)[- ](?<top>\d+|two|three|four|five|six|seven|eight|nine|ten)|(?<ordinal>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?<degree>largest|biggest|most important|leading|main)|(?<first>largest|biggest|number one|top|main|leading)) (?<of>(?:[\p{L}-]+ ){0,3}(?:lender|creditor|partner|market|supplier|importer|exporter|investor|donor|destination|buyer|customer|source|trading partner)s?)/giu;
const COUNT = new RegExp(
  String.raw`${QUALIFIER}(?<number>${NUMBER}|${word}|dozens|hundreds|thousands)(?:\s(?<scale>hundred|thousand|million|billion))?\s(?:of\s)?(?<of>(?:(?!(?:per|percent|years?|months?|days?|weeks?|hours?|minutes?|o'clock|am|pm|times?|and|or|of|in|on|at|to|for|by|the|a|is|was|were|are|of)\b)[\p{L}][\p{L}’'-]*\s){0,3}?(?:enterprises|companies|firms|projects|soldiers|troops|people|civilians|tanks|missiles|drones|aircraft|jets|warplanes|ships|warships|vessels|agreements|documents|deals|memorandums|contracts|treaties|prisoners|detainees|hostages|refugees|migrants|diplomats|officials|members|states|countries|nations|tonnes|tons|barrels|cubic\smetres|cubic\smeters|km|kilometres|kilometers|trains|containers|vehicles|systems|launchers|helicopters|sites|targets|protesters|demonstrators|arrests|votes|resolutions|visits|meetings|doses|workers|students|personnel|servicemen|peacekeepers|megawatts|gigawatts|reactors|banks|individuals|entities|bodies|flights|shipments|loans))\b`,
  "giu",
);
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  "two thirds": 2 / 3,
  "three quarters": 0.75,
};
const ORDINAL: Readonly<Record<string, number>> = {
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** Money, shares, ranks and counts in a text, in reading order. Offsets are UTF-16 indices; dates are not quantities. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  const taken = (start: number, end: number): boolean =>
    found.some((row) => row.start < end && row.end > start);
  const add = (
    match: RegExpMatchArray,
    rest: Omit<Quantity, "text" | "start" | "end" | "qualifier">,
  ): void => {
    const start = match.index ?? 0;
    const words = match[0].trimEnd();
    const end = start + words.length;
    if (!taken(start, end) && Number.isFinite(rest.number))
      found.push({ ...rest, qualifier: qualifierOf(match.groups?.["qualifier"]), text: words, start, end });
  };
  for (const match of text.matchAll(MONEY)) {
    const g = match.groups ?? {};
    const amount =
      numberOf(g["amount"] ?? g["coded"] ?? g["plain"]) *
      scaleOf(g["scale"] ?? g["codedScale"] ?? g["plainScale"]);
    const unit =
      g["sign"] !== undefined
        ? SIGNS[g["sign"]]
        : g["code"] !== undefined
          ? (CURRENCIES[g["code"].toLowerCase()] ?? g["code"])
          : CURRENCIES[(g["name"] ?? "").toLowerCase()];
    add(match, { kind: "money", number: amount, unit: unit ?? null, of: null });
  }
  for (const match of text.matchAll(SHARE)) {
    const g = match.groups ?? {};
    const share =
      g["percent"] !== undefined
        ? Number(g["percent"].replace(/,/g, "")) / 100
        : fractionOf(g["fraction"] ?? "");
    add(match, { kind: "share", number: share, unit: "share", of: g["of"]?.trim() ?? null });
  }
  for (const match of text.matchAll(RANK)) {
    const g = match.groups ?? {};
    const number =
      g["top"] !== undefined
        ? numberOf(g["top"])
        : g["ordinal"] !== undefined
          ? (ORDINAL[g["ordinal"].toLowerCase()] ?? Number.NaN)
          : /one of|among/i.test(match[0])
            ? Number.NaN
            : 1;
    add(
      { ...match, groups: { qualifier: g["top"] === undefined ? "exactly" : "at most" } } as RegExpMatchArray,
      { kind: "rank", number, unit: "rank", of: g["of"]?.trim() ?? null },
    );
  }
  for (const match of text.matchAll(COUNT)) {
    const g = match.groups ?? {};
    if (/^(dozens|hundreds|thousands)$/i.test(g["number"] ?? "")) continue;
    add(match, {
      kind: "count",
      number: numberOf(g["number"]) * scaleOf(g["scale"]),
      unit: (g["of"] ?? "").trim().split(/\s/).at(-1) ?? null,
      of: g["of"]?.trim() ?? null,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function numberOf(written: string | undefined): number {
  if (written === undefined) return Number.NaN;
  return WORDS[written.toLowerCase()] ?? Number(written.replace(/,/g, ""));
}

function scaleOf(written: string | undefined): number {
  return written === undefined ? 1 : (SCALES[written.toLowerCase()] ?? 1);
}

function fractionOf(written: string): number {
  const plain = written
    .toLowerCase()
    .replace(/-/g, " ")
    .replace(/^(a|one) /, "");
  return FRACTIONS[plain] ?? Number.NaN;
}

function qualifierOf(written: string | undefined): Quantity["qualifier"] {
  switch (written?.toLowerCase()) {
    case undefined:
      return null;
    case "at least":
    case "no fewer than":
    case "no less than":
      return "at least";
    case "at most":
    case "up to":
    case "no more than":
      return "at most";
    case "more than":
    case "over":
      return "more than";
    case "less than":
    case "fewer than":
    case "under":
      return "less than";
    case "exactly":
      return "exactly";
    default:
      return "about";
  }
}
