import { html } from "hono/html";
import { counted } from "../../brief/wording.ts";
import type { StoredEvent, StoredTie } from "../../ledger/index.ts";
import { dayOf } from "../../measures/index.ts";
import { DOMAINS, EVENT_TYPES, MODALITIES } from "../../vocabulary/index.ts";
import { dateWords, type Naming, termWords, tieParties, typeWords, whoToWhom } from "../wording.ts";
import type { Markup } from "./layout.ts";
import { modalityOf } from "./record-parts.ts";

const ROWS_SHOWN = 500;

/** Events and ties in order of time, the latest first, with a form to select them by. */
export function chronologyPage(
  events: readonly StoredEvent[],
  ties: readonly StoredTie[],
  query: Readonly<Record<string, string>>,
  naming: Naming,
): Markup {
  const rows = [
    ...events.map((stored) => eventEntry(stored, naming)),
    ...ties.map((stored) => tieEntry(stored, naming)),
  ].sort((a, b) => b.day.localeCompare(a.day) || (a.id < b.id ? -1 : 1));
  const address = new URLSearchParams(query).toString();
  const suffix = address === "" ? "" : `?${address}`;
  return html`<h1>Chronology</h1>
${selectionForm(query)}
<p class="count soft">${counted(events.length, "event")}, ${counted(ties.length, "tie")}${
    rows.length > ROWS_SHOWN ? `; the latest ${ROWS_SHOWN} are shown, the files hold all` : ""
  } · <a href="/events.json${suffix}">JSON</a> · <a href="/events.csv${suffix}">CSV</a></p>
<div class="scroll"><table><thead><tr><th>Date</th><th>What</th><th>Who</th><th></th><th>Words</th></tr></thead>
<tbody>${rows.slice(0, ROWS_SHOWN).map(({ markup }) => markup)}</tbody></table></div>`;
}

interface Row {
  readonly id: string;
  readonly day: string;
  readonly markup: Markup;
}

function eventEntry({ event }: StoredEvent, naming: Naming): Row {
  return {
    id: event.id,
    day: dayOf(event) ?? "",
    markup: html`<tr><td class="tight">${dateWords(event.date)}</td><td class="tight">${typeWords(event)}</td>
<td>${whoToWhom(event, naming)}</td><td>${modalityOf(event)}</td>
<td><a href="/documents/${event.document}#${event.id}">${event.evidence.sentence}</a></td></tr>`,
  };
}

function tieEntry({ tie }: StoredTie, naming: Naming): Row {
  const words = tie.evidence?.sentence ?? tie.claim;
  const href = tie.document === null ? `/ties/${tie.id}` : `/documents/${tie.document}#${tie.id}`;
  return {
    id: tie.id,
    day: tie.since ?? tie.until ?? "",
    markup: html`<tr><td class="tight">${termWords(tie)}</td><td>${tie.kind}${tie.level === null ? "" : `: ${tie.level}`}</td>
<td>${tieParties(tie, naming)}</td><td>${modalityOf(tie)}</td><td><a href="${href}">${words}</a></td></tr>`,
  };
}

function selectionForm(query: Readonly<Record<string, string>>): Markup {
  const text = (name: string, label: string, hint: string): Markup =>
    html`<label>${label} <input name="${name}" value="${query[name] ?? ""}" size="12" placeholder="${hint}"></label>`;
  const choice = (name: string, label: string, choices: readonly string[]): Markup => html`<label>${label}
<select name="${name}"><option value="">any</option>${choices.map((value) =>
    value === query[name] ? html`<option selected>${value}</option>` : html`<option>${value}</option>`,
  )}</select></label>`;
  return html`<form action="/events" method="get">
${text("state", "State", "BLR")}${text("between", "With", "RUS,CHN")}${text("since", "Since", "2016")}${text("until", "Until", "2024-08")}
${choice("domain", "Domain", DOMAINS)}${choice("type", "Type", EVENT_TYPES)}${choice("modality", "Modality", MODALITIES)}
<button>Select</button></form>`;
}
