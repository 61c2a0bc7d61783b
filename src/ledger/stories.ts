import type { Event } from "../vocabulary/index.ts";
import { sha256 } from "./canonical.ts";
import { REACH_DAYS, type Report, reportOf, strengthOf } from "./same-event.ts";

/** In a crowd of reports of one day and dyad, each is compared with this many neighbours, alike ones first. */
const NEIGHBOURS = 150;
/** A story's dated reports lie within this many days, so that daily events do not chain into one. */
const LONGEST_STORY_DAYS = 3;
/** Beyond this many parties, the first by code stand for all when candidates are looked for. */
const PARTIES_INDEXED = 8;

/**
 * Groups reports of one event, in several documents or repeated in one: event id to story id. Reports belong
 * together where type, parties and time fit and their words are alike enough (see `strengthOf`).
 *
 * `published` gives the day each document came out. The result does not depend on the order of `events`; a story's
 * id is made from the smallest event id in it. Events between parties that could not be resolved stay alone.
 */
export function storiesOf(
  events: readonly Event[],
  published: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  const reports = [...events]
    .sort((a, b) => compare(a.id, b.id))
    .map((event) => reportOf(event, published.get(event.document) ?? null));
  const groups = new Groups(reports);
  for (const [at, { id }] of reports.entries()) if (reports[at - 1]?.id === id) groups.join(at - 1, at);
  for (const { a, b } of links(reports)) groups.join(a, b);
  return groups.stories();
}

/** The id of a story that holds one event only. */
export function storyAlone(event: string): string {
  return `s_${sha256(event).slice(0, 16)}`;
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/** Pairs of reports that may be of one event, the strongest first. */
function links(reports: readonly Report[]): Link[] {
  const found: Link[] = [];
  const consider = (a: number, b: number): void => {
    const strength = strengthOf(reports[a] as Report, reports[b] as Report);
    if (strength !== null) found.push({ a: Math.min(a, b), b: Math.max(a, b), strength });
  };
  for (const block of blocks(reports)) sweep(block, consider);
  return found.sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b);
}

/** Reports that share a type, a party (or two) and what their time allows to compare, by that key. */
function blocks(reports: readonly Report[]): Block[] {
  const byKey = new Map<string, number[]>();
  for (const [at, report] of reports.entries())
    for (const key of keysOf(report)) {
      const block = byKey.get(key);
      if (block) block.push(at);
      else byKey.set(key, [at]);
    }
  return [...byKey]
    .filter(([, block]) => block.length > 1)
    .map(([key, block]) => ({
      members: block.map((at) => placeOf(reports[at] as Report, at)).sort(byTimeThenWords),
      onlySingles: key.startsWith(ONE_PARTY),
    }));
}

interface Block {
  readonly members: readonly Place[];
  /** Whether the block is there for reports that know one party only. */
  readonly onlySingles: boolean;
}

const ONE_PARTY = "1|";

function keysOf({ document, types, actors, time }: Report): string[] {
  const when = time.is === "stretch" ? time.name : time.is === "unknown" ? null : "dated";
  const indexed = actors.slice(0, PARTIES_INDEXED);
  const pairs = indexed.flatMap((a, at) => indexed.slice(at + 1).map((b) => `${a}+${b}`));
  return types.flatMap((type) => [
    ...indexed.map((actor) => `${document}|${type}|${actor}`),
    ...(when === null ? [] : pairs.map((pair) => `2|${type}|${when}|${pair}`)),
    ...(when === null ? [] : indexed.map((actor) => `${ONE_PARTY}${type}|${when}|${actor}`)),
  ]);
}

/** A report's place in a block: by time, then by words, so that the like stand near each other. */
interface Place {
  readonly report: number;
  readonly from: number;
  readonly to: number;
  readonly word: number;
  readonly single: boolean;
}

function placeOf({ time, words, actors }: Report, report: number): Place {
  const [from, to] =
    time.is === "day"
      ? [time.day, time.day]
      : time.is === "span"
        ? [time.from, time.to]
        : time.is === "published"
          ? [time.day - REACH_DAYS, time.day]
          : [0, 0];
  return { report, from, to, word: words[0] ?? 0, single: actors.length === 1 };
}

function byTimeThenWords(a: Place, b: Place): number {
  return a.from - b.from || a.word - b.word || a.report - b.report;
}

function sweep({ members, onlySingles }: Block, consider: (a: number, b: number) => void): void {
  for (const [at, place] of members.entries()) {
    const last = Math.min(members.length, at + 1 + NEIGHBOURS);
    for (let next = at + 1; next < last; next++) {
      const other = members[next] as Place;
      if (other.from > place.to + REACH_DAYS) break;
      if (!onlySingles || place.single || other.single) consider(place.report, other.report);
    }
  }
}

/** Disjoint groups of reports; a join that would stretch a group over too many days is refused. */
class Groups {
  readonly #reports: readonly Report[];
  readonly #parent: Int32Array;
  readonly #first: Float64Array;
  readonly #last: Float64Array;

  constructor(reports: readonly Report[]) {
    this.#reports = reports;
    this.#parent = Int32Array.from(reports.keys());
    this.#first = Float64Array.from(reports, ({ time }) =>
      time.is === "day" ? time.day : Number.POSITIVE_INFINITY,
    );
    this.#last = Float64Array.from(reports, ({ time }) =>
      time.is === "day" ? time.day : Number.NEGATIVE_INFINITY,
    );
  }

  join(a: number, b: number): void {
    const [x, y] = [this.#root(a), this.#root(b)];
    if (x === y) return;
    const first = Math.min(this.#first[x] ?? 0, this.#first[y] ?? 0);
    const last = Math.max(this.#last[x] ?? 0, this.#last[y] ?? 0);
    if (last - first >= LONGEST_STORY_DAYS) return;
    const [low, high] = x < y ? [x, y] : [y, x];
    this.#parent[high] = low;
    this.#first[low] = first;
    this.#last[low] = last;
  }

  /** Reports are in the order of their ids, so a group's lowest member has its smallest id. */
  stories(): Map<string, string> {
    const names = new Map<number, string>();
    return new Map(
      this.#reports.map(({ id }, at) => {
        const root = this.#root(at);
        const name = names.get(root) ?? storyAlone(this.#reports[root]?.id ?? id);
        names.set(root, name);
        return [id, name];
      }),
    );
  }

  #root(at: number): number {
    let root = at;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    for (let step = at; step !== root; ) {
      const next = this.#parent[step] ?? root;
      this.#parent[step] = root;
      step = next;
    }
    return root;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
