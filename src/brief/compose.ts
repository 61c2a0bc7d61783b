import { type Balance, commitmentsOf } from "../measures/index.ts";
import type { Brief, NumberedDocument, Power } from "./brief.ts";
import { changesOf, seriesOf } from "./changes.ts";
import { checkedClaimsOf } from "./checked-claims.ts";
import { commitmentNotes } from "./commitment-notes.ts";
import { compositesOf } from "./composites.ts";
import { conflictsOf } from "./conflicts.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { notEstablished } from "./not-established.ts";
import { numberRegister } from "./numbers.ts";
import { openDataOf } from "./open-data.ts";
import { balancesByPair, standingIn } from "./standing.ts";
import { comparisonsOf } from "./standing-words.ts";
import { summaryOf } from "./summary.ts";
import { unknownsOf } from "./unknowns.ts";
import { capital, DOMAIN_ORDER, dateInWords, inSentence, listed } from "./wording.ts";

/**
 * Writes the brief: where a state stands between powers, per domain, what changed, which commitments bind it and
 * whether they were honoured, what is not established and what is not known. Every statement carries the numbers
 * of the chronology's entries that it rests on. Pure and deterministic: the same ledger gives the same brief.
 */
export function composeBrief(input: BriefInput): Brief {
  const { question, names } = input;
  const named = (actor: string): string => inSentence(names(actor));
  const stateName = named(question.state);
  const powers: readonly Power[] = question.powers.map((actor) => ({ actor, name: named(actor) }));

  const standing = input.events.filter(({ status }) => status !== "rejected");
  const storied = standing.map(({ event, story }) => ({ event, story }));
  const ties = input.ties.filter(({ status }) => status !== "rejected").map(({ tie }) => tie);
  const published = new Map(input.documents.map((document) => [document.id, document.published]));
  const commitments = commitmentsOf(
    ties,
    storied.map(({ event }) => event),
    question.state,
    question.powers,
  );
  const keptBy = new Set(commitments.flatMap(({ evidence }) => evidence.map(({ id }) => id)));

  const chronology = entriesOf(input, keptBy);
  const byRecord = new Map(
    chronology.flatMap((entry) => entry.reports.map(({ id }) => [id, entry] as const)),
  );
  const entriesBehind = (ids: readonly string[]): readonly number[] =>
    [...new Set(ids.flatMap((id) => byRecord.get(id)?.number ?? []))].sort((a, b) => a - b);
  const numbers = numberRegister(entriesBehind, named);
  const context = {
    stateName,
    powers,
    numbers,
    entriesBehind,
    storied,
    ties,
    published,
    question,
    chronology,
  };

  const balances = balancesByPair(context);
  const standings = DOMAIN_ORDER.map((domain) => standingIn(domain, balances, context));
  const comparisons = comparisonsOf(standings, context);
  const series = seriesOf(context);
  const changes = changesOf(series, context);
  const notes = commitmentNotes(commitments, { entryOf: (id) => byRecord.get(id), names: named });
  const span = spanOf(balances.whole);
  const openData = openDataOf(input, powers, standings, stateName, span);

  return {
    title: `${capital(stateName)} between ${listed(powers.map(({ name }) => name))}`,
    question,
    state: question.state,
    stateName,
    powers,
    period: periodInWords(question, span),
    span,
    stamp: input.stamp,
    ledgerHash: input.ledgerHash,
    counts: {
      documents: input.documents.length,
      outlets: new Set(input.documents.flatMap(({ outlet }) => outlet ?? [])).size,
      undatedDocuments: input.documents.filter(({ published }) => published === null).length,
      events: chronology.filter(({ is }) => is === "event").flatMap(({ reports }) => reports).length,
      stories: new Set(
        chronology.filter(({ is, counted }) => is === "event" && counted).map(({ story }) => story),
      ).size,
      ties: chronology.filter(({ is }) => is === "tie").length,
    },
    summary: summaryOf({ stateName, powers, standings, changes, commitments: notes, numbers }),
    standings,
    comparisons,
    series,
    changes,
    commitments: notes,
    notEstablished: notEstablished(chronology, question.modalities),
    conflicts: conflictsOf(chronology),
    unknowns: unknownsOf({ input, stateName, powers, whole: balances.whole, standings, series, chronology }),
    openData,
    composites: compositesOf(standings, openData, powers),
    checkedClaims: checkedClaimsOf(input, entriesBehind),
    chronology,
    numbers: numbers.all(),
    documents: documentsOf(input, chronology),
  };
}

/** The documents that the chronology cites, numbered by date and title. */
function documentsOf({ documents }: BriefInput, chronology: readonly Entry[]): readonly NumberedDocument[] {
  const entries = new Map<string, Set<number>>();
  for (const { number, reports } of chronology)
    for (const { document } of reports)
      if (document !== null) entries.set(document, (entries.get(document) ?? new Set()).add(number));
  const key = ({ published, title, id }: BriefInput["documents"][number]): string =>
    `${published ?? "9999"}|${title ?? ""}|${id}`;
  return documents
    .filter(({ id }) => entries.has(id))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ id, title, outlet, author, url, published, language }, at) => ({
      id,
      title,
      outlet,
      author,
      url,
      published,
      language,
      number: at + 1,
      entries: [...(entries.get(id) ?? [])].sort((a, b) => a - b),
    }));
}

/** The first and last day that is measured; null where there is nothing to measure. */
function spanOf({ periods: [period] }: Balance): Brief["span"] {
  const [first, last] = period?.name.split("/") ?? [];
  return first === undefined || last === undefined ? null : [first, last];
}

function periodInWords({ since, until }: BriefInput["question"], span: Brief["span"]): string {
  if (span === null) {
    if (since !== null) return `since ${dateInWords(since)}`;
    return until === null ? "no dated record" : `until ${dateInWords(until)}`;
  }
  const first = dateInWords(since ?? span[0]);
  return until === null
    ? `${first} to ${dateInWords(span[1])}, the latest day on record`
    : `${first} to ${dateInWords(until)}`;
}
