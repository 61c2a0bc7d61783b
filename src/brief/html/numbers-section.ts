import type { Brief } from "../brief.ts";
import { type Markup, markup, together } from "../markup.ts";
import { citations, table } from "./pieces.ts";

/** Every number of the brief with the entries behind it. */
export function numbersSection({ numbers }: Brief): Markup {
  const rows = numbers.map(
    ({ id, label, period, value, interval, n, stories, entries }) =>
      markup`<tr id="${id}"><th scope="row">${label}</th><td>${ends(period)}</td><td>${value}</td><td>${interval === null ? "–" : ends(interval)}</td><td>${n}</td><td>${stories}</td><td>${entries.length > 0 ? citations(entries) : "none"}</td></tr>`,
  );
  return table(
    "Each number with its period, 95% interval, records, stories and the entries of the chronology behind it",
    ["Measure", "Period", "Value", "Interval", "Records", "Stories", "Entries"],
    rows,
    "numbers",
  );
}

/** "a to b", broken only between its ends. */
function ends(range: string): Markup {
  return together(
    range.split(" to ").map((end) => markup`<span class="day">${end}</span>`),
    " to ",
  );
}
