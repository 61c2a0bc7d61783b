import { dayOf, measureBalance, type Shift, shiftsIn, type Value } from "../measures/index.ts";
import type { Domain } from "../vocabulary/index.ts";
import type { Change, Series } from "./brief.ts";
import type { Entry } from "./entries.ts";
import { entryLine, quotation } from "./quoting.ts";
import type { Evidence, StandingContext } from "./standing-context.ts";
import { cite, type Statement, say } from "./statement.ts";
import { capital, counted, DOMAIN_ORDER, dateInWords, IN_DOMAIN } from "./wording.ts";

const EXPLAINING = 4;
const FEWEST_YEARS = 4;

export interface ChangeContext extends StandingContext, Evidence {
  readonly chronology: readonly Entry[];
}

/** The tilt between the first two powers year by year, per domain, with the years in which its level changed. */
export function seriesOf(context: ChangeContext): readonly Series[] {
  const { storied, ties, published, question, numbers } = context;
  const { values } = measureBalance(storied, ties, { ...question, by: "year" }, published);
  return DOMAIN_ORDER.map((domain) => {
    const tilts = values.filter((value) => value.domain === domain && value.measure === "event_tilt");
    return {
      domain,
      points: tilts.map((value) => ({ value, number: numbers.idOf(value) })),
      shifts: shiftsOf(tilts).map(({ at }) => at),
    };
  });
}

function shiftsOf(tilts: readonly Value[]): readonly Shift[] {
  return shiftsIn(
    tilts.flatMap(({ period, value, stories }) =>
      value === null ? [] : [{ period, value, weight: stories }],
    ),
  );
}

/** What changed and when: shifts of the tilt with the events behind them, then ties begun and ended. */
export function changesOf(series: readonly Series[], context: ChangeContext): readonly Change[] {
  return [
    ...series.flatMap((one) => shiftChanges(one, context)),
    ...tieChanges(context),
    ...series.flatMap((one) => noShift(one)),
  ];
}

function shiftChanges({ domain, points }: Series, context: ChangeContext): Change[] {
  const values = points.map(({ value }) => value);
  const known = values.filter(({ value }) => value !== null);
  const shifts = shiftsOf(values);
  const starts = [known[0]?.period ?? "", ...shifts.map(({ at }) => at)];
  const pooled = starts.map((start, at) => {
    const next = starts[at + 1];
    const years = known.filter(({ period }) => period >= start && (next === undefined || period < next));
    return pooledTilt(domain, years[0]?.period ?? start, years.at(-1)?.period ?? start, context);
  });
  return shifts.flatMap(({ at }, index): Change[] => {
    const before = pooled[index];
    const after = pooled[index + 1];
    if (before?.value.value == null || after?.value.value == null) return [];
    const toFirst = after.value.value > before.value.value;
    const power = toFirst ? context.powers[0] : context.powers[1];
    const name = power?.name ?? "";
    const apart = disjoint(before.value, after.value);
    const statement = say`${capital(IN_DOMAIN[domain])}, the tilt moved towards ${name} in ${at}: from ${context.numbers.cite(before.value)} in ${before.years} (${counted(before.value.stories, "story", "stories")}) to ${context.numbers.cite(after.value)} in ${after.years} (${counted(after.value.stories, "story", "stories")}). ${apart ? "The intervals of the two stretches do not overlap." : "The intervals of the two stretches overlap or are missing, so this may be chance."}`;
    return [
      {
        is: "shift",
        domain,
        when: at,
        statement,
        because: explaining(domain, at, power?.actor ?? "", context),
      },
    ];
  });
}

/** The tilt over a stretch of years taken together. */
function pooledTilt(
  domain: Domain,
  first: string,
  last: string,
  { storied, ties, published, question }: ChangeContext,
): { readonly value: Value; readonly years: string } | undefined {
  const since = later(question.since, `${first}-01-01`);
  const until = earlier(question.until, `${last}-12-31`);
  const { values } = measureBalance(storied, ties, { ...question, since, until, by: "all" }, published);
  const value = values.find((one) => one.domain === domain && one.measure === "event_tilt");
  return value && { value, years: first === last ? first : `${first} to ${last}` };
}

/** The weightiest acts with the power that the tilt moved to, in the year of the shift. */
function explaining(
  domain: Domain,
  year: string,
  power: string,
  { storied, chronology }: ChangeContext,
): Statement[] {
  const years = new Map(storied.map(({ event }) => [event.id, dayOf(event)?.slice(0, 4)]));
  return chronology
    .filter(
      (entry) =>
        entry.is === "event" &&
        entry.counted &&
        entry.domains.includes(domain) &&
        entry.powers.includes(power) &&
        (entry.score ?? 0) > 0 &&
        entry.reports.some(({ id }) => years.get(id) === year),
    )
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.number - b.number)
    .slice(0, EXPLAINING)
    .sort((a, b) => a.number - b.number)
    .map((entry) => entryLine(entry));
}

function tieChanges({ chronology, question }: ChangeContext): Change[] {
  const within = (day: string): boolean =>
    (question.since === null || day >= question.since.slice(0, day.length)) &&
    (question.until === null || day <= question.until);
  return chronology.flatMap((entry): Change[] => {
    if (entry.is !== "tie" || entry.modality !== "asserted") return [];
    const [domain] = entry.domains;
    if (domain === undefined) return [];
    const change = (when: string, word: string): Change => ({
      is: "tie",
      domain,
      when,
      statement: say`${word} ${dateInWords(when)}: ${entry.reading} ${cite([entry.number])}`,
      because: entry.reports.slice(0, 1).map((report) => quotation(report, entry.number)),
    });
    return [
      ...(entry.start !== null && within(entry.start) ? [change(entry.start, "From")] : []),
      ...(entry.end !== null && within(entry.end) ? [change(entry.end, "Until")] : []),
    ];
  });
}

/** Why a domain shows no shift: the series is steady, or too short to tell. */
function noShift({ domain, points, shifts }: Series): Change[] {
  if (shifts.length > 0) return [];
  const years = points.filter(({ value }) => value.value !== null).length;
  const where = capital(IN_DOMAIN[domain]);
  const statement =
    years >= FEWEST_YEARS
      ? say`${where}, no shift stands out from the noise of the ${years} years that have evidence.`
      : say`${where}, ${years === 0 ? "no year has" : `only ${counted(years, "year has", "years have")}`} evidence: at least ${FEWEST_YEARS} are needed to look for a shift.`;
  return [{ is: "no shift", domain, when: "", statement, because: [] }];
}

function disjoint(a: Value, b: Value): boolean {
  return (
    a.interval !== null &&
    b.interval !== null &&
    (a.interval[1] < b.interval[0] || b.interval[1] < a.interval[0])
  );
}

function later(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}

function earlier(a: string | null, b: string): string {
  return a !== null && a < b ? a : b;
}
