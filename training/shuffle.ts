/** Shuffles in place by Fisher & Yates, and returns the rows. */
export function shuffle<Row>(rows: Row[], random: () => number): Row[] {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] as Row, rows[at] as Row];
  }
  return rows;
}
