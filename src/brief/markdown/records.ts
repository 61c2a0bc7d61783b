import type { Brief, NumberedDocument } from "../brief.ts";
import type { Entry } from "../entries.ts";
import { saidBy } from "../quoting.ts";
import type { Report } from "../report.ts";
import { isWebAddress } from "../web-address.ts";
import { capital, counted, DOMAIN_NAMES, dateInWords, MODALITY_NAMES } from "../wording.ts";
import { anchor, citationText, escaped, tableText } from "./text.ts";

/** Chronology, numbers and documents: what everything before cites. */
export function recordParts(brief: Brief): string[] {
  const documents = new Map(brief.documents.map((document) => [document.id, document]));
  const chronology = brief.chronology.map((entry) => entryText(entry, documents));
  return [
    "## Chronology and evidence",
    ...(chronology.length > 0
      ? chronology
      : [`No event or tie of ${escaped(brief.stateName)} is on record in this period.`]),
    "## The numbers and their records",
    tableText(
      ["Measure", "Period", "Value", "Interval", "Records", "Stories", "Entries"],
      brief.numbers.map(({ id, label, period, value, interval, n, stories, entries }) => [
        `${anchor(id)}${escaped(label)}`,
        period,
        value,
        interval ?? "–",
        String(n),
        String(stories),
        entries.length > 0 ? citationText(entries) : "none",
      ]),
    ),
    "## Documents",
    ...(brief.documents.length > 0 ? brief.documents.map(documentText) : ["No document is cited."]),
  ];
}

function entryText(entry: Entry, documents: ReadonlyMap<string, NumberedDocument>): string {
  const { number, when, reading, modality, domains, reports, outlets, leftOut } = entry;
  const notes = [
    MODALITY_NAMES[modality],
    domains.map((domain) => DOMAIN_NAMES[domain]).join(" and "),
    `${counted(reports.length, "report")}, ${counted(outlets, "outlet")}`,
    leftOut === null ? "counts" : `does not count: ${leftOut}`,
  ];
  return [
    `${anchor(`e${number}`)}**${number}.** **${escaped(capital(when))}.** ${escaped(reading)} (${notes.join("; ")})`,
    ...reports.map((report) => `> ${reportText(report, documents)}`),
  ].join("\n\n");
}

function reportText(report: Report, documents: ReadonlyMap<string, NumberedDocument>): string {
  const { id, document: documentId, sentence, confidence } = report;
  const document = documentId === null ? undefined : documents.get(documentId);
  const where =
    document === undefined
      ? "data set"
      : `${escaped(document.outlet ?? "outlet not named")}, [D${document.number}](#d${document.number}), ${document.published === null ? "not dated" : dateInWords(document.published)}`;
  const by = saidBy(report);
  const said = by === null ? "" : `, ${escaped(by)}`;
  return `“${escaped(sentence)}” (${where}${said}; \`${id.slice(0, 14)}\`, confidence ${confidence.toFixed(2)})`;
}

/** A link for addresses of the web; anything else stays plain text. */
function addressText(url: string): string {
  return isWebAddress(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : escaped(url);
}

function documentText({ number, title, outlet, author, url, published, entries }: NumberedDocument): string {
  const by = author === null ? "" : `${escaped(author)}: `;
  const address = url === null ? "" : ` ${addressText(url)}`;
  return `${anchor(`d${number}`)}**D${number}.** ${by}*${escaped(title ?? "Untitled")}*. ${escaped(outlet ?? "Outlet not named")}, ${published === null ? "not dated" : dateInWords(published)}.${address} Entries ${citationText(entries)}`;
}
