import { readFileSync } from "node:fs";

type Words = readonly string[];

function read<Lists>(name: string): Lists {
  return JSON.parse(
    readFileSync(new URL(`../../data/language/${name}.json`, import.meta.url), "utf8"),
  ) as Lists;
}

const abbreviations =
  read<Readonly<Record<"names" | "others" | "beforeNumbers" | "words" | "starters", Words>>>("abbreviations");
const splitting = read<{
  readonly prefixes: Words;
  readonly parted: Readonly<Record<string, number>>;
  readonly units: Words;
  readonly endings: Words;
  readonly farewells: Words;
}>("splitting");
const endings = read<Readonly<Record<string, Words>>>("verb-endings");
const set = (words: Words | undefined): ReadonlySet<string> => new Set(words ?? []);

/** Abbreviations that stand before a name or a number: no sentence ends after them. */
export const BEFORE_NAMES = set(abbreviations.names);
/** Abbreviations that may end a sentence. */
export const MAY_END = set(abbreviations.others);
/** Abbreviations in small letters that are always followed by something of their sentence. */
export const BEFORE_NUMBERS = set(abbreviations.beforeNumbers);
/** Abbreviations that are words as well when written in small letters: "no", "sun". */
export const ALSO_WORDS = set(abbreviations.words);
/** Words that begin a sentence rather than go on a name: after "U.S." they tell that a sentence ended. */
export const STARTERS = set(abbreviations.starters);
/** Beginnings whose hyphenated words stay whole. */
export const WHOLE_PREFIXES = set(splitting.prefixes);
/** Words written as one that stand for two, and how many letters the first has. */
export const PARTED: ReadonlyMap<string, number> = new Map(Object.entries(splitting.parted));
/** What names of files and sites end in, after a dot. */
export const FILE_ENDINGS = splitting.endings;
/** What stands before the name at the end of a letter. */
export const FAREWELLS = splitting.farewells;
/** Units that follow a number without a space. */
export const UNITS = set(splitting.units);

/** Verbs in silent e: what "invaded" comes from, spelling alone does not tell. */
export const SILENT_E = set(endings["silentE"]);
/** Verbs that end in a double consonant of their own: "add", "call". */
export const DOUBLE = set([...(endings["double"] ?? []), ...(endings["doubleL"] ?? [])]);
/** Past forms and participles of irregular verbs. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (endings["irregular"] ?? []).map((pair) => pair.split(" ") as [string, string]),
);

/** Whether a word, without its full stop, is an abbreviation. */
export function isAbbreviation(word: string): boolean {
  const lower = word.toLowerCase();
  return BEFORE_NAMES.has(lower) || MAY_END.has(lower);
}
