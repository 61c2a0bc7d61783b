import type { Event, Participant, Tie } from "../../src/vocabulary/index.ts";
import type { Probe } from "./probe.ts";

type EventPattern = Probe["absent"][number];
type TiePattern = Probe["absentTies"][number];

/** What became of one probe: the fields that are wrong, in words, and records that no one asked for. */
export interface Verdict {
  readonly probe: Probe;
  readonly wrong: readonly string[];
  readonly surplus: readonly string[];
}

/** Holds what was coded against what a probe states. Fields that it does not state are free. */
export function judge(probe: Probe, events: readonly Event[], ties: readonly Tie[]): Verdict {
  const ofEvents = pair(probe.events, events, eventFaults, ({ type }) => type.join("/"));
  const ofTies = pair(probe.ties, ties, tieFaults, ({ kind }) => `${kind.join("/")} tie`);
  const falseEvents = probe.absent.flatMap(
    (pattern) => events.find((event) => eventFaults(event, pattern).length === 0) ?? [],
  );
  const falseTies = probe.absentTies.flatMap(
    (pattern) => ties.find((tie) => tieFaults(tie, pattern).length === 0) ?? [],
  );
  const surplus = [...ofEvents.surplus.map(showEvent), ...ofTies.surplus.map(showTie)];
  return {
    probe,
    wrong: [
      ...ofEvents.wrong,
      ...ofTies.wrong,
      ...falseEvents.map((event) => `false ${showEvent(event)}`),
      ...falseTies.map((tie) => `false ${showTie(tie)}`),
      ...(probe.none ? surplus.map((row) => `false ${row}`) : []),
    ],
    surplus,
  };
}

/** Pairs what is expected with what came out, the best fit first, and tells what is wrong with each pair. */
function pair<Expected, Row>(
  expected: readonly Expected[],
  rows: readonly Row[],
  faultsOf: (row: Row, expected: Expected) => readonly string[],
  named: (expected: Expected) => string,
): { readonly wrong: readonly string[]; readonly surplus: readonly Row[] } {
  const pairs = expected
    .flatMap((one) => rows.map((row) => ({ one, row, faults: faultsOf(row, one) })))
    .sort((a, b) => distance(a.faults) - distance(b.faults));
  const found = new Map<Expected, readonly string[]>();
  const used = new Set<Row>();
  for (const { one, row, faults } of pairs) {
    if (found.has(one) || used.has(row)) continue;
    found.set(one, faults);
    used.add(row);
  }
  return {
    wrong: expected.flatMap((one) => found.get(one) ?? [`no ${named(one)}`]),
    surplus: rows.filter((row) => !used.has(row)),
  };
}

/** A record of another type is the last to be taken for the one that was meant. */
function distance(faults: readonly string[]): number {
  return faults.length + (faults.some((fault) => /^(type|kind) /.test(fault)) ? 10 : 0);
}

function eventFaults(event: Event, expected: EventPattern): string[] {
  const faults: string[] = [];
  const check = (field: string, right: boolean, got: unknown): void => {
    if (!right) faults.push(`${field} is ${String(got)}`);
  };
  const { sources, targets, date } = event;
  if (expected.type) check("type", expected.type.includes(event.type), event.type);
  if (expected.act) check("act", expected.act.includes(event.act ?? event.type), event.act);
  if (expected.mode) check("mode", event.mode === expected.mode, event.mode);
  if (expected.sources) check("sources", same(sources, expected.sources), show(sources));
  if (expected.targets) check("targets", same(targets, expected.targets), show(targets));
  if (expected.parties) {
    const all = [...sources, ...targets];
    check("parties", same(all, expected.parties), show(all));
  }
  if (expected.modality) check("modality", expected.modality.includes(event.modality), event.modality);
  if (expected.attribution !== undefined) {
    const got = speaker(event);
    check("attribution", expected.attribution.includes(got), got);
  }
  if (expected.start) check("start", date?.start === expected.start, date?.start);
  if (expected.end) check("end", date?.end === expected.end, date?.end);
  if (expected.precision) check("precision", date?.precision === expected.precision, date?.precision);
  if (expected.dated === false) check("date", isOpen(date), `${date?.start} to ${date?.end}`);
  if (expected.anchor) {
    const got = event.evidence.anchor.text;
    check("anchor", got.includes(expected.anchor) || expected.anchor.includes(got), got);
  }
  if (expected.place) check("place", event.place?.name.includes(expected.place) ?? false, event.place?.name);
  for (const context of expected.contexts ?? [])
    check(`context ${context}`, event.contexts.includes(context), event.contexts);
  for (const domain of expected.domains ?? [])
    check(`domain ${domain}`, event.domains.includes(domain), event.domains);
  if (expected.quantity !== undefined) {
    const numbers = event.quantities.map(({ number }) => number);
    check("quantity", numbers.includes(expected.quantity), numbers);
  }
  return faults;
}

