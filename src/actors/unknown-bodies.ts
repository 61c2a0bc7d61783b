import type { Token } from "../language/index.ts";
import { apposed } from "./descriptions.ts";
import type { Reading } from "./discourse.ts";
import { type ActorMention, mention, overlap } from "./mention.ts";
import type { Found } from "./names.ts";
import { isDayOrMonth } from "./other-names.ts";
import { headOf } from "./syntax.ts";

/** Words that may stand in the midst of an organisation's name. */
const WITHIN = /^(of|for|the|and|&|on|de|du|la|le|der|des|-|['’]s?)$/;

/** What governments are made of. */
const DEPARTMENT =
  /^(Department|Ministry|Directorate|Office|Bureau) (of|for) | (Department|Ministry|Administration|Directorate|Bureau)$/;

/**
 * Organisations that no table knows: a run of capitalised words with a noun among them that says what they are ("the
 * Acme Foundation", "University of Exampleton"). Their actor is null; they are what "it" and "the foundation" mean.
 */
export function unknownBodiesIn(
  found: readonly Found[],
  mentions: readonly ActorMention[],
  reading: Reading,
): ActorMention[] {
  const { sentence, tables } = reading;
  const { bodies } = tables.words.lists;
  const isCapital = (at: number): boolean => {
    const token = sentence.tokens[at];
    return token !== undefined && /^\p{Lu}/u.test(token.form) && /^(PROPN|NOUN|ADJ|X)$/.test(token.upos);
  };
  const persons = mentions.filter(({ why }) => why.startsWith("person: "));
  const isInPerson = (at: number): boolean => {
    const { start = 0 } = sentence.tokens[at] ?? {};
    return persons.some((row) => row.start <= start && start < row.end);
  };
  /** "of", "and", the number in "Movimento 5 Stelle" but not in "March 5". */
  const isWithin = (at: number): boolean => {
    const { form = "" } = sentence.tokens[at] ?? {};
    if (WITHIN.test(form)) return true;
    return /^\d{1,2}$/.test(form) && !isDayOrMonth(sentence.tokens[at - 1]?.form ?? "");
  };
  /** "the company Acme and", "the company Acme's", "the charity Acme of Canada": where a name told by the noun before it ends. */
  const isEnd = (at: number): boolean =>
    /^(and|&|['’]s?)$/.test(sentence.tokens[at]?.form ?? "") || found.some(({ from }) => from === at + 1);
  const isBodyNoun = (at: number): boolean => {
    const token = sentence.tokens[at];
    return token?.upos === "NOUN" && bodies.has(token.lemma.toLowerCase()) && /^\p{Ll}/u.test(token.form);
  };
  const rows: ActorMention[] = [];
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!isCapital(at) || isInPerson(at)) continue;
    let to = at + 1;
    const only = isBodyNoun(at - 1);
    while (isCapital(to) || (isWithin(to) && endsInCapital(to) && !(only && isEnd(to)))) to += 1;
    const row = known(at, to) ?? (isBody(at, to) ? unknown(at, to) : null);
    if (row !== null && isFree(row, at, to)) rows.push(row);
    at = to - 1;
  }
  return rows;

  function unknown(from: number, to: number): ActorMention {
    const name = nameOf(from, to);
    const { publisher } = reading;
    if (publisher !== null && tables.kindOf(publisher.actor) === "state" && DEPARTMENT.test(name))
      return mention(reading, from, to, headOf(sentence, from, to), {
        actor: publisher.actor,
        sector: "GOV",
        name,
        kind: "name",
        role: "who",
        why: `group: ${name} of ${publisher.actor}, the publisher, "${publisher.outlet}"`,
      });
    return mention(reading, from, to, headOf(sentence, from, to), {
      actor: null,
      sector: null,
      name,
      kind: "name",
      role: "who",
      why: `organisation: ${name}, which no table knows`,
    });
  }

  function nameOf(from: number, to: number): string {
    const first = sentence.tokens[from];
    const last = sentence.tokens[to - 1];
    return first === undefined || last === undefined ? "" : reading.text.slice(first.start, last.end);
  }

  /** An abbreviation that the text has explained, or an organisation it has named before. */
  function known(from: number, to: number): ActorMention | null {
    const name = nameOf(from, to);
    const explained = reading.said.abbreviations.get(name);
    if (explained !== undefined) {
      const { actor, sector, kind, role, name: full } = explained;
      return mention(reading, from, to, headOf(sentence, from, to), {
        actor,
        sector,
        kind,
        role,
        name: full,
        why: `${actor === null ? "organisation: " : "abbreviation: "}${full}, for which the text has said "${name}" stands`,
      });
    }
    return reading.said.strangers.get(name) === "organisation" ? unknown(from, to) : null;
  }

  function isFree(row: ActorMention, from: number, to: number): boolean {
    return (
      !mentions.some((other) => overlap(other, row)) &&
      !found.some((name) => name.from < to && name.to > from && name.to - name.from > 1)
    );
  }

  /** A name with a noun for an organisation in it, beside it ("the Acme group") or an abbreviation after it. */
  function isBody(from: number, to: number): boolean {
    const run = sentence.tokens.slice(from, to);
    if (run.some(({ form }) => bodies.has(form.toLowerCase())) && isNamedSo(run, from)) return true;
    if (isBodyNoun(from - 1) && !isDayOrMonth(run[0]?.form ?? "") && isOutside(from, to)) return true;
    if (run.every(({ upos }) => upos !== "PROPN")) return false;
    const explained = /^\p{Lu}[\p{Lu}\d-]{1,7}$/u.test(sentence.tokens[to + 1]?.form ?? "");
    if (
      run.length > 1 &&
      sentence.tokens[to]?.form === "(" &&
      sentence.tokens[to + 2]?.form === ")" &&
      explained
    )
      return true;
    return isOutside(from, to) && isCalledBody(from, to);
  }

  /** Whether no name of the tables stands in a run. */
  function isOutside(from: number, to: number): boolean {
    return found.every((name) => name.to <= from || name.from >= to);
  }

  /** "the Acme group", "Acme, a company", "the magazine Acme". */
  function isCalledBody(from: number, to: number): boolean {
    const head = headOf(sentence, from, to);
    const next = sentence.tokens[to];
    if (next !== undefined && isBodyNoun(to) && sentence.tokens[head]?.head === to) return true;
    const verb = sentence.tokens[head]?.head ?? -1;
    const called = /^(called|named|dubbed)$/.test(sentence.tokens[verb]?.form ?? "") && verb < from;
    if (called && /^(acl|advcl)/.test(sentence.tokens[verb]?.deprel ?? "") && isNounNear(verb)) return true;
    return apposed(sentence, head).some(isBodyNoun);

    /** "the elite group within the movement called the Acme Guard". */
    function isNounNear(at: number): boolean {
      for (let before = at - 1; before >= Math.max(0, at - 4); before--)
        if (sentence.tokens[before]?.upos === "NOUN") return isBodyNoun(before);
      return false;
    }
  }

  /** Whether the small words from here on lead to another capitalised one. */
  function endsInCapital(from: number): boolean {
    let at = from;
    while (isWithin(at) && at - from < 3) at += 1;
    return isCapital(at);
  }

  /** A noun alone ("Bank", "the Church") or with a letter ("Group G") names nothing yet, nor one that only opens the sentence. */
  function isNamedSo(run: readonly Token[], from: number): boolean {
    if (run.length < 2 || /^(\p{L}|[IVX]+)$/u.test(run.at(-1)?.form ?? "")) return false;
    return run.filter(({ upos }) => upos === "PROPN").length >= (from === 0 ? 2 : 1);
  }
}
