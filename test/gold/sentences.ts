import { codeDocument } from "../../src/events/index.ts";
import type { Event, Participant } from "../../src/vocabulary/index.ts";
import { shippedCoder } from "./coder.ts";
import { addSets, bareDocument, type Counts, type Figures, f1, goldRows, noCounts } from "./material.ts";

interface GoldActor {
  readonly code?: string;
}
export interface GsrRow {
  readonly id: string;
  readonly text: string;
  readonly cluster: string;
  readonly events: readonly {
    readonly source: readonly GoldActor[];
    readonly target: readonly GoldActor[];
    readonly plover_type: string;
  }[];
}

/** Codes that the origin misspells. */
const MISSPELT: Readonly<Record<string, string>> = { JAP: "JPN", ITL: "ITA", VTN: "VNM", LBR: "LBR" };

/** One sentence's records, without a date. */
export function codeSentenceText(id: string, text: string): readonly Event[] {
  return codeDocument(bareDocument(id, text, null), shippedCoder()).events;
}

function code(participant: Participant): string {
  const { actor } = participant;
  if (actor === null) return "---";
  return shippedCoder().tables.kindOf(actor) === "organisation" ? "IGO" : actor.slice(0, 3);
}

function pairs(sources: readonly string[], targets: readonly string[], type: string): Set<string> {
  const from = sources.length > 0 ? sources : ["---"];
  if (targets.length === 0 && from.length > 1)
    return new Set(from.flatMap((a) => from.filter((b) => b !== a).map((b) => `${a}|${b}|${type}`)));
  const to = targets.length > 0 ? targets : ["---"];
  return new Set(from.flatMap((a) => to.map((b) => `${a}|${b}|${type}`)));
}

/** Whether every pair of parties that an event names stands in the gold of its sentence under the same type. */
export function isInGsr(event: Event, { events }: GsrRow): boolean {
  const goldCodes = (rows: readonly GoldActor[]): string[] =>
    rows.map((row) => row.code ?? "---").map((written) => MISSPELT[written] ?? written);
  const gold = new Set(
    events.flatMap(({ source, target, plover_type }) => [
      ...pairs(goldCodes(source), goldCodes(target), plover_type),
    ]),
  );
  const here = [...pairs(event.sources.map(code), event.targets.map(code), event.type)];
  return here.every((pair) => gold.has(pair));
}

/** PLOVER's recoded CAMEO examples: country pair with type, and the set of types, from the text alone. */
export function gsrFigures(
  show?: (line: string) => void,
  codedOf: (row: GsrRow) => readonly Event[] = ({ id, text }) => codeSentenceText(id, text),
): Figures {
  const triples = noCounts();
  const types = noCounts();
  const actors = { found: 0, gold: 0 };
  for (const row of goldRows<GsrRow>("gold/plover_gsr_cameo.jsonl")) {
    const { text, events } = row;
    const coded = codedOf(row);
    const gold = new Set<string>();
    const goldCodes = (rows: readonly GoldActor[]): string[] =>
      rows.map((row) => row.code ?? "---").map((written) => MISSPELT[written] ?? written);
    for (const { source, target, plover_type } of events)
      for (const pair of pairs(goldCodes(source), goldCodes(target), plover_type)) gold.add(pair);
    const predicted = new Set(
      coded.flatMap(({ sources, targets, type }) => [...pairs(sources.map(code), targets.map(code), type)]),
    );
    const before = triples.found;
    addSets(triples, predicted, gold);
    const goldTypes = new Set(events.map(({ plover_type }) => plover_type));
    addSets<string>(types, new Set(coded.map(({ type }) => type)), goldTypes);
    const seen = new Set(coded.flatMap(({ sources, targets }) => [...sources, ...targets].map(code)));
    for (const actor of new Set(events.flatMap(({ source, target }) => goldCodes([...source, ...target])))) {
      actors.gold += 1;
      if (seen.has(actor)) actors.found += 1;
    }
    if (show && triples.found - before < gold.size)
      show(
        `${text}\n    gold ${[...gold].join(", ")}\n    here ${coded.map((e) => `${e.sources.map(code).join("+")}|${e.targets.map(code).join("+")}|${e.type} (${e.rule})`).join(", ")}`,
      );
  }
  return {
    "gsr pair and type F1": f1(triples),
    "gsr type set F1": f1(types),
    "gsr actors in events": actors.found / actors.gold,
  };
}

interface Action {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly cameo_root: string;
}
export interface RaterRow {
  readonly id: string;
  readonly text: string;
  readonly cluster: string;
  readonly ratings: readonly {
    readonly round: number;
    readonly rater: number;
    readonly actions: readonly Action[];
  }[];
}

