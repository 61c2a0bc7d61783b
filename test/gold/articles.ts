import { codeDocument } from "../../src/events/index.ts";
import type { Event, Participant, Tie } from "../../src/vocabulary/index.ts";
import { shippedCoder } from "./coder.ts";
import { bareDocument, type Figures, goldRows } from "./material.ts";

interface GoldEvent {
  readonly id: string;
  readonly sentence: string;
  readonly anchor: string;
  readonly type: string;
  readonly alt_types?: readonly string[] | null;
  readonly plover_strict?: string | null;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly symmetric: boolean;
  readonly date: { readonly start: string | null; readonly end: string | null } | null;
  readonly date_fuzzy?: boolean | null;
  readonly modality: string;
  readonly modality_also?: readonly string[] | string | null;
  readonly same_as?: string | null;
  readonly core: boolean;
}
interface GoldRelation {
  readonly sentence: string;
  readonly kind: string;
  readonly parties: readonly string[];
}
export interface GoldArticle {
  readonly id: string;
  readonly date: string;
  readonly outlet: string | null;
  readonly text: string;
  readonly events: readonly GoldEvent[];
  readonly relations: readonly GoldRelation[];
}

/** Gold kinds of relation as kinds of tie; kinds without one are left out of the count. */
const TIE_OF: Readonly<Record<string, readonly string[]>> = {
  membership: ["membership"],
  leadership: ["leadership"],
  alliance: ["alliance", "partnership", "military-cooperation"],
  treaty: ["treaty", "alliance"],
  treaty_obligation: ["obligation"],
  partnership: ["partnership", "corridor", "trade"],
  commitment: ["obligation", "position", "treaty"],
  agreement: ["treaty"],
  basing: ["basing"],
  sanctions_regime: ["sanctions"],
  ban: ["sanctions"],
  dependence: ["dependence"],
  trade_partner: ["trade"],
  trade_dependence: ["trade", "dependence"],
  energy_supply: ["trade", "dependence"],
  creditor: ["debt"],
  debt: ["debt"],
  investment_level: ["investment"],
  military_cooperation: ["military-cooperation"],
  joint_project: ["joint-project"],
  sphere_of_influence: ["dependence", "position"],
  hedging: ["position"],
  policy_alignment: ["position"],
  stance: ["position"],
  relations_level: ["partnership", "position"],
  territorial_dispute: ["dispute"],
  non_recognition: ["position", "dispute"],
  consent_requirement: ["consent-right"],
};

interface Tally {
  core: number;
  coreFound: number;
  predicted: number;
  matched: number;
  type: number;
  source: number;
  target: number;
  modality: number;
  date: number;
  falselyAsserted: number;
  ties: number;
  tiesFound: number;
  tiesPredicted: number;
  tiesMatched: number;
}

/** Whole articles: events and ties found, and on the found ones which fields are right. */
export function articleFigures(
  show?: (line: string) => void,
  codedOf: CodedOf = ({ id, text, date, outlet }) =>
    codeDocument(bareDocument(id, text, date, outlet), shippedCoder()),
): Figures {
  const tally: Tally = {
    core: 0,
    coreFound: 0,
    predicted: 0,
    matched: 0,
    type: 0,
    source: 0,
    target: 0,
    modality: 0,
    date: 0,
    falselyAsserted: 0,
    ties: 0,
    tiesFound: 0,
    tiesPredicted: 0,
    tiesMatched: 0,
  };
  for (const article of goldArticles()) scoreArticle(article, codedOf, tally, show);
  const precision = tally.matched / tally.predicted;
  const recall = tally.coreFound / tally.core;
  const tiePrecision = tally.tiesMatched / Math.max(1, tally.tiesPredicted);
  const tieRecall = tally.tiesFound / tally.ties;
  const mean = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
  return {
    "articles events F1": mean(precision, recall),
    "articles events precision": precision,
    "articles events recall": recall,
    "articles type": tally.type / tally.matched,
    "articles source": tally.source / tally.matched,
    "articles target": tally.target / tally.matched,
    "articles modality": tally.modality / tally.matched,
    "articles date": tally.date / tally.matched,
    "articles not falsely asserted": 1 - tally.falselyAsserted / tally.matched,
    "articles ties F1": mean(tiePrecision, tieRecall),
    "articles ties precision": tiePrecision,
    "articles ties recall": tieRecall,
  };
}

