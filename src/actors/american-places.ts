import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import type { Entry, Range } from "./names.ts";

/** "Moscow, Idaho", "Georgia and Arizona": a town or a state of North America that another land shares its name with. */
export function isAmerican(range: Range, entries: readonly Entry[], reading: Reading): boolean {
  if (entries.every(({ actor }) => actor === "USA" || actor === "CAN")) return false;
  return isBeforeState(range.to, reading) || (isGeorgia(range, reading) && isAmericanGeorgia(range, reading));
}

/** ", Idaho" right after the name; "Paris, Texas and Rome" is so too. */
function isBeforeState(to: number, { sentence: { tokens }, tables }: Reading): boolean {
  return tokens[to]?.form === "," && isState(tokens, to + 1, tables.words.lists.american_states);
}

function isGeorgia({ from, to }: Range, { sentence: { tokens } }: Reading): boolean {
  return to - from === 1 && tokens[from]?.form === "Georgia";
}

/** "Georgia and Alabama", "Georgia's governor", "the governor of Georgia", or Atlanta in the same sentence. */
function isAmericanGeorgia({ from, to }: Range, { sentence: { tokens }, said, tables }: Reading): boolean {
  const { american_states, american_georgia, american_towns } = tables.words.lists;
  if (said.counts.has("GEO")) return false;
  const wordAt = (at: number): string => tokens[at]?.form.toLowerCase() ?? "";
  const joins = (at: number): boolean => /^(and|or|,)$/.test(wordAt(at));
  const owned = /^['’]s?$/.test(wordAt(to)) ? to + 1 : to;
  return (
    american_georgia.has(wordAt(owned)) ||
    (wordAt(from - 1) === "of" && wordAt(from - 2).startsWith("governor")) ||
    (joins(to) && isState(tokens, to + 1, american_states)) ||
    (joins(from - 1) &&
      (isState(tokens, from - 2, american_states) || isState(tokens, from - 3, american_states))) ||
    tokens.some((_, at) => american_towns.has(wordAt(at)))
  );
}

/** A state's name of one word or two. */
function isState(tokens: readonly Token[], at: number, states: ReadonlySet<string>): boolean {
  const [first = "", second = ""] = tokens.slice(at, at + 2).map(({ form }) => form);
  if (!/^\p{Lu}/u.test(first)) return false;
  return states.has(first.toLowerCase()) || states.has(`${first}_${second}`.toLowerCase());
}
