import { html } from "hono/html";
import { counted } from "../../brief/wording.ts";
import { mainPowers } from "../balancing.ts";
import type { Holdings, ReadingRoom } from "../reading-room.ts";
import { documentTable, latestFirst } from "./documents-page.ts";
import type { Markup } from "./layout.ts";

const DOCUMENTS_SHOWN = 12;

/** The first page: the states that balance, a question of one's own, and what the ledger holds. */
export function overviewPage(room: ReadingRoom, holdings: Holdings): Markup {
  const { documents, events, ties, balancing } = holdings;
  const stories = new Set(events.map(({ story }) => story)).size;
  const undated = documents.filter(({ published }) => published === null).length;
  return html`<h1>Where states stand between powers</h1>
<p class="count soft">${counted(documents.length, "document")}${undated === 0 ? "" : ` (${undated} undated)`} · ${counted(events.length, "event")} in ${counted(stories, "story", "stories")} · ${counted(ties.length, "tie")}</p>
${
  balancing.length === 0
    ? html`<p>No state has events or ties with two of China, Russia, the United States and the European Union yet. Ask about other powers below, or add documents: <code>multivector add path/to/articles</code></p>`
    : balancingTable(room, holdings)
}
<h2>Ask</h2>
${questionForm()}
<h2>Documents</h2>
${documentTable(latestFirst(documents).slice(0, DOCUMENTS_SHOWN))}
${documents.length > DOCUMENTS_SHOWN ? html`<p class="sans"><a href="/documents">All ${counted(documents.length, "document")}</a></p>` : ""}`;
}

function balancingTable({ tables }: ReadingRoom, { balancing }: Holdings): Markup {
  const rows = balancing.map((found) => {
    const { state, powers, records } = found;
    const two = mainPowers(found).join(",");
    return html`<tr><td><a href="/brief/${state}?between=${two}">${tables.nameOf(state)}</a></td>
<td>${powers.map((power, at) => `${tables.nameOf(power)} (${records[at]})`).join(", ")}</td>
<td class="tight"><a href="/events?state=${state}&amp;between=${powers.join(",")}">chronology</a></td></tr>`;
  });
  return html`<div class="scroll"><table>
<thead><tr><th>Brief</th><th>Between (stories and ties)</th><th></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function questionForm(): Markup {
  return html`<form action="/brief" method="get">
<label>State <input name="state" size="14" required placeholder="BLR or Belarus"></label>
<label>Between <input name="between" size="18" required placeholder="RUS,CHN"></label>
<label>Since <input name="since" size="10" placeholder="2016"></label>
<label>Until <input name="until" size="10" placeholder="2024-08"></label>
<button>Write the brief</button>
</form>`;
}
