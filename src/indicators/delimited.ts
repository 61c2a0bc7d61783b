/** A line of a table, cut into cells. Quoted cells may run over several lines; `line` is the first. */
export interface CutRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quoted cell over more lines than this is taken for a stray quote. */
const LONGEST_CELL_LINES = 400;

export interface RowCutter {
  /** Rows that end within the text so far. The text must be whole lines. */
  push(text: string): CutRow[];
  /** Rows held back by a quote that never closed. */
  end(): CutRow[];
  readonly lines: number;
}

/**
 * Cuts delimited text (RFC 4180, with any line ends and any delimiter) into rows. Blank lines are left out.
 *
 * @param onUnclosed Told the line where a quote opens that is never closed.
 */
export function createRowCutter(
  delimiter: string,
  onUnclosed: (line: number) => void,
  firstLine = 1,
): RowCutter {
  let line = firstLine;
  let open: string[] = [];
  let openLine = 0;

  const plain = (text: string, at: number): CutRow => ({
    line: at,
    cells: text.split(delimiter).map(unquoted),
  });

  const giveUp = (rows: CutRow[]): void => {
    const [head = "", ...following] = open;
    open = [];
    onUnclosed(openLine);
    rows.push(plain(head, openLine));
    line = openLine + 1;
    for (const text of following) take(text, rows);
  };

  const take = (text: string, rows: CutRow[]): void => {
    const at = line++;
    if (open.length === 0) {
      if (text === "") return;
      if (!text.includes('"')) {
        rows.push({ line: at, cells: text.split(delimiter) });
        return;
      }
      const cells = cut(text, delimiter);
      if (cells !== null) rows.push({ line: at, cells });
      else {
        open = [text];
        openLine = at;
      }
      return;
    }
    open.push(text);
    if (text.includes('"')) {
      const cells = cut(open.join("\n"), delimiter);
      if (cells !== null) {
        rows.push({ line: openLine, cells });
        open = [];
        return;
      }
    }
    if (open.length > LONGEST_CELL_LINES) giveUp(rows);
  };

  return {
    get lines() {
      return line - firstLine;
    },
    push(text) {
      const rows: CutRow[] = [];
      const lines = text.split(/\r\n|\n|\r/);
      if (lines.at(-1) === "") lines.pop();
      for (const one of lines) take(one, rows);
      return rows;
    },
    end() {
      const rows: CutRow[] = [];
      while (open.length > 0) giveUp(rows);
      return rows;
    },
  };
}

/** The cells of a row, or null where its last quoted cell is still open. */
function cut(text: string, delimiter: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      let cell = "";
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) return null;
        cell += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        cell += '"';
        from = quote + 2;
      }
      const next = text.indexOf(delimiter, at);
      cell += text.slice(at, next < 0 ? text.length : next).trimEnd();
      cells.push(cell);
      if (next < 0) return cells;
      at = next + delimiter.length;
    } else {
      const next = text.indexOf(delimiter, at);
      cells.push(text.slice(at, next < 0 ? text.length : next));
      if (next < 0) return cells;
      at = next + delimiter.length;
    }
  }
}

function unquoted(cell: string): string {
  return cell.replace(/^"|"$/g, "");
}
