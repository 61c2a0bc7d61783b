import { counted, listed } from "../brief/wording.ts";
import type { StampedCoder } from "../coder.ts";
import { countInputs, readDocuments } from "../documents/index.ts";
import { codeDocument } from "../events/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { complain } from "./complain.ts";
import type { Effects } from "./effects.ts";
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
  readonly interrupted: boolean;
  readonly exitCode: number;
}

/**
 * Reads documents, codes those that the ledger does not have yet and stores each in one transaction. It may be
 * interrupted between any two documents and run again: what is stored is not done twice.
 */
export async function takeIn(
  paths: readonly string[],
  date: string | null,
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
  const came = { added: 0, recoded: 0, known: 0, undated: 0, failed: 0, events: 0, ties: 0 };
  let exitCode = 0;
  for await (const reading of readDocuments(paths, { date, input, except })) {
    if (interruption.aborted) break;
    if (reading.is === "problem") {
      came.failed += 1;
      exitCode = Math.max(exitCode, reading.problem.exitCode);
      await progress.aside(() => complain(err, reading.problem));
      continue;
    }
    const { document } = reading;
    notes.add(reading.path, reading.notes);
    if (document.published === null) came.undated += 1;
    if (await ledger.has(document, coder.stamp)) {
      came.known += 1;
      await progress.done(0);
      continue;
    }
    const coded = codeDocument(document, coder);
    came[await ledger.add(document, coded, coder.stamp)] += 1;
    came.events += coded.events.length;
    came.ties += coded.ties.length;
    await progress.done(coded.sentences);
  }
  await progress.finish();
  await notes.write(err);
  return { ...came, interrupted: interruption.aborted, exitCode };
}

/** What came of it in a sentence or two. */
export function intakeInWords(intake: Intake): string {
  const { added, recoded, known, undated, failed, events, ties, interrupted } = intake;
  const parts = [
    ...(added > 0 || recoded + known === 0 ? [`${counted(added, "document")} stored`] : []),
    ...(recoded > 0 ? [`${recoded} coded anew`] : []),
    ...(known > 0 ? [`${known} stored before and left as ${known === 1 ? "it is" : "they are"}`] : []),
  ];
  const found = added + recoded > 0 ? `, with ${counted(events, "event")} and ${counted(ties, "tie")}` : "";
  return [
    `${listed(parts)}${found}.`,
    ...(undated > 0 ? [`${counted(undated, "document")} without a date.`] : []),
    ...(failed > 0 ? [`${counted(failed, "input")} could not be read.`] : []),
    ...(interrupted ? ["Interrupted: run the same command again to go on."] : []),
  ].join(" ");
}
