import type { Brief, NumberedValue, Series } from "../brief.ts";
import { type Markup, markup, together } from "../markup.ts";
import { verdictOf } from "../verdict.ts";
import { capital, counted, DOMAIN_NAMES, signed } from "../wording.ts";
import { type FigureWidth, figure, type LegendItem, sourceOf, WIDTHS } from "./frame.ts";
import { box, dot, line, text } from "./marks.ts";
import { rug, rugHeight } from "./rug.ts";
import { powerClass } from "./style.ts";
import { type TimeScale, timeScale, yearTicks } from "./time-scale.ts";

const PLOT = 96;
const HEADING = 22;
const GAP = 18;

/**
 * The tilt of each domain by year with its 95% interval, shifts marked, and under it every event that counts, drawn
 * as wide as its date is known. An SVG that stands alone.
 */
export function seriesFigure(brief: Brief, width: FigureWidth = "wide"): string {
  const lanes = rugHeight(brief.powers.length);
  const panelHeight = HEADING + PLOT + lanes + GAP;
  const right = WIDTHS[width];
  const scale = timeScale(brief.span ?? ["2000-01-01", "2000-12-31"], [34, right - 4]);
  const panels =
    brief.span === null
      ? []
      : brief.series.map(
          (series, at) =>
            markup`<g transform="translate(0 ${at * panelHeight})">${panel(series, scale, brief, right)}</g>`,
        );
  return figure(
    {
      id: "series",
      title: `${brief.title}: the lean of each domain, year by year`,
      subtitle: `Tilt of cooperation, ${brief.period}`,
      description: brief.series.map((series) => describe(series)).join(" "),
      width,
      legend: legendOf(brief),
      source: sourceOf(brief),
      body:
        panels.length > 0
          ? together(panels)
          : text(0, 20, "There is no dated evidence to draw.", { size: 13, name: "mv-muted" }),
      bodyHeight: panels.length > 0 ? panels.length * panelHeight - GAP + 16 : 30,
    },
    brief,
  );
}

function describe({ domain, points, shifts }: Series): string {
  const known = points.filter(({ value }) => value.value !== null);
  if (known.length === 0) return `${DOMAIN_NAMES[domain]}: no evidence.`;
  const values = known.map(({ value }) => `${value.period} ${signed(value.value ?? 0)}`).join(", ");
  return `${DOMAIN_NAMES[domain]}: ${values}.${shifts.length > 0 ? ` Shifts in ${shifts.join(", ")}.` : ""}`;
}

function panel(series: Series, scale: TimeScale, brief: Brief, right: number): Markup {
  const height = (tilt: number): number => HEADING + ((1 - tilt) / 2) * PLOT;
  const [first, second] = brief.powers;
  const grid = [1, 0, -1].map(
    (tick) =>
      markup`${line(scale.from, height(tick), scale.to, height(tick), tick === 0 ? "mv-zero" : "mv-axis")}${text(scale.from - 5, height(tick) + 4, tick === 0 ? "0" : signed(tick).slice(0, 2), { size: 11, name: "mv-muted", anchor: "end" })}`,
  );
  const known = series.points.filter(({ value }) => value.value !== null);
  const years = yearTicks(scale, right < 500 ? 42 : 46);
  const bottom = HEADING + PLOT + rugHeight(brief.powers.length);
  return markup`${text(0, 12, DOMAIN_NAMES[series.domain], { size: 13.5, name: "mv-strong" })}${text(right, 12, `up: ${first?.name ?? ""}, down: ${second?.name ?? ""}`, { size: 11, name: "mv-muted", anchor: "end" })}${grid}${years.map(({ x, label }) => markup`${line(x, HEADING + PLOT, x, HEADING + PLOT + 4, "mv-axis")}${text(x, bottom + 12, label, { size: 11, name: "mv-muted" })}`)}${known.length === 0 ? text((scale.from + scale.to) / 2, height(0) - 8, "no dated evidence", { name: "mv-muted", anchor: "middle" }) : curve(known, height, scale)}${series.shifts.map((year) => shiftMark(year, scale))}${rug(series.domain, brief, scale, HEADING + PLOT + 6)}`;
}

/** Each year as a stretch as wide as the year, joined to the next year that has a value. */
function curve(points: readonly NumberedValue[], height: (tilt: number) => number, scale: TimeScale): Markup {
  const steps = points.map(({ value: measured }) => {
    const { period, value, interval } = measured;
    const { toward } = verdictOf(measured);
    const colour = toward === null ? "" : powerClass(toward === measured.powers[0] ? 0 : 1);
    const from = scale.at(`${period}-01-01`);
    const to = scale.at(`${period}-12-31`);
    return {
      from,
      to,
      x: (from + to) / 2,
      y: height(value ?? 0),
      value: value ?? 0,
      interval,
      colour,
      year: Number(period),
    };
  });
  const joins = steps.slice(1).map((step, at) => {
    const before = steps[at]!;
    const name = step.year - before.year > 1 ? "mv-none" : "mv-join";
    return line(before.to, before.y, step.from, step.y, name);
  });
  const marks = steps.map(({ from, to, x, y, value, interval, colour }) => {
    const spread = interval === null ? null : line(x, height(interval[0]), x, height(interval[1]), "mv-thin");
    return markup`<g class="${colour}">${spread}${line(from + 1, y, to - 1, y, "mv-line")}${dot(x, height(value), 3.5, interval === null ? "mv-hollow" : "mv-full")}</g>`;
  });
  return markup`${joins}${marks}`;
}

function shiftMark(year: string, scale: TimeScale): Markup {
  const x = scale.at(`${year}-01-01`);
  return markup`${line(x, HEADING - 6, x, HEADING + PLOT, "mv-shift")}${text(x + 4, HEADING + 2, `shift ${year}`, { size: 11 })}`;
}

function legendOf(brief: Brief): readonly LegendItem[] {
  const values = brief.series.flatMap(({ points }) => points.map(({ value }) => value));
  const some = (holds: boolean, item: LegendItem): LegendItem[] => (holds ? [item] : []);
  const counting = brief.chronology.filter(({ is, counted }) => is === "event" && counted);
  return [
    ...some(
      values.some(({ interval }) => interval !== null),
      {
        sign: markup`${line(3, 0, 25, 0, "mv-line")}${line(14, -7, 14, 7, "mv-thin")}${dot(14, 0, 3.5, "mv-full")}`,
        text: "year, with 95% interval",
      },
    ),
    ...some(
      values.some(({ value, interval }) => value !== null && interval === null),
      {
        sign: markup`${line(3, 0, 25, 0, "mv-line")}${dot(14, 0, 3.5, "mv-hollow")}`,
        text: "year with fewer than three stories",
      },
    ),
    ...some(
      brief.series.some(({ shifts }) => shifts.length > 0),
      {
        sign: line(14, -8, 14, 8, "mv-shift"),
        text: "shift of the level",
      },
    ),
    ...brief.powers.flatMap(({ actor, name }, at) => {
      const events = counting.filter(({ powers }) => powers.includes(actor)).length;
      return some(events > 0, {
        sign: markup`<g class="${powerClass(at)}">${box(8, -4, 12, 8, "mv-full")}</g>`,
        text: `${capital(name)}, ${counted(events, "event")} as wide as the date is known`,
      });
    }),
    ...some(
      counting.some(({ score }) => (score ?? 0) < 0),
      {
        sign: box(8, -4, 12, 8, "mv-hollow"),
        text: "hollow: conflict",
      },
    ),
  ];
}
