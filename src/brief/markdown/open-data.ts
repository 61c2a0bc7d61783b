import type { Brief, CheckedClaim, OpenData } from "../brief.ts";
import { COMPOSITE_NOTE, cellNotes, measuredAmount, missingInWords, provenance } from "../open-data-words.ts";
import { amount, capital, DOMAIN_NAMES, signed } from "../wording.ts";
import { citationText, escaped, listText, statementText, tableText } from "./text.ts";

/** Measures and series of open data, and the claims held against them. */
export function openDataParts(brief: Brief): string[] {
  return [...dataParts(brief), ...compositeParts(brief), ...claimParts(brief)];
}

function dataParts({ openData, powers, stateName }: Brief): string[] {
  const { rows, measured, disagreements, leanings, shifts } = openData;
  const heading = "## Open data";
  if (rows.length === 0 && measured.length === 0)
    return [heading, `No open data on ${escaped(stateName)} and these powers has been imported.`];
  const named = powers.map(({ name }) => name);
  const missing = missingInWords(openData);
  return [
    heading,
    ...(measured.length > 0
      ? [tableText(["Domain", "Measure", ...named, "Tilt", "Computed as"], measuredCells(openData))]
      : []),
    ...(leanings.length > 0 ? [listText(leanings.map(statementText))] : []),
    ...(shifts.length > 0 ? ["### When it changed", listText(shifts.map(statementText))] : []),
    ...(disagreements.length > 0
      ? ["### Where it disagrees with the events", listText(disagreements.map(statementText))]
      : []),
    ...(missing.length > 0 ? ["### What open data do not say here", listText(missing.map(escaped))] : []),
    ...(rows.length > 0
      ? [
          "### Series as imported",
          tableText(["Domain", "Series", ...named, "Tilt", "Source"], seriesCells(openData)),
        ]
      : []),
    ...sourceParts(openData),
  ];
}

function measuredCells({ measured }: OpenData): string[][] {
  return measured.map((row) => [
    DOMAIN_NAMES[row.domain],
    escaped(row.label),
    ...row.cells.map((cell) =>
      cell === null ? "–" : `${measuredAmount(cell.value)} (${escaped(cellNotes(cell))})`,
    ),
    row.tilt === null ? "–" : signed(row.tilt),
    escaped(provenance(row)),
  ]);
}

function seriesCells({ rows }: OpenData): string[][] {
  return rows.map((row) => [
    row.domain ?? "other",
    `${escaped(row.series)} (${escaped(row.unit)})`,
    ...row.cells.map((cell) => (cell === null ? "–" : `${amount(cell.value)} (${cell.period})`)),
    row.tilt === null ? "–" : signed(row.tilt),
    escaped(row.source),
  ]);
}

function sourceParts({ sources }: OpenData): string[] {
  if (sources.length === 0) return [];
  const lines = sources.map(({ release, title, licence, cite, coverage }) =>
    [
      `**${escaped(title)}** (\`${release}\`).`,
      ...(cite === null ? [] : [escaped(cite)]),
      ...(coverage === null ? [] : [`Covers: ${escaped(coverage)}`]),
      ...(licence === null ? [] : [`Licence: ${escaped(licence)}.`]),
    ].join(" "),
  );
  return ["### Sources of the measures", listText(lines)];
}

function compositeParts({ composites }: Brief): string[] {
  if (composites.length === 0) return [];
  return [
    "## If it were one number",
    COMPOSITE_NOTE,
    listText(composites.map(({ statement }) => statementText(statement))),
  ];
}

function claimParts({ checkedClaims }: Brief): string[] {
  if (checkedClaims.length === 0) return [];
  return ["## Checked against open data", ...checkedClaims.flatMap(claimText)];
}

function claimText({
  claim,
  sentence,
  entries,
  answer,
  because,
  before,
  caveats,
  rows,
  moreRows,
}: CheckedClaim): string[] {
  const cited = entries.length > 0 ? ` ${citationText(entries)}` : "";
  return [
    `### ${capital(answer)}: ${escaped(claim)}`,
    ...(sentence === null ? [] : [`> “${escaped(sentence)}”${cited}`]),
    escaped([because, ...(before === null ? [] : [before])].join(" ")),
    ...(caveats.length > 0 ? [`*${escaped(caveats.join(" "))}*`] : []),
    ...(rows.length > 0
      ? [listText([...rows.map((row) => `\`${row}\``), ...(moreRows > 0 ? [`and ${moreRows} more`] : [])])]
      : []),
  ];
}
