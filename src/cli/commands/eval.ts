import { loadCoder, type StampedCoder } from "../../coder.ts";
import { codeDocument } from "../../events/index.ts";
import type { Event } from "../../vocabulary/index.ts";
import { complain } from "../complain.ts";
import type { Effects } from "../effects.ts";
import { dateOfLine } from "../filter.ts";
import { type JsonLine, readJsonLines } from "../json-lines.ts";
import { createProgress } from "../progress.ts";
import { GoldArticle, type GoldEvent } from "../scoring/gold.ts";
import { type EventScore, FIELDS, scoreEvents } from "../scoring/score-events.ts";
import { relationKinds, scoreTies, type TieScore } from "../scoring/score-ties.ts";
import { type Source, sourcesOf } from "../sources.ts";
import { wholeText } from "../text-source.ts";
import { textTable } from "../text-table.ts";

export interface EvalOptions {
  readonly format: "table" | "json";
  readonly actors?: readonly string[];
  /** Print every event that was missed or is in no gold. */
  readonly show?: boolean;
}

/** `multivector eval`: codes annotated articles and says how much of their gold comes out. */
export async function evaluate(
  paths: readonly string[],
  options: EvalOptions,
  effects: Effects,
): Promise<number> {
  const { out, err, clock } = effects;
  const coder = loadCoder({ actors: options.actors ?? [] });
  const kinds = relationKinds();
  const progress = createProgress({ err, clock, total: null, noun: "article" });
  const scores: { readonly events: EventScore; readonly ties: TieScore }[] = [];
  let failed = 0;
  for (const source of sourcesOf(paths, effects)) {
    for await (const read of articlesIn(source)) {
      if (read.is === "problem") {
        failed += 1;
        await progress.aside(() => complain(err, read.problem, `${source.name}, line ${read.line}`));
        continue;
      }
      const { events, ties, sentences } = coded(read.row, coder);
      const score = { events: scoreEvents(read.row, events), ties: scoreTies(read.row, ties, kinds) };
      scores.push(score);
      await progress.done(sentences);
      if (options.show === true)
        await progress.aside(() => out.write(`${differences(read.row.id, score.events).join("\n")}\n`));
    }
  }
  await progress.finish();
  const figures = figuresOf(scores);
  await out.write(
    options.format === "json" ? `${JSON.stringify(figures, null, 2)}\n` : asTable(figures, out.columns),
  );
  return failed > 0 || scores.length === 0 ? 1 : 0;
}

/** A `.json` file is one article; everything else has one a line. */
async function* articlesIn(source: Source): AsyncGenerator<JsonLine<GoldArticle>> {
  if (!source.name.endsWith(".json")) {
    yield* readJsonLines(source.bytes, GoldArticle);
    return;
  }
  const text = await wholeText(source);
  yield* readJsonLines(oneLine(text), GoldArticle);
}

/** JSON on one line: line breaks within it stand only between its parts. */
async function* oneLine(json: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(json.replace(/[\r\n]+/g, " "));
}

function coded({ id, text, date }: GoldArticle, coder: StampedCoder) {
  // Gold counts offsets in the text as it is given, so it is not normalised.
  const parts = { title: null, outlet: null, author: null, url: null, language: "en" };
  return codeDocument({ ...parts, id, text, published: dateOfLine(date) }, coder);
}

type Figures = Readonly<Record<string, number | null>>;

/** Shares in [0, 1], null where there is nothing to divide by; counts besides. */
function figuresOf(scores: readonly { readonly events: EventScore; readonly ties: TieScore }[]): Figures {
  const sum = (count: (score: (typeof scores)[number]) => number): number =>
    scores.reduce((total, score) => total + count(score), 0);
  const matched = sum(({ events }) => events.matched);
  const core = sum(({ events }) => events.core);
  const recall = share(
    sum(({ events }) => events.coreFound),
    core,
  );
  const precision = share(matched, matched + sum(({ events }) => events.extra.length));
  const gold = sum(({ ties }) => ties.gold);
  const tieRecall = share(
    sum(({ ties }) => ties.found),
    gold,
  );
  const tiePrecision = share(
    sum(({ ties }) => ties.matched),
    sum(({ ties }) => ties.predicted),
  );
  return {
    articles: scores.length,
    "events to find": core,
    "events recall": recall,
    "events precision": precision,
    "events F1": harmonic(precision, recall),
    ...Object.fromEntries(
      FIELDS.map((field) => [
        `${field} right`,
        share(
          sum(({ events }) => events.right[field]),
          matched,
        ),
      ]),
    ),
    "falsely asserted": share(
      sum(({ events }) => events.falselyAsserted),
      matched,
    ),
    "ties to find": gold,
    "ties recall": tieRecall,
    "ties precision": tiePrecision,
    "ties F1": harmonic(tiePrecision, tieRecall),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function harmonic(a: number | null, b: number | null): number | null {
  return a === null || b === null || a + b === 0 ? null : (2 * a * b) / (a + b);
}

function asTable(figures: Figures, width: number): string {
  const rows = Object.entries(figures).map(([name, value]) => [
    name,
    value === null
      ? "–"
      : Number.isInteger(value) && !/right|asserted|recall|precision|F1/.test(name)
        ? String(value)
        : value.toFixed(3),
  ]);
  return textTable([{ title: "Figure" }, { title: "Value", align: "right" }], rows, width)
    .map((line) => `${line}\n`)
    .join("");
}

function differences(article: string, { missed, extra }: EventScore): string[] {
  return [
    ...missed.map(
      ({ type, anchor, sentence }: GoldEvent) => `${article}: missed ${type} “${anchor}” in: ${sentence}`,
    ),
    ...extra.map(
      ({ type, evidence: { anchor, sentence }, rule }: Event) =>
        `${article}: extra ${type} “${anchor.text}” by ${rule} in: ${sentence}`,
    ),
  ];
}
