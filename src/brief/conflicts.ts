import type { Domain } from "../vocabulary/index.ts";
import type { MeasuredRow, Power, Standing } from "./brief.ts";
import type { Entry } from "./entries.ts";
import { cite, type Statement, say } from "./statement.ts";
import { DOMAIN_NAMES, DOMAIN_ORDER, dateInWords, IN_DOMAIN, listed, signed } from "./wording.ts";

/** Where texts contradict each other: one asserts what another denies. */
export function conflictsOf(chronology: readonly Entry[]): readonly Statement[] {
  const asserted = chronology.filter(({ modality }) => modality === "asserted");
  return chronology
    .filter(({ modality }) => modality === "negated")
    .flatMap((denied) => {
      const against = asserted.filter((entry) => sameMatter(entry, denied));
      if (against.length === 0) return [];
      return [
        say`${denied.reading} (${denied.start === null ? denied.when : dateInWords(denied.start)}): one text denies it ${cite([denied.number])}, ${against.length === 1 ? "another asserts" : "others assert"} it ${cite(against.map(({ number }) => number))}.`,
      ];
    });
}

function sameMatter(asserted: Entry, denied: Entry): boolean {
  if (asserted.is !== denied.is) return false;
  if (asserted.is === "event") return asserted.story !== null && asserted.story === denied.story;
  return asserted.reading === denied.reading;
}

/** A measure or series of open data as it is held against the events. */
interface Compared {
  readonly name: string;
  readonly domain: Domain | null;
  readonly tilt: number | null;
  readonly toward: string | null;
  readonly when: string | null;
}

/** Where open data lean differently than the events of the same domain. */
export function dataAgainstEvents(
  { name, domain, tilt, toward, when }: Compared,
  powers: readonly Power[],
  standings: readonly Standing[],
  stateName: string,
): Statement[] {
  const standing = standings.find((one) => one.domain === domain);
  const events = standing?.tilts[0]?.value;
  if (domain === null || standing === undefined || events?.interval == null || events.value === null)
    return [];
  const [low, high] = events.interval;
  if (tilt !== null) {
    if (tilt >= low && tilt <= high) return [];
    const more = tilt > high ? powers[0] : powers[1];
    return [
      say`${DOMAIN_NAMES[domain]}: by ${inList(name)} (${when ?? ""}) ${stateName} tilts ${signed(tilt)}, further to ${more?.name ?? ""} than the events ${IN_DOMAIN[domain]} (${signed(events.value)}, 95% interval ${signed(low)} to ${signed(high)}).`,
    ];
  }
  if (toward === null || standing.toward === null || toward === standing.toward) return [];
  return [
    say`${DOMAIN_NAMES[domain]}: by ${inList(name)} (${when ?? ""}) ${stateName} is nearer to ${nameOf(toward, powers)}, while the events ${IN_DOMAIN[domain]} lean to ${nameOf(standing.toward, powers)}.`,
  ];
}

/** Which way the measures of each domain lean, and where those of one domain disagree with each other. */
export function leaningsOf(
  measured: readonly MeasuredRow[],
  powers: readonly Power[],
  stateName: string,
): readonly Statement[] {
  return DOMAIN_ORDER.flatMap((domain) => {
    const sides = powers.slice(0, 2).flatMap(({ actor, name }) => {
      const rows = measured.filter((row) => row.domain === domain && row.toward === actor);
      return rows.length > 0 ? [{ name, rows }] : [];
    });
    const [one, other] = sides;
    const undecided = measured
      .filter((row) => row.domain === domain && row.toward === null)
      .flatMap((row) => undecidedOf(row, powers, stateName));
    if (one === undefined) return undecided;
    const told = ({ rows }: typeof one): string =>
      listed(rows.map(({ label, comparedIn }) => `${inList(label)} (${comparedIn ?? ""})`));
    if (other === undefined)
      return [
        say`${DOMAIN_NAMES[domain]}: every measure that tells the two apart has ${stateName} nearer to ${one.name}: ${told(one)}.`,
        ...undecided,
      ];
    return [
      say`${DOMAIN_NAMES[domain]}: the measures disagree. Nearer to ${one.name} by ${told(one)}; nearer to ${other.name} by ${told(other)}.`,
      ...undecided,
    ];
  });
}

/** A difference whose interval holds zero is none that the data establish. */
function undecidedOf(
  { domain, label, comparedIn, difference }: MeasuredRow,
  powers: readonly Power[],
  stateName: string,
): Statement[] {
  if (difference === null || comparedIn === null) return [];
  const [low, high] = difference;
  const two = listed(powers.slice(0, 2).map(({ name }) => name));
  return [
    say`${DOMAIN_NAMES[domain]}: by ${inList(label)} (${comparedIn}) ${two} cannot be told apart for ${stateName}: the difference is ${signed(low)} to ${signed(high)}.`,
  ];
}

/** Data older than this many years say little of the end of a period. */
const LONG_AGO = 3;

/** Which measures of a domain end well before the period does: what changed since is not in them. */
export function reachOf(measured: readonly MeasuredRow[], lastYear: string | null): readonly Statement[] {
  if (lastYear === null) return [];
  return DOMAIN_ORDER.flatMap((domain) => {
    const old = measured.flatMap(({ domain: of, label, cells }) => {
      const last = cells
        .flatMap((cell) => cell?.period.slice(-4) ?? [])
        .sort()
        .at(-1);
      const years = last === undefined ? 0 : Number(lastYear) - Number(last);
      return of === domain && years >= LONG_AGO ? [`${inList(label)} (${last})`] : [];
    });
    if (old.length === 0) return [];
    return [
      say`${DOMAIN_NAMES[domain]}: the data end three years or more before ${lastYear} for ${listed(old)}; what changed since is not in them.`,
    ];
  });
}

/** When the lean of a measure changed, of the changes within the years asked for. */
export function shiftsToldOf(
  { domain, label, tilt, shifts }: MeasuredRow,
  powers: readonly Power[],
  [firstYear, lastYear]: readonly [string | null, string | null],
): readonly Statement[] {
  return shifts
    .filter(({ at }) => (firstYear === null || at >= firstYear) && (lastYear === null || at <= lastYear))
    .map(({ at, before, after }) => {
      const toward = powers[after > before ? 0 : 1]?.name ?? "";
      const what = tilt === null ? `lead of ${powers[0]?.name ?? ""} over ${powers[1]?.name ?? ""}` : "tilt";
      return say`${DOMAIN_NAMES[domain]}: by ${inList(label)} the ${what} moved towards ${toward} in ${at}, from a mean of ${signed(before)} before to ${signed(after)} from then on.`;
    });
}

/** A label inside a sentence, without its explanations. */
export function inList(label: string): string {
  const short = label.replace(/ \(0 none.*\)$/, "").replace(/[,;] .*$/, "");
  return /^(?:UN|FBIC)/.test(short) ? short : short.charAt(0).toLowerCase() + short.slice(1);
}

function nameOf(actor: string, powers: readonly Power[]): string {
  return powers.find((power) => power.actor === actor)?.name ?? actor;
}
