import { type Document, type Event, Problem, type Tie } from "../vocabulary/index.ts";
import { contentHash, countsOf, documentRows } from "./census.ts";
import { firstSeenIn, insertEvents, insertTies, supersede } from "./coded-rows.ts";
import { appendCorrection, readCorrections } from "./correction-rows.ts";
import { currentRecords } from "./current.ts";
import { bringsFacts, findDocument, insertDocument, knownDocument, updateDocument } from "./documents.ts";
import { exportTables } from "./export-tables.ts";
import { importRows, readSources } from "./imports.ts";
import type { Change, CoderStamp, Ledger, RecordFilter, StoredEvent, StoredTie } from "./ledger.ts";
import { MIGRATIONS } from "./migrations.ts";
import { OBSERVATIONS, readObservations } from "./observation-rows.ts";
import { type Read, rowsOf } from "./query.ts";
import { Store } from "./store.ts";
import { storyAlone } from "./stories.ts";
import { StoryBook } from "./story-rows.ts";
import { importTies } from "./tie-import.ts";
import { readVotes, votesFrom } from "./vote-rows.ts";

/**
 * Opens the ledger in a file, and makes it where there is none (unless `readonly`).
 *
 * Throws a Problem: `ledger-newer` (a newer version wrote it), `ledger-busy` (another process has it),
 * `ledger-broken` (it is no ledger, or damaged), `not-found`, `unreadable`, `usage`.
 */
export async function openLedger(path: string, options: { readonly?: boolean } = {}): Promise<Ledger> {
  const store = await Store.open(path, { readonly: options.readonly ?? false, migrations: MIGRATIONS });
  const read: Read = (sql, parameters) => store.read(sql, parameters);
  const book = new StoryBook(store);
  return {
    path: store.path,
    has: (document, stamp) => isStored(store, document, stamp),
    add: (document, records, stamp) => addDocument(store, document, records, stamp),
    documents: async () => documentRows(read, await readCorrections(read)),
    document: (id) => findDocument(read, id),
    events: (filter = {}) => storedEvents(read, book, filter),
    ties: (filter = {}) => storedTies(read, filter),
    addTies: (ties, source) => importTies(store, ties, source),
    addObservations: (rows, source) => importRows(store, OBSERVATIONS, rows, source),
    observations: (filter = {}) => readObservations(store, filter),
    addVotes: (votes, source) => importRows(store, votesFrom(source), votes, source),
    votes: (filter = {}) => readVotes(store, filter),
    sources: () => readSources(read),
    correct: (correction) => store.write((connection) => appendCorrection(connection, correction)),
    corrections: async () => (await readCorrections(read)).map(({ correction }) => correction),
    changes: (after = 0) =>
      read<Change>("SELECT seq::INTEGER AS seq, change, subject FROM changes WHERE seq > $1 ORDER BY seq", [
        after,
      ]),
    counts: async () => countsOf(read, await readCorrections(read), await book.stories()),
    hash: async () => contentHash(read, await readCorrections(read)),
    exportTables: (folder, format) => exportTables(store, book, folder, format),
    close: () => store.close(),
  };
}

async function isStored(store: Store, document: string | Document, stamp: CoderStamp): Promise<boolean> {
  const id = typeof document === "string" ? document : document.id;
  const known = await knownDocument((sql, parameters) => store.read(sql, parameters), id);
  if (known === null || !sameStamp(known, stamp)) return false;
  return typeof document === "string" || !bringsFacts(document, known);
}

function sameStamp(a: CoderStamp, b: CoderStamp): boolean {
  return a.coder === b.coder && a.lexicon === b.lexicon;
}

async function addDocument(
  store: Store,
  document: Document,
  { events, ties }: { readonly events: readonly Event[]; readonly ties: readonly Tie[] },
  stamp: CoderStamp,
): Promise<"added" | "recoded" | "known"> {
  const stray = [...events, ...ties].find((record) => record.document !== document.id);
  if (stray !== undefined)
    throw new Problem(
      "broken-data",
      `The record ${stray.id} belongs to ${stray.document ?? "no document"}, not to ${document.id}.`,
      "Store each document with its own records.",
    );
  return store.write(async (connection) => {
    const known = await knownDocument((sql, parameters) => rowsOf(connection, sql, parameters), document.id);
    if (known === null) {
      const seq = await insertDocument(connection, document, stamp);
      await insertEvents(connection, events, stamp, seq, new Map());
      await insertTies(connection, ties, stamp, seq, new Map());
      return "added";
    }
    if (sameStamp(known, stamp) && !bringsFacts(document, known)) return "known";
    const seq = await updateDocument(connection, document, known, stamp);
    const seen = await firstSeenIn(connection, document.id);
    await supersede(connection, document.id, seq);
    await insertEvents(connection, events, stamp, seq, seen);
    await insertTies(connection, ties, stamp, seq, seen);
    return "recoded";
  });
}

async function storedEvents(read: Read, book: StoryBook, filter: RecordFilter): Promise<StoredEvent[]> {
  const stories = await book.stories();
  const current = await currentRecords<Event>(read, "events", await readCorrections(read), filter);
  return current.map(({ record, ...standing }) => ({
    event: record,
    story: stories.get(record.id) ?? storyAlone(record.id),
    ...standing,
  }));
}

async function storedTies(read: Read, filter: RecordFilter): Promise<StoredTie[]> {
  const current = await currentRecords<Tie>(read, "ties", await readCorrections(read), filter);
  return current.map(({ record, ...standing }) => ({ tie: record, ...standing }));
}
