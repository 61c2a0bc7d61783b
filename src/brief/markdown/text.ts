import type { NumberedValue } from "../brief.ts";
import { intervalInWords, valueInWords } from "../numbers.ts";
import type { Piece, Statement } from "../statement.ts";

/** Text as Markdown shows it: signs that would be read as markup are escaped, line ends become spaces. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~$]/g, (sign) => `\\${sign}`)
    .replace(/&(?=[a-z#])/gi, "\\&")
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, "$1\\$2");
}

export function statementText(statement: Statement): string {
  return statement.map(pieceText).join("");
}

function pieceText(piece: Piece): string {
  switch (piece.is) {
    case "text":
      return escaped(piece.text);
    case "number":
      return link(piece.text, piece.id);
    case "quote":
      return `“${escaped(piece.text)}”`;
    case "cite":
      return citationText(piece.entries);
  }
}

/** Links to entries of the chronology. */
export function citationText(entries: readonly number[]): string {
  return `\\[${entries.map((entry) => `[${entry}](#e${entry})`).join(", ")}\\]`;
}

export function link(text: string, id: string): string {
  return `[${text}](#${id})`;
}

/** A place that links lead to. */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

export function valueText({ value, number }: NumberedValue): string {
  if (value.value === null) return "–";
  const interval = intervalInWords(value);
  return `${link(valueInWords(value), number)}${interval === null ? "" : ` (${interval})`}`;
}

export function tableText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(head.map(escaped)), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

export function listText(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