/** CAMEO roots as PLOVER types; statements and appeals are dropped, 08 stands for both of its halves. */
const OF_ROOT: Readonly<Record<string, readonly string[]>> = {
  "03": ["AGREE"],
  "04": ["CONSULT"],
  "05": ["SUPPORT"],
  "06": ["COOPERATE"],
  "07": ["AID"],
  "08": ["CONCEDE", "RETREAT"],
  "09": ["ACCUSE"],
  "10": ["REQUEST"],
  "11": ["ACCUSE"],
  "12": ["REJECT"],
  "13": ["THREATEN"],
  "14": ["PROTEST"],
  "15": ["MOBILIZE"],
  "16": ["SANCTION"],
  "17": ["COERCE"],
  "18": ["ASSAULT"],
  "19": ["ASSAULT"],
  "20": ["ASSAULT"],
};

/** CAMEO does not tell CONCEDE and RETREAT apart. */
export const normal = (type: string): string => (type === "RETREAT" || type === "YIELD" ? "CONCEDE" : type);

/** The last word of each rater on a sentence. */
function lastRatings({ ratings }: RaterRow): RaterRow["ratings"] {
  return [...new Map(ratings.map((row) => [row.rater, row])).values()];
}

/** The types that each rater finds in a sentence. */
export function typesByRater(row: RaterRow): readonly ReadonlySet<string>[] {
  return lastRatings(row).map(
    ({ actions }) => new Set(actions.flatMap((a) => (OF_ROOT[a.cameo_root] ?? []).slice(0, 1))),
  );
}

/** Several humans coded each sentence: F1 of the types against each of them, and with overlapping parties; humans among themselves for comparison. */
export function raterFigures(
  show?: (line: string) => void,
  codedOf: (row: RaterRow) => readonly Event[] = ({ id, text }) => codeSentenceText(id, text),
): Figures {
  const types = noCounts();
  const triples = noCounts();
  const among = noCounts();
  const amongWithParties = noCounts();
  for (const row of goldRows<RaterRow>("gold/conflibert_multirater.jsonl")) {
    const { text } = row;
    const coded = codedOf(row);
    const mine = new Set(coded.map(({ type }) => normal(type)));
    const last = lastRatings(row);
    const sets = typesByRater(row);
    if (show && sets.some((set) => [...set].some((t) => !mine.has(t)) || [...mine].some((t) => !set.has(t))))
      show(
        `${text}\n    gold ${sets.map((set) => [...set].join("+") || "–").join(" ")}\n    here ${coded.map((e) => `${e.type} (${e.rule}; ${e.sources.map((s) => s.text)} > ${e.targets.map((s) => s.text)})`).join(", ")}`,
      );
    for (const [at, { actions }] of last.entries()) {
      addSets<string>(types, mine, sets[at] as ReadonlySet<string>);
      for (const other of sets.slice(at + 1)) addSets<string>(among, other, sets[at] as ReadonlySet<string>);
      const left = actions.filter(isOfPlover);
      for (const other of last.slice(at + 1))
        addPaired(
          amongWithParties,
          left,
          other.actions.filter(isOfPlover),
          (one, two) =>
            OF_ROOT[two.cameo_root]?.[0] === OF_ROOT[one.cameo_root]?.[0] &&
            spansOverlap(two.sources, one.sources) &&
            spansOverlap(two.targets, one.targets),
        );
      addPaired(
        triples,
        coded,
        left,
        (event, action) =>
          (OF_ROOT[action.cameo_root] ?? []).includes(event.type) &&
          overlaps(event.sources, action.sources) &&
          overlaps(event.symmetric ? event.sources : event.targets, action.targets),
      );
    }
  }
  return {
    "multirater type set F1": f1(types),
    "multirater type and parties F1": f1(triples),
    "multirater humans among themselves (for comparison)": f1(among),
    "multirater humans with parties (for comparison)": f1(amongWithParties),
  };
}

function isOfPlover({ cameo_root }: Action): boolean {
  return OF_ROOT[cameo_root] !== undefined;
}

/** Adds how many of one side's rows find a row of their own on the other. */
function addPaired<Predicted, Gold>(
  counts: Counts,
  predicted: readonly Predicted[],
  gold: readonly Gold[],
  isSame: (one: Predicted, other: Gold) => boolean,
): void {
  const free = new Set(gold);
  counts.predicted += predicted.length;
  counts.gold += free.size;
  for (const one of predicted) {
    const hit = [...free].find((other) => isSame(one, other));
    if (hit === undefined) continue;
    free.delete(hit);
    counts.found += 1;
  }
}

/** Words that no overlap of two spans may rest on. */
const FUNCTION_WORDS = new Set([
  "the",
  "of",
  "a",
  "an",
  "in",
  "on",
  "to",
  "for",
  "and",
  "by",
  "at",
  "his",
  "her",
  "its",
  "their",
]);

function spansOverlap(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  const words = (text: string): string[] =>
    (text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? []).filter((word) => !FUNCTION_WORDS.has(word));
  const theirs = new Set(other.flatMap(words));
  return one.some((text) => words(text).some((word) => theirs.has(word)));
}

function overlaps(participants: readonly Participant[], texts: readonly string[]): boolean {
  if (participants.length === 0 || texts.length === 0) return participants.length === texts.length;
  return spansOverlap(
    participants.map(({ text }) => text),
    texts,
  );
}
