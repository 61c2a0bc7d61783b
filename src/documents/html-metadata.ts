import { readJsonLd } from "./json-ld.ts";
import { oneLine } from "./normalise.ts";

/** What a page says about its article outside the running text. Dates are as written, the most trusted first. */
export interface PageMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly dates: readonly string[];
}

const NAMES = {
  title: ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline"],
  outlet: ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"],
  author: [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
  ],
  url: ["og:url", "parsely-link"],
  date: [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
  ],
} as const;

/** Reads meta elements, JSON-LD, microdata and time elements of a page. */
export function readMetadata(page: Document): PageMetadata {
  const metas = readMetas(page);
  const meta = (field: keyof typeof NAMES): string[] => NAMES[field].flatMap((name) => metas.get(name) ?? []);
  const jsonLd = readJsonLd(
    Array.from(page.querySelectorAll('script[type="application/ld+json"]')).map(
      (script) => script.textContent ?? "",
    ),
  );
  const item = (name: string): string | null => itemOf(page, name);
  const heading = page.querySelectorAll("h1").length === 1 ? page.querySelector("h1")?.textContent : null;
  const outlet = first(...meta("outlet"), jsonLd.outlet);
  return {
    title: first(
      ...meta("title"),
      jsonLd.title,
      item("headline"),
      heading,
      withoutOutlet(page.querySelector("title")?.textContent ?? null, outlet),
    ),
    outlet,
    author: first(...[...meta("author"), jsonLd.author, item("author")].filter((name) => !isAddress(name))),
    url: first(page.querySelector('link[rel="canonical"]')?.getAttribute("href"), ...meta("url"), jsonLd.url),
    dates: [...meta("date"), jsonLd.published, item("datePublished"), ...timesOf(page)].filter(
      (date): date is string => typeof date === "string" && date.trim() !== "",
    ),
  };
}

function readMetas(page: Document): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of Array.from(page.querySelectorAll("meta"))) {
    const content = meta.getAttribute("content")?.trim();
    if (!content) continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name) metas.set(name, [...(metas.get(name) ?? []), content]);
    }
  }
  return metas;
}

function itemOf(page: Document, name: string): string | null {
  const element = page.querySelector(`[itemprop~="${name}"]`);
  if (element === null) return null;
  const nested = element.querySelector('[itemprop="name"]');
  return (
    element.getAttribute("content") ??
    element.getAttribute("datetime") ??
    (nested ?? element).textContent ??
    null
  );
}

/** Times marked as the publication, then the first in the article; a lone one anywhere. */
function timesOf(page: Document): string[] {
  const marked = Array.from(page.querySelectorAll("time[pubdate], article time, main time"));
  const all = Array.from(page.querySelectorAll("time"));
  const chosen = marked[0] ?? (all.length === 1 ? all[0] : undefined);
  const written = chosen?.getAttribute("datetime") ?? chosen?.textContent ?? null;
  return written === null ? [] : [written.trim()];
}

function withoutOutlet(title: string | null, outlet: string | null): string | null {
  if (title === null || outlet === null) return title;
  const parts = title.split(/\s+[|–—-]\s+/);
  return parts.length > 1 && parts.at(-1)?.trim().toLowerCase() === outlet.toLowerCase()
    ? title.slice(0, title.lastIndexOf(parts.at(-1) ?? "")).replace(/\s+[|–—-]\s*$/, "")
    : title;
}

function isAddress(name: string | null): boolean {
  return name !== null && /^https?:/.test(name);
}

function first(...values: readonly (string | null | undefined)[]): string | null {
  return values.map(oneLine).find((value) => value !== null) ?? null;
}
