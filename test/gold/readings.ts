import {
  type ActFeatures,
  type ActWeights,
  actFeatures,
  isDoubtful,
} from "../../src/events/act-likelihood.ts";
import { explainDocument } from "../../src/events/index.ts";
import type { Event, EventType } from "../../src/vocabulary/index.ts";
import { fitLogistic } from "../../training/logistic-regression.ts";
import { classOf, ownSentences } from "../../training/relation-sentences.ts";
import { articleFigures, goldArticles, pairedWithGold } from "./articles.ts";
import { shippedCoder } from "./coder.ts";
import { bareDocument, type Figures, goldRows } from "./material.ts";
import { type GsrRow, gsrFigures, normal, type RaterRow, raterFigures, typesByRater } from "./sentences.ts";

/** A reading as the frames give it, before any is left out, and the share of judges who find such an act there. */
export interface JudgedReading {
  readonly features: ActFeatures;
  readonly share: number;
  readonly weight: number;
  /** Near-identical sentences of all sets have one cluster: they fall into one fold. */
  readonly cluster: string;
}

interface PlvRow {
  readonly id: string;
  readonly text: string;
  readonly cluster: string;
  readonly events: readonly { readonly plover_type: string }[];
}
interface PentaRow extends Omit<PlvRow, "events"> {
  readonly events: readonly { readonly penta: number }[];
}

/** The quadrant of a type in the penta classes; 0 there is a statement or no act at all. */
const QUADRANT: Readonly<Record<EventType, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 2,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  ACCUSE: 3,
  REQUEST: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

const FOLDS = 5;
/** Articles are coded whole, so that what is told beside the main act counts as well; they are few. */
const ARTICLE_WEIGHT = 2;
/** Our sentences name one act each: what else is read in them may be there as well. */
const OWN_OTHER = 0.3;
const PENALTY = 10;
/** As high as leaves whole articles as well found as before: a higher one gains on single sentences and loses there. */
const LEAST = 0.3;
/** The same for readings whose frame plainly names both sides. */
const LEAST_NAMED = 0.15;

/** Every reading of the sets that say what is done in a sentence, judged by them. */
export function judgedReadings(): readonly JudgedReading[] {
  const sentences = <Row extends { readonly id: string; readonly text: string; readonly cluster: string }>(
    rows: readonly Row[],
    share: (type: EventType, row: Row) => number,
  ): JudgedReading[] =>
    rows.flatMap((row) =>
      readingsOf(row).map(({ event, features }) => ({
        features,
        share: share(event.type, row),
        weight: 1,
        cluster: row.cluster,
      })),
    );
  const articles = goldArticles().flatMap((article) => {
    const readings = readingsOf(article);
    const { pairs, extra } = pairedWithGold(
      article,
      readings.map(({ event }) => event),
    );
    const found = new Set(pairs.map(({ event }) => event));
    return readings
      .filter(({ event }) => found.has(event) || extra.includes(event))
      .map(({ event, features }) => ({
        features,
        share: found.has(event) ? 1 : 0,
        weight: ARTICLE_WEIGHT,
        cluster: article.id,
      }));
  });
  const own = ownSentences().flatMap(({ text, label, cluster }) =>
    readingsOf({ id: cluster, text }).map(({ event, features }) => {
      const right = [event.type, event.act].some((type) => type !== null && classOf(type) === label);
      return { features, share: right ? 1 : 0, weight: right ? 1 : OWN_OTHER, cluster };
    }),
  );
  const plv = goldRows<PlvRow>("gold/plv.jsonl");
  const inPlv = new Set(plv.map(({ cluster }) => cluster));
  const yes = (is: boolean): number => (is ? 1 : 0);
  return [
    ...articles,
    ...own,
    ...sentences(goldRows<GsrRow>("gold/plover_gsr_cameo.jsonl"), (type, { events }) =>
      yes(events.some((gold) => gold.plover_type === type)),
    ),
    ...sentences(plv, (type, { events }) =>
      yes(events.some((gold) => normal(gold.plover_type) === normal(type))),
    ),
    ...sentences(
      goldRows<PentaRow>("gold/conflibert_cameo_penta.jsonl").filter(({ cluster }) => !inPlv.has(cluster)),
      (type, { events }) => yes(events.some(({ penta }) => penta === QUADRANT[type])),
    ),
    ...sentences(goldRows<RaterRow>("gold/conflibert_multirater.jsonl"), (type, row) => {
      const sets = typesByRater(row);
      return sets.filter((types) => types.has(normal(type))).length / sets.length;
    }),
  ];
}

export function fitActWeights(rows: readonly JudgedReading[]): ActWeights {
  return { least: LEAST, leastNamed: LEAST_NAMED, ...fitLogistic(rows, PENALTY) };
}

/** What comes of the sets when what is too doubtful is left out by weights that have not seen the sentence. */
export function readingFigures(): Figures {
  const rows = judgedReadings();
  const clusters = [...new Set(rows.map(({ cluster }) => cluster))].sort();
  const foldOf = new Map(clusters.map((cluster, at) => [cluster, at % FOLDS]));
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    fitActWeights(rows.filter(({ cluster }) => foldOf.get(cluster) !== fold)),
  );
  const kept = (report: Report, cluster: string): Event[] => {
    const fitted = weights[foldOf.get(cluster) ?? 0] as ActWeights;
    return readingsOf(report)
      .filter(({ event, features }) => !isDoubtful(event.modality, features, fitted))
      .map(({ event }) => event);
  };
  const figures = {
    ...gsrFigures(undefined, (row) => kept(row, row.cluster)),
    ...raterFigures(undefined, (row) => kept(row, row.cluster)),
    ...articleFigures(undefined, (article) => ({
      events: kept(article, article.id),
      ties: [],
    })),
  };
  const told = /^(?:gsr pair|gsr type|multirater type|articles events)/;
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      told.test(name) ? [[`${name}, cross-validated`, value]] : [],
    ),
  );
}

interface Report {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly outlet?: string | null;
}

function readingsOf({
  id,
  text,
  date,
  outlet = null,
}: Report): { readonly event: Event; readonly features: ActFeatures }[] {
  const coder = { ...shippedCoder(), doubtful: true };
  return explainDocument(bareDocument(id, text, date ?? null, outlet), coder).flatMap(({ tree, coded }) =>
    coded.acts.map(({ event, match }) => ({ event, features: actFeatures(event, match, tree) })),
  );
}
