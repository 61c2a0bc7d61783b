import { z } from "zod";
import { readTable } from "../../vocabulary/index.ts";

const Table = z.looseObject({
  level: z.array(z.looseObject({ phrase: z.string(), aliases: z.array(z.string()).optional() })),
});

interface Written {
  readonly words: string;
  readonly phrase: string;
}

const levels: readonly Written[] = readTable("data/ties/partnership-levels.toml", Table)
  .level.flatMap(({ phrase, aliases }) =>
    [phrase, ...(aliases ?? [])].map((words) => ({ words: normal(words), phrase })),
  )
  .sort((a, b) => b.words.length - a.words.length);

/** The level of partnership that a text names, the longest phrase that occurs; null where it names none. */
export function levelIn(text: string): string | null {
  const words = ` ${normal(text)} `;
  return levels.find((level) => words.includes(` ${level.words} `))?.phrase ?? null;
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bpartners?\b/g, "partnership")
    .trim();
}
