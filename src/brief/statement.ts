/**
 * A part of a sentence. A `number` leads to the records behind it, a `cite` to entries of the chronology,
 * a `quote` holds words of a document.
 */
export type Piece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "number"; readonly text: string; readonly id: string }
  | { readonly is: "quote"; readonly text: string }
  | { readonly is: "cite"; readonly entries: readonly number[] };

/** A sentence or two with its citations, the same for every way of rendering it. */
export type Statement = readonly Piece[];

/** Builds a statement from a template: say`In ${domain}, ${name} leaned to ${power} ${cite([3, 4])}.` */
export function say(
  strings: TemplateStringsArray,
  ...parts: readonly (string | number | Piece | Statement)[]
): Statement {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (piece.is === "text" && last?.is === "text")
      pieces[pieces.length - 1] = { is: "text", text: last.text + piece.text };
    else if (piece.is !== "text" || piece.text !== "") pieces.push(piece);
  };
  strings.forEach((text, at) => {
    add({ is: "text", text });
    const part = parts[at];
    if (part === undefined) return;
    if (typeof part === "string" || typeof part === "number") add({ is: "text", text: String(part) });
    else if ("is" in part) add(part);
    else part.forEach(add);
  });
  return pieces;
}

export function quote(text: string): Piece {
  return { is: "quote", text };
}

/** A citation of entries of the chronology; nothing where there are none. */
export function cite(entries: readonly number[]): Statement {
  const sorted = [...new Set(entries)].sort((a, b) => a - b);
  return sorted.length > 0 ? [{ is: "cite", entries: sorted }] : [];
}

/** Statements one after the other: "a, b and c". */
export function joined(parts: readonly Statement[]): Statement {
  return parts.flatMap((part, at): Piece[] =>
    at === 0 ? [...part] : [{ is: "text", text: at === parts.length - 1 ? " and " : ", " }, ...part],
  );
}

/** The words of a statement without its citations, for titles and tests. */
export function plainText(statement: Statement): string {
  return statement
    .map((piece) => (piece.is === "cite" ? "" : piece.is === "quote" ? `“${piece.text}”` : piece.text))
    .join("")
    .replace(/\s+([.,;:])/g, "$1")
    .trim();
}
