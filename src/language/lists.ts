import { readFileSync } from "node:fs";

function read(name: string): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(
    readFileSync(new URL(`../../data/language/${name}.json`, import.meta.url), "utf8"),
  ) as Record<string, string[]>;
}

const abbreviations = read("abbreviations");
const splitting = read("splitting");
const endings = read("verb-endings");
const set = (words: readonly string[] | undefined): ReadonlySet<string> => new Set(words ?? []);

/** Abbreviations that stand before a name or a number: no sentence ends after them. */
export const BEFORE_NAMES = set(abbreviations["names"]);
/** Abbreviations that may end a sentence. */
export const MAY_END = set(abbreviations["others"]);
/** Words that begin a sentence rather than go on a name: after "U.S." they tell that a sentence ended. */
export const STARTERS = set(abbreviations["starters"]);
/** Beginnings whose hyphenated words stay whole. */
export const WHOLE_PREFIXES = set(splitting["prefixes"]);
/** Words written as one that the treebanks part in two after three letters. */
export const PARTED = set(splitting["parted"]);
/** Units that follow a number without a space. */
export const UNITS = set(splitting["units"]);

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
