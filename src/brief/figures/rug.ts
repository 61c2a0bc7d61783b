import type { Domain } from "../../vocabulary/index.ts";
import type { Brief } from "../brief.ts";
import type { Entry } from "../entries.ts";
import { type Markup, markup, together } from "../markup.ts";
import { box } from "./marks.ts";
import { powerClass } from "./style.ts";
import type { TimeScale } from "./time-scale.ts";

const LANE = 10;
const NARROWEST = 2;

export function rugHeight(powers: number): number {
  return 8 + powers * LANE;
}

/** The events that count, one lane for each power; each as wide as its date is known, faint where it is wide. */
export function rug(domain: Domain, brief: Brief, scale: TimeScale, top: number): Markup {
  const entries = brief.chronology.filter(
    ({ is, counted, domains }) => is === "event" && counted && domains.includes(domain),
  );
  return together(
    brief.powers.map(({ actor }, lane) => {
      const marks = entries
        .filter(({ powers }) => powers.includes(actor))
        .map((entry) => mark(entry, scale, top + lane * LANE));
      return markup`<g class="${powerClass(lane)}">${marks}</g>`;
    }),
  );
}

function mark({ start, end, score, when, reading }: Entry, scale: TimeScale, y: number): Markup {
  const from = scale.at(start ?? end ?? scale.first);
  const to = end === null || start === null ? from : scale.at(end);
  const width = Math.max(NARROWEST, to - from);
  const drawn = box(from, y, width, LANE - 3, (score ?? 0) < 0 ? "mv-hollow" : "mv-full");
  return markup`<g${width > 12 ? { markup: ' opacity="0.55"' } : null}><title>${when}: ${reading}</title>${drawn}</g>`;
}
