import { type ActorTables, loadActorTables } from "../../actors/index.ts";
import { counted, listed, plain } from "../../brief/wording.ts";
import { openLedger } from "../../ledger/index.ts";
import {
  type Balance,
  type Composite,
  compositeOfShares,
  measureBalance,
  type Value,
} from "../../measures/index.ts";
import { csvLine } from "../../server/exports/csv.ts";
import { readQuestion } from "../../server/question.ts";
import { DOMAINS, type Domain, Problem } from "../../vocabulary/index.ts";
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
  /** Weights of the domains in one number, as in "security=2,economic=1,political=1". */
  readonly weights?: string;
  readonly format: "table" | "csv" | "json";
}

/** `multivector measure`: level, tilt, evenness and ties of a state between powers, by domain and period. */
export async function measure(state: string, options: MeasureOptions, effects: Effects): Promise<number> {
  const tables = loadActorTables();
  const question = readQuestion({ ...options, state }, tables);
  const weights = options.weights === undefined ? null : weightsIn(options.weights);
  const ledger = await openLedger(options.ledger, { readonly: true });
  try {
    const standing = <Row extends { readonly status: string }>({ status }: Row): boolean =>
      status !== "rejected";
    const ties = (await ledger.ties()).filter(standing).map(({ tie }) => tie);
    const published = new Map((await ledger.documents()).map(({ id, published: day }) => [id, day]));
    const balance = measureBalance((await ledger.events()).filter(standing), ties, question, published);
    const domains = options.domain === undefined ? DOMAINS : [options.domain];
    const wanted = { ...balance, values: balance.values.filter(({ domain }) => domains.includes(domain)) };
    const composites = weights === null ? [] : compositesBy(balance, weights);
    await effects.out.write(
      options.format === "csv"
        ? asCsv(wanted.values)
        : options.format === "json"
          ? `${JSON.stringify({ ...wanted, ...(weights === null ? {} : { composites }), ledgerHash: await ledger.hash() }, null, 2)}\n`
          : asTable(wanted, domains, tables, effects),
    );
    if (options.format === "table") await effects.out.write(compositeLines(composites, weights));
    return 0;
  } finally {
    await ledger.close();
  }
}

interface PeriodComposite extends Composite {
  readonly period: string;
}

/** Domains not named weigh nothing. */
function weightsIn(typed: string): ReadonlyMap<Domain, number> {
  const weights = new Map<Domain, number>();
  for (const part of typed.split(",")) {
    const [name = "", weight = ""] = part.trim().split("=");
    const domain = DOMAINS.find((one) => one === name.trim());
    if (domain === undefined || !/^\d+(?:\.\d+)?$/.test(weight.trim()))
      throw new Problem(
        "usage",
        `"${part}" gives no domain a weight.`,
        `Write it as ${DOMAINS.map((one) => `${one}=1`).join(",")}; a domain left out weighs nothing.`,
      );
    weights.set(domain, Number(weight));
  }
  if ([...weights.values()].filter((weight) => weight > 0).length < 2)
    throw new Problem(
      "usage",
      "Fewer than two domains have a weight.",
      "One number is made of two domains or more.",
    );
  return weights;
}

function compositesBy(
  { question, periods, values }: Balance,
  weights: ReadonlyMap<Domain, number>,
): readonly PeriodComposite[] {
  return periods.flatMap(({ name }) => {
    const level = (domain: Domain, power: string): number =>
      values.find(
        (value) =>
          value.period === name &&
          value.domain === domain &&
          value.measure === "cooperation_level" &&
          value.powers[0] === power,
      )?.value ?? 0;
    const parts = [...weights].flatMap(([domain, weight]) =>
      weight > 0
        ? [{ name: domain, weight, levels: question.powers.map((power) => level(domain, power)) }]
        : [],
    );
    const composite = compositeOfShares(question.powers, parts);
    return composite === null ? [] : [{ period: name, ...composite }];
  });
}

function compositeLines(
  composites: readonly PeriodComposite[],
  weights: ReadonlyMap<Domain, number> | null,
): string {
  if (weights === null) return "";
  const given = [...weights].map(([domain, weight]) => `${domain} ${weight}`).join(", ");
  const head = `\nOne number, the weighted mean of a power's shares of cooperation (${given}), and in how many of a thousand random weightings it comes first:\n`;
  if (composites.length === 0)
    return `${head}none, for no period has cooperation in two of these domains or more.\n`;
  const line = ({ period, components, sensitivity }: PeriodComposite): string =>
    `${period}: ${sensitivity.alternatives
      .map(
        ({ name, value, values: [low, , high], rankShares }) =>
          `${name} ${plain(value)} (${plain(low)} to ${plain(high)}), first in ${plain(1000 * (rankShares[0] ?? 0), 0)}`,
      )
      .join("; ")} [${components.join(", ")}]\n`;
  return head + composites.map(line).join("");
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
