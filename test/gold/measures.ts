/**
 * Compares every measure with the values published or computed elsewhere, row by row, on the full data files.
 * Run `npx tsx test/gold/measures.ts`; it needs the project's shared folder beside the repository.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { importSet, stateCodes } from "../../src/indicators/index.ts";
import { type CastVote, dyadMeasureNamed, dyads } from "../../src/measures/dyads/index.ts";
import { estimateIdealPoints } from "../../src/measures/ideal-points/estimate.ts";
import type { Observation } from "../../src/vocabulary/index.ts";

const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));
const ORACLE = `${SHARED}reference/measures-dev.csv`;

/** The files behind the oracle, by set. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  "un-votes": ["unga-votes/unga_votes_cow_1946_2022.csv.gz"],
  "un-ideal-points": ["unga-idealpoints/IdealpointestimatesAll_Jun2024.csv"],
  atop: ["atop/atop_alliance_5.1_ddyr.csv.gz"],
  "cow-igo": ["cow-igo/cow_igo_ndy.csv.gz"],
  "cow-trade": ["cow-trade/cow_trade_4.0_ndy.csv.gz", "cow-trade/cow_trade_4.0_state_year.csv.gz"],
  "sipri-arms": ["sipri-arms/trade-register_1950-2024.csv"],
  fbic: ["fbic/FBIC_receiver_chn_rus_1960_2020.csv", "fbic/fbic_china_on_country_1994_2023.csv"],
};

interface OracleRow {
  readonly measure: string;
  readonly version: string;
  readonly a: string;
  readonly b: string;
  readonly year: number;
  readonly written: string;
}

export interface MeasureScore {
  readonly measure: string;
  readonly matched: number;
  readonly total: number;
  /** Largest difference, over the rows that have a value. */
  readonly largest: number;
  /** Rows that have no value here. */
  readonly missing: number;
  readonly examples: readonly string[];
}

/**
 * Scores of every measure in the oracle; null where the shared folder is absent. A value matches within 1e-9, or
 * within half of the last digit that the oracle writes, where it is rounded more coarsely.
 */
export async function scoreMeasures(): Promise<readonly MeasureScore[] | null> {
  if (!existsSync(ORACLE)) return null;
  const oracle = readOracle();
  const { votes, series } = await readFiles();
  const byMeasure = new Map<string, OracleRow[]>();
  for (const row of oracle) byMeasure.set(row.measure, [...(byMeasure.get(row.measure) ?? []), row]);
  return [...byMeasure].map(([measure, rows]) => {
    const needs = dyadMeasureNamed(measure).needs.series ?? [];
    return scoreOf(
      measure,
      rows,
      votes,
      needs.flatMap((name) => series.get(name) ?? []),
    );
  });
}

/** Correlation of the positions estimated here with the published ones, by session; null where the folder is absent. */
export async function scoreIdealPoints(): Promise<ReadonlyMap<number, number> | null> {
  if (!existsSync(ORACLE)) return null;
  const { votes, series } = await readFiles();
  const published = new Map(
    (series.get("un_ideal_point") ?? []).map(({ state, period, value }) => [
      `${stateCodes().continuous(state)} ${period}`,
      value,
    ]),
  );
  const sessions = new Map<number, (readonly [number, number])[]>();
  for (const { state, session, year, point } of estimateIdealPoints(votes).flat()) {
    const other = published.get(`${state} ${year}`);
    if (other !== undefined) sessions.set(session, [...(sessions.get(session) ?? []), [point, other]]);
  }
  return new Map(
    [...sessions].sort(([a], [b]) => a - b).map(([session, pairs]) => [session, correlation(pairs)]),
  );
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const x = mean(([one]) => one);
  const y = mean(([, other]) => other);
  return (
    mean(([one, other]) => (one - x) * (other - y)) /
    Math.sqrt(mean(([one]) => (one - x) ** 2) * mean(([, other]) => (other - y) ** 2))
  );
}

function scoreOf(
  measure: string,
  rows: readonly OracleRow[],
  votes: readonly CastVote[],
  observations: readonly Observation[],
): MeasureScore {
  const values = new Map<string, number[]>();
  const states = [...new Set(rows.map(({ a }) => a))];
  for (const { iso3_a, iso3_b, year, value } of dyads(measure, { votes, observations }, { states })) {
    const key = `${iso3_a} ${iso3_b ?? ""} ${year}`;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  let matched = 0;
  let missing = 0;
  let largest = 0;
  const examples: string[] = [];
  for (const { a, b, year, written } of rows) {
    // Releases of one measure (FBIC) share a name here; each row must be found in one of them.
    const found = values.get(`${a} ${b} ${year}`);
    if (found === undefined) {
      missing++;
      examples.push(`${a} ${b} ${year}: no value for ${written}`);
      continue;
    }
    const difference = Math.min(...found.map((value) => Math.abs(value - Number(written))));
    largest = Math.max(largest, difference);
    if (difference <= Math.max(1e-9, halfDigit(written))) matched++;
    else examples.push(`${a} ${b} ${year}: ${found.join(" or ")} for ${written}`);
  }
  return { measure, matched, total: rows.length, largest, missing, examples: examples.slice(0, 5) };
}

/** Half of the last decimal that a number is written with, when it has fewer than twelve significant ones. */
function halfDigit(written: string): number {
  const [, decimals = ""] = /\.(\d+)(?:e|$)/.exec(written) ?? [];
  const exponent = Number(/e(-?\d+)$/.exec(written)?.[1] ?? 0);
  return decimals.length >= 4 ? 0.5000001 * 10 ** (exponent - decimals.length) : 0;
}

function readOracle(): readonly OracleRow[] {
  const [, ...lines] = readFileSync(ORACLE, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? "",
    );
    const [measure = "", version = "", a = "", b = "", year = "", written = ""] = cells;
    return { measure, version, a, b, year: Number(year), written };
  });
}

async function readFiles() {
  const votes: CastVote[] = [];
  const series = new Map<string, Observation[]>();
  for (const [set, files] of Object.entries(FILES)) {
    const report = await importSet(
      set,
      files.map((file) => `${SHARED}data/${file}`),
      {
        async addObservations(rows) {
          for await (const row of rows) {
            const list = series.get(row.series);
            if (list === undefined) series.set(row.series, [row]);
            else list.push(row);
          }
          return { added: 0, known: 0 };
        },
        async addVotes(rows, { source, version }) {
          for await (const row of rows) votes.push({ ...row, source, version });
          return { added: 0, known: 0 };
        },
      },
    );
    for (const { problem } of report.failures) throw problem;
  }
  return { votes, series };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const scores = await scoreMeasures();
  if (scores === null) console.log(`Skipped: ${ORACLE} is not there.`);
  else {
    for (const { measure, matched, total, largest, missing, examples } of scores) {
      console.log(
        `${measure.padEnd(28)} ${matched}/${total}, largest difference ${largest.toExponential(1)}, missing ${missing}`,
      );
      if (matched < total) for (const example of examples) console.log(`    ${example}`);
    }
    const matched = scores.reduce((sum, score) => sum + score.matched, 0);
    const total = scores.reduce((sum, score) => sum + score.total, 0);
    console.log(`${matched} of ${total} rows match.`);
    const sessions = [...((await scoreIdealPoints()) ?? [])].sort(([, a], [, b]) => a - b);
    const [worst] = sessions;
    console.log(
      `Ideal points: lowest correlation ${worst?.[1].toFixed(4)} in session ${worst?.[0]}, of ${sessions.length} sessions.`,
    );
  }
}
