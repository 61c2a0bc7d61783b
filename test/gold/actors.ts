/**
 * How well actors are found, against the sets in ../shared: `npx tsx test/gold/actors.ts`.
 * Prints one figure a line; misses with `--misses <figure>`.
 */
import { readFileSync } from "node:fs";
import { type ActorTables, findActors, loadActorTables, resolvePhrase } from "../../src/actors/index.ts";
import { loadModel, type Model, parse } from "../../src/language/index.ts";
import { leaderFigures } from "./actors-leaders.ts";
import { referenceFigures } from "./actors-reference.ts";
import { type Figures, goldRows, SHARED } from "./material.ts";

/** Where a figure's misses are told. */
export type Tell = (figure: string, line: string) => void;

/** Everything that the actors stage is measured by; shares between 0 and 1. Empty without ../shared. */
export function actorFigures(
  tell: Tell = () => {},
  model: Model = loadModel(),
  tables: ActorTables = loadActorTables(),
): Figures {
  if (SHARED === null) {
    console.log("skipped: there is no folder ../shared beside the checkout, so actors are not measured");
    return {};
  }
  return {
    "actors/phrase-country": phraseCountry(model, tables, tell),
    "actors/sentence-codes": sentenceCodes(model, tables, tell),
    ...leaderFigures(model, tables, tell),
    ...referenceFigures(model, tables, tell),
    "actors/seed-parties": seedParties(model, tables, tell),
    "actors/false-actors": falseActors(model, tables, tell),
  };
}

interface PhraseRow {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly context?: string;
  readonly expected: { readonly country?: string };
}

/** Codes of the set that are not states: all organisations, those of the United Nations, the European Union. */
const UNITED: Readonly<Record<string, string>> = { IGO: "IGO", UNO: "IGO", EUR: "IGO" };

function countryOf(actor: string | null | undefined, tables: ActorTables): string {
  if (actor === null || actor === undefined) return "";
  return tables.kindOf(actor) === "organisation" ? "IGO" : actor;
}

function phraseCountry(model: Model, tables: ActorTables, tell: Tell): number {
  const rows = goldRows<PhraseRow>("gold/ngec_actors.jsonl").filter(({ expected }) => expected.country);
  const right = rows.filter(({ text, date, context, expected }) => {
    const found = resolvePhrase(text, date ?? null, tables, model, context ?? "")[0];
    const wanted = UNITED[expected.country ?? ""] ?? expected.country;
    const is = countryOf(found?.actor, tables) === wanted;
    if (!is)
      tell("actors/phrase-country", `${text}: ${expected.country}, found ${found?.actor} ${found?.why}`);
    return is;
  });
  return right.length / rows.length;
}

interface CodedActor {
  readonly actorText: string;
  readonly code?: string;
}
interface SentenceRow {
  readonly id: string;
  readonly text: string;
  readonly events: readonly {
    readonly source: readonly CodedActor[];
    readonly target: readonly CodedActor[];
  }[];
}

/** Slips in the set's own codes. */
const SLIPS: Readonly<Record<string, string>> = { JAP: "JPN", ITL: "ITA", VTN: "VNM" };

function sentenceCodes(model: Model, tables: ActorTables, tell: Tell): number {
  let gold = 0;
  let right = 0;
  for (const { id, text, events } of goldRows<SentenceRow>("gold/plover_gsr_cameo.jsonl")) {
    const found = findActors(parse(text, model), { text, published: null }, tables);
    for (const { actorText, code } of events.flatMap(({ source, target }) => [...source, ...target])) {
      const wanted = SLIPS[code ?? ""] ?? code ?? "";
      if (wanted !== "IGO" && tables.kindOf(wanted) !== "state") continue;
      const words = actorText.trim();
      const start = text.indexOf(words);
      gold += 1;
      const is = found.some(
        (row) =>
          countryOf(row.actor, tables) === wanted &&
          (start < 0 || (row.start < start + words.length && row.end > start)),
      );
      if (is) right += 1;
      else tell("actors/sentence-codes", `${id} ${words} (${wanted}) in: ${text}`);
    }
  }
  return right / gold;
}

interface SeedRow {
  readonly text: string;
  readonly date: string;
  readonly events: readonly {
    readonly sentence: string;
    readonly sources: readonly string[];
    readonly targets: readonly string[];
  }[];
}

/** Sources and targets of the seed article's events that are found in the event's sentence. */
function seedParties(model: Model, tables: ActorTables, tell: Tell): number {
  let gold = 0;
  let right = 0;
  for (const { text, events } of goldRows<SeedRow>("gold/seed-article.json")) {
    const sentences = parse(text, model);
    const found = findActors(sentences, { text, published: "2024-08-28" }, tables);
    for (const { sentence, sources, targets } of events) {
      const start = text.indexOf(sentence);
      for (const code of [...sources, ...targets]) {
        const actor = code.startsWith("IGO-") ? code.slice(4) : (code.split("-")[0] ?? "");
        if (tables.kindOf(actor) === null) continue;
        gold += 1;
        const is = found.some(
          (row) => row.actor === actor && row.start >= start && row.end <= start + sentence.length,
        );
        if (is) right += 1;
        else tell("actors/seed-parties", `${code} in: ${sentence}`);
      }
    }
  }
  return right / gold;
}

/** The share of sentences on sports, culture and companies in which a state is said to act. */
function falseActors(model: Model, tables: ActorTables, tell: Tell): number {
  const sentences = readFileSync(new URL("../actors/apolitical.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const wrong = sentences.filter((text) => {
    const state = findActors(parse(text, model), { text, published: "2024-06-15" }, tables).find(
      ({ actor, role }) => role === "who" && actor !== null && tables.kindOf(actor) === "state",
    );
    if (state) tell("actors/false-actors", `${state.actor} "${state.text}" ${state.kind} in: ${text}`);
    return state !== undefined;
  });
  return wrong.length / sentences.length;
}

if (process.argv[1] === import.meta.filename) {
  const wanted = process.argv.includes("--misses") ? process.argv.at(-1) : undefined;
  const figures = actorFigures((figure, line) => {
    if (wanted !== undefined && figure.includes(wanted)) console.log(line);
  });
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(40)} ${value.toFixed(3)}`);
}
