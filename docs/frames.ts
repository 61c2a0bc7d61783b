/**
 * Writes `docs/frames.md`, the page on which words name which act, from the lexicon.
 * `npx tsx docs/frames.ts` prints it; `npx tsx docs/frames.ts --write` renews the file.
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Frame, type Lexicon, loadLexicon } from "../src/events/index.ts";
import { CODEBOOK, EVENT_TYPES, TIE_KINDS, type TieKind } from "../src/vocabulary/index.ts";

export const FRAMES_PAGE = new URL("frames.md", import.meta.url);

/** The page as Markdown: event types in PLOVER's order, then kinds of tie, each with its frames. */
export function framesPage({ frames, classes }: Lexicon): string {
  const kinds = Object.keys(TIE_KINDS) as TieKind[];
  const ofType = (type: string): readonly Frame[] =>
    frames.filter((frame) => frame.is === "event" && frame.type === type);
  const ofKind = (kind: string): readonly Frame[] =>
    frames.filter((frame) => frame.is === "tie" && frame.kind === kind);
  const patterns = frames.reduce((sum, frame) => sum + frame.patterns.length, 0);
  return [
    "# Frames",
    "",
    "Which words name which act or relation. This page is made from `data/lexicon` by `npx tsx docs/frames.ts --write`;",
    "the pattern language is told in `data/lexicon/README.md`. Passives, negation, relative clauses, infinitives and",
    "coordination are not spelled out: they are handled once, for all frames.",
    "",
    `${frames.length} frames with ${patterns} patterns and ${classes.size} word classes.`,
    "",
    "## Events",
    "",
    ...EVENT_TYPES.flatMap((type) => [
      `### ${type}`,
      "",
      CODEBOOK[type].gist,
      "",
      ...ofType(type).flatMap(section),
    ]),
    "## Ties",
    "",
    ...kinds.flatMap((kind) => {
      const here = ofKind(kind);
      return here.length === 0 ? [] : [`### ${kind}`, "", ...here.flatMap(section)];
    }),
    "## Word classes",
    "",
    "`@name` in a pattern stands for any of these words.",
    "",
    ...[...classes].map(([name, words]) => `- \`@${name}\`: ${words.map(spaced).join(", ")}`),
    "",
  ].join("\n");
}

function section(frame: Frame): string[] {
  return [
    `#### \`${frame.id}\``,
    "",
    `> ${frame.example}`,
    "",
    ...(marks(frame).length > 0 ? [`${sentence(marks(frame).join("; "))}.`, ""] : []),
    ...frame.patterns.map(({ text }) => `- \`${text}\``),
    "",
  ];
}

function marks(frame: Frame): string[] {
  if (frame.is === "tie")
    return [
      ...(frame.first === "target" ? ["the target is the first party"] : []),
      ...(frame.ends ? ["the relation ends"] : []),
    ];
  return [
    ...(frame.mode === null ? [] : [`mode ${frame.mode}`]),
    ...(frame.contexts.length > 0 ? [`contexts ${frame.contexts.join(", ")}`] : []),
    ...(frame.symmetric ? ["both sides do it together"] : []),
    ...(frame.together ? ["several sources do it together"] : []),
    ...(frame.reversed ? ["the subject is the target"] : []),
    ...(frame.alone ? ["no target need be named"] : []),
    ...(frame.act === null ? [] : [`the act itself is ${frame.act}`]),
  ];
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function spaced(word: string): string {
  return word.replaceAll("_", " ");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const page = framesPage(loadLexicon());
  if (process.argv.includes("--write")) writeFileSync(FRAMES_PAGE, page);
  else process.stdout.write(page);
}
