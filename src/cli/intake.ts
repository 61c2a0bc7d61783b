import { counted, listed } from "../brief/wording.ts";
import type { CoderOptions, StampedCoder } from "../coder.ts";
import { countInputs, type Reading, readDocuments } from "../documents/index.ts";
import type { Coded } from "../events/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { Problem } from "../vocabulary/index.ts";
import { codingThreads } from "./coding-threads.ts";
import { complain } from "./complain.ts";
import type { Effects } from "./effects.ts";
import { inOrder, untilInterrupted } from "./in-order.ts";
import { createNotes } from "./notes.ts";
import { createProgress } from "./progress.ts";

/** What came of reading, coding and storing documents. */
export interface Intake {
  readonly added: number;
  /** Stored before by another version of the coder, or without a date that they have now. */
  readonly recoded: number;
  /** Stored before exactly as they would be now. */
  readonly known: number;
  readonly undated: number;
  readonly failed: number;
  readonly events: number;
  readonly ties: number;
  /** Readings left out because a careful coder would seldom accept them. */
  readonly doubtful: number;
  readonly interrupted: boolean;
  readonly exitCode: number;
}

export interface IntakeOptions extends CoderOptions {
  /** ISO day for documents that do not state theirs. */
  readonly date?: string | null;
  /** Threads that code; by default one fewer than the machine has cores. */
  readonly threads?: number;
}

/**
 * Reads documents, codes those that the ledger does not have yet and stores each in one transaction. It may be
 * interrupted between any two documents and run again: what is stored is not done twice.
 */
export async function takeIn(
  paths: readonly string[],
  { date = null, threads: count, actors = [], doubtful = false }: IntakeOptions,
  {
    ledger,
    coder,
    effects,
  }: { readonly ledger: Ledger; readonly coder: StampedCoder; readonly effects: Effects },
): Promise<Intake> {
  const { input, err, clock, interruption } = effects;
  // The ledger may lie among the documents, and DuckDB's lock on it is lost if the file is opened beside it.
  const except = [ledger.path, `${ledger.path}.wal`];
  const total = paths.includes("-") ? null : await countInputs(paths, { except });
  const progress = createProgress({ err, clock, total, noun: "document" });
  const notes = createNotes();
  const came = { added: 0, recoded: 0, known: 0, undated: 0, failed: 0, events: 0, ties: 0, doubtful: 0 };
  let exitCode = 0;
  const readings = untilInterrupted(readDocuments(paths, { date, input, except }), interruption);
  const threads = codingThreads(coder, { threads: count, loadedWith: { actors, doubtful } });
  const fail = async (problem: Problem): Promise<void> => {
    came.failed += 1;
    exitCode = Math.max(exitCode, problem.exitCode);
    await progress.aside(() => complain(err, problem));
  };
  const codedOf = async ({ reading, known }: Taken): Promise<Coded | Problem | null> =>
    reading.is === "problem" || known ? null : threads.code(reading.document);
  try {
    for await (const [{ reading }, coded] of inOrder(taken(readings), codedOf, threads.atOnce)) {
      if (reading.is === "problem") {
        await fail(reading.problem);
        continue;
      }
      if (coded instanceof Problem) {
        await fail(coded);
        continue;
      }
      const { document } = reading;
      notes.add(reading.path, reading.notes);
      if (document.published === null) came.undated += 1;
      // What several threads have in hand at once may hold one document twice.
      if (coded === null || (await ledger.has(document, coder.stamp))) {
        came.known += 1;
        await progress.done(0);
        continue;
      }
      came[await ledger.add(document, coded, coder.stamp)] += 1;
      came.events += coded.events.length;
      came.ties += coded.ties.length;
      came.doubtful += coded.doubtful;
      await progress.done(coded.sentences);
    }
  } finally {
    await threads.close();
  }
  await progress.finish();
  await notes.write(err);
  return { ...came, interrupted: interruption.aborted, exitCode };

  async function* taken(all: AsyncIterable<Reading>): AsyncGenerator<Taken> {
    for await (const reading of all)
      yield {
        reading,
        known: reading.is === "document" && (await ledger.has(reading.document, coder.stamp)),
      };
  }
}

/** What was read, and whether the ledger holds it as it would be stored now. */
interface Taken {
  readonly reading: Reading;
  readonly known: boolean;
}

/** What came of it in a sentence or two. */
export function intakeInWords(intake: Intake): string {
  const { added, recoded, known, undated, failed, events, ties, doubtful, interrupted } = intake;
  const parts = [
    ...(added > 0 || recoded + known === 0 ? [`${counted(added, "document")} stored`] : []),
    ...(recoded > 0 ? [`${recoded} coded anew`] : []),
    ...(known > 0 ? [`${known} stored before and left as ${known === 1 ? "it is" : "they are"}`] : []),
  ];
  const found = added + recoded > 0 ? `, with ${counted(events, "event")} and ${counted(ties, "tie")}` : "";
  return [
    `${listed(parts)}${found}.`,
    ...(doubtful > 0 ? [`${counted(doubtful, "doubtful reading")} left out.`] : []),
    ...(undated > 0 ? [`${counted(undated, "document")} without a date.`] : []),
    ...(failed > 0 ? [`${counted(failed, "input")} could not be read or coded.`] : []),
    ...(interrupted ? ["Interrupted: run the same command again to go on."] : []),
  ].join(" ");
}
