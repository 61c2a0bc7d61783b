/** Text that is already HTML or SVG: only `markup` makes it, and it escapes everything put into it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | null | Markup | readonly Part[];

/** A template of HTML or SVG in which whatever is put in is escaped, unless it is markup itself. Null adds nothing. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.reduce(
      (text, string, at) => text + (at === 0 ? "" : write(parts[at - 1] ?? null)) + string,
      "",
    ),
  };
}

/** Several pieces of markup one after the other. */
export function together(parts: readonly Part[], between = ""): Markup {
  return { markup: parts.map(write).join(between) };
}

function write(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(write).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML and XML, in content and in attributes; characters that XML does not allow are replaced. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(FORBIDDEN, "\ufffd")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
