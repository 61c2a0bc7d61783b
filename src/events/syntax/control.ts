import { z } from "zod";
import { readTable } from "../../vocabulary/index.ts";

const Control = z.strictObject({
  object_control: z.array(z.string()),
  noun_control: z.array(z.string()),
  headline_verbs: z.array(z.string()),
  done_to: z.array(z.string()),
  light_verbs: z.array(z.string()),
  measures: z.array(z.string()),
  bearers: z.array(z.string()),
  takers: z.array(z.string()),
  giving: z.array(z.string()),
  writings: z.array(z.string()),
  authoring: z.array(z.string()),
  sending: z.array(z.string()),
  staying: z.array(z.string()),
  upheavals: z.array(z.string()),
  aimed: z.array(z.string()),
  groupings: z.array(z.string()),
  asking: z.array(z.string()),
  claim_verbs: z.array(z.string()),
  letting: z.array(z.string()),
  standing: z.array(z.string()),
  measuring: z.array(z.string()),
  origin: z.array(z.string()),
  between_states: z.array(z.string()),
  made: z.array(z.strictObject({ things: z.array(z.string()), by: z.array(z.string()) })),
});

const control = readTable("data/lexicon/control.toml", Control);

/** Verbs whose infinitive or gerund is done by their object: urge, force, accuse of, prevent from. */
export const OBJECT_CONTROL: ReadonlySet<string> = new Set(control.object_control);

/** Nouns whose gerund or infinitive is done by their owner: policy of, practice of, plan to. */
export const NOUN_CONTROL: ReadonlySet<string> = new Set(control.noun_control);

/** Nouns whose "of" names whom it is done to. */
export const DONE_TO: ReadonlySet<string> = new Set(control.done_to);

/** Verbs of headlines, in the form in which they stand there: "meets", "denies". */
export const HEADLINE_VERBS: ReadonlySet<string> = new Set(
  control.headline_verbs.map((verb) =>
    verb.endsWith("y") && !/[aeo]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : /(?:s|x|z|ch|sh|o)$/.test(verb)
        ? `${verb}es`
        : `${verb}s`,
  ),
);

/** Deeds that are done against, on or towards someone. */
export const AIMED: ReadonlySet<string> = new Set(control.aimed);

/** Verbs that lend their subject to the noun they take: hold (talks), conduct (exercises), pay (a visit). */
export const LIGHT_VERBS: ReadonlySet<string> = new Set(control.light_verbs);

/** Nouns that only measure what follows "of": ten days of drills, a series of strikes. */
export const MEASURES: ReadonlySet<string> = new Set(control.measures);

/** Nouns that mean what the noun before them does: curfew hours, aid deliveries, sanctions regime. */
export const BEARERS: ReadonlySet<string> = new Set(control.bearers);

/** Verbs whose subject gets what a noun after them says is given: welcome (a gift), accept (a loan). */
export const TAKERS: ReadonlySet<string> = new Set(control.takers);

/** What two states have between them: relations, a border, an ambassador. */
export const BETWEEN_STATES: ReadonlySet<string> = new Set(control.between_states);

/** Verbs that take both whom and what: give (someone money), offer, lend. */
export const GIVING: ReadonlySet<string> = new Set(control.giving);

/** Writings that do what their author does by them: an order, a statement, a resolution. */
export const WRITINGS: ReadonlySet<string> = new Set(control.writings);

/** Verbs whose subject stands behind the writing they take: sign (an order), adopt (a resolution). */
export const AUTHORING: ReadonlySet<string> = new Set(control.authoring);

/** Verbs whose object acts for the subject: send (inspectors), withdraw (troops). */
export const SENDING: ReadonlySet<string> = new Set(control.sending);

/** Speakers who belong where they are, as an official on a journey need not: "a police officer in Srinagar". */
export const STAYING: ReadonlySet<string> = new Set(control.staying);

/** What is condemned where it happens: "condemned the coup in Libreville". */
export const UPHEAVALS: ReadonlySet<string> = new Set(control.upheavals);

/** Nouns that only say what the name before them is: "the BRICS group". */
export const GROUPINGS: ReadonlySet<string> = new Set(control.groupings);

/** Nouns whose "for", "on" or "to" names who is asked: "calls for Togo to free them". */
export const ASKING: ReadonlySet<string> = new Set(control.asking);

/** What is done with a claim in a relative clause, where "that" is the claim itself: "the claim that the minister made". */
export const CLAIM_VERBS: ReadonlySet<string> = new Set(control.claim_verbs);

/** Verbs whose object is who may or must do what follows: allow (ships to dock), order. */
export const LETTING: ReadonlySet<string> = new Set(control.letting);

/** Nouns that say between commas what someone is to another: "China, its largest lender". */
export const STANDING: ReadonlySet<string> = new Set(control.standing);

/** Verbs that say how much of a relation there was at a time: "Chinese investment in Italy fell last year". */
export const MEASURING: ReadonlySet<string> = new Set(control.measuring);

/** Verbs that say when what a relation rests on came to be: "a base that opened in 2017". */
export const ORIGIN: ReadonlySet<string> = new Set(control.origin);

/** Things that are made by an act whose participle may follow them after a comma, with the verbs for it: "sanctions, imposed in 1992". */
export const MADE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  control.made.flatMap(({ things, by }) => things.map((thing) => [thing, new Set(by)] as const)),
);
