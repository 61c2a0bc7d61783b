/** A cell: numbers are written as they are, null as nothing. */
export type Cell = string | number | boolean | null;

/**
 * One CSV record with its line end (RFC 4180). Text that a spreadsheet would take for a formula is written with an
 * apostrophe before it, so that opening the file runs nothing.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