type CodedOf = (article: GoldArticle) => { readonly events: readonly Event[]; readonly ties: readonly Tie[] };

function scoreArticle(
  article: GoldArticle,
  codedOf: CodedOf,
  tally: Tally,
  show?: (line: string) => void,
): void {
  const { text, events: gold, relations } = article;
  const coded = codedOf(article);
  const { pairs, extra } = pairedWithGold(article, coded.events);
  const found = new Set(pairs.map(({ row }) => row.id));
  for (const row of gold) {
    if (!row.core) continue;
    tally.core += 1;
    if (found.has(row.id)) tally.coreFound += 1;
    else show?.(`MISSED ${row.type} ${row.sources} -> ${row.targets} | ${row.anchor} | ${row.sentence}`);
  }
  tally.predicted += pairs.length + extra.length;
  tally.matched += pairs.length;
  for (const event of extra)
    show?.(
      `EXTRA ${event.type} ${codes(event.sources)} -> ${codes(event.targets)} | ${event.evidence.anchor.text} | ${event.evidence.sentence} | ${event.rule}`,
    );
  for (const { event, row } of pairs) {
    const right = {
      type: typeRight(event, row),
      source:
        partiesRight(event.sources, row.sources) ||
        (row.symmetric && event.symmetric && partiesRight([...event.sources, ...event.targets], row.sources)),
      target:
        partiesRight(event.targets, row.targets) ||
        (row.symmetric && partiesRight([...event.sources, ...event.targets], row.sources)),
      modality: modalityRight(event, row),
      date: dateRight(event, row),
    };
    for (const field of ["type", "source", "target", "modality", "date"] as const)
      if (right[field]) tally[field] += 1;
    if (
      event.modality === "asserted" &&
      ["negated", "requested", "conditional", "planned"].includes(row.modality)
    )
      tally.falselyAsserted += 1;
    const wrong = Object.entries(right)
      .filter(([, ok]) => !ok)
      .map(([field]) => field);
    if (wrong.length > 0)
      show?.(
        `WRONG ${wrong.join(",")} | gold ${row.type} ${row.sources}->${row.targets} ${row.modality} ${row.date?.start}..${row.date?.end} | here ${event.type} ${codes(event.sources)}->${codes(event.targets)} ${event.modality} ${event.date?.start}..${event.date?.end} | ${row.anchor} | ${row.sentence} | ${event.rule}`,
      );
  }
  scoreTies(text, coded.ties, relations, tally, show);
}

/** The article that the seed rows are about, and those of the development half. */
export function goldArticles(): readonly GoldArticle[] {
  return [
    ...goldRows<GoldArticle>("gold/seed-article.json"),
    ...goldRows<GoldArticle>("gold/articles-dev.jsonl"),
  ];
}

/** Which event answers which row of the gold, and the events that answer none. */
export function pairedWithGold(
  { text, events }: GoldArticle,
  coded: readonly Event[],
): { readonly pairs: readonly { event: Event; row: GoldEvent }[]; readonly extra: readonly Event[] } {
  const gold = events.map((row) => {
    const sentence = text.indexOf(row.sentence);
    const start = sentence + Math.max(0, row.sentence.indexOf(row.anchor));
    return {
      row,
      sentence,
      sentenceEnd: sentence + row.sentence.length,
      start,
      end: start + row.anchor.length,
    };
  });
  const free = new Set(coded);
  const pairs: { event: Event; row: GoldEvent }[] = [];
  const take = (fits: (event: Event, at: (typeof gold)[number]) => boolean): void => {
    for (const at of gold) {
      if (pairs.some(({ row }) => row === at.row)) continue;
      const hit = [...free].find((event) => fits(event, at));
      if (hit === undefined) continue;
      free.delete(hit);
      pairs.push({ event: hit, row: at.row });
    }
  };
  const inside = ({ evidence }: Event, at: (typeof gold)[number]): boolean =>
    evidence.anchor.start >= at.sentence && evidence.anchor.start < at.sentenceEnd;
  const overlap = ({ evidence: { anchor } }: Event, at: (typeof gold)[number]): boolean =>
    anchor.start < at.end && anchor.end > at.start;
  take(
    (event, at) =>
      overlap(event, at) && typeRight(event, at.row) && partiesRight(event.sources, at.row.sources),
  );
  take((event, at) => overlap(event, at) && typeRight(event, at.row));
  take((event, at) => overlap(event, at));
  take((event, at) => inside(event, at) && typeRight(event, at.row));
  const extra = [...free].filter(
    (event) => !gold.some((at) => overlap(event, at) || (inside(event, at) && typeRight(event, at.row))),
  );
  return { pairs, extra };
}

