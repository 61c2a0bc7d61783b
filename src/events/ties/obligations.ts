import type { ActorMention } from "../../actors/index.ts";
import type { Participant, Tie } from "../../vocabulary/index.ts";
import { attributionOf } from "../attribution.ts";
import { evidenceAt, recordId } from "../event-record.ts";
import { limitsOf, strongest } from "../modality/modality.ts";
import { participantOf } from "../participants.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { childrenBy, isWord, subtree, type Tree, token } from "../syntax/tree.ts";
import { type Treaty, treatyNamed, treatyOf } from "./treaties.ts";

const ARTICLE = new Set(["article", "clause"]);
const TREATY = new Set(["treaty", "charter", "pact", "agreement", "convention"]);
const BINDING = new Set([
  "consider",
  "regard",
  "treat",
  "oblige",
  "bind",
  "commit",
  "require",
  "defend",
  "assist",
  "help",
  "provide",
  "state",
  "say",
  "stipulate",
  "pledge",
]);

/**
 * Articles of treaties that a sentence tells of: "Article 4 of the treaty". A treaty that is not named is the
 * one of the organisation mentioned last. Its parties are the organisation and those of its members that the
 * document names before.
 */
export function obligationsIn(context: SentenceContext, mentions: readonly ActorMention[]): Tie[] {
  const { tree, text, document, tables } = context;
  const { start, end } = tree.sentence;
  const sentence = text.slice(start, end);
  return articles(tree).flatMap(({ at, number }): Tie[] => {
    const before = mentions.filter(
      (mention) => mention.start < token(tree, at).end || (mention.start >= start && mention.start < end),
    );
    const found = treatyFor(sentence, before, tables);
    if (found === undefined) return [];
    const words = subtree(tree, at).map((part) => token(tree, part));
    const anchor = {
      start: token(tree, at).start,
      end: Math.max(...words.slice(0, 8).map((word) => word.end)),
    };
    const evidence = evidenceAt(anchor, context);
    const parties = withOrganisation(partiesIn(found, before, tables), found, context);
    if (parties.length === 0) return [];
    const known = found.obligations.find(({ article }) => article === number);
    const limits = limitsOf(tree, at);
    return [
      {
        id: recordId("t", document, evidence, `obligation|${found.name}|${number}`),
        document,
        kind: "obligation",
        parties,
        domain: "security",
        since: null,
        until: null,
        level: known?.kind ?? null,
        claim:
          known === undefined
            ? `Article ${number}, ${found.name}`
            : `Article ${number}, ${found.name}: ${known.summary}`,
        modality: strongest(limits),
        attribution: attributionOf(tree, limits, [], context.mentions, text),
        quantities: [],
        evidence,
        confidence: 0.8,
        rule: "obligation/article",
      },
    ];
  });
}

/** Articles with their numbers, where the sentence is about a treaty or says what binds its parties. */
function articles(tree: Tree): { readonly at: number; readonly number: string }[] {
  return tree.tokens.flatMap((word, at) => {
    if (!ARTICLE.has(word.lemma.toLowerCase())) return [];
    const next = tree.tokens[at + 1];
    const number = next && /^\d{1,3}(\(\d\))?$/.test(next.form) ? next.form : null;
    const aboutTreaty =
      tree.tokens.some((_, other) => isWord(tree, other, TREATY) || isWord(tree, other, BINDING)) ||
      childrenBy(tree, at, "nmod").length > 0;
    return number !== null && aboutTreaty ? [{ at, number }] : [];
  });
}

function treatyFor(
  sentence: string,
  before: readonly ActorMention[],
  tables: SentenceContext["tables"],
): Treaty | undefined {
  const named = treatyNamed(sentence);
  if (named) return named;
  const organisations = before.filter(
    ({ actor }) => actor !== null && tables.kindOf(actor) === "organisation",
  );
  return organisations.reverse().flatMap(({ actor }) => (actor === null ? [] : (treatyOf(actor) ?? [])))[0];
}

/** The organisation whose treaty is named, where only the treaty's name stands for it. */
function withOrganisation(
  parties: readonly Participant[],
  { organisation, names }: Treaty,
  { tree: { sentence }, text, tables }: SentenceContext,
): Participant[] {
  if (organisation === null || parties.some(({ actor }) => actor === organisation)) return [...parties];
  const words = text.slice(sentence.start, sentence.end);
  const name = names.find((each) => words.includes(each));
  if (name === undefined) return [...parties];
  const start = sentence.start + words.indexOf(name);
  const named = { name: tables.nameOf(organisation), text: name, start, end: start + name.length };
  return [...parties, { actor: organisation, sector: "IGO", ...named }];
}

function partiesIn(
  treaty: Treaty,
  before: readonly ActorMention[],
  tables: SentenceContext["tables"],
): Participant[] {
  const parties = new Map<string, Participant>();
  const isParty = (actor: string): boolean =>
    treaty.parties.includes(actor) ||
    (treaty.organisation !== null &&
      (actor === treaty.organisation || tables.isMember(actor, treaty.organisation, null)));
  for (const mention of [...before].reverse()) {
    const { actor } = mention;
    if (actor !== null && !parties.has(actor) && isParty(actor)) parties.set(actor, participantOf(mention));
  }
  const states = [...parties.values()]
    .filter(({ actor }) => actor !== treaty.organisation)
    .sort((a, b) => a.start - b.start);
  return [...states, ...[...parties.values()].filter(({ actor }) => actor === treaty.organisation)];
}
