import type { Event, Quantity, Tie } from "../../vocabulary/index.ts";
import { type Claim, OBLIGATIONS, type Obligation } from "./claim.ts";
import { claimWords, phraseIn } from "./claim-words.ts";

/** Rank of a lender that is only called a main one. */
const MAIN_LENDER = 5;

/**
 * The claims in a tie that data can answer; none where no data set speaks of its kind. A tie of one state with
 * several others gives a claim for each.
 */
export function claimsOfTie(tie: Tie): readonly Claim[] {
  const [first, ...others] = tie.parties.map(({ actor }) => actor);
  if (first === undefined || first === null) return [];
  const on = tie.since;
  const holds = tie.modality !== "negated" && tie.until === null;
  return others.flatMap((other): readonly Claim[] => {
    if (other === null) return [];
    switch (tie.kind) {
      case "membership":
        return [
          { is: "membership", state: first, organisation: other, on: holds ? on : (tie.until ?? on), holds },
        ];
      case "trade":
      case "dependence":
        if (tie.domain === "security") return [];
        return [
          {
            is: "trade standing",
            state: first,
            partner: other,
            ...standingIn(tie.claim, tie.quantities),
            on,
          },
        ];
      case "debt":
        return [
          { is: "lender rank", state: first, lender: other, rank: rankIn(tie.quantities) ?? MAIN_LENDER, on },
        ];
      case "obligation":
      case "alliance":
        return other.length === 3
          ? [{ is: "obligation", state: first, towards: other, obligation: obligationIn(tie), on }]
          : [];
      case "partnership":
        return [{ is: "partnership", state: first, partner: other, level: tie.level, on }];
      case "joint-project":
        return countOf(tie.quantities).map((count) => ({
          is: "project count",
          state: first,
          partner: other,
          ...count,
          on,
        }));
      case "investment":
        return sizeOf(tie.claim).map((size) => ({
          is: "investment size",
          state: first,
          partner: other,
          size,
          on,
        }));
      default:
        return [];
    }
  });
}

/** The claims in an event that data can answer: numbers of projects, and whether investment is small or large. */
export function claimsOfEvent(event: Event): readonly Claim[] {
  const on = event.date?.basis === "text" ? (event.date.end?.slice(0, 4) ?? null) : null;
  const text = event.evidence.sentence;
  const counts = /project/i.test(text) ? countOf(event.quantities) : [];
  const sizes = /invest/i.test(text) ? sizeOf(text) : [];
  return event.sources.flatMap(({ actor: partner }) =>
    event.targets.flatMap(({ actor: state }): readonly Claim[] => {
      if (partner === null || state === null) return [];
      return [
        ...counts.map((count): Claim => ({ is: "project count", state, partner, ...count, on })),
        ...sizes.map((size): Claim => ({ is: "investment size", state, partner, size, on })),
      ];
    }),
  );
}

/** Which kind of partner, at which rank or share, the words make of a state. */
function standingIn(text: string, quantities: readonly Quantity[]) {
  const { trade, standing } = claimWords();
  const role = phraseIn(text, trade["export market"])
    ? ("export market" as const)
    : phraseIn(text, trade["import source"])
      ? ("import source" as const)
      : ("partner" as const);
  const share = quantities.find(({ kind }) => kind === "share")?.number;
  if (share !== undefined) return { role, rank: null, share: share * 0.9 };
  const rank = rankIn(quantities);
  if (rank !== null) return { role, rank, share: null };
  const words = standing
    .flatMap((row) => {
      const found = phraseIn(text, row.words);
      return found === null ? [] : [{ row, length: found.length }];
    })
    .sort((a, b) => b.length - a.length)[0]?.row;
  const row = words ?? standing.at(-1);
  return { role, rank: row?.rank ?? null, share: row?.share ?? null };
}

function rankIn(quantities: readonly Quantity[]): number | null {
  return quantities.find(({ kind }) => kind === "rank")?.number ?? null;
}

function countOf(quantities: readonly Quantity[]) {
  return quantities
    .filter(({ kind, of }) => kind === "count" && (of === null || /project/i.test(of)))
    .map(({ number, qualifier }) => ({
      number,
      bound:
        qualifier === "at most" || qualifier === "less than"
          ? ("at most" as const)
          : qualifier === "exactly"
            ? ("exactly" as const)
            : qualifier === "about"
              ? ("about" as const)
              : ("at least" as const),
    }));
}

function sizeOf(text: string): readonly ("small" | "large")[] {
  const { small, large } = claimWords().size;
  return phraseIn(text, small) !== null ? ["small"] : phraseIn(text, large) !== null ? ["large"] : [];
}

function obligationIn({ level, claim }: Tie): Obligation {
  return OBLIGATIONS.find((one) => level?.includes(one) || claim.toLowerCase().includes(one)) ?? "defence";
}
