import type { Correction, Event, Tie } from "../vocabulary/index.ts";
import type { RecordFilter, Standing } from "./ledger.ts";
import { isInList, type Parameter, type Read } from "./query.ts";
import { byRecord, replay } from "./replay.ts";

/** A record as corrections left it, with what the ledger knows about it. */
export interface Current<Coded extends Event | Tie> extends Standing {
  readonly record: Coded;
}

interface CodedRow {
  readonly id: string;
  readonly json: string;
  readonly coder: string;
  readonly lexicon: string;
  readonly firstSeen: number;
  readonly lastChanged: number;
}

/** A correction with its place in the order of changes. */
export interface NumberedCorrection {
  readonly seq: number;
  readonly correction: Correction;
}

/** How ids of events and ties begin. */
export const EVENT_PREFIX = "e_";
export const TIE_PREFIX = "t_";

/**
 * The records that stand, corrections replayed, in the order of their documents and of the text. A filter looks at
 * the record as corrected: an edit that brings an actor in brings the record in.
 */
export async function currentRecords<Coded extends Event | Tie>(
  read: Read,
  table: "events" | "ties",
  corrections: readonly NumberedCorrection[],
  filter: RecordFilter,
): Promise<Current<Coded>[]> {
  const ofTable = corrections.filter(
    ({ correction }) => correction.on.startsWith(EVENT_PREFIX) === (table === "events"),
  );
  const groups = byRecord(ofTable.map(({ correction }) => correction));
  const lastSeq = new Map(ofTable.map(({ seq, correction }) => [correction.on, seq]));
  const rows = await codedRows(read, table, filter, [...groups.keys()]);
  const coded = rows.flatMap((row): Current<Coded>[] => {
    const { coder, lexicon, firstSeen, lastChanged } = row;
    const history = groups.get(row.id);
    const record = JSON.parse(row.json) as Coded;
    const now = history === undefined ? { record, status: "coded" as const } : replay(record, history);
    if (now === null) return [];
    const changed = Math.max(lastChanged, lastSeq.get(row.id) ?? 0);
    return [{ ...now, stamp: { coder, lexicon }, firstSeen, lastChanged: changed }];
  });
  const made = new Set(rows.map(({ id }) => id));
  const added = ofTable
    .filter(({ correction }) => correction.change === "add" && !made.has(correction.on))
    .flatMap(({ seq, correction }): Current<Coded>[] => {
      const now = replay<Coded>(null, groups.get(correction.on) ?? []);
      const stamp = { coder: correction.by, lexicon: "" };
      return now === null
        ? []
        : [{ ...now, stamp, firstSeen: seq, lastChanged: lastSeq.get(correction.on) ?? seq }];
    });
  return [...coded, ...added].filter(fits(filter));
}

function codedRows(
  read: Read,
  table: "events" | "ties",
  { document, actor, ids }: RecordFilter,
  corrected: readonly string[],
): Promise<CodedRow[]> {
  const conditions: string[] = [];
  const parameters: Parameter[] = [];
  const bind = (value: Parameter): string => `$${parameters.push(value)}`;
  if (document !== undefined) conditions.push(`r.document = ${bind(document)}`);
  if (actor !== undefined) conditions.push(`list_contains(r.actors, ${bind(actor)})`);
  if (ids !== undefined) conditions.push(isInList("r.id", parameters.push(ids)));
  // A corrected record may fit where the coded one did not, so every corrected one is read and looked at again.
  const mayFit =
    corrected.length > 0 && conditions.length > 0 ? `OR ${isInList("r.id", parameters.push(corrected))}` : "";
  const where = conditions.length > 0 ? `AND ((${conditions.join(" AND ")}) ${mayFit})` : "";
  return read<CodedRow>(
    `SELECT r.id, r.record::VARCHAR AS json, r.coder, r.lexicon,
            r.first_seen::INTEGER AS "firstSeen", r.current_from::INTEGER AS "lastChanged"
       FROM ${table} r LEFT JOIN documents d ON d.id = r.document
      WHERE r.superseded_by IS NULL ${where}
      ORDER BY d.first_seen NULLS LAST, r.position, r.id, r.hash`,
    parameters,
  );
}

function fits({ document, actor, ids }: RecordFilter): (row: { readonly record: Event | Tie }) => boolean {
  const wanted = ids === undefined ? null : new Set(ids);
  return ({ record }) => {
    if (document !== undefined && record.document !== document) return false;
    if (wanted !== null && !wanted.has(record.id)) return false;
    if (actor === undefined) return true;
    const parties = "parties" in record ? record.parties : [...record.sources, ...record.targets];
    return parties.some((party) => party.actor === actor);
  };
}
