import type { Event } from "../vocabulary/index.ts";
import { sha256 } from "./canonical.ts";
import { wordReader } from "./report-words.ts";
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
  const words = wordReader();
  // From here on a report is known by its place in the order of ids, and every tie is broken by it.
  const reports = [...events]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((event) => reportOf(event, published.get(event.document) ?? null, words));
  const groups = new Groups(reports);
  for (const [at, { id }] of reports.entries()) if (reports[at - 1]?.id === id) groups.join(at - 1, at);
  const links = new Links(reports.length);
  for (const block of blocks(reports))
    sweep(block, (a, b) => {
      const strength = strengthOf(reports[a] as Report, reports[b] as Report);
      if (strength !== null) links.add(a, b, strength);
    });
  links.strongestFirst((a, b) => groups.join(a, b));
  return groups.stories();
}

/** The id of a story that holds one event only. */
export function storyAlone(event: string): string {
  return `s_${sha256(event).slice(0, 16)}`;
}

/** Strengths are told apart to a thousandth. */
const LEVELS = 1000;

/** Pairs of reports that may be of one event. There may be millions: each is kept as one number. */
class Links {
  readonly #count: number;
  readonly #levels: number[][] = Array.from({ length: LEVELS + 1 }, () => []);

  constructor(count: number) {
    this.#count = count;
  }

  /** `strength` is from 0 to 1. */
  add(a: number, b: number, strength: number): void {
    const level = this.#levels[Math.round(Math.min(strength, 1) * LEVELS)];
    level?.push(Math.min(a, b) * this.#count + Math.max(a, b));
  }

  strongestFirst(take: (a: number, b: number) => void): void {
    for (const level of this.#levels.toReversed())
      for (const pair of Float64Array.from(level).sort())
        take(Math.floor(pair / this.#count), pair % this.#count);
  }
}

/** Reports that could be of one event, so that only these are compared. */
interface Block {
  readonly members: readonly Place[];
  readonly kind: keyof Index;
}

/** Places of reports by what reports of one event share. */
interface Index {
  /** In one document and of one type, whatever their time. */
  readonly text: Map<string, Place[]>;
  /** Of one type, and two parties, and times that can be compared. */
  readonly dyad: Map<string, Place[]>;
  /** The same with one party, for reports that know no other. */
  readonly party: Map<string, Place[]>;
}

function blocks(reports: readonly Report[]): Block[] {
  const index: Index = { text: new Map(), dyad: new Map(), party: new Map() };
  const documents = new Map<string, number>();
  for (const [at, report] of reports.entries()) {
    const { document, types, actors, time } = report;
    const place = placeOf(report, at);
    const text = documents.get(document) ?? documents.size;
    documents.set(document, text);
    const when = time.is === "stretch" ? time.name : time.is === "unknown" ? "undated" : "dated";
    const indexed = actors.slice(0, PARTIES_INDEXED);
    for (const type of types) {
      put(index.text, `${text} ${type}`, place);
      for (const [first, actor] of indexed.entries()) {
        const key = `${actor} ${type} ${when}`;
        put(index.party, key, place);
        for (const other of indexed.slice(first + 1)) put(index.dyad, `${other} ${key}`, place);
      }
    }
  }
  const withSingles = [...index.party.values()].filter((members) => members.some(({ single }) => single));
  return [
    ...[...index.text.values()].map((members): Block => ({ members, kind: "text" })),
    ...[...index.dyad.values()].map((members): Block => ({ members, kind: "dyad" })),
    ...withSingles.map((members): Block => ({ members, kind: "party" })),
  ]
    .filter(({ members }) => members.length > 1)
    .map(({ members, kind }) => ({ members: members.toSorted(byTimeThenWords), kind }));
}

function put(index: Map<string, Place[]>, key: string, place: Place): void {
  const block = index.get(key);
  if (block) block.push(place);
  else index.set(key, [place]);
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

function sweep({ members, kind }: Block, consider: (a: number, b: number) => void): void {
  for (const [at, place] of members.entries()) {
    const last = Math.min(members.length, at + 1 + NEIGHBOURS);
    for (let next = at + 1; next < last; next++) {
      const other = members[next] as Place;
      if (kind !== "text" && other.from > place.to + REACH_DAYS) break;
      if (kind !== "party" || place.single || other.single) consider(place.report, other.report);
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

  /** A group's root is its lowest member, which has its smallest id. */
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
