import type { Brief } from "../brief.ts";
import { balanceFigure } from "../figures/balance-figure.ts";
import { seriesFigure } from "../figures/series-figure.ts";
import { type Markup, markup } from "../markup.ts";
import { outletWords } from "../outlet-words.ts";
import { counted } from "../wording.ts";
import { changesSection } from "./changes-section.ts";
import { chronologySection } from "./chronology-section.ts";
import { claimsSection } from "./claims-section.ts";
import { commitmentsSection } from "./commitments-section.ts";
import { compositesSection } from "./composites-section.ts";
import { documentsSection } from "./documents-section.ts";
import { conflictsSection, notEstablishedSection, unknownSection } from "./doubt-sections.ts";
import { methodSection } from "./method-section.ts";
import { numbersSection } from "./numbers-section.ts";
import { openDataSection } from "./open-data-section.ts";
import type { DocumentLink } from "./pieces.ts";
import { statementHtml } from "./pieces.ts";
import { standingSection } from "./standing-section.ts";
import { BRIEF_STYLE } from "./style.ts";

/**
 * The brief as one self-contained page: no script, no request, printable, light and dark. `link` gives the address
 * of a place in a document (offsets into its text); without it sentences lead to the list of documents. `home` is
 * the address of the pages that the brief is one of; without it the brief stands alone.
 */
export function renderBriefHtml(
  brief: Brief,
  options: { readonly link?: DocumentLink; readonly home?: string } = {},
): string {
  const link = options.link ?? null;
  const sections: readonly Section[] = [
    {
      id: "standing",
      title: "Where it stands",
      body: standingSection(brief, figureHtml(brief, balanceFigure)),
    },
    {
      id: "changes",
      title: "What changed, and when",
      body: changesSection(brief, figureHtml(brief, seriesFigure)),
    },
    {
      id: "commitments",
      title: "Commitments, and whether they were honoured",
      body: commitmentsSection(brief),
    },
    { id: "not-established", title: "Not established", body: notEstablishedSection(brief) },
    ...(brief.conflicts.length > 0
      ? [{ id: "conflicts", title: "Where texts contradict each other", body: conflictsSection(brief) }]
      : []),
    { id: "unknown", title: "What is not known", body: unknownSection(brief) },
    { id: "open-data", title: "Open data", body: openDataSection(brief) },
    ...(brief.composites.length > 0
      ? [{ id: "composites", title: "If it were one number", body: compositesSection(brief) }]
      : []),
    { id: "claims", title: "Checked against open data", body: claimsSection(brief) },
    { id: "chronology", title: "Chronology and evidence", body: chronologySection(brief, link) },
    { id: "numbers", title: "The numbers and their records", body: numbersSection(brief) },
    { id: "documents", title: "Documents", body: documentsSection(brief, link) },
    { id: "method", title: "How to read this", body: methodSection(brief) },
  ];
  return `<!doctype html>\n${page(brief, sections, options.home).markup}\n`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

function page(brief: Brief, sections: readonly Section[], home: string | undefined): Markup {
  const way = home === undefined ? "" : markup`<a href="${home}" title="Overview">Multivector</a> · `;
  return markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Multivector ${brief.stamp.coder}">
<title>${brief.title}, ${brief.period}</title>
<style>${{ markup: BRIEF_STYLE }}</style>
</head>
<body>
<a class="skip" href="#answer">Skip to the answer</a>
<header class="masthead">
<p class="kicker">${way}Brief</p>
<h1>${brief.title}</h1>
<p class="period">${brief.period}</p>
</header>
<main>
<section id="answer" aria-label="In short" class="answer">
${brief.summary.map((statement) => markup`<p>${statementHtml(statement)}</p>\n`)}${facts(brief)}
</section>
<nav aria-label="Contents" class="contents"><ol>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
${sections.map(
  ({ id, title, body }) =>
    markup`<section id="${id}" aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${title}</h2>\n${body}\n</section>\n`,
)}</main>
<footer class="imprint">
<p>Made by Multivector ${brief.stamp.coder} with word lists <code>${brief.stamp.lexicon}</code> from ledger <code>${brief.ledgerHash}</code>. The same ledger gives the same brief.</p>
</footer>
</body>
</html>`;
}

function facts(brief: Brief): Markup {
  const { counts } = brief;
  return markup`<p class="facts">From <a href="#documents">${counted(counts.documents, "document")}</a>${outletWords(brief)}: <a href="#chronology">${counted(counts.events, "event")} and ${counted(counts.ties, "tie")}</a>; ${counted(counts.stories, "story counts", "stories count")} towards the measures.</p>`;
}

/** A figure for wide pages and paper, and the same for phones; the style shows one of them. */
function figureHtml(brief: Brief, draw: typeof balanceFigure): Markup {
  const svg = (width: "wide" | "narrow"): Markup => ({ markup: draw(brief, width) });
  return markup`<figure class="figure"><div class="wide">${svg("wide")}</div><div class="narrow">${svg("narrow")}</div></figure>`;
}
