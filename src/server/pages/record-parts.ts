import { html } from "hono/html";
import { eventDateInWords, rangeInWords } from "../../brief/wording.ts";
import type { Attribution, Event, Modality, Quantity, Tie } from "../../vocabulary/index.ts";
import type { Markup } from "./layout.ts";

/** A modality as a word, set the way its words are marked in the text. */
export function modalityMark(modality: Modality): Markup {
  return html`<span class="m ${modality}">${modality}</span>`;
}

/** A record's modality; what the text asserts is the plain case and stands out least. */
export function modalityOf({ modality }: Pick<Event | Tie, "modality">): Markup {
  return modality === "asserted" ? html`<span class="soft">asserted</span>` : modalityMark(modality);
}

/** What an event is: type, who, when, who says so. */
export function eventLines(event: Event, who: string): Markup {
  const mode = event.mode === null ? "" : ` · ${event.mode}`;
  return html`<p><span class="kind">${event.type}${mode}</span> ${modalityOf(event)}</p>
<p class="who">${who}</p>
${eventCircumstances(event)}`;
}

/** When and where an event was, how it is scored, and who says so. */
export function eventCircumstances(event: Event): Markup {
  return html`<p>${eventDateInWords(event.date)}${event.place === null ? "" : `, ${event.place.name}`} <span class="soft">· ${event.domains.join(", ")} · score ${event.score} · confidence ${event.confidence.toFixed(2)}</span></p>
${saidBy(event.attribution)}${amounts(event.quantities)}`;
}

export function tieLines(tie: Tie, who: string): Markup {
  return html`<p><span class="kind">${tie.kind}</span>${tie.level === null ? "" : html` · ${tie.level}`} ${modalityOf(tie)}</p>
<p class="who">${who}</p>
${tieCircumstances(tie)}`;
}

/** When a tie holds, where it counts, and who says so. */
export function tieCircumstances(tie: Tie): Markup {
  return html`<p>${termInWords(tie)} <span class="soft">· ${tie.domain} · confidence ${tie.confidence.toFixed(2)}</span></p>
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
