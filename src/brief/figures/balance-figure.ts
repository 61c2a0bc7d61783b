import type { Brief, NumberedValue, OpenData, OpenDataRow, Standing } from "../brief.ts";
import { type Markup, markup, together } from "../markup.ts";
import { intervalInWords } from "../numbers.ts";
import { plainText } from "../statement.ts";
import { verdictOf } from "../verdict.ts";
import { counted, DOMAIN_NAMES, signed } from "../wording.ts";
import { type FigureWidth, figure, type LegendItem, sourceOf, WIDTHS } from "./frame.ts";
import { box, diamond, dot, line, text, whisker } from "./marks.ts";
import { powerClass } from "./style.ts";

interface Row {
  readonly standing: Standing;
  readonly tilt: NumberedValue;
  readonly label: string;
  /** Whether ties and open data, which are between the first two powers, are drawn in it. */
  readonly isFirst: boolean;
}

interface Layout {
  readonly rowHeight: number;
  readonly axis: readonly [number, number];
  /** Where in a row the axis lies. */
  readonly middle: number;
  readonly width: number;
}

const LAYOUTS: Readonly<Record<FigureWidth, Omit<Layout, "width">>> = {
  wide: { rowHeight: 46, axis: [128, 508], middle: 22 },
  narrow: { rowHeight: 64, axis: [10, 350], middle: 40 },
};
/** With more than two powers each row names its pair, which needs room. */
const PAIR_LAYOUTS: Readonly<Record<FigureWidth, Omit<Layout, "width">>> = {
  wide: { rowHeight: 46, axis: [216, 528], middle: 22 },
  narrow: { rowHeight: 80, axis: [10, 350], middle: 56 },
};
const HEADER = 30;

/**
 * The tilt of each domain on an axis from all with the second power to all with the first, with its 95% interval,
 * the tilt of ties in force and of open data. An SVG that stands alone.
 */
export function balanceFigure(brief: Brief, width: FigureWidth = "wide"): string {
  const rows = rowsOf(brief);
  const pairs = rows.length > brief.standings.length;
  const layout = { ...(pairs ? PAIR_LAYOUTS : LAYOUTS)[width], width: WIDTHS[width] };
  const drawn = rows.map((row, at) => drawRow(row, HEADER + at * layout.rowHeight, layout, brief, pairs));
  const [right, left] = brief.powers;
  return figure(
    {
      id: "balance",
      title: `${brief.title}: which way each domain leans`,
      subtitle: `Tilt of cooperation, ${brief.period}`,
      description: brief.standings.map(({ headline }) => plainText(headline)).join(" "),
      width,
      legend: legendOf(brief),
      source: sourceOf(brief),
      body: markup`${axis(HEADER + rows.length * layout.rowHeight, layout)}${pairs ? null : ends(left?.name ?? "", right?.name ?? "", layout)}${together(drawn)}`,
      bodyHeight: HEADER + rows.length * layout.rowHeight + 18,
    },
    brief,
  );
}

function rowsOf({ standings, powers }: Brief): readonly Row[] {
  const nameOf = (actor: string | undefined): string =>
    powers.find((power) => power.actor === actor)?.name ?? "";
  return standings.flatMap((standing) =>
    standing.tilts.map((tilt, at) => ({
      standing,
      tilt,
      isFirst: at === 0,
      label:
        standing.tilts.length === 1
          ? DOMAIN_NAMES[standing.domain]
          : `${DOMAIN_NAMES[standing.domain]}: ← ${nameOf(tilt.value.powers[1])} | ${nameOf(tilt.value.powers[0])} →`,
    })),
  );
}

function position(tilt: number, { axis: [from, to] }: Layout): number {
  return from + ((tilt + 1) / 2) * (to - from);
}

function axis(bottom: number, layout: Layout): Markup {
  const ticks = [-1, -0.5, 0, 0.5, 1].map((tick) => {
    const x = position(tick, layout);
    const name = tick === 0 ? "mv-zero" : "mv-axis";
    const label = tick === 0 ? "0" : signed(tick).replace(/\.?0+$/, "");
    return markup`${line(x, HEADER - 8, x, bottom, name)}${text(x, bottom + 14, label, { size: 11, name: "mv-muted", anchor: "middle" })}`;
  });
  return together(ticks);
}

function ends(left: string, right: string, layout: Layout): Markup {
  const [from, to] = layout.axis;
  return markup`${text(from, 12, `← all with ${left}`, { name: "mv-muted" })}${text((from + to) / 2, 12, "even", { name: "mv-muted", anchor: "middle" })}${text(to, 12, `all with ${right} →`, { name: "mv-muted", anchor: "end" })}`;
}

