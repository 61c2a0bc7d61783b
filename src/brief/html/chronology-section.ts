import type { Brief, NumberedDocument } from "../brief.ts";
import type { Entry } from "../entries.ts";
import { type Markup, markup, together } from "../markup.ts";
import { saidBy } from "../quoting.ts";
import type { Report } from "../report.ts";
import { capital, counted, DOMAIN_NAMES, dateInWords } from "../wording.ts";
import { type DocumentLink, modalityBadge, nothing } from "./pieces.ts";

/** Every event and tie in order of date, with all reports of it: sentence, document, outlet, date and speaker. */
export function chronologySection(brief: Brief, link: DocumentLink | null): Markup {
  const { chronology, stateName, documents } = brief;
  if (chronology.length === 0) return nothing(`No event or tie of ${stateName} is on record in this period.`);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const years = new Map<string, Entry[]>();
  for (const entry of chronology) {
    const year = (entry.start ?? entry.end)?.slice(0, 4) ?? "Without a date";
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return markup`<p class="note">A solid line marks what counts towards the measures, a dotted one what does not. The words of the act are underlined.</p>
${[...years].map(
  ([year, entries]) =>
    markup`<h3>${year}</h3>\n<ol class="chronology">${entries.map((entry) => entryHtml(entry, byId, link))}</ol>\n`,
)}`;
}

function entryHtml(
  entry: Entry,
  documents: ReadonlyMap<string, NumberedDocument>,
  link: DocumentLink | null,
): Markup {
  const { number, when, reading, modality, domains, leftOut, reports, outlets } = entry;
  const notes = [
    domains.map((domain) => DOMAIN_NAMES[domain]).join(" and "),
    reports.length > 1 ? `${counted(reports.length, "report")}, ${counted(outlets, "outlet")}` : "1 report",
    leftOut === null ? "counts" : `does not count: ${leftOut}`,
  ];
  return markup`<li id="e${number}" value="${number}" class="entry ${leftOut === null ? "counts" : "aside"}">
<p class="reading"><span class="when">${capital(when)}</span> <span class="coded">${reading}</span> ${modalityBadge(modality)}</p>
<p class="notes">${together(notes, " · ")}</p>
${reports.map((report) => reportHtml(report, documents, link))}</li>
`;
}

function reportHtml(
  report: Report,
  documents: ReadonlyMap<string, NumberedDocument>,
  link: DocumentLink | null,
): Markup {
  const { id, document: documentId, span, confidence, rule, status } = report;
  const document = documentId === null ? undefined : documents.get(documentId);
  const where =
    document === undefined
      ? markup`data set`
      : markup`${document.outlet ?? "outlet not named"}, <a href="${link === null || span === null ? `#d${document.number}` : link(document.id, span[0], span[1])}">${document.title ?? "untitled"}</a> <a class="document" href="#d${document.number}">D${document.number}</a>, ${document.published === null ? "not dated" : dateInWords(document.published)}`;
  const by = saidBy(report);
  const said = by === null ? null : markup` · ${by}`;
  const changed = status === "coded" ? null : markup` · ${status} by a reader`;
  return markup`<blockquote id="${id}"><p>${sentenceHtml(report)}</p><footer>${where}${said}${changed} <span class="record">${id.slice(0, 14)} · confidence ${confidence.toFixed(2)} · ${rule.split(":")[0] ?? ""}</span></footer></blockquote>
`;
}

function sentenceHtml({ sentence, anchor }: Report): Markup {
  if (anchor === null) return markup`${sentence}`;
  const [start, end] = anchor;
  return markup`${sentence.slice(0, start)}<mark>${sentence.slice(start, end)}</mark>${sentence.slice(end)}`;
}
