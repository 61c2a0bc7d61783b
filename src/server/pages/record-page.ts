import { html } from "hono/html";
import { dateInWords } from "../../brief/wording.ts";
import type { StoredEvent, StoredTie } from "../../ledger/index.ts";
import type { Document, Event, Tie } from "../../vocabulary/index.ts";
import { type Naming, tieParties, typeWords, whoToWhom } from "../wording.ts";
import type { Markup } from "./layout.ts";
import { eventCircumstances, modalityOf, tieCircumstances } from "./record-parts.ts";

/** Where a record's words stand. */
export type Source = Pick<Document, "id" | "title" | "outlet" | "published">;

/** One event with its words, every field, and the other reports of the same story. */
export function eventPage(
  stored: StoredEvent,
  source: Source | null,
  reports: readonly StoredEvent[],
  naming: Naming,
): Markup {
  const { event, status, stamp, story } = stored;
  const others = reports.filter((other) => other.event.id !== event.id);
  return html`<h1>${whoToWhom(event, naming)}</h1>
<section class="record"><p><span class="kind">${typeWords(event)}</span> ${modalityOf(event)}</p>${eventCircumstances(event)}</section>
${words(event, source)}
${
  others.length === 0
    ? ""
    : html`<h2>Other reports of it</h2><ul>${others.map(
        ({ event: other }) =>
          html`<li><a href="/documents/${other.document}#${other.id}">${other.evidence.sentence}</a></li>`,
      )}</ul>`
}
<dl class="facts"><dt>Rule</dt><dd>${event.rule}</dd><dt>Story</dt><dd><code>${story}</code></dd>
<dt>Standing</dt><dd>${status}, by coder ${stamp.coder}, word lists ${stamp.lexicon}</dd>
<dt>Record</dt><dd><a href="/events/${event.id}.json">${event.id}.json</a></dd></dl>`;
}

export function tiePage({ tie, status, stamp }: StoredTie, source: Source | null, naming: Naming): Markup {
  return html`<h1>${tieParties(tie, naming)}</h1>
<section class="record"><p><span class="kind">${tie.kind}</span>${tie.level === null ? "" : html` · ${tie.level}`} ${modalityOf(tie)}</p>${tieCircumstances(tie)}</section>
${words(tie, source)}
<dl class="facts"><dt>Rule</dt><dd>${tie.rule}</dd>
<dt>Standing</dt><dd>${status}, by coder ${stamp.coder}, word lists ${stamp.lexicon}</dd>
<dt>Record</dt><dd><a href="/ties/${tie.id}.json">${tie.id}.json</a></dd></dl>`;
}

/** The sentence with the words that name the record, and where it stands; a tie from open data has only its claim. */
function words({ id, modality, evidence, ...record }: Event | Tie, source: Source | null): Markup {
  if (evidence === null) return html`<blockquote>${"claim" in record ? record.claim : ""}</blockquote>`;
  const { sentence, start, anchor } = evidence;
  const [before, inside, after] = [
    sentence.slice(0, anchor.start - start),
    sentence.slice(anchor.start - start, anchor.end - start),
    sentence.slice(anchor.end - start),
  ];
  return html`<blockquote>${before}<mark class="m ${modality}">${inside}</mark>${after}</blockquote>
${source === null ? "" : citation(id, source)}`;
}

function citation(record: string, { id, title, outlet, published }: Source): Markup {
  const day = published === null ? "undated" : dateInWords(published);
  return html`<p class="sans"><a href="/documents/${id}#${record}">${title ?? "The document"}</a>, ${
    outlet === null ? "" : `${outlet}, `
  }${day}</p>`;
}
