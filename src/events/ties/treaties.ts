import { z } from "zod";
import { readTable } from "../../vocabulary/index.ts";

const Table = z.looseObject({
  treaty: z.array(
    z.looseObject({
      name: z.string(),
      aliases: z.array(z.string()).optional(),
      organisation: z.string().optional(),
      parties: z.array(z.string()).optional(),
      obligations: z
        .array(z.looseObject({ article: z.string(), kind: z.string(), summary: z.string() }))
        .optional(),
    }),
  ),
});

/** A treaty with the obligations that its articles lay on its parties. */
export interface Treaty {
  readonly name: string;
  readonly names: readonly string[];
  /** The organisation whose founding treaty it is. */
  readonly organisation: string | null;
  /** ISO 3166-1 alpha-3 codes, where the parties are not an organisation's members. */
  readonly parties: readonly string[];
  readonly obligations: readonly {
    readonly article: string;
    readonly kind: string;
    readonly summary: string;
  }[];
}

/** Every treaty of `data/ties/treaties.toml`. */
export const TREATIES: readonly Treaty[] = readTable("data/ties/treaties.toml", Table).treaty.map(
  ({ name, aliases, organisation, parties, obligations }) => ({
    name,
    names: [name, ...(aliases ?? [])],
    organisation: organisation ?? null,
    parties: parties ?? [],
    obligations: obligations ?? [],
  }),
);

/** The treaty that founds an organisation, or undefined. */
export function treatyOf(organisation: string): Treaty | undefined {
  return TREATIES.find((treaty) => treaty.organisation === organisation);
}

/** The treaty that a text names, the longest name that occurs, or undefined. */
export function treatyNamed(text: string): Treaty | undefined {
  const found = TREATIES.flatMap((treaty) =>
    treaty.names.filter((name) => text.includes(name)).map((name) => ({ treaty, name })),
  );
  return found.sort((a, b) => b.name.length - a.name.length)[0]?.treaty;
}
