/** A column of a text table. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** A column that gives way where the table is wider than the terminal, the last one first; its cells are cut with an ellipsis. */
  readonly gives?: boolean;
}

const GAP = 2;
const NARROWEST = 12;

/** Rows under their titles in aligned columns, no line longer than `width`; nothing but spaces between them. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const widths = columns.map((column, at) =>
    Math.max(length(column.title), ...rows.map((row) => length(row[at] ?? ""))),
  );
  let over = widths.reduce((sum, own) => sum + own, 0) + GAP * (columns.length - 1) - width;
  for (let at = columns.length - 1; at >= 0 && over > 0; at--) {
    const own = widths[at] ?? 0;
    if (columns[at]?.gives !== true || own <= NARROWEST) continue;
    widths[at] = Math.max(NARROWEST, own - over);
    over -= own - (widths[at] ?? 0);
  }
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, at) => {
        const own = widths[at] ?? 0;
        const cell = cut(cells[at] ?? "", own);
        const space = " ".repeat(own - length(cell));
        return align === "right" ? space + cell : cell + space;
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}

/** A text in lines of at most `width` characters, broken at spaces; a longer word stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && length(line) + 1 + length(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join("")}…`;
}

/** Characters as a reader counts them, more or less: code points. */
function length(text: string): number {
  return [...text].length;
}
