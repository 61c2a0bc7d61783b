import type { Value } from "../measures/index.ts";
import type { Piece } from "./statement.ts";
import { listed, plain, signed } from "./wording.ts";

/** A number of the brief with the entries of the chronology that it rests on. */
export interface CitedNumber {
  /** What a link to it says, such as "security-event-tilt-rus-chn-2016-2024". */
  readonly id: string;
  readonly label: string;
  readonly period: string;
  readonly value: string;
  readonly interval: string | null;
  /** Records behind it, and stories: groups of reports of one event. */
  readonly n: number;
  readonly stories: number;
  readonly entries: readonly number[];
}

/** Collects the numbers a brief uses, each once, in the order of their first use. */
export interface NumberRegister {
  readonly cite: (value: Value) => Piece;
  /** The id of a value's row; a value that is null has none to lead to. */
  readonly idOf: (value: Value) => string;
  readonly all: () => readonly CitedNumber[];
}

/** `entriesBehind` gives the chronology's entries for records' ids; `names` the display name of an actor. */
export function numberRegister(
  entriesBehind: (ids: readonly string[]) => readonly number[],
  names: (actor: string) => string,
): NumberRegister {
  const numbers = new Map<string, CitedNumber>();
  const register = (value: Value): CitedNumber => {
    const id = slug(value);
    const known = numbers.get(id);
    if (known) return known;
    const number: CitedNumber = {
      id,
      label: labelOf(value, names),
      period: value.period.replace("/", " to "),
      value: valueInWords(value),
      interval: intervalInWords(value),
      n: value.n,
      stories: value.stories,
      entries: entriesBehind(value.ids),
    };
    numbers.set(id, number);
    return number;
  };
  return {
    cite: (value) => {
      const { id, value: text } = register(value);
      return { is: "number", text, id };
    },
    idOf: (value) => (value.value === null ? slug(value) : register(value).id),
    all: () => [...numbers.values()],
  };
}

/** A value as it is printed: tilts signed, levels with one decimal, counts whole, "no evidence" for none. */
export function valueInWords({ measure, value }: Value): string {
  return value === null ? "no evidence" : format(measure, value);
}

/** "+0.31 to +0.88", or null where there is none. */
export function intervalInWords({ measure, interval }: Value): string | null {
  return interval === null ? null : `${format(measure, interval[0])} to ${format(measure, interval[1])}`;
}

function format(measure: string, value: number): string {
  if (measure.endsWith("_tilt")) return signed(value);
  if (measure === "ties_level") return plain(value, 0);
  return plain(value, measure.endsWith("_level") ? 1 : 2);
}

const MEASURE_NAMES: Readonly<Record<string, string>> = {
  event_tilt: "Tilt of cooperation",
  event_evenness: "Evenness of cooperation",
  cooperation_level: "Level of cooperation",
  conflict_level: "Level of conflict",
  ties_level: "Ties in force",
  ties_tilt: "Tilt of ties",
  ties_evenness: "Evenness of ties",
};

function labelOf({ measure, domain, powers }: Value, names: (actor: string) => string): string {
  const name = MEASURE_NAMES[measure] ?? measure;
  const between =
    powers.length === 1 ? `with ${names(powers[0] ?? "")}` : `between ${listed(powers.map(names))}`;
  return `${name}, ${domain}, ${between}`;
}

function slug({ measure, domain, powers, period }: Value): string {
  return ["n", domain, measure, ...powers, period]
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}
