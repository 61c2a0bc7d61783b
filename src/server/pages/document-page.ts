import { html } from "hono/html";
import { counted, dateInWords } from "../../brief/wording.ts";
import type { StoredEvent, StoredTie } from "../../ledger/index.ts";
import { type Document, MODALITIES } from "../../vocabulary/index.ts";
import { markedText, type Passage, type Segment } from "../marked-text.ts";
import { type Naming, tieParties, whoToWhom } from "../wording.ts";
import type { Markup } from "./layout.ts";
import { eventLines, modalityMark, tieLines } from "./record-parts.ts";

/** A document with the words of its records marked, and the records beside it; each links to the other. */
export function documentPage(
  document: Document,
  events: readonly StoredEvent[],
  ties: readonly StoredTie[],
  naming: Naming,
): Markup {
  const records = [...events.map(({ event }) => event), ...ties.map(({ tie }) => tie)];
  const passages = markedText(document.text.length, records);
  return html`<h1>${document.title ?? "Untitled document"}</h1>
${facts(document)}
<p class="legend"><span>Marked words name an event or a tie:</span>${MODALITIES.map(modalityMark)}</p>
<div class="reader">
<article class="text" lang="${document.language}">${text(document.text, passages, records)}</article>
<aside class="records" aria-label="Events and ties">
<p class="count">${counted(events.length, "event")}, ${counted(ties.length, "tie")}</p>
${entries(events, ties, naming)}
</aside>
</div>`;
}

function facts({ outlet, author, url, published, id }: Document): Markup {
  const rows: [string, Markup | string][] = [
    ["Outlet", outlet ?? "not known"],
    ...(author === null ? [] : ([["Author", author]] as [string, string][])),
    ["Published", published === null ? "not known: relative dates stay unresolved" : dateInWords(published)],
    ...(url !== null && /^https?:\/\//i.test(url)
      ? ([["Address", html`<a href="${url}" rel="noreferrer">${url}</a>`]] as [string, Markup][])
      : []),
    ["Document", html`<code>${id}</code>`],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function text(
  words: string,
  passages: readonly Passage[],
  records: readonly (StoredEvent["event"] | StoredTie["tie"])[],
): Markup[] {
  const places = new Map<number, Set<string>>();
  for (const { evidence } of records) {
    if (evidence === null) continue;
    for (const { start, end } of [evidence, evidence.anchor])
      places.set(start, (places.get(start) ?? new Set()).add(placeId(start, end)));
  }
  const begun = new Set<string>();
  return passages.map(({ segments, isEvidence }) => {
    const inside = segments.map((segment) => segmentMarkup(words, segment, places, begun));
    return isEvidence ? html`<span class="passage">${inside}</span>` : html`${inside}`;
  });
}

/** The address of a range of a document's text, or of the whole document where the range is empty. */
export function placeAddress(document: string, start: number, end: number): string {
  return `/documents/${document}${end > start ? `#${placeId(start, end)}` : ""}`;
}

/** The fragment that leads to a range of a document's text, where a record has its sentence or its words there. */
function placeId(start: number, end: number): string {
  return `at-${start}-${end}`;
}

function segmentMarkup(
  words: string,
  { start, end, marks }: Segment,
  places: ReadonlyMap<number, ReadonlySet<string>>,
  begun: Set<string>,
): Markup {
  const here = [...(places.get(start) ?? [])].map((id) => html`<span id="${id}"></span>`);
  const piece = words.slice(start, end);
  const [first] = marks;
  if (first === undefined) return html`${here}${piece}`;
  const fresh = marks.filter(({ id }) => !begun.has(id));
  for (const { id } of fresh) begun.add(id);
  const anchors = fresh.map(({ id }) => html`<span id="${id}"></span>`);
  const ids = marks.map(({ id }) => id).join(" ");
  return html`${here}<a class="m ${first.modality}" href="#r_${first.id}" data-records="${ids}">${anchors}${piece}</a>`;
}

function entries(events: readonly StoredEvent[], ties: readonly StoredTie[], naming: Naming): Markup[] {
  const rows = [
    ...events.map(({ event, status, story }) => ({
      record: event,
      path: `/events/${event.id}`,
      lines: eventLines(event, whoToWhom(event, naming)),
      note: status === "coded" ? "" : status,
      story,
    })),
    ...ties.map(({ tie, status }) => ({
      record: tie,
      path: `/ties/${tie.id}`,
      lines: tieLines(tie, tieParties(tie, naming)),
      note: status === "coded" ? "" : status,
      story: null,
    })),
  ].sort((a, b) => (a.record.evidence?.anchor.start ?? 0) - (b.record.evidence?.anchor.start ?? 0));
  return rows.map(
    ({ record, path, lines, note }) => html`<section class="record" id="r_${record.id}">${lines}
<p class="soft">${note === "" ? "" : `${note} · `}<a href="#${record.id}">“${record.evidence?.anchor.text ?? record.id}”</a> · <a href="${path}">record</a></p></section>`,
  );
}
