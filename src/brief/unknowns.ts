import type { Balance } from "../measures/index.ts";
import type { Power, Series, Standing, Unknown } from "./brief.ts";
import type { Entry } from "./entries.ts";
import type { BriefInput } from "./input.ts";
import { cite, type Statement, say } from "./statement.ts";
import { capital, counted, DOMAIN_ORDER, IN_DOMAIN, listed } from "./wording.ts";

const DOUBTFUL = 0.5;
const FEW_STORIES = 10;
const NAMED = 5;

interface Context {
  readonly input: BriefInput;
  readonly stateName: string;
  readonly powers: readonly Power[];
  readonly whole: Balance;
  readonly standings: readonly Standing[];
  readonly series: readonly Series[];
  readonly chronology: readonly Entry[];
}

/** What the records cannot tell: a reader should know it before relying on the numbers. */
export function unknownsOf(context: Context): readonly Unknown[] {
  return [
    ...aboutDocuments(context),
    ...aboutDates(context),
    ...aboutEvidence(context),
    ...aboutSources(context),
    ...aboutActors(context),
    ...aboutCoding(context),
    ...aboutOpenData(context),
  ];
}

function aboutDocuments({ input: { documents } }: Context): Unknown[] {
  const undated = documents.filter(({ published }) => published === null);
  const foreign = documents.filter(({ language }) => language !== "en");
  return [
    ...when(documents.length === 0, "documents", () => say`No document has been read yet.`),
    ...when(
      undated.length > 0,
      "documents",
      () =>
        say`${counted(undated.length, "document has", "documents have")} no date of publication: words such as “last month” in ${undated.length === 1 ? "it" : "them"} stay unresolved.`,
    ),
    ...when(
      foreign.length > 0,
      "documents",
      () =>
        say`${counted(foreign.length, "document is", "documents are")} not in English; the coder reads English only.`,
    ),
  ];
}

function aboutDates({ whole: { leftOut }, chronology, series }: Context): Unknown[] {
  const undated = chronology.filter(({ leftOut }) => leftOut === "no date");
  const open = chronology.filter(({ is, counted, start }) => is === "tie" && counted && start === null);
  const gaps = series.flatMap(({ domain, points }) => {
    const first = points.findIndex(({ value }) => value.value !== null);
    const empty = points.slice(Math.max(first, 0)).filter(({ value }) => value.value === null);
    return first < 0 || empty.length === 0
      ? []
      : [`${IN_DOMAIN[domain]} ${listed(empty.map(({ value }) => value.period))}`];
  });
  return [
    ...when(
      leftOut.undated > 0,
      "dates",
      () =>
        say`${counted(leftOut.undated, "asserted event has", "asserted events have")} no date and ${leftOut.undated === 1 ? "is" : "are"} in no measure ${cite(undated.map(({ number }) => number))}.`,
    ),
    ...when(
      leftOut["outside the period"] > 0,
      "dates",
      () =>
        say`${counted(leftOut["outside the period"], "event lies", "events lie")} outside the period asked for and ${leftOut["outside the period"] === 1 ? "is" : "are"} left out.`,
    ),
    ...when(
      open.length > 0,
      "dates",
      () =>
        say`For ${counted(open.length, "tie")} no beginning is given; ${open.length === 1 ? "it counts" : "they count"} from the day the text was published ${cite(open.map(({ number }) => number))}.`,
    ),
    ...when(gaps.length > 0, "dates", () => say`Years without evidence: ${gaps.join("; ")}.`),
  ];
}

function aboutEvidence({ standings, powers, stateName }: Context): Unknown[] {
  const missing = powers.flatMap((power) => {
    const domains = standings.filter(({ levels }) => {
      const level = levels.find((one) => one.power.actor === power.actor);
      return level?.cooperation.value.value == null && level?.conflict.value.value == null;
    });
    return domains.length === 0 ? [] : [{ power, domains: domains.map(({ domain }) => domain) }];
  });
  const few = standings.filter(({ tilts: [tilt] }) => {
    const stories = tilt?.value.stories ?? 0;
    return stories >= 3 && stories < FEW_STORIES;
  });
  return [
    ...missing.map(
      ({ power, domains }): Unknown => ({
        about: "evidence",
        statement:
          domains.length === DOMAIN_ORDER.length
            ? say`No dated and asserted event between ${stateName} and ${power.name} is on record in any domain. That is not evidence that there was none.`
            : say`Between ${stateName} and ${power.name} nothing is on record ${listed(domains.map((domain) => IN_DOMAIN[domain]))}. That is not evidence that there was nothing.`,
      }),
    ),
    ...when(
      few.length > 0,
      "evidence",
      () =>
        say`${capital(listed(few.map(({ domain }) => IN_DOMAIN[domain])))} the interval rests on fewer than ${FEW_STORIES} stories and is rough.`,
    ),
  ];
}

