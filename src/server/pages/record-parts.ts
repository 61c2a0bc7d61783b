import { html } from "hono/html";
import { eventDateInWords, rangeInWords } from "../../brief/wording.ts";
import type { Attribution, Event, Modality, Quantity, Tie } from "../../vocabulary/index.ts";
import type { Markup } from "./layout.ts";

/** A record's modality as a word set the way its words are marked in the text. */
export function modalityMark(modality: Modality): Markup {
  return html`<span class="m ${modality}">${modality}</span>`;
}

/** What an event is, in one line: type, who and when. */
export function eventLines(event: Event, who: string): Markup {
  const mode = event.mode === null ? "" : ` · ${event.mode}`;
  return html`<p><span class="kind">${event.type}${mode}</span> ${modalityMark(event.modality)}</p>
<p class="who">${who}</p>
<p>${eventDateInWords(event.date)}${event.place === null ? "" : `, ${event.place.name}`} <span class="soft">· ${event.domains.join(", ")} · score ${event.score} · confidence ${event.confidence.toFixed(2)}</span></p>
${saidBy(event.attribution)}${amounts(event.quantities)}`;
}

export function tieLines(tie: Tie, who: string): Markup {
  return html`<p><span class="kind">${tie.kind}</span>${tie.level === null ? "" : html` · ${tie.level}`} ${modalityMark(tie.modality)}</p>
<p class="who">${who}</p>
<p>${termInWords(tie)} <span class="soft">· ${tie.domain} · confidence ${tie.confidence.toFixed(2)}</span></p>
${saidBy(tie.attribution)}${amounts(tie.quantities)}`;
}

/** When a tie holds: "since July 2024", "until 2020", "2015 to 2020", "no dates said". */
export function termInWords({ since, until }: Pick<Tie, "since" | "until">): string {
  if (since === null) return until === null ? "no dates said" : `until ${rangeInWords(until, until)}`;
  return until === null ? `since ${rangeInWords(since, since)}` : rangeInWords(since, until);
}

function saidBy(attribution: Attribution | null): Markup | string {
  if (attribution === null) return "";
  const who = attribution.name ?? `“${attribution.text}”`;
  return html`<p>says ${who}${attribution.party ? html` <span class="soft">(a party to it)</span>` : ""}</p>`;
}

function amounts(quantities: readonly Quantity[]): Markup | string {
  return quantities.length === 0 ? "" : html`<p>${quantities.map(({ text }) => text).join(" · ")}</p>`;
}
