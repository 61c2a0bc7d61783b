/** Metadata as written above a text: names in lower case to their values. */
export type FrontMatter = ReadonlyMap<string, string>;

/** The names under which each field goes. */
const FIELDS = {
  title: ["title", "headline"],
  outlet: ["outlet", "source", "publisher", "publication", "site"],
  author: ["author", "authors", "byline"],
  date: ["date", "published", "published_at", "publish_date", "publication_date", "pubdate"],
  url: ["url", "link", "canonical"],
} as const;
const KNOWN: ReadonlySet<string> = new Set(Object.values(FIELDS).flat());
const PAIR = /^([A-Za-z][\w -]{0,30}?)\s*:(?:\s+(.*))?$/;
/** A block longer than this is no front matter, but a text that begins with a rule. */
const LONGEST_BLOCK = 200;

/**
 * Parts the metadata above a text from the text: a block between lines of three dashes, or `key: value` lines with
 * known names, ended by a blank line. Values may be quoted, lists in brackets or one to a line.
 */
export function splitFrontMatter(source: string): { readonly matter: FrontMatter; readonly body: string } {
  const text = source.replace(/^\ufeff?\s*\n(?=\S)/, "").replace(/^\ufeff/, "");
  const lines = text.split(/\r\n?|\n/, LONGEST_BLOCK + 1);
  const fenced = /^---\s*$/.test(lines[0] ?? "");
  const end = fenced
    ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
    : endOfPairs(lines);
  if (end <= 0) return { matter: new Map(), body: source };
  const matter = readPairs(lines.slice(fenced ? 1 : 0, end));
  return matter.size === 0
    ? { matter, body: source }
    : { matter, body: afterLines(text, fenced ? end + 1 : end) };
}

/** The value of a field under any of its names, or null. */
export function field(matter: FrontMatter, name: keyof typeof FIELDS): string | null {
  for (const alias of FIELDS[name]) {
    const value = matter.get(alias);
    if (value !== undefined && value !== "") return value;
  }
  return null;
}

function endOfPairs(lines: readonly string[]): number {
  const end = lines.findIndex((line) => line.trim() === "");
  const pairs = lines.slice(0, end < 0 ? 0 : end);
  return pairs.every((line) => KNOWN.has(keyOf(PAIR.exec(line)?.[1] ?? ""))) ? end : -1;
}

function readPairs(lines: readonly string[]): Map<string, string> {
  const matter = new Map<string, string>();
  let open = "";
  for (const line of lines) {
    const pair = PAIR.exec(line);
    if (pair !== null) {
      open = keyOf(pair[1] ?? "");
      matter.set(open, plainValue(pair[2] ?? ""));
    } else if (open !== "" && /^\s*(?:-\s|\s\S)/.test(line)) {
      const item = plainValue(line.replace(/^\s*-\s/, ""));
      const before = matter.get(open) ?? "";
      matter.set(open, before === "" ? item : `${before}${/^\s*-\s/.test(line) ? ", " : " "}${item}`);
    }
  }
  return matter;
}

function keyOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

function plainValue(written: string): string {
  const value = written.trim().replace(/^[>|][+-]?$/, "");
  const quoted = /^"(.*)"$/.exec(value) ?? /^'(.*)'$/.exec(value);
  if (quoted !== null) return (quoted[1] ?? "").replace(/\\"/g, '"').replace(/''/g, "'").trim();
  const list = /^\[(.*)\]$/.exec(value);
  if (list !== null) return (list[1] ?? "").split(",").map(plainValue).join(", ");
  return value.replace(/\s+#\s.*$/, "");
}

function afterLines(text: string, count: number): string {
  const end = /\r\n?|\n/g;
  for (let line = 0; line < count; line++) if (end.exec(text) === null) return "";
  return text.slice(end.lastIndex);
}
