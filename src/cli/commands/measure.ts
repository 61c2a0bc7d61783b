import { type ActorTables, loadActorTables } from "../../actors/index.ts";
import { counted, listed } from "../../brief/wording.ts";
import { openLedger } from "../../ledger/index.ts";
import { type Balance, measureBalance, type Value } from "../../measures/index.ts";
import { csvLine } from "../../server/exports/csv.ts";
import { readQuestion } from "../../server/question.ts";
import { DOMAINS, type Domain } from "../../vocabulary/index.ts";
import { BALANCE_LEGEND, balanceTable } from "../balance-table.ts";
import type { Effects } from "../effects.ts";
import { styleFor } from "../style.ts";

export interface QuestionOptions {
  readonly ledger: string;
  readonly between: string;
  readonly since?: string;
  readonly until?: string;
  readonly by: "year" | "all";
  readonly include?: string;
  readonly halfLife?: string;
}

export interface MeasureOptions extends QuestionOptions {
  readonly domain?: Domain;
  readonly format: "table" | "csv" | "json";
}

/** `multivector measure`: level, tilt, evenness and ties of a state between powers, by domain and period. */
export async function measure(state: string, options: MeasureOptions, effects: Effects): Promise<number> {
  const tables = loadActorTables();
  const question = readQuestion({ ...options, state }, tables);
  const ledger = await openLedger(options.ledger, { readonly: true });
  try {
    const standing = <Row extends { readonly status: string }>({ status }: Row): boolean =>
      status !== "rejected";
    const ties = (await ledger.ties()).filter(standing).map(({ tie }) => tie);
    const published = new Map((await ledger.documents()).map(({ id, published: day }) => [id, day]));
    const balance = measureBalance((await ledger.events()).filter(standing), ties, question, published);
    const domains = options.domain === undefined ? DOMAINS : [options.domain];
    const wanted = { ...balance, values: balance.values.filter(({ domain }) => domains.includes(domain)) };
    await effects.out.write(
      options.format === "csv"
        ? asCsv(wanted.values)
        : options.format === "json"
          ? `${JSON.stringify({ ...wanted, ledgerHash: await ledger.hash() }, null, 2)}\n`
          : asTable(wanted, domains, tables, effects),
    );
    return 0;
  } finally {
    await ledger.close();
  }
}

function asCsv(values: readonly Value[]): string {
  const header = [
    "measure",
    "version",
    "domain",
    "state",
    "powers",
    "period",
    "value",
    "low",
    "high",
    "n",
    "stories",
    "ids",
  ];
  const rows = values.map(
    ({ measure: name, version, domain, state, powers, period, value, interval, n, stories, ids }) => [
      name,
      version,
      domain,
      state,
      powers.join("; "),
      period,
      value,
      interval?.[0] ?? null,
      interval?.[1] ?? null,
      n,
      stories,
      ids.join("; "),
    ],
  );
  return [header, ...rows].map(csvLine).join("");
}

function asTable(
  { question, periods, values, leftOut }: Balance,
  domains: readonly Domain[],
  tables: ActorTables,
  { out, environment }: Effects,
): string {
  const style = styleFor(out, environment);
  const { powers } = question;
  const names = periods.map(({ name }) => name);
  const [header = "", ...lines] = balanceTable({
    values,
    powers,
    periods: names,
    domains,
    width: out.columns,
  });
  const left = Object.entries(leftOut).filter(
    ([reason, count]) => count > 0 && reason !== "no power involved",
  );
  return [
    ...(lines.length > 0
      ? [style.bold(header), ...lines, "", ...BALANCE_LEGEND]
      : [
          `Nothing dated is known of ${tables.nameOf(question.state)} and ${listed(powers.map(tables.nameOf))}.`,
        ]),
    ...(left.length > 0
      ? [`Left out: ${left.map(([reason, count]) => `${counted(count, "event")} ${reason}`).join(", ")}.`]
      : []),
    "",
  ].join("\n");
}
