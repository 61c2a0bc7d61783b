import type { Tie } from "../vocabulary/index.ts";
import { insertTies, recordHash } from "./coded-rows.ts";
import { recordSource } from "./imports.ts";
import type { Imported, SourceOfRows } from "./ledger.ts";
import { nextChange, rowsOf } from "./query.ts";
import type { Store } from "./store.ts";

/**
 * Stores ties that a data set gives, all or none. A tie whose id is there stays as it is: known where it says
 * the same, a conflict where it does not.
 */
export async function importTies(
  store: Store,
  ties: Iterable<Tie> | AsyncIterable<Tie>,
  source: SourceOfRows,
): Promise<Imported> {
  const given: Tie[] = [];
  for await (const tie of ties) given.push(tie);
  return store.write(async (connection) => {
    const stored = await rowsOf<{ id: string; hash: string }>(
      connection,
      "SELECT id, hash FROM ties WHERE superseded_by IS NULL",
    );
    const hashes = new Map(stored.map(({ id, hash }) => [id, hash]));
    const fresh: Tie[] = [];
    let conflicts = 0;
    for (const tie of given) {
      const hash = recordHash(tie);
      const there = hashes.get(tie.id);
      if (there === undefined) {
        hashes.set(tie.id, hash);
        fresh.push(tie);
      } else if (there !== hash) conflicts += 1;
    }
    const imported = { added: fresh.length, known: given.length - fresh.length - conflicts, conflicts };
    if (fresh.length > 0) {
      const seq = await nextChange(connection, "ties imported", `${source.source} ${source.version}`);
      const stamp = { coder: source.source, lexicon: source.version };
      await insertTies(connection, fresh, stamp, seq, new Map());
    }
    await recordSource(connection, source, "ties", imported);
    return imported;
  });
}