/** Whether a careful coder would let an event stand as it is: type, parties and modality right. */
export function isAccepted(event: Event, row: GoldEvent): boolean {
  const { sources, targets, symmetric } = event;
  const all = [...sources, ...targets];
  const parties =
    row.symmetric && (symmetric || partiesRight(all, row.sources))
      ? partiesRight(all, row.sources)
      : partiesRight(sources, row.sources) && partiesRight(targets, row.targets);
  return parties && typeRight(event, row) && modalityRight(event, row);
}

function codes(participants: readonly Participant[]): string {
  return participants.map(({ actor, sector }) => `${actor ?? "---"}${sector ? `-${sector}` : ""}`).join("+");
}

function typeRight({ type, act }: Event, row: GoldEvent): boolean {
  const allowed = new Set([row.type, ...(row.alt_types ?? []), row.plover_strict ?? row.type]);
  return allowed.has(type) || (act !== null && allowed.has(act) && row.plover_strict === type);
}

/** The country part: `BLR-GOV` is BLR, `IGO-SCO` is SCO. */
function country(code: string): string {
  return code.startsWith("IGO-") ? code.slice(4) : code.split("-")[0] || "---";
}

function partiesRight(participants: readonly Participant[], gold: readonly string[]): boolean {
  const here = new Set(participants.map(({ actor }) => actor ?? "---"));
  const there = new Set(gold.map((written) => (written === "---" ? "---" : country(written))));
  if (there.size === 1 && there.has("---")) return here.size === 0 || (here.size === 1 && here.has("---"));
  const shared = [...here].filter((one) => there.has(one)).length;
  return shared === there.size && here.size === there.size;
}

function modalityRight({ modality }: Event, { modality: gold, modality_also }: GoldEvent): boolean {
  return modality === gold || [modality_also ?? []].flat().includes(modality);
}

function dateRight({ date }: Event, { date: gold, date_fuzzy }: GoldEvent): boolean {
  if (gold === null || (gold.start === null && gold.end === null))
    return date === null || date.basis === "publication";
  if (date === null) return false;
  const [start, end] = [date.start ?? "0000", date.end ?? "9999"];
  const [from, to] = [gold.start ?? "0000", gold.end ?? "9999"];
  return date_fuzzy ? start <= to && end >= from : date.start === gold.start && date.end === gold.end;
}

function scoreTies(
  text: string,
  ties: readonly Tie[],
  relations: readonly GoldRelation[],
  tally: Tally,
  show?: (line: string) => void,
): void {
  const counted = relations.filter(({ kind }) => TIE_OF[kind] !== undefined);
  const free = new Set(ties);
  const where = (row: GoldRelation): readonly [number, number] => {
    const start = text.indexOf(row.sentence);
    return [start, start + row.sentence.length];
  };
  const inSentence = (tie: Tie, row: GoldRelation): boolean => {
    const [start, end] = where(row);
    return tie.evidence !== null && tie.evidence.anchor.start >= start && tie.evidence.anchor.start < end;
  };
  const fits = (tie: Tie, row: GoldRelation): boolean => {
    if (!inSentence(tie, row) || !(TIE_OF[row.kind] ?? []).includes(tie.kind)) return false;
    const here = new Set(tie.parties.map(({ actor }) => actor));
    const shared = row.parties.filter((party) => here.has(country(party))).length;
    return shared >= Math.min(2, row.parties.length);
  };
  for (const row of counted) {
    tally.ties += 1;
    const hit = [...free].find((tie) => fits(tie, row));
    if (hit === undefined && !ties.some((tie) => fits(tie, row))) {
      show?.(`TIE MISSED ${row.kind} ${row.parties} | ${row.sentence}`);
      continue;
    }
    if (hit) free.delete(hit);
    tally.tiesFound += 1;
  }
  for (const tie of ties) {
    tally.tiesPredicted += 1;
    if (!free.has(tie) || relations.some((row) => fits(tie, row))) tally.tiesMatched += 1;
    else
      show?.(
        `TIE EXTRA ${tie.kind} ${tie.parties.map(({ actor }) => actor)} | ${tie.claim} | ${tie.evidence?.sentence} | ${tie.rule}`,
      );
  }
}
