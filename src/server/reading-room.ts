import type { ActorTables } from "../actors/index.ts";
import type { DocumentRow, Ledger, StoredEvent, StoredTie } from "../ledger/index.ts";
import type { BalanceQuestion } from "../measures/index.ts";
import type { Document, Observation } from "../vocabulary/index.ts";
import { type Balancing, balancingStates } from "./balancing.ts";
import { observationsAbout } from "./observations-about.ts";
import { type OpenDataAbout, openDataAbout } from "./open-data-about.ts";

/** What stands in the ledger at one moment, read once for all pages that are asked for until something changes. */
export interface Holdings {
  readonly documents: readonly DocumentRow[];
  /** Events and ties that no analyst has rejected. */
  readonly events: readonly StoredEvent[];
  readonly ties: readonly StoredTie[];
  readonly hash: string;
  readonly balancing: readonly Balancing[];
}

/** The ledger as pages read it. */
export interface ReadingRoom {
  readonly tables: ActorTables;
  readonly ledgerPath: string;
  readonly holdings: () => Promise<Holdings>;
  readonly document: (id: string) => Promise<Document | null>;
  readonly observationsAbout: (actors: readonly string[]) => Promise<readonly Observation[]>;
  readonly openDataAbout: (question: BalanceQuestion) => Promise<OpenDataAbout>;
}

/** Questions whose open data are kept: some thirty thousand cells each. */
const QUESTIONS_KEPT = 16;

/** Opens a ledger for reading pages. What it holds is read again only after it has changed. */
export function openReadingRoom(ledger: Ledger, tables: ActorTables): ReadingRoom {
  let seen = 0;
  let current: Promise<Holdings> | null = null;
  const openData = new Map<string, Promise<OpenDataAbout>>();
  /** Forgets what was read before the ledger changed; imports are changes too. */
  const forgetOutdated = async (): Promise<void> => {
    const changes = await ledger.changes(seen);
    if (changes.length === 0) return;
    seen = changes.at(-1)?.seq ?? seen;
    current = null;
    openData.clear();
  };
  return {
    tables,
    ledgerPath: ledger.path,
    async holdings() {
      await forgetOutdated();
      current ??= readHoldings(ledger, tables);
      return current;
    },
    document: (id) => ledger.document(id),
    observationsAbout: (actors) => observationsAbout(ledger, actors),
    async openDataAbout(question) {
      await forgetOutdated();
      const key = JSON.stringify([question.state, question.powers, question.until]);
      const kept = openData.get(key);
      if (kept !== undefined) return kept;
      const [oldest] = openData.keys();
      if (openData.size >= QUESTIONS_KEPT && oldest !== undefined) openData.delete(oldest);
      const found = openDataAbout(ledger, question);
      openData.set(key, found);
      // What failed is tried anew by the next request.
      found.catch(() => openData.delete(key));
      return found;
    },
  };
}

export async function readHoldings(ledger: Ledger, tables: ActorTables): Promise<Holdings> {
  const standing = <Row extends { readonly status: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ status }) => status !== "rejected");
  const events = standing(await ledger.events());
  const ties = standing(await ledger.ties());
  return {
    documents: await ledger.documents(),
    events,
    ties,
    hash: await ledger.hash(),
    balancing: balancingStates(
      events,
      ties.map(({ tie }) => tie),
      tables,
    ),
  };
}
