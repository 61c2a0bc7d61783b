import type { DuckDBConnection } from "@duckdb/node-api";
import type { Event } from "../vocabulary/index.ts";
import { readCorrections } from "./correction-rows.ts";
import { type Current, currentRecords } from "./current.ts";
import { type Read, rowsOf } from "./query.ts";
import type { Store } from "./store.ts";
import { storiesOf, storyAlone } from "./stories.ts";

export type Stories = ReadonlyMap<string, string>;

/**
 * Which story each event belongs to, as of the ledger's last change: read where it is stored, else grouped anew
 * and stored (kept in memory only where the ledger is open for reading). Rejected events are stories of their own.
 */
export class StoryBook {
  readonly #store: Store;
  #known: { readonly seq: number; readonly stories: Promise<Stories> } | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  async stories(): Promise<Stories> {
    const read: Read = (sql, parameters) => this.#store.read(sql, parameters);
    const seq = await lastSeq(read);
    if (this.#known?.seq !== seq) {
      const stories = this.#find(read, seq);
      this.#known = { seq, stories };
      // A failure is told to those who asked; the next to ask tries again.
      stories.catch(() => {
        this.#known = null;
      });
    }
    return this.#known.stories;
  }

  async #find(read: Read, seq: number): Promise<Stories> {
    return (await storedStories(read, seq)) ?? (await this.#group(read, seq));
  }

  async #group(read: Read, seq: number): Promise<Stories> {
    const events = await currentRecords<Event>(read, "events", await readCorrections(read), {});
    const published = await read<{ id: string; published: string | null }>(
      "SELECT id, published FROM documents",
    );
    const stories = group(events, new Map(published.map((row) => [row.id, row.published])));
    if (!this.#store.readonly)
      await this.#store.write((connection) => storeStories(connection, stories, seq));
    return stories;
  }
}

function group(events: readonly Current<Event>[], published: ReadonlyMap<string, string | null>): Stories {
  const standing = events.filter(({ status }) => status !== "rejected").map(({ record }) => record);
  const stories = new Map(storiesOf(standing, published));
  for (const { record, status } of events)
    if (status === "rejected") stories.set(record.id, storyAlone(record.id));
  return stories;
}

/** The last change that can move a story: documents and corrections, not imports. */
async function lastSeq(read: Read): Promise<number> {
  const [row] = await read<{ seq: number }>(
    "SELECT coalesce(max(seq), 0)::INTEGER AS seq FROM changes WHERE change NOT IN ('import', 'ties imported')",
  );
  return row?.seq ?? 0;
}

async function storedStories(read: Read, seq: number): Promise<Stories | null> {
  const [state] = await read<{ seq: number }>("SELECT seq::INTEGER AS seq FROM stories_state");
  if (state?.seq !== seq) return null;
  const rows = await read<{ event: string; story: string }>("SELECT event, story FROM stories");
  return new Map(rows.map(({ event, story }) => [event, story]));
}

async function storeStories(connection: DuckDBConnection, stories: Stories, seq: number): Promise<void> {
  const [state] = await rowsOf<{ seq: number }>(connection, "SELECT seq::INTEGER AS seq FROM stories_state");
  if (state !== undefined && state.seq > seq) return;
  await connection.run("DELETE FROM stories");
  await connection.run("DELETE FROM stories_state");
  const appender = await connection.createAppender("stories");
  for (const [event, story] of stories) {
    appender.appendVarchar(event);
    appender.appendVarchar(story);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run("INSERT INTO stories_state VALUES ($1)", [seq]);
}