function drawRow(row: Row, top: number, layout: Layout, brief: Brief, pairs: boolean): Markup {
  const y = top + layout.middle;
  const narrow = layout.width < 500;
  const { value } = row.tilt;
  const label = narrow
    ? text(0, top + 16, row.label, { size: 13, name: "mv-strong" })
    : together(
        row.label.split(": ").map((part, at) =>
          text(0, y + (pairs ? -3 : 5) + at * 15, part, {
            size: at === 0 ? 13.5 : 11,
            name: at === 0 ? "mv-strong" : "mv-muted",
          }),
        ),
      );
  const words = valueWords(row);
  const figures = narrow
    ? markup`<text x="${pairs ? 0 : layout.width}" y="${top + (pairs ? 33 : 16)}" font-size="11.5" text-anchor="${pairs ? "start" : "end"}"><tspan class="mv-strong">${words.value}</tspan> <tspan class="mv-muted">${words.detail}</tspan></text>`
    : markup`${text(layout.axis[1] + 20, y - 1, words.value, { size: 14, name: "mv-strong" })}${text(layout.axis[1] + 20, y + 14, words.detail, { size: 11, name: "mv-muted" })}`;
  const base = line(layout.axis[0], y, layout.axis[1], y, "mv-axis");
  return markup`<g>${label}${base}${row.isFirst ? besides(row, y, layout, brief) : null}${value.value === null ? null : tiltMark(row, y, layout, brief)}${figures}</g>`;
}

function valueWords({ tilt: { value } }: Row): { readonly value: string; readonly detail: string } {
  if (value.value === null) return { value: "no evidence", detail: "" };
  const stories = counted(value.stories, "story", "stories");
  const interval = intervalInWords(value);
  return {
    value: signed(value.value),
    detail: interval === null ? `no interval, ${stories}` : `${interval}, ${stories}`,
  };
}

function tiltMark({ tilt: { value } }: Row, y: number, layout: Layout, { powers }: Brief): Markup {
  const { toward } = verdictOf(value);
  const colour = toward === null ? "" : powerClass(powers.findIndex(({ actor }) => actor === toward));
  const x = position(value.value ?? 0, layout);
  if (value.interval === null) return markup`<g class="${colour}">${dot(x, y, 6, "mv-hollow")}</g>`;
  const [low, high] = value.interval.map((bound) => position(bound, layout));
  return markup`<g class="${colour}">${whisker(low ?? x, high ?? x, y, "mv-line")}${dot(x, y, 6, "mv-full")}</g>`;
}

/** Ties and open data, drawn a little above the axis so that no mark hides another. */
function besides({ standing }: Row, y: number, layout: Layout, { openData }: Brief): Markup {
  const ties = standing.tiesTilt.value.value;
  const data = comparable(openData).filter(({ domain }) => domain === standing.domain);
  return markup`${ties === null ? null : diamond(position(ties, layout), y - 12, 4.5, "mv-hollow")}${data.map(({ tilt }) => box(position(tilt ?? 0, layout) - 3.5, y + 8, 7, 7, "mv-hollow"))}`;
}

/** What of open data has a tilt: by domain, measures where there are any, and else the series themselves. */
function comparable({ measured, rows }: OpenData): readonly Pick<OpenDataRow, "domain" | "tilt">[] {
  const measures = measured.filter(({ tilt }) => tilt !== null);
  const others = rows.filter(
    (row) => row.tilt !== null && measures.every(({ domain }) => domain !== row.domain),
  );
  return [...measures, ...others];
}

function legendOf({ standings, openData }: Brief): readonly LegendItem[] {
  const values = standings.flatMap(({ tilts }) => tilts.map(({ value }) => value));
  const some = (holds: boolean, item: LegendItem): LegendItem[] => (holds ? [item] : []);
  return [
    ...some(
      values.some(({ interval }) => interval !== null),
      {
        sign: markup`${whisker(2, 26, 0, "mv-line")}${dot(14, 0, 5, "mv-full")}`,
        text: "events, with 95% interval; coloured where it clears zero",
      },
    ),
    ...some(
      values.some(({ value, interval }) => value !== null && interval === null),
      {
        sign: dot(14, 0, 5, "mv-hollow"),
        text: "events, fewer than three stories",
      },
    ),
    ...some(
      standings.some(({ tiesTilt }) => tiesTilt.value.value !== null),
      {
        sign: diamond(14, 0, 4.5, "mv-hollow"),
        text: "ties in force",
      },
    ),
    ...some(comparable(openData).length > 0, {
      sign: box(10.5, -3.5, 7, 7, "mv-hollow"),
      text: "open data",
    }),
  ];
}
