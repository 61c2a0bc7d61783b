import type { MeasuredCell, MeasuredRow, OpenData } from "./brief.ts";
import { amount, DOMAIN_NAMES, DOMAIN_ORDER, listed } from "./wording.ts";

/** A measured cell in words: what it rests on, and where it began. */
export function cellNotes({ period, n, first, interval }: MeasuredCell): string {
  const from = first === null ? "" : `; ${measuredAmount(first.value)} in ${first.period}`;
  const range = interval === null ? "" : `${interval.map(measuredAmount).join(" to ")}; `;
  return `${range}${period}, n = ${amount(n)}${from}`;
}

/** What is said above composites. */
export const COMPOSITE_NOTE =
  "No weights are right, so none are given: this tells how far the answer would hang on them. Each power has the mean of its shares in the parts.";

/** Three decimals for shares and indices, which are small. */
export function measuredAmount(value: number): string {
  return Math.abs(value) < 10 && !Number.isInteger(value)
    ? value.toFixed(3).replace("-", "−")
    : amount(value);
}

/** How a row is computed, from what, and how sure it is. */
export function provenance({ measure, definition, release, sure }: MeasuredRow): string {
  return `${measure}${definition === "" ? "" : `: ${definition}`}; ${release}. How sure: ${sure}`;
}

/** By domain, what has no value, and what could give it one. */
export function missingInWords({ missing }: OpenData): readonly string[] {
  return DOMAIN_ORDER.flatMap((domain) => {
    const of = missing.filter((row) => row.domain === domain);
    const absent = of.filter(({ imported }) => !imported);
    const without = of.filter(({ imported }) => imported);
    return [
      ...(absent.length === 0
        ? []
        : [
            `${DOMAIN_NAMES[domain]}: no open data are imported for ${listed(absent.map(({ label, sets }) => `${label} (${sets.join(" or ")})`))}.`,
          ]),
      ...(without.length === 0
        ? []
        : [
            `${DOMAIN_NAMES[domain]}: data are imported, but have no value for the state and these powers, which is not zero, for ${listed(without.map(({ label }) => label))}.`,
          ]),
    ];
  });
}
