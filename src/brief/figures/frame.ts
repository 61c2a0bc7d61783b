import type { Brief } from "../brief.ts";
import { type Markup, markup, together } from "../markup.ts";
import { outletWords } from "../outlet-words.ts";
import { counted } from "../wording.ts";
import { FIGURE_STYLE } from "./style.ts";

/** Figures are drawn for a page or a sheet of paper (`wide`), or for a phone (`narrow`). */
export type FigureWidth = "wide" | "narrow";

export const WIDTHS: Readonly<Record<FigureWidth, number>> = { wide: 720, narrow: 360 };

/** Half the width of an average character at font size 1: enough to break lines that nobody measures. */
const CHARACTER = 0.54;
const BOLD_CHARACTER = 0.61;

export interface LegendItem {
  /** Drawn in a box 28 wide and 16 high, its centre line at 0. */
  readonly sign: Markup;
  readonly text: string;
}

export interface FigureParts {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** What someone who cannot see the figure should be told. */
  readonly description: string;
  readonly width: FigureWidth;
  readonly legend: readonly LegendItem[];
  readonly source: string;
  readonly body: Markup;
  readonly bodyHeight: number;
}

/** A whole figure: title, period, drawing, legend, source, and what it was made with, all inside the SVG. */
export function figure(parts: FigureParts, brief: Brief): string {
  const width = WIDTHS[parts.width];
  const id = `${parts.id}-${parts.width}`;
  let y = 0;
  const lines = (text: string, size: number, name: string): Markup =>
    together(
      wrapped(text, width / (size * (name === "mv-title" ? BOLD_CHARACTER : CHARACTER))).map((line) => {
        y += size * 1.4;
        return markup`<text class="${name}" x="0" y="${round(y)}" font-size="${size}">${line}</text>`;
      }),
    );
  const title = lines(parts.title, 16, "mv-title");
  const subtitle = lines(parts.subtitle, 12.5, "mv-muted");
  y += 14;
  const body = markup`<g transform="translate(0 ${round(y)})">${parts.body}</g>`;
  y += parts.bodyHeight + 18;
  const placed = legend(parts.legend, width, y);
  y = placed.bottom + 4;
  const source = lines(`Source: ${parts.source}`, 11, "mv-muted");
  const made = lines(madeWith(brief), 11, "mv-muted");
  const height = Math.ceil(y + 8);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="mv-figure" role="img" aria-labelledby="${id}-title ${id}-description" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${id}-title">${parts.title}</title><desc id="${id}-description">${parts.description}</desc>${FIGURE_STYLE}<rect class="mv-paper" width="${width}" height="${height}"/>${title}${subtitle}${body}${placed.drawn}${source}${made}</svg>`
    .markup;
}

/** The records a figure rests on, for its source line. */
export function sourceOf(brief: Brief): string {
  const { stories, documents } = brief.counts;
  return `${counted(stories, "story", "stories")} from ${counted(documents, "document")}${outletWords(brief)}.`;
}

function madeWith({ stamp, ledgerHash }: Brief): string {
  return `Multivector ${stamp.coder}, word lists ${stamp.lexicon.slice(0, 12)}, ledger ${ledgerHash.slice(0, 12)}`;
}

function legend(
  items: readonly LegendItem[],
  width: number,
  top: number,
): { readonly drawn: Markup; readonly bottom: number } {
  let x = 0;
  let y = top;
  const drawn = items.map(({ sign, text }) => {
    const needed = 32 + text.length * 11.5 * CHARACTER + 14;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += 19;
    }
    const item = markup`<g transform="translate(${round(x)} ${round(y)})">${sign}<text x="32" y="4" font-size="11.5">${text}</text></g>`;
    x += needed;
    return item;
  });
  return { drawn: together(drawn), bottom: items.length > 0 ? y + 12 : top };
}

/** Lines of at most `limit` characters, broken between words. */
export function wrapped(text: string, limit: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= limit)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Coordinates to a hundredth, so that figures are the same everywhere. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
