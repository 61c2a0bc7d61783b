import { type Markup, markup } from "../markup.ts";

/** Colours of the first four powers on light and on dark ground; further powers start again. */
export const POWER_COLOURS: readonly { readonly light: string; readonly dark: string }[] = [
  { light: "#1f5a93", dark: "#85b8ee" },
  { light: "#a84a08", dark: "#f2a568" },
  { light: "#2b7448", dark: "#7ecb9a" },
  { light: "#75449a", dark: "#c7a1e4" },
];

/** The class that colours a mark by its power. */
export function powerClass(at: number): string {
  return `mv-p${at % POWER_COLOURS.length}`;
}

const colours = (ground: "light" | "dark"): string =>
  POWER_COLOURS.map((colour, at) => `.mv-figure .mv-p${at}{--mark:${colour[ground]}}`).join("");

const LIGHT = `.mv-figure{--ink:#1a1d21;--muted:#565d66;--line:#c9ced4;--paper:#ffffff;--mark:#1a1d21}${colours("light")}`;
const DARK = `.mv-figure{--ink:#eceef0;--muted:#a9b1ba;--line:#454c55;--paper:#14171b;--mark:#eceef0}${colours("dark")}`;

const RULES = [
  ".mv-figure{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-variant-numeric:tabular-nums}",
  ".mv-figure text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}",
  ".mv-figure .mv-title{font-weight:650}",
  ".mv-figure .mv-strong{font-weight:650}",
  ".mv-figure .mv-muted{fill:var(--muted)}",
  ".mv-figure .mv-paper{fill:var(--paper)}",
  ".mv-figure .mv-axis{stroke:var(--line);stroke-width:1;fill:none}",
  ".mv-figure .mv-zero{stroke:var(--muted);stroke-width:1;fill:none}",
  ".mv-figure .mv-line{stroke:var(--mark);stroke-width:2;fill:none}",
  ".mv-figure .mv-thin{stroke:var(--mark);stroke-width:1;fill:none}",
  ".mv-figure .mv-join{stroke:var(--muted);stroke-width:1;fill:none;opacity:.6}",
  ".mv-figure .mv-full{fill:var(--mark);stroke:var(--mark);stroke-width:1.5}",
  ".mv-figure .mv-hollow{fill:var(--paper);stroke:var(--mark);stroke-width:1.75}",
  ".mv-figure .mv-none{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 4;fill:none}",
  ".mv-figure .mv-shift{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:5 3;fill:none}",
].join("");

/** Light, dark where the reader asks for it, and light again on paper. */
export const FIGURE_STYLE: Markup = markup`<style>${{
  markup: `${LIGHT}${RULES}@media (prefers-color-scheme:dark){${DARK}}@media print{${LIGHT}}`,
}}</style>`;
