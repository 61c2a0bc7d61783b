import type { StoredEvent, StoredTie } from "../../ledger/index.ts";
import type { Domain, Event } from "../../vocabulary/index.ts";

/** Who does what to whom, added up: actors, and an edge for each pair, direction and domain. */
export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

export interface NetworkNode {
  /** The actor's code. */
  readonly id: string;
  readonly label: string;
}

export interface NetworkEdge {
  readonly source: string;
  readonly target: string;
  readonly domain: Domain;
  /** Stories of asserted events from source to target; what both do together counts once in each direction. */
  readonly stories: number;
  /** Sums of PLOVER intensity over the stories, each by its mean: above zero, and below it without the sign. */
  readonly cooperation: number;
  readonly conflict: number;
  /** Asserted ties, from the party that is bound to the other. */
  readonly ties: number;
}

interface Tally {
  readonly scores: Map<string, number[]>;
  ties: number;
}

/** The network of asserted events and ties between resolved actors, in the order of their codes. */
export function networkOf(
  events: readonly StoredEvent[],
  ties: readonly StoredTie[],
  nameOf: (actor: string) => string,
): Network {
  const tallies = new Map<string, Tally>();
  const tally = (source: string, target: string, domain: Domain): Tally => {
    const key = [source, target, domain].join("\t");
    const known = tallies.get(key) ?? { scores: new Map(), ties: 0 };
    tallies.set(key, known);
    return known;
  };
  for (const { event, story } of events) {
    if (event.modality !== "asserted") continue;
    for (const [source, target] of directions(event))
      for (const domain of event.domains) {
        const { scores } = tally(source, target, domain);
        scores.set(story, [...(scores.get(story) ?? []), event.score]);
      }
  }
  for (const { tie } of ties) {
    if (tie.modality !== "asserted") continue;
    const [first, ...others] = codes(tie.parties);
    for (const other of others) if (first !== undefined) tally(first, other, tie.domain).ties += 1;
  }
  const edges = [...tallies]
    .map(([key, { scores, ties: count }]) => edgeOf(key, scores, count))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const nodes = [...new Set(edges.flatMap(({ source, target }) => [source, target]))]
    .sort()
    .map((id) => ({ id, label: nameOf(id) }));
  return { nodes, edges };
}

function edgeOf(key: string, scores: ReadonlyMap<string, readonly number[]>, ties: number): NetworkEdge {
  const [source = "", target = "", domain = ""] = key.split("\t");
  const means = [...scores.values()].map((all) => all.reduce((sum, score) => sum + score, 0) / all.length);
  const sum = (sign: 1 | -1): number => means.reduce((total, mean) => total + Math.max(0, sign * mean), 0);
  return {
    source,
    target,
    domain: domain as Domain,
    stories: scores.size,
    cooperation: sum(1),
    conflict: sum(-1),
    ties,
  };
}

function keyOf({ source, target, domain }: NetworkEdge): string {
  return `${source} ${target} ${domain}`;
}

function codes(parties: Event["sources"]): string[] {
  return [...new Set(parties.flatMap(({ actor }) => actor ?? []))];
}

function directions({ symmetric, sources, targets }: Event): [string, string][] {
  const from = codes(sources);
  const to = symmetric ? from : codes(targets);
  return from.flatMap((source) =>
    to.filter((target) => target !== source).map((target): [string, string] => [source, target]),
  );
}
