import type { ActorTables } from "../actors/index.ts";
import { type Brief, composeBrief } from "../brief/index.ts";
import type { CoderStamp } from "../ledger/index.ts";
import type { BalanceQuestion } from "../measures/index.ts";
import { membershipBy } from "./membership.ts";
import type { OpenDataAbout } from "./open-data-about.ts";
import type { Holdings } from "./reading-room.ts";

/** The brief that answers a question from what the ledger holds. */
export function answerBrief(
  question: BalanceQuestion,
  { documents, events, ties, hash }: Holdings,
  { observations, votes, importedSets }: OpenDataAbout,
  tables: ActorTables,
  stamp: CoderStamp,
): Brief {
  return composeBrief({
    question,
    documents,
    events,
    ties,
    observations,
    votes,
    importedSets,
    ledgerHash: hash,
    stamp,
    names: tables.nameOf,
    isMember: membershipBy(tables),
  });
}
