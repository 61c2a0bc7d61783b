import { counted } from "../../brief/wording.ts";
import { type CoderOptions, loadCoder } from "../../coder.ts";
import { type Reading, readDocuments } from "../../documents/index.ts";
import { type Coded, type Coder, type Explanation, explainDocument } from "../../events/index.ts";
import { type Document, Problem } from "../../vocabulary/index.ts";
import { codingThreads } from "../coding-threads.ts";
import { complain } from "../complain.ts";
import { type Effects, INTERRUPTED } from "../effects.ts";
import { explanation } from "../explanation.ts";
import { inOrder, untilInterrupted } from "../in-order.ts";
import { createNotes } from "../notes.ts";
import { createProgress } from "../progress.ts";
import { type Format, recordWriter } from "../record-writer.ts";
import { nothingPiped } from "../sources.ts";
import { styleFor } from "../style.ts";
import { uncodable } from "../uncodable.ts";

export interface CodeOptions extends CoderOptions {
  readonly format: Format;
  readonly date?: string;
  readonly explain?: boolean;
  readonly threads?: number;
}

/** `multivector code`: codes texts and prints their events and ties, or how each sentence was read. */
export async function code(
  paths: readonly string[],
  options: CodeOptions,
  effects: Effects,
): Promise<number> {
  const { input, inputIsTerminal, out, err, clock, interruption } = effects;
  if (paths.includes("-") && inputIsTerminal) throw nothingPiped();
  const { actors = [], doubtful = false } = options;
  const coder = loadCoder({ actors, doubtful });
  const threads = codingThreads(coder, { threads: options.threads, loadedWith: { actors, doubtful } });
  const writer = recordWriter(options.format, out);
  const style = styleFor(out, effects.environment);
  const progress = createProgress({ err, clock, total: null, noun: "document", quiet: out.isTerminal });
  const notes = createNotes();
  const count = { documents: 0, sentences: 0, events: 0, ties: 0, doubtful: 0, failed: 0 };
  let exitCode = 0;

  const readings = untilInterrupted(
    readDocuments(paths, { date: options.date ?? null, input }),
    interruption,
  );
  const fail = async (problem: Problem): Promise<void> => {
    count.failed += 1;
    exitCode = Math.max(exitCode, problem.exitCode);
    await progress.aside(() => complain(err, problem));
  };
  const codedOf = async (reading: Reading): Promise<Coded | Problem | null> =>
    reading.is === "problem" || options.explain === true ? null : threads.code(reading.document);
  try {
    for await (const [reading, coded] of inOrder(readings, codedOf, threads.atOnce)) {
      if (reading.is === "problem") {
        await fail(reading.problem);
        continue;
      }
      if (coded instanceof Problem) {
        await fail(coded);
        continue;
      }
      notes.add(reading.path, reading.notes);
      count.documents += 1;
      if (coded === null) {
        const explained = explainedOrProblem(reading.document, coder);
        if (explained instanceof Problem) {
          await fail(explained);
          continue;
        }
        for (const sentence of explained) {
          count.sentences += 1;
          await out.write(explanation(sentence, reading.document.text, style));
        }
        continue;
      }
      count.sentences += coded.sentences;
      count.events += coded.events.length;
      count.ties += coded.ties.length;
      count.doubtful += coded.doubtful;
      await writer.write(underGivenId(coded, reading.given));
      await progress.done(coded.sentences);
    }
  } finally {
    await threads.close();
  }
  await writer.finish();
  await progress.finish();
  await notes.write(err);
  if (options.explain !== true) await err.write(`multivector: ${summary(count)}\n`);
  return interruption.aborted ? INTERRUPTED : exitCode;
}

function explainedOrProblem(document: Document, coder: Coder): readonly Explanation[] | Problem {
  try {
    return explainDocument(document, coder);
  } catch (error) {
    return uncodable(document, error);
  }
}

/** Records under the id that the stream knows their document by. */
function underGivenId({ events, ties, ...rest }: Coded, given: string | null): Coded {
  if (given === null) return { events, ties, ...rest };
  return {
    ...rest,
    events: events.map((event) => ({ ...event, document: given })),
    ties: ties.map((tie) => ({ ...tie, document: given })),
  };
}

function summary(
  count: Readonly<Record<"documents" | "sentences" | "events" | "ties" | "doubtful" | "failed", number>>,
): string {
  const found = `${counted(count.events, "event")} and ${counted(count.ties, "tie")}`;
  const doubtful = count.doubtful === 0 ? "" : ` ${counted(count.doubtful, "doubtful reading")} left out.`;
  const failed = count.failed === 0 ? "" : ` ${counted(count.failed, "input")} could not be read or coded.`;
  return `${counted(count.documents, "document")}, ${counted(count.sentences, "sentence")}: ${found}.${doubtful}${failed}`;
}