function aboutSources({ chronology, input: { documents } }: Context): Unknown[] {
  const counting = chronology.filter(({ counted }) => counted);
  const cited = new Set(counting.flatMap(({ reports }) => reports.flatMap(({ document }) => document ?? [])));
  if (cited.size === 0) return [];
  const used = documents.filter(({ id }) => cited.has(id));
  const outlets = [...new Set(used.map(({ outlet }) => outlet))];
  const single = counting.filter(({ outlets }) => outlets < 2).length;
  if (used.length === 1) {
    const [{ title, outlet } = { title: null, outlet: null }] = used;
    return [
      {
        about: "sources",
        statement: say`Everything counted comes from one document: ${title ?? "an untitled one"}${outlet === null ? "" : ` (${outlet})`}. It shows what that text says, not what others would.`,
      },
    ];
  }
  return [
    ...when(
      outlets.length === 1,
      "sources",
      () => say`Everything counted comes from one outlet: ${outlets[0] ?? "none is named"}.`,
    ),
    ...when(
      outlets.length > 1 && single > 0,
      "sources",
      () =>
        say`${single} of the ${counted(counting.length, "entry that counts", "entries that count")} ${single === 1 ? "rests" : "rest"} on one outlet alone.`,
    ),
  ];
}

function aboutActors({ chronology }: Context): Unknown[] {
  const entries = chronology.filter(({ unresolved }) => unresolved.length > 0);
  const names = [...new Set(entries.flatMap(({ unresolved }) => unresolved))];
  const shown = names.slice(0, NAMED).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  return when(
    entries.length > 0,
    "actors",
    () =>
      say`${counted(entries.length, "entry names", "entries name")} someone who could not be resolved: ${listed(rest > 0 ? [...shown, `${rest} more`] : shown)} ${cite(entries.map(({ number }) => number))}.`,
  );
}

function aboutCoding({ input, chronology }: Context): Unknown[] {
  const rejected = [...input.events, ...input.ties].filter(({ status }) => status === "rejected").length;
  const doubtful = chronology.filter(
    ({ counted, reports }) => counted && reports.every(({ confidence }) => confidence < DOUBTFUL),
  );
  const otherwise = [...input.events, ...input.ties].filter(
    ({ stamp }) =>
      stamp !== undefined && (stamp.coder !== input.stamp.coder || stamp.lexicon !== input.stamp.lexicon),
  ).length;
  return [
    ...when(
      doubtful.length > 0,
      "coding",
      () =>
        say`${counted(doubtful.length, "entry that counts was", "entries that count were")} coded with a confidence below ${DOUBTFUL} ${cite(doubtful.map(({ number }) => number))}.`,
    ),
    ...when(
      otherwise > 0,
      "coding",
      () =>
        say`${counted(otherwise, "record was", "records were")} coded by another version of the coder or its word lists. Add the documents again to code them alike.`,
    ),
    ...when(
      rejected > 0,
      "coding",
      () => say`${counted(rejected, "record was", "records were")} rejected by a reader and left out.`,
    ),
  ];
}

function aboutOpenData({ input: { observations, question } }: Context): Unknown[] {
  const state = observations.filter(
    ({ state, partner }) => state === question.state || partner === question.state,
  );
  if (state.length > 0) return [];
  return [
    {
      about: "open data",
      statement: say`No open data (votes, trade, arms, debt) for this state has been imported, so nothing here is checked against it.`,
    },
  ];
}

function when(holds: boolean, about: Unknown["about"], statement: () => Statement): Unknown[] {
  return holds ? [{ about, statement: statement() }] : [];
}
