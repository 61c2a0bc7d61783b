import { writeFile } from "node:fs/promises";
import { loadActorTables } from "../../actors/index.ts";
import { renderBriefHtml, renderBriefMarkdown } from "../../brief/index.ts";
import { coderStamp } from "../../coder.ts";
import { openLedger } from "../../ledger/index.ts";
import { answerBrief } from "../../server/answer-brief.ts";
import { openDataAbout } from "../../server/open-data-about.ts";
import { readQuestion } from "../../server/question.ts";
import { readHoldings } from "../../server/reading-room.ts";
import type { Effects } from "../effects.ts";
import { unwritable } from "../sources.ts";
import type { QuestionOptions } from "./measure.ts";

export interface BriefOptions extends QuestionOptions {
  readonly format?: "html" | "md" | "json";
  readonly out?: string;
}

/** `multivector brief`: the written answer, to a file or to standard output. */
export async function brief(state: string, options: BriefOptions, effects: Effects): Promise<number> {
  const tables = loadActorTables();
  const question = readQuestion({ ...options, state }, tables);
  const ledger = await openLedger(options.ledger, { readonly: true });
  try {
    const holdings = await readHoldings(ledger, tables);
    const openData = await openDataAbout(ledger, question);
    const answer = answerBrief(question, holdings, openData, tables, coderStamp());
    const format = options.format ?? formatOf(options.out);
    const text =
      format === "html"
        ? renderBriefHtml(answer)
        : format === "md"
          ? renderBriefMarkdown(answer)
          : `${JSON.stringify(answer, null, 2)}\n`;
    if (options.out === undefined) await effects.out.write(text);
    else await writeOut(options.out, text, effects);
    return 0;
  } finally {
    await ledger.close();
  }
}

/** By the file's name, and else what a terminal reads best. */
function formatOf(path: string | undefined): "html" | "md" | "json" {
  const ending = /\.(html?|md|json)$/i.exec(path ?? "")?.[1]?.toLowerCase();
  if (ending === "json" || ending === "md") return ending;
  return ending === undefined && path === undefined ? "md" : "html";
}

async function writeOut(path: string, text: string, { err }: Effects): Promise<void> {
  await writeFile(path, text).catch((error) => Promise.reject(unwritable(path, error)));
  await err.write(`multivector: The brief is in ${path}.\n`);
}
