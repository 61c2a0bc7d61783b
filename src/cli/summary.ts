import type { ActorTables } from "../actors/index.ts";
import { counted, listed } from "../brief/wording.ts";
import { type BalanceQuestion, measureBalance } from "../measures/index.ts";
import type { Holdings } from "../server/reading-room.ts";
import { type TellingEvent, tellingEvents } from "../server/telling.ts";
import { dateWords, typeWords, whoToWhom } from "../server/wording.ts";
import { DOMAINS } from "../vocabulary/index.ts";
import { BALANCE_LEGEND, balanceTable } from "./balance-table.ts";
import type { Style } from "./style.ts";
import { wrapped } from "./text-table.ts";

const TELLING = 3;

/** What the ledger holds and where the states in question stand, set for a terminal. */
export function summary(
  holdings: Holdings,
  questions: readonly BalanceQuestion[],
  { tables, style, width }: { readonly tables: ActorTables; readonly style: Style; readonly width: number },
): string {
  const setting = { tables, style, width };
  const blocks = [
    [` ${counts(holdings)}`],
    ...questions.map((question) => balanceBlock(holdings, question, setting)),
    ...(questions.length === 0
      ? [
          [
            " No state has asserted events or ties with two of China, Russia, the United States and the EU.",
            ` Ask about other powers: ${style.bold("--state BLR --between RUS,CHN")}`,
          ],
        ]
      : []),
    questions.length > 0 ? BALANCE_LEGEND.map((line) => style.dim(`   ${line}`)) : [],
    tellingBlock(tellingEvents(amongThose(holdings, questions), TELLING), holdings, setting),
  ];
  return `\n${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function counts({ documents, events, ties }: Holdings): string {
  const stories = new Set(events.map(({ story }) => story)).size;
  const undated = documents.filter(({ published }) => published === null).length;
  return [
    counted(documents.length, "document"),
    ...(undated > 0 ? [`${undated} of them undated`] : []),
    `${counted(events.length, "event")} in ${counted(stories, "story", "stories")}`,
    counted(ties.length, "tie"),
  ].join(" · ");
}

interface Setting {
  readonly tables: ActorTables;
  readonly style: Style;
  readonly width: number;
}

function balanceBlock(
  { documents, events, ties }: Holdings,
  question: BalanceQuestion,
  { tables, style, width }: Setting,
): string[] {
  const { state, powers } = question;
  const { periods, values } = measureBalance(
    events,
    ties.map(({ tie }) => tie),
    { ...question, by: "all" },
    new Map(documents.map(({ id, published }) => [id, published])),
  );
  const title = ` ${style.bold(`${tables.nameOf(state)} between ${listed(powers.map(tables.nameOf))}`)}`;
  const [period] = periods;
  if (period === undefined) return [title, "   Nothing dated is known of it."];
  const setting = { values, powers, periods: [period.name], domains: DOMAINS, width: width - 3 };
  const [header = "", ...lines] = balanceTable(setting);
  if (lines.length === 0) return [title, "   Nothing is known between them."];
  return [
    `${title}  ${style.dim(period.name.replace("/", " to "))}`,
    `   ${style.dim(header)}`,
    ...lines.map((line) => `   ${line}`),
  ];
}

function tellingBlock(
  telling: readonly TellingEvent[],
  { documents }: Holdings,
  { style, width }: Setting,
): string[] {
  if (telling.length === 0) return [];
  const outlets = new Map(documents.map(({ id, outlet, title }) => [id, outlet ?? title]));
  return [
    ` ${style.bold(telling.length === 1 ? "The most telling event" : "The most telling events")}`,
    ...telling.flatMap(({ event, reports }) => {
      const outlet = outlets.get(event.document);
      const source = [
        ...(outlet == null ? [] : [outlet]),
        ...(reports > 1 ? [counted(reports, "report")] : []),
      ];
      return [
        `   ${dateWords(event.date)}  ${whoToWhom(event)}  ${typeWords(event)}  ${style.dim(source.join(", "))}`,
        ...wrapped(`“${event.evidence.sentence}”`, Math.min(width, 100) - 6).map((line) => `     ${line}`),
      ];
    }),
  ];
}

/** The events between the states and the powers asked about; all of them where nobody is asked about. */
function amongThose({ events }: Holdings, questions: readonly BalanceQuestion[]): Holdings["events"] {
  if (questions.length === 0) return events;
  return events.filter(({ event: { sources, targets } }) => {
    const actors = [...sources, ...targets].map(({ actor }) => actor);
    return questions.some(
      ({ state, powers }) => actors.includes(state) && powers.some((power) => actors.includes(power)),
    );
  });
}
