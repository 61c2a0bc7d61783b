import type { Commitment } from "../measures/index.ts";
import type { Event, Tie } from "../vocabulary/index.ts";
import type { CommitmentNote } from "./brief.ts";
import type { Entry } from "./entries.ts";
import { quotation, speakerWords } from "./quoting.ts";
import { tieDates, tieHeading } from "./reading.ts";
import { type Statement, say } from "./statement.ts";
import { capital, listed, TIE_NAMES } from "./wording.ts";

interface Context {
  readonly entryOf: (recordId: string) => Entry | undefined;
  readonly names: (actor: string) => string;
}

/** Those that say most come first. */
const ORDER: readonly Commitment["kept"][] = [
  "not honoured",
  "disputed",
  "honoured",
  "unknown",
  "not applicable",
];

/** Every commitment in words: what binds, since when, and whether it was kept, with the sentences on either side. */
export function commitmentNotes(
  commitments: readonly Commitment[],
  context: Context,
): readonly CommitmentNote[] {
  return [...commitments]
    .sort((a, b) => ORDER.indexOf(a.kept) - ORDER.indexOf(b.kept))
    .map((commitment) => commitmentNote(commitment, context));
}

function commitmentNote(commitment: Commitment, context: Context): CommitmentNote {
  const { kind, kept, ties, evidence } = commitment;
  const [title, gist] = titleOf(commitment, context.names);
  const on = (chosen: (event: Event) => boolean, words: string): Statement[] =>
    evidence.filter(chosen).map((event) => say`${words}${quoted(event.id, context)}`);
  return {
    kind,
    title,
    kept,
    verdict: verdictOf(commitment),
    entries: [...ties, ...evidence].flatMap(({ id }) => context.entryOf(id)?.number ?? []),
    statements: [
      ...(gist === null ? [] : [say`${capital(gist)}.`]),
      ...bindingWords(ties, context),
      ...on((event) => breaks(event, commitment), kept === "disputed" ? "One text denies it" : "Against it"),
      ...on((event) => !breaks(event, commitment) && event.type !== "ASSAULT", "For it"),
      ...on(
        (event) => !breaks(event, commitment) && event.type === "ASSAULT",
        "The attack that called for it",
      ),
    ],
  };
}

/** Whether an event of the evidence speaks against the commitment: help denied or refused, or the attack forsworn. */
function breaks({ type, modality }: Event, { level }: Commitment): boolean {
  return level === "non-aggression" ? type === "ASSAULT" : modality === "negated" || type === "REJECT";
}

function verdictOf({ kind, kept }: Commitment): string | null {
  switch (kept) {
    case "not applicable":
      return null;
    case "unknown":
      return "No event on record shows whether it was honoured";
    case "disputed":
      return `Whether the ${TIE_NAMES[kind]} was honoured is disputed`;
    default:
      return `The ${TIE_NAMES[kind]} was ${kept}`;
  }
}

function bindingWords(ties: readonly Tie[], context: Context): Statement[] {
  const entryNumber = (tie: Tie): number | undefined => context.entryOf(tie.id)?.number;
  return ties
    .filter((tie, at) => ties.findIndex((other) => entryNumber(other) === entryNumber(tie)) === at)
    .map((tie) => say`It rests on${quoted(tie.id, context)}`);
}

/** The words of a record with their source: ", according to Li Qiang: “…” (Outlet, date) [12]". */
function quoted(id: string, { entryOf }: Context): Statement {
  const entry = entryOf(id);
  const report = entry?.reports.find((one) => one.id === id);
  if (entry === undefined || report === undefined) return [];
  return say`${speakerWords(report)}: ${quotation(report, entry.number)}`;
}

function titleOf(
  { kind, parties, level, since, until, ties }: Commitment,
  names: Context["names"],
): readonly [title: string, gist: string | null] {
  const others = listed(parties.slice(1).map(names));
  const dates = since === null && until === null ? "" : `, ${tieDates(since, until)}`;
  const [article, gist] = kind === "obligation" ? (ties[0]?.claim ?? "").split(/:\s(.*)/s) : [];
  if (article !== undefined && gist !== undefined) return [`${article} (with ${others})${dates}`, gist];
  return [`${capital(tieHeading(kind, level))}: ${others}${dates}`, null];
}
