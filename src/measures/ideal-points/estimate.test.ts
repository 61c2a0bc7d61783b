import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../vocabulary/index.ts";
import type { CastVote } from "../dyads/dyad-row.ts";
import { estimateIdealPoints } from "./estimate.ts";

const STATES = ["USA", "GBR", "SWE", "IND", "BLR", "RUS", "CUB", "PRK"] as const;
const SESSIONS = 6;
const CALLS = 40;

/** Where each state stands: a fixed order from USA down, with India moving from below Sweden to above it. */
function truth(state: number, session: number): number {
  return STATES[state] === "IND" ? -0.6 + 0.3 * session : 1.6 - 0.45 * state;
}

/** Votes drawn from the model itself, with a fixed seed. */
function drawnVotes(): CastVote[] {
  const random = seeded(11);
  const votes: CastVote[] = [];
  for (let session = 0; session < SESSIONS; session++)
    for (let call = 0; call < CALLS; call++) {
      const slope = (random() < 0.5 ? -1 : 1) * (1 + 2 * random());
      const middle = 3 * (random() - 0.5);
      STATES.forEach((state, at) => {
        const noise = Math.log(1 / (1 - random() * 0.999999) - 1 + 1e-9);
        const leaning = slope * (truth(at, session) - middle) - noise;
        votes.push({
          state,
          rollCall: `${session}-${call}`,
          session: 60 + session,
          date: `${2005 + session}-11-01`,
          vote: leaning > 0.4 ? "yes" : leaning < -0.4 ? "no" : "abstain",
        });
      });
    }
  return votes;
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [x, y] = [mean(([one]) => one), mean(([, other]) => other)];
  const product = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0);
  return (
    product(([one, other]) => (one - x) * (other - y)) /
    Math.sqrt(product(([one]) => (one - x) ** 2) * product(([, other]) => (other - y) ** 2))
  );
}

test("positions drawn from the model are found again in every session, the right way round", () => {
  const [points] = estimateIdealPoints(drawnVotes());
  assert.ok(points !== undefined);
  for (let session = 0; session < SESSIONS; session++) {
    const pairs: (readonly [number, number])[] = points
      .filter((point) => point.session === 60 + session)
      .map(({ state, point }) => [point, truth(STATES.indexOf(state as "USA"), session)] as const);
    assert.equal(pairs.length, STATES.length);
    assert.ok(correlation(pairs) > 0.95, `session ${60 + session}: ${correlation(pairs)}`);
  }
});

test("a state that moves is seen to move", () => {
  const [points] = estimateIdealPoints(drawnVotes());
  const india = points!.filter(({ state }) => state === "IND");
  assert.ok(india.at(-1)!.point - india[0]!.point > 0.4);
});

test("standard errors are above zero and shrink with votes", () => {
  const votes = drawnVotes();
  const mean = (some: readonly CastVote[]) => {
    const [points] = estimateIdealPoints(some);
    assert.ok(points!.every(({ standardError }) => standardError > 0));
    return points!.reduce((sum, { standardError }) => sum + standardError, 0) / points!.length;
  };
  const few = votes.filter(({ rollCall }) => Number(rollCall.split("-")[1]) < 10);
  assert.ok(mean(few) > mean(votes));
});

test("the order of rows does not matter, and poles can be chosen", () => {
  const votes = drawnVotes();
  const [points] = estimateIdealPoints(votes);
  const [turned] = estimateIdealPoints(votes.slice().reverse());
  const of = new Map(turned!.map((point) => [`${point.state} ${point.session}`, point.point]));
  for (const { state, session, point } of points!)
    assert.ok(Math.abs(of.get(`${state} ${session}`)! - point) < 1e-6);
  const [upsideDown] = estimateIdealPoints(votes, { positive: "RUS", negative: "USA" });
  const usa = upsideDown!.find(({ state }) => state === "USA");
  assert.ok(usa!.point < 0);
});

test("no votes give no positions", () => {
  assert.deepEqual(estimateIdealPoints([]), []);
});
