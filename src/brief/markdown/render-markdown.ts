import type { Brief } from "../brief.ts";
import { outletWords } from "../outlet-words.ts";
import { capital, counted } from "../wording.ts";
import { answerParts } from "./answer.ts";
import { openDataParts } from "./open-data.ts";
import { recordParts } from "./records.ts";
import { escaped, listText, statementText } from "./text.ts";

/** The brief as Markdown: the same sentences, tables and citations as the page, without the figures. */
export function renderBriefMarkdown(brief: Brief): string {
  const parts = [
    `# ${escaped(brief.title)}`,
    `*${escaped(brief.period)}*`,
    brief.summary.map((statement) => `> ${statementText(statement)}`).join("\n>\n"),
    factsText(brief),
    ...answerParts(brief),
    ...doubtParts(brief),
    ...openDataParts(brief),
    ...recordParts(brief),
    `---`,
    `Made by Multivector ${escaped(brief.stamp.coder)} with word lists \`${brief.stamp.lexicon}\` from ledger \`${brief.ledgerHash}\`.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function factsText(brief: Brief): string {
  const { counts } = brief;
  return `From ${counted(counts.documents, "document")}${outletWords(brief)}: ${counted(counts.events, "event")} and ${counted(counts.ties, "tie")}; ${counted(counts.stories, "story counts", "stories count")} towards the measures.`;
}

function doubtParts({ notEstablished, conflicts, unknowns }: Brief): string[] {
  return [
    "## Not established",
    notEstablished.length > 0
      ? "None of this is in a measure."
      : "Everything on record is asserted: no text only plans, reports, supposes, asks for or denies it.",
    ...notEstablished.flatMap(({ title, explanation, items }) => [
      `### ${title}`,
      `*${explanation}*`,
      listText(items.map(({ statement }) => statementText(statement))),
    ]),
    ...(conflicts.length > 0
      ? ["## Where texts contradict each other", listText(conflicts.map(statementText))]
      : []),
    "## What is not known",
    unknowns.length > 0
      ? listText(unknowns.map(({ about, statement }) => `**${capital(about)}.** ${statementText(statement)}`))
      : "No gap was found in the records.",
  ];
}
