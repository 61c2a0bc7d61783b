/**
 * What the ledger costs, each time beside something known: `npx tsx bench/ledger.ts [--events 100000] [--rows 900000]`.
 *
 * Grouping events into stories stands beside writing the same events as JSON and reading them back; importing
 * observations, and the same file again, beside DuckDB reading the same rows from a CSV file into a table of its own.
 * CPU seconds of this process, all threads. Ratios travel between machines; seconds do not.
 */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLedger, storiesOf } from "../src/ledger/index.ts";
import { EVENT_TYPES, type Event, type Observation, seeded } from "../src/vocabulary/index.ts";
import { documentOfText, eventIn } from "../test/ledger/records.ts";

const { values } = parseArgs({
  options: { events: { type: "string", default: "100000" }, rows: { type: "string", default: "900000" } },
});
const random = seeded(1);
const below = (limit: number): number => Math.floor(random() * limit);
/** Low numbers come up more often, as with states and words in the news. */
const skewed = (limit: number): number => Math.floor(random() * random() * limit);
const dayAfter = (days: number): string => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10);

const published = new Map<string, string>();
const events = Array.from({ length: Number(values.events) }, (_, at): Event => {
  const words = Array.from({ length: 16 }, () => `word${skewed(3000)}`).join(" ");
  const day = dayAfter(below(5500));
  const sources = [`S${skewed(60)}`];
  const targets = random() < 0.85 ? [`S${skewed(60)}`] : [];
  const type = EVENT_TYPES[skewed(EVENT_TYPES.length)] ?? "CONSULT";
  const event = eventIn(documentOfText(`${at} ${words}`), type, {
    sources,
    targets,
    day: at % 2 ? day : null,
  });
  const document = `d_${Math.floor(at / 10)}`;
  published.set(document, day);
  return { ...event, document };
});

const json = await spent(() => JSON.parse(JSON.stringify(events)) as unknown);
const stories = await spent(() => storiesOf(events, published));
row(
  `stories of ${events.length.toLocaleString("en")} events`,
  stories,
  json,
  "writing and reading them as JSON",
);

const rows = Number(values.rows);
function* observations(): Generator<Observation> {
  for (let at = 0; at < rows; at++)
    yield {
      series: `series ${at % 3}`,
      state: `S${Math.floor(at / 3) % 200}`,
      partner: `S${Math.floor(at / 600) % 200}`,
      period: String(1950 + Math.floor(at / 120_000)),
      value: at / 7,
      unit: "USD",
      source: "made-up",
      version: "1",
      row: String(at),
    };
}

const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  const file = join(folder, "rows.csv");
  function* lines(): Generator<string> {
    for (const observation of observations()) yield `${Object.values(observation).join(",")}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  const bare = await spent(async () => {
    const instance = await DuckDBInstance.create(join(folder, "bare.duckdb"));
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE rows AS FROM read_csv('${file}', header = false)`);
    connection.closeSync();
    instance.closeSync();
  });
  const ledger = await openLedger(join(folder, "ledger.duckdb"));
  const source = { source: "made-up", version: "1", fileHash: "1" };
  const held = process.memoryUsage().rss;
  const first = await spent(() => ledger.addObservations(observations(), source));
  const more = process.memoryUsage().rss - held;
  const again = await spent(() => ledger.addObservations(observations(), source));
  await ledger.close();
  const what = `${rows.toLocaleString("en")} observations`;
  row(`importing ${what}`, first, bare, "DuckDB reading them from CSV");
  row("importing them again", again, bare, "DuckDB reading them from CSV");
  console.log(`${Math.round(more / 1e6)} MB more were held after the import`);
} finally {
  rmSync(folder, { recursive: true });
}

async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function row(name: string, seconds: number, beside: number, what: string): void {
  console.log(
    `${name}: ${seconds.toFixed(2)} s, ${(seconds / beside).toFixed(1)} × ${what} (${beside.toFixed(2)} s)`,
  );
}
