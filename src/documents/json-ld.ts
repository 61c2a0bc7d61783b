/** What schema.org data in a page says about its article. */
export interface ArticleData {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

type Fields = Readonly<Record<string, unknown>>;
const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
/** Deep enough for any list or graph of articles. */
const DEEPEST = 6;

/** Reads the first article out of JSON-LD scripts. Scripts that are no JSON are passed over, as browsers do. */
export function readJsonLd(scripts: readonly string[]): ArticleData {
  const article = scripts.flatMap((script) => objectsIn(parsed(script), 0)).find(isArticle) ?? {};
  return {
    title: textOf(article["headline"]) ?? textOf(article["name"]),
    outlet: nameOf(article["publisher"]),
    author: nameOf(article["author"]) ?? nameOf(article["creator"]),
    url: textOf(article["url"]) ?? idOf(article["mainEntityOfPage"]),
    published: textOf(article["datePublished"]) ?? textOf(article["dateCreated"]),
  };
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(
      script.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, ""),
    );
  } catch {
    return null;
  }
}

function objectsIn(value: unknown, depth: number): Fields[] {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => objectsIn(entry, depth + 1));
  const fields = value as Fields;
  return [fields, ...objectsIn(fields["@graph"], depth + 1), ...objectsIn(fields["mainEntity"], depth + 1)];
}

function isArticle(fields: Fields): boolean {
  return [fields["@type"]].flat().some((type) => typeof type === "string" && ARTICLE.test(type));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function nameOf(value: unknown): string | null {
  const names = [value].flat().flatMap((entry) => {
    const name = typeof entry === "object" && entry !== null ? (entry as Fields)["name"] : entry;
    return textOf([name].flat()[0]) ?? [];
  });
  return names.length === 0 ? null : names.join(", ");
}

function idOf(value: unknown): string | null {
  return typeof value === "object" && value !== null ? textOf((value as Fields)["@id"]) : textOf(value);
}
