import { Problem } from "../vocabulary/index.ts";
import { createRowCutter } from "./delimited.ts";
import { columnKey, type Layout } from "./table.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
/** Preambles of published files are at most eleven lines long. */
const HEADER_WITHIN_LINES = 30;

export interface Recognised {
  readonly layout: Layout;
  readonly header: readonly string[];
  readonly delimiter: string;
  /** Lines before and including the header. */
  readonly headerLines: number;
}

export interface NamedLayouts {
  readonly set: string;
  readonly layouts: readonly Layout[];
}

/**
 * Finds a file's header and the layout that it fits. Throws `broken-data` that says which columns are missing, and
 * which other set the file looks like.
 *
 * @param head The file's first lines.
 */
export function recognise(
  head: string,
  wanted: NamedLayouts,
  others: readonly NamedLayouts[],
  path: string,
): Recognised {
  const found = findLayout(head, wanted.layouts);
  if (found !== null) return found;
  const elsewhere = others.find(
    ({ set, layouts }) => set !== wanted.set && findLayout(head, layouts) !== null,
  );
  if (elsewhere !== undefined)
    throw new Problem(
      "broken-data",
      `The file ${path} is not of the set ${wanted.set}; its header is that of ${elsewhere.set}.`,
      `Import it with \`multivector import ${elsewhere.set} ${path}\`.`,
    );
  const near = nearest(head, wanted.layouts);
  throw new Problem(
    "broken-data",
    near === null
      ? `The file ${path} has none of the columns of ${wanted.set}; its first line is "${firstLine(head)}".`
      : `The header of ${path} fits no layout of ${wanted.set}. It is nearest to ${near.layout.name} but lacks ${list(near.missing)}${near.unknown.length > 0 ? ` and has ${list(near.unknown)}` : ""}.`,
    near === null
      ? `Check that it is the data file and not a codebook; docs/measures-open-data.md lists the columns of each layout.`
      : "If the publisher has renamed a column, rename it back in the first line; else download the layout that docs/measures-open-data.md names.",
  );
}

function findLayout(head: string, layouts: readonly Layout[]): Recognised | null {
  for (const { header, delimiter, line } of possibleHeaders(head)) {
    const names = new Set(header.map(columnKey));
    const layout = layouts.find(
      ({ columns, without }) =>
        columns.every((name) => names.has(columnKey(name))) &&
        !(without ?? []).some((name) => names.has(columnKey(name))),
    );
    if (layout !== undefined) return { layout, header, delimiter, headerLines: line };
  }
  return null;
}

function* possibleHeaders(head: string) {
  for (const delimiter of DELIMITERS) {
    const cutter = createRowCutter(delimiter, () => {});
    for (const row of [...cutter.push(head), ...cutter.end()].slice(0, HEADER_WITHIN_LINES))
      if (row.cells.length > 1) yield { header: row.cells, delimiter, line: row.line };
  }
}

function nearest(head: string, layouts: readonly Layout[]) {
  let best: { layout: Layout; missing: string[]; unknown: string[] } | null = null;
  for (const { header } of possibleHeaders(head)) {
    const names = header.map(columnKey);
    for (const layout of layouts) {
      const missing = layout.columns.filter((name) => !names.includes(columnKey(name)));
      if (missing.length === layout.columns.length) continue;
      if (best !== null && missing.length >= best.missing.length) continue;
      const unknown = header.filter(
        (name) => name !== "" && !layout.columns.some((column) => columnKey(column) === columnKey(name)),
      );
      best = { layout, missing, unknown: unknown.slice(0, 4) };
    }
  }
  return best !== null && best.missing.length <= best.layout.columns.length / 2 ? best : null;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name.trim()}"`);
  return names.length > 5
    ? `${shown.join(", ")} and ${names.length - 5} more`
    : new Intl.ListFormat("en").format(shown);
}

function firstLine(head: string): string {
  return (head.split(/\r|\n/, 1)[0] ?? "").slice(0, 80);
}
