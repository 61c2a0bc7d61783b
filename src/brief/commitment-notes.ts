import type { Commitment } from "../measures/index.ts";
import type { Tie } from "../vocabulary/index.ts";
import type { CommitmentNote } from "./brief.ts";
import type { Entry } from "./entries.ts";
import { tieDates } from "./reading.ts";
import { cite, quote, type Statement, say } from "./statement.ts";
import { capital, listed, TIE_NAMES } from "./wording.ts";

interface Context {
  readonly entryOf: (recordId: string) => Entry | undefined;
  readonly names: (actor: string) => string;
}

const VERDICTS: Readonly<Record<Commitment["kept"], string | null>> = {
  "not honoured": "not honoured",
  honoured: "honoured",
  disputed: "disputed",
  unknown: "no event shows whether it was kept",
  "not applicable": null,
};

/** A commitment in words: what binds, since when, and whether it was kept, with the sentence on either side. */
export function commitmentNote(commitment: Commitment, { entryOf, names }: Context): CommitmentNote {
  const { kind, kept, ties, evidence } = commitment;
  const statements: Statement[] = bindingWords(ties, entryOf);
  const speaking = evidence.map((event) => ({ event, entry: entryOf(event.id) }));
  const said = (modality: "negated" | "asserted", introduction: string): void => {
    for (const { event, entry } of speaking) {
      if (event.modality !== modality || event.type === "ASSAULT") continue;
      statements.push(say`${introduction} ${quote(event.evidence.sentence)}${numbered(entry)}`);
    }
  };
  if (kept === "not honoured" || kept === "disputed") said("negated", "Denies that it was honoured:");
  if (kept === "honoured" || kept === "disputed") said("asserted", "Shows that it was honoured:");
  for (const { event, entry } of speaking)
    if (event.type === "ASSAULT")
      statements.push(
        say`The attack that called for it: ${quote(event.evidence.sentence)}${numbered(entry)}`,
      );
  return { kind, title: titleOf(commitment, names), kept, verdict: VERDICTS[kept], statements };
}

function bindingWords(ties: readonly Tie[], entryOf: Context["entryOf"]): Statement[] {
  const seen = new Set<number>();
  return ties.flatMap((tie) => {
    const entry = entryOf(tie.id);
    if (entry === undefined || seen.has(entry.number)) return [];
    seen.add(entry.number);
    const said = tie.modality === "asserted" ? "Binds:" : `${capital(tie.modality)}:`;
    const words = tie.evidence === null ? say`${tie.claim}` : say`${quote(tie.evidence.sentence)}`;
    return [say`${said} ${words}${numbered(entry)}`];
  });
}

function numbered(entry: Entry | undefined): Statement {
  return entry === undefined ? [] : say` ${cite([entry.number])}`;
}

function titleOf({ kind, parties, level, since, until, ties }: Commitment, names: Context["names"]): string {
  const others = listed(parties.slice(1).map(names));
  const dates = since === null && until === null ? "" : `, ${tieDates(since, until)}`;
  const claim = kind === "obligation" || kind === "treaty" ? ties[0]?.claim : undefined;
  if (claim !== undefined && kind === "obligation") return `${claim} (${others})${dates}`;
  const what = level === null || level === kind ? TIE_NAMES[kind] : level;
  return `${capital(what)}: ${others}${dates}`;
}
