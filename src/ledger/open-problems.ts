import { Problem } from "../vocabulary/index.ts";

/** What DuckDB says, by the problem it means. The first pattern that fits decides. */
const MEANINGS: readonly {
  readonly says: RegExp;
  readonly problem: (path: string, found: RegExpMatchArray, cause: unknown) => Problem;
}[] = [
  {
    says: /Could not set lock(?:.*held in (.+?) \(PID (\d+)\))?/s,
    problem: (path, [, program, pid], cause) =>
      new Problem(
        "ledger-busy",
        `The ledger ${path} is in use by another process${pid ? ` (${program ? `${program}, ` : ""}process ${pid})` : ""}.`,
        "Stop that process, or ask it through the address it serves, and try again.",
        { cause },
      ),
  },
  {
    says: /TransactionContext Error|Conflict on|write-write conflict/i,
    problem: (path, _found, cause) =>
      new Problem(
        "ledger-busy",
        `Something else in this process was changing the same rows of the ledger ${path}.`,
        "Nothing was stored by this step. Run it again.",
        { cause },
      ),
  },
  {
    says: /we can only read versions|newer version of DuckDB|storage version/i,
    problem: (path, _found, cause) =>
      new Problem(
        "ledger-newer",
        `The ledger ${path} was written by a newer DuckDB than the one this version of Multivector has.`,
        "Update Multivector, or open another ledger.",
        { cause },
      ),
  },
  {
    says: /Permission denied|Read-only file system/i,
    problem: (path, _found, cause) =>
      new Problem(
        "unreadable",
        `The ledger ${path} may not be opened by this user.`,
        "Check the rights of the file and its folder, or name another place for the ledger.",
        { cause },
      ),
  },
  {
    says: /No space left on device|disk full/i,
    problem: (path, _found, cause) =>
      new Problem(
        "unreadable",
        `The disk that holds the ledger ${path} is full; the last step was not stored.`,
        "Free some space and run the same command again: what was stored before is kept.",
        { cause },
      ),
  },
  {
    says: /not a valid DuckDB database|Serialization Error|checksum|Corrupt|not a database/i,
    problem: (path, _found, cause) =>
      new Problem(
        "ledger-broken",
        `${path} is not a ledger, or it is damaged.`,
        "Name another file, or restore this one from a copy.",
        { cause },
      ),
  },
];

/** The problem behind an error from the database, or the error itself where it means something else. */
export function asProblem(cause: unknown, path: string): unknown {
  if (cause instanceof Problem) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  for (const { says, problem } of MEANINGS) {
    const found = text.match(says);
    if (found) return problem(path, found, cause);
  }
  return cause;
}
