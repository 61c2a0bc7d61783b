import { type Markup, markup } from "../markup.ts";
import { round } from "./frame.ts";

export function line(x1: number, y1: number, x2: number, y2: number, name: string): Markup {
  return markup`<line class="${name}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;
}

/** A whisker from one x to another with short ends across it. */
export function whisker(from: number, to: number, y: number, name: string): Markup {
  return markup`${line(from, y, to, y, name)}${line(from, y - 4, from, y + 4, name)}${line(to, y - 4, to, y + 4, name)}`;
}

export function dot(x: number, y: number, radius: number, name: string): Markup {
  return markup`<circle class="${name}" cx="${round(x)}" cy="${round(y)}" r="${radius}"/>`;
}

export function diamond(x: number, y: number, reach: number, name: string): Markup {
  return markup`<path class="${name}" d="M${round(x)} ${round(y - reach)}L${round(x + reach)} ${round(y)}L${round(x)} ${round(y + reach)}L${round(x - reach)} ${round(y)}Z"/>`;
}

export function box(x: number, y: number, width: number, height: number, name: string): Markup {
  return markup`<rect class="${name}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`;
}

export function text(
  x: number,
  y: number,
  words: string,
  {
    size = 12,
    name = "",
    anchor = "start",
  }: { readonly size?: number; readonly name?: string; readonly anchor?: "start" | "middle" | "end" } = {},
): Markup {
  return markup`<text class="${name}" x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}">${words}</text>`;
}
