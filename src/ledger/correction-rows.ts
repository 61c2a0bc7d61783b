import type { DuckDBConnection } from "@duckdb/node-api";
import { Correction, Event, Problem, Tie } from "../vocabulary/index.ts";
import { canonical } from "./canonical.ts";
import { EVENT_PREFIX, type NumberedCorrection, TIE_PREFIX } from "./current.ts";
import { nextChange, type Read, rowsOf } from "./query.ts";
import { replay } from "./replay.ts";

interface CorrectionRow extends Omit<Correction, "before" | "after"> {
  readonly seq: number;
  readonly before: string | null;
  readonly after: string | null;
}

const SELECT = `SELECT seq::INTEGER AS seq, id, "at", "by", "on", change, before::VARCHAR AS before,
                       after::VARCHAR AS after, reason FROM corrections`;

export async function readCorrections(read: Read): Promise<NumberedCorrection[]> {
  return (await read<CorrectionRow>(`${SELECT} ORDER BY seq`)).map(numbered);
}

function numbered({ seq, before, after, ...rest }: CorrectionRow): NumberedCorrection {
  const parse = (json: string | null): Correction["after"] => (json === null ? null : JSON.parse(json));
  return { seq, correction: { ...rest, before: parse(before), after: parse(after) } };
}

/** Appends a correction after checking that it can be replayed. The same correction twice is stored once. */
export async function appendCorrection(connection: DuckDBConnection, given: Correction): Promise<void> {
  const parsed = Correction.safeParse(given);
  if (!parsed.success)
    throw new Problem(
      "broken-data",
      `The correction does not fit its schema: ${parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}.`,
      "See `multivector schema correction`.",
      { cause: parsed.error },
    );
  const correction = parsed.data;
  const history = (
    await rowsOf<CorrectionRow>(connection, `${SELECT} WHERE "on" = $1 OR id = $2 ORDER BY seq`, [
      correction.on,
      correction.id,
    ])
  ).map((row) => numbered(row).correction);
  const same = history.find(({ id }) => id === correction.id);
  if (same !== undefined) {
    if (canonical(same) === canonical(correction)) return;
    throw new Problem(
      "usage",
      `Another correction already has the id ${correction.id}.`,
      "Give the new correction an id of its own.",
    );
  }
  await check(connection, correction, history);
  const seq = await nextChange(connection, "correction", correction.on);
  const { id, at, by, on, change, before, after, reason } = correction;
  await connection.run("INSERT INTO corrections VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    seq,
    id,
    at,
    by,
    on,
    change,
    before === null ? null : JSON.stringify(before),
    after === null ? null : JSON.stringify(after),
    reason,
  ]);
}

async function check(
  connection: DuckDBConnection,
  correction: Correction,
  history: readonly Correction[],
): Promise<void> {
  const { on, change } = correction;
  const isEvent = on.startsWith(EVENT_PREFIX);
  if (!isEvent && !on.startsWith(TIE_PREFIX))
    throw new Problem(
      "not-found",
      `${on} is neither an event nor a tie.`,
      `Ids of events begin with ${EVENT_PREFIX}, those of ties with ${TIE_PREFIX}.`,
    );
  const [row] = await rowsOf<{ json: string }>(
    connection,
    `SELECT record::VARCHAR AS json FROM ${isEvent ? "events" : "ties"} WHERE id = $1 AND superseded_by IS NULL`,
    [on],
  );
  const coded = row === undefined ? null : (JSON.parse(row.json) as Event | Tie);
  if (change === "add" && (coded !== null || history.some((earlier) => earlier.change === "add")))
    throw new Problem(
      "usage",
      `There is a record ${on} already, so it cannot be added.`,
      "Edit it, or give the new record an id of its own.",
    );
  const now = replay(coded, [...history, correction]);
  if (now === null)
    throw new Problem(
      "not-found",
      change === "add" ? `The correction adds ${on} but gives no record.` : `There is no record ${on}.`,
      change === "add"
        ? "Give the whole record in `after`."
        : "Look its id up again: it may have been coded anew since.",
    );
  const problem = whatIsWrong(now.record, on, coded?.document ?? null, isEvent);
  if (problem !== null)
    throw new Problem(
      "broken-data",
      `With this correction the record ${on} would be wrong: ${problem}.`,
      `Send fields as \`multivector schema ${isEvent ? "event" : "tie"}\` prints them, and leave out those that stay.`,
    );
}

function whatIsWrong(
  record: Event | Tie,
  on: string,
  document: string | null,
  isEvent: boolean,
): string | null {
  if (record.id !== on) return "its id may not change";
  if (document !== null && record.document !== document) return "its document may not change";
  const parsed = (isEvent ? Event : Tie).safeParse(record);
  if (parsed.success) return null;
  return parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join(".") || "record"}: ${message}`)
    .join("; ");
}
