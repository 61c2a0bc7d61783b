import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import { speakersAt } from "./first-person.ts";
import type { ActorMention } from "./mention.ts";
import { nearest, salience } from "./salience.ts";
import { childrenOf, prepositionOf } from "./syntax.ts";

/** A noun's state and the rule that says so. */
interface Side {
  readonly row: ActorMention;
  readonly why: string;
}

/**
 * "The enemy" in someone's mouth is the state spoken of that is not theirs; "the north" is North Korea where the text speaks
 * of both Koreas; "this country" is the speaker's or the publisher's.
 */
export function sideMeant(
  at: number,
  lemma: string,
  states: readonly ActorMention[],
  here: readonly ActorMention[],
  reading: Reading,
): Side | null {
  const { sentence } = reading;
  const determiner = childrenOf(sentence, at).find((child) => sentence.tokens[child]?.deprel === "det");
  const article = sentence.tokens[determiner ?? -1]?.form.toLowerCase();
  if (article === "the" && /^(enemy|adversary|foe|aggressor)$/.test(lemma))
    return enemy(at, states, here, reading);
  if (article === "the" && /^(north|south)$/.test(lemma)) return half(at, lemma, reading);
  if (article === "this" && /^(country|nation|republic)$/.test(lemma)) return own(at, here, reading);
  return null;
}

function enemy(
  at: number,
  states: readonly ActorMention[],
  here: readonly ActorMention[],
  reading: Reading,
): Side | null {
  const speaker = speakersAt(at, here, [], reading).find(({ actor }) => actor !== null);
  if (speaker === undefined) return null;
  const others = states.filter(({ actor }) => actor !== speaker.actor);
  const best = nearest(others.map((row) => ({ rows: [row], score: salience(row, at, reading) })));
  const [row] = best?.rows ?? [];
  return row === undefined
    ? null
    : { row, why: `the other side than that of the speaker, "${speaker.text}"` };
}

/** "The north": where the text has spoken of both states whose names tell them apart so. */
function half(at: number, lemma: string, { sentence, said, tables }: Reading): Side | null {
  const isPlace = /^(in|of|across|throughout)$/.test(prepositionOf(sentence, at));
  if (
    isPlace ||
    childrenOf(sentence, at).some((child) => /^nmod/.test((sentence.tokens[child] as Token).deprel))
  )
    return null;
  const halves = [...said.counts.keys()].map((actor) => ({ actor, name: tables.nameOf(actor) }));
  const other = lemma === "north" ? "South " : "North ";
  const mine = lemma === "north" ? "North " : "South ";
  const found = halves.find(
    ({ name }) => name.startsWith(mine) && halves.some((half) => half.name === name.replace(mine, other)),
  );
  const row = said.bySentence.flat().findLast(({ actor }) => actor === found?.actor);
  return found === undefined || row === undefined
    ? null
    : { row, why: "the half of the land that the text speaks of" };
}

function own(at: number, here: readonly ActorMention[], reading: Reading): Side | null {
  const { tables } = reading;
  const speaker = speakersAt(at, here, [], reading).find(
    ({ actor }) => actor !== null && tables.kindOf(actor) === "state",
  );
  return speaker === undefined ? null : { row: speaker, why: "the speaker's" };
}
