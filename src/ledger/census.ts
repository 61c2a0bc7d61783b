import type { Event, Tie } from "../vocabulary/index.ts";
import { canonical, sha256 } from "./canonical.ts";
import { recordHash } from "./coded-rows.ts";
import { type Current, currentRecords, EVENT_PREFIX, type NumberedCorrection } from "./current.ts";
import type { Counts, DocumentRow } from "./ledger.ts";
import type { Read } from "./query.ts";
import type { Stories } from "./story-rows.ts";

/** Records that corrections are on, as they now stand, and those of which nothing stands. */
interface Corrected {
  readonly events: readonly Current<Event>[];
  readonly ties: readonly Current<Tie>[];
  readonly orphans: ReadonlySet<string>;
}

async function correctedRecords(read: Read, corrections: readonly NumberedCorrection[]): Promise<Corrected> {
  const ids = [...new Set(corrections.map(({ correction }) => correction.on))];
  const events = await currentRecords<Event>(read, "events", corrections, {
    ids: ids.filter((id) => id.startsWith(EVENT_PREFIX)),
  });
  const ties = await currentRecords<Tie>(read, "ties", corrections, {
    ids: ids.filter((id) => !id.startsWith(EVENT_PREFIX)),
  });
  const found = new Set([...events, ...ties].map(({ record }) => record.id));
  return { events, ties, orphans: new Set(ids.filter((id) => !found.has(id))) };
}

/** How many rejected records count less, and added ones more, than were coded. */
function difference(records: readonly Current<Event | Tie>[]): number {
  return records.reduce((sum, { status, stamp }) => {
    const coded = stamp.lexicon !== "";
    return sum + (status === "rejected" ? 0 : 1) - (coded ? 1 : 0);
  }, 0);
}

const STANDING = "superseded_by IS NULL";

export async function countsOf(
  read: Read,
  corrections: readonly NumberedCorrection[],
  stories: Stories,
): Promise<Counts> {
  const [row] = await read<Omit<Counts, "rejected" | "stories" | "corrections" | "orphanedCorrections">>(
    `SELECT (SELECT count(*) FROM documents)::INTEGER AS documents,
            (SELECT count(*) FROM documents WHERE published IS NULL)::INTEGER AS "undatedDocuments",
            (SELECT count(*) FROM events WHERE ${STANDING})::INTEGER AS events,
            (SELECT count(*) FROM ties WHERE ${STANDING})::INTEGER AS ties,
            (SELECT count(*) FROM observations)::INTEGER AS observations,
            (SELECT count(*) FROM votes)::INTEGER AS votes`,
  );
  if (row === undefined) throw new Error("DuckDB counted nothing.");
  const corrected = await correctedRecords(read, corrections);
  const rejected = [...corrected.events, ...corrected.ties].filter(({ status }) => status === "rejected");
  const rejectedIds = new Set(rejected.map(({ record }) => record.id));
  const told = new Set<string>();
  for (const [event, story] of stories) if (!rejectedIds.has(event)) told.add(story);
  return {
    ...row,
    events: row.events + difference(corrected.events),
    ties: row.ties + difference(corrected.ties),
    rejected: rejected.length,
    stories: told.size,
    corrections: corrections.length,
    orphanedCorrections: corrections.filter(({ correction }) => corrected.orphans.has(correction.on)).length,
  };
}

interface StoredDocumentRow extends Omit<DocumentRow, "stamp"> {
  readonly coder: string;
  readonly lexicon: string;
}

export async function documentRows(
  read: Read,
  corrections: readonly NumberedCorrection[],
): Promise<DocumentRow[]> {
  const rows = await read<StoredDocumentRow>(
    `SELECT d.id, title, outlet, author, url, published, language, length(text)::INTEGER AS characters,
            coalesce(e.n, 0)::INTEGER AS events, coalesce(t.n, 0)::INTEGER AS ties, coder, lexicon,
            first_seen::INTEGER AS "firstSeen", last_changed::INTEGER AS "lastChanged"
       FROM documents d
       LEFT JOIN (SELECT document, count(*) AS n FROM events WHERE ${STANDING} GROUP BY document) e ON e.document = d.id
       LEFT JOIN (SELECT document, count(*) AS n FROM ties WHERE ${STANDING} GROUP BY document) t ON t.document = d.id
      ORDER BY first_seen`,
  );
  const { events, ties } = await correctedRecords(read, corrections);
  const moreIn = (records: readonly Current<Event | Tie>[], document: string): number =>
    difference(records.filter(({ record }) => record.document === document));
  return rows.map(({ coder, lexicon, ...row }) => ({
    ...row,
    events: row.events + moreIn(events, row.id),
    ties: row.ties + moreIn(ties, row.id),
    stamp: { coder, lexicon },
  }));
}

/**
 * SHA-256 over what stands now: the documents, the records as corrected, the corrections and the sources of
 * imported rows, each list in the order of its ids, so that it does not depend on the order in which they came.
 */
export async function contentHash(read: Read, corrections: readonly NumberedCorrection[]): Promise<string> {
  const hashes = async (sql: string): Promise<string[]> =>
    (await read<{ id: string; hash: string }>(sql)).map(({ id, hash }) => `${id} ${hash}`);
  const corrected = await correctedRecords(read, corrections);
  const on = new Set(corrections.map(({ correction }) => correction.on));
  const asCoded = async (table: "events" | "ties"): Promise<string[]> =>
    (await read<{ id: string; hash: string }>(`SELECT id, hash FROM ${table} WHERE ${STANDING}`))
      .filter(({ id }) => !on.has(id))
      .map(({ id, hash }) => `${id} ${hash}`);
  const asCorrected = [...corrected.events, ...corrected.ties].map(
    ({ record, status }) => `${record.id} ${recordHash(record)} ${status}`,
  );
  const lists = [
    await hashes("SELECT id, hash FROM documents"),
    [...(await asCoded("events")), ...(await asCoded("ties")), ...asCorrected],
    corrections.map(({ correction }) => `${correction.id} ${sha256(canonical(correction))}`),
    await hashes(
      "SELECT DISTINCT source || ' ' || version || ' ' || holds AS id, file_hash AS hash FROM sources",
    ),
  ];
  return sha256(lists.map((list) => list.sort().join("\n")).join("\n\n"));
}
