import { grouped } from "../../brief/entries.ts";
import { loadCoder, type StampedCoder } from "../../coder.ts";
import { documentOf } from "../../documents/index.ts";
import { codeDocument } from "../../events/index.ts";
import { openLedger } from "../../ledger/index.ts";
import { type Claim, type ClaimCheck, checkClaim, claimsOfEvent, claimsOfTie } from "../../measures/index.ts";
import { membershipBy } from "../../server/membership.ts";
import { observationsAbout } from "../../server/observations-about.ts";
import { type Event, Problem, type Tie } from "../../vocabulary/index.ts";
import type { Effects } from "../effects.ts";
import { type Style, styleFor } from "../style.ts";
import { wrapped } from "../text-table.ts";

export interface CheckOptions {
  readonly ledger: string;
  readonly date?: string;
  readonly actors?: readonly string[];
  readonly format: "text" | "jsonl";
}

/** A claim that a record makes, in its words, with what the data say of it. */
interface Checked {
  readonly record: string;
  readonly words: string;
  readonly check: ClaimCheck;
}

const ROWS_SHOWN = 6;

/** `multivector check`: what imported open data say of a claim in words, or of every claim in the ledger. */
export async function check(
  claim: string | undefined,
  options: CheckOptions,
  effects: Effects,
): Promise<number> {
  const coder = loadCoder({ actors: options.actors ?? [] });
  const ledger = await openLedger(options.ledger, { readonly: true });
  try {
    const { events, ties } =
      claim === undefined
        ? {
            events: (await ledger.events()).flatMap(({ event, status }) =>
              status === "rejected" ? [] : [event],
            ),
            ties: (await ledger.ties()).flatMap(({ tie, status }) => (status === "rejected" ? [] : [tie])),
          }
        : coded(claim, options.date ?? null, coder);
    const claims = [
      ...ties.flatMap((tie) => claimsOfTie(tie).map((made) => ({ record: tie, made }))),
      ...events.flatMap((event) => claimsOfEvent(event).map((made) => ({ record: event, made }))),
    ];
    // A sentence that makes a claim as an event and as a tie makes it once.
    const asked = grouped(claims, ({ record, made }) =>
      JSON.stringify([record.document, record.evidence?.start ?? null, made]),
    ).flatMap(([first]) => first ?? []);
    if (asked.length === 0) throw nothingToCheck(claim);
    const grounds = {
      observations: await observationsAbout(
        ledger,
        asked.flatMap(({ made }) => actorsOf(made)),
      ),
      isMember: membershipBy(coder.tables),
      nameOf: coder.tables.nameOf,
    };
    const checked = asked.map(({ record, made }) => answered(record, checkClaim(made, grounds)));
    const style = styleFor(effects.out, effects.environment);
    for (const one of checked)
      await effects.out.write(
        options.format === "jsonl" ? `${JSON.stringify(one)}\n` : asText(one, style, effects.out.columns),
      );
    return 0;
  } finally {
    await ledger.close();
  }
}

function coded(
  claim: string,
  published: string | null,
  coder: StampedCoder,
): { readonly events: readonly Event[]; readonly ties: readonly Tie[] } {
  return codeDocument(documentOf({ text: claim, published }), coder);
}

function answered({ id, evidence, ...record }: Event | Tie, found: ClaimCheck): Checked {
  return { record: id, words: evidence?.sentence ?? ("claim" in record ? record.claim : ""), check: found };
}

/** Everyone whose cells may decide a claim. */
function actorsOf(claim: Claim): readonly string[] {
  switch (claim.is) {
    case "lender rank":
      return [claim.state, claim.lender];
    case "membership":
      return [claim.state, claim.organisation];
    case "obligation":
      return [claim.state, claim.towards];
    default:
      return [claim.state, claim.partner];
  }
}

function nothingToCheck(claim: string | undefined): Problem {
  return new Problem(
    "not-found",
    claim === undefined
      ? "No record in the ledger makes a claim that open data can answer."
      : "These words make no claim that open data can answer.",
    "Claims of trade and its rank, lenders, investment, memberships, partnerships, treaty obligations and project " +
      "counts can be checked: multivector check 'China is a key export market for Belarus.'",
  );
}

function asText(
  { words, check: { answer, because, before, caveats, rows } }: Checked,
  style: Style,
  width: number,
): string {
  const indented = (text: string): string[] =>
    wrapped(text, Math.min(width, 100) - 4).map((line) => `    ${line}`);
  const shown = rows
    .slice(0, ROWS_SHOWN)
    .map(
      ({ series, state, partner, period, value, unit, source, version }) =>
        `    ${series} ${state}${partner === null ? "" : `-${partner}`} ${period}: ${value} ${unit} (${source} ${version})`,
    );
  return [
    `${style.bold(answer)}: “${words.replace(/\s+/g, " ")}”`,
    ...indented(because),
    ...(before === null ? [] : indented(`Up to ${before.asOf}: ${before.answer}. ${before.because}`)),
    ...caveats.flatMap(indented),
    ...shown.map(style.dim),
    ...(rows.length > ROWS_SHOWN
      ? [style.dim(`    and ${rows.length - ROWS_SHOWN} more rows; --format jsonl has all`)]
      : []),
    "",
    "",
  ].join("\n");
}