function tieFaults(tie: Tie, expected: TiePattern): string[] {
  const faults: string[] = [];
  const check = (field: string, right: boolean, got: unknown): void => {
    if (!right) faults.push(`${field} is ${String(got)}`);
  };
  if (expected.kind) check("kind", expected.kind.includes(tie.kind), tie.kind);
  if (expected.parties) {
    check("parties", same(tie.parties, expected.parties), show(tie.parties));
    if (expected.ordered)
      check("first party", tie.parties[0]?.actor === expected.parties[0], tie.parties[0]?.actor);
  }
  for (const code of expected.among ?? [])
    check(
      "parties",
      tie.parties.some(({ actor }) => actor === code),
      show(tie.parties),
    );
  if (expected.since) check("since", tie.since?.startsWith(expected.since) ?? false, tie.since);
  if (expected.until) check("until", tie.until?.startsWith(expected.until) ?? false, tie.until);
  if (expected.level) check("level", tie.level === expected.level, tie.level);
  if (expected.modality) check("modality", expected.modality.includes(tie.modality), tie.modality);
  if (expected.attribution !== undefined) {
    const got = speaker(tie);
    check("attribution", expected.attribution.includes(got), got);
  }
  if (expected.quantity !== undefined) {
    const numbers = tie.quantities.map(({ number }) => number);
    check("quantity", numbers.includes(expected.quantity), numbers);
  }
  return faults;
}

/** Without a day: none given, none resolved, or only bounded by the day of publication. */
function isOpen(date: Event["date"]): boolean {
  return date === null || date.basis === "publication" || (date.start === null && date.end === null);
}

function speaker({ attribution }: Pick<Event, "attribution">): string {
  return attribution === null ? "none" : (attribution.actor ?? "unnamed");
}

/** The same actors, each once; `CHN/BUS` asks for the sector too, `CHN` takes any. */
function same(participants: readonly Participant[], codes: readonly string[]): boolean {
  const known = participants.filter(({ actor }) => actor !== null);
  const found = new Set(known.map(({ actor }) => actor));
  return (
    found.size === new Set(codes.map((code) => code.split("/")[0])).size &&
    codes.every((code) => {
      const [actor, sector] = code.split("/");
      return known.some((one) => one.actor === actor && (sector === undefined || one.sector === sector));
    })
  );
}

function show(participants: readonly Participant[]): string {
  const codes = participants.map(({ actor, sector, text }) =>
    actor === null ? `"${text}"` : sector === null ? actor : `${actor}/${sector}`,
  );
  return codes.join("+") || "nobody";
}

function showEvent({ type, modality, sources, targets, evidence }: Event): string {
  return `${type} ${modality} ${show(sources)} -> ${show(targets)} "${evidence.anchor.text}"`;
}

function showTie({ kind, modality, parties }: Tie): string {
  return `${kind} tie ${modality} ${show(parties)}`;
}
