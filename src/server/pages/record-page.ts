import { html } from "hono/html";
import { dateInWords } from "../../brief/wording.ts";
import type { StoredEvent, StoredTie } from "../../ledger/index.ts";
import type { Document, Evidence } from "../../vocabulary/index.ts";
import { tieParties, typeWords, whoToWhom } from "../wording.ts";
import type { Markup } from "./layout.ts";
import { eventLines, tieLines } from "./record-parts.ts";

/** Where a record's words stand. */
export type Source = Pick<Document, "id" | "title" | "outlet" | "published">;

/** One event with its words, every field, and the other reports of the same story. */
export function eventPage(
  stored: StoredEvent,
  source: Source | null,
  reports: readonly StoredEvent[],
): Markup {
  const { event, status, stamp, story } = stored;
  const others = reports.filter((other) => other.event.id !== event.id);
  return html`<h1>${typeWords(event)}: ${whoToWhom(event)}</h1>
<section class="record">${eventLines(event, whoToWhom(event))}</section>
${words(event.id, event.evidence, source)}
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

export function tiePage({ tie, status, stamp }: StoredTie, source: Source | null): Markup {
  return html`<h1>${tie.kind}: ${tieParties(tie)}</h1>
<section class="record">${tieLines(tie, tieParties(tie))}</section>
${tie.evidence === null ? html`<blockquote>${tie.claim}</blockquote>` : words(tie.id, tie.evidence, source)}
<dl class="facts"><dt>Rule</dt><dd>${tie.rule}</dd>
<dt>Standing</dt><dd>${status}, by coder ${stamp.coder}, word lists ${stamp.lexicon}</dd>
<dt>Record</dt><dd><a href="/ties/${tie.id}.json">${tie.id}.json</a></dd></dl>`;
}

function words(id: string, { sentence, start, anchor }: Evidence, source: Source | null): Markup {
  const [before, inside, after] = [
    sentence.slice(0, anchor.start - start),
    sentence.slice(anchor.start - start, anchor.end - start),
    sentence.slice(anchor.end - start),
  ];
  const cited =
    source === null
      ? ""
      : html`<p class="sans"><a href="/documents/${source.id}#${id}">${source.title ?? "The document"}</a>${
          source.outlet === null ? "" : `, ${source.outlet}`
        }${source.published === null ? ", undated" : `, ${dateInWords(source.published)}`}</p>`;
  return html`<blockquote>${before}<mark class="m asserted">${inside}</mark>${after}</blockquote>${cited}`;
}
