import { z } from "zod";
import { literal, readTable } from "../../vocabulary/index.ts";

const words = z.array(z.string().min(1)).min(1);
const WordsFile = z.strictObject({
  trade: z.strictObject({ "export market": words, "import source": words }),
  standing: z.array(
    z.strictObject({ words, rank: z.int().positive(), share: z.number().positive().optional() }),
  ),
  size: z.strictObject({
    small_below_share_of_gdp: z.number().positive(),
    large_from_share_of_gdp: z.number().positive(),
    small: words,
    large: words,
  }),
  organisations: z.record(z.string(), z.string()),
});
export type ClaimWords = z.infer<typeof WordsFile>;

let table: ClaimWords | null = null;

/** The word lists of claims; read on first use. */
export function claimWords(): ClaimWords {
  table ??= readTable("data/indicators/claim-words.toml", WordsFile);
  return table;
}

/** The longest of the phrases that stands in the text as whole words; null where none does. */
export function phraseIn(text: string, phrases: readonly string[]): string | null {
  const plain = text.toLowerCase().replaceAll("’", "'");
  const found = phrases.filter((phrase) => new RegExp(`(?<![a-z])${literal(phrase)}s?(?![a-z])`).test(plain));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}
