import type { Token } from "../../language/index.ts";
import { REPORTING } from "../modality/embedding.ts";
import { LETTING } from "./control.ts";
import { FINITE, hasPreposition, hasSubject, isCase, type Mend } from "./mend.ts";

/** "It was Norway that brokered it": the clause tells of the name, as any relative clause does. */
export function cleft(tokens: readonly Token[], at: number): Mend | null {
  const { deprel, head } = tokens[at] as Token;
  return deprel === "advcl:relcl" && ["NOUN", "PROPN", "PRON"].includes(tokens[head]?.upos ?? "")
    ? { head, deprel: "acl:relcl" }
    : null;
}

/** "Protesters in Almaty burned tyres": a preposition belongs to the name after it, not to a noun beyond the verb. */
export function cutPhrase(tokens: readonly Token[], at: number): Mend | null {
  const preposition = (tokens[at] as Token).deprel === "case" ? at : at - 1;
  const { deprel = "", upos = "", head = -1 } = tokens[preposition] ?? {};
  const [noun, name] = [tokens[preposition - 1], tokens[preposition + 1]];
  if (deprel !== "case" || upos !== "ADP" || name?.upos !== "PROPN" || noun?.upos !== "NOUN") return null;
  if (head <= preposition + 1) return null;
  if (!tokens.slice(preposition + 2, head).some(({ xpos }) => FINITE.has(xpos))) return null;
  return at === preposition
    ? { head: preposition + 1, deprel: "case" }
    : { head: preposition - 1, deprel: "nmod" };
}

/** "talks in Geneva between A and B": a place is between no one; what is held there is. */
export function betweenSides(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const place = tokens[word.head];
  if (word.deprel !== "nmod" || place?.upos !== "PROPN" || !isCase(tokens, at, "between")) return null;
  const there =
    /^(?:nmod|obl)$/.test(place.deprel) && ["in", "at"].some((form) => isCase(tokens, word.head, form));
  return there ? { head: place.head, deprel: place.deprel } : null;
}

/** "owes $2bn to China and $300m to Portugal": a sum goes with the sum before, not with a name. */
export function sumBesideName(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const name = tokens[word.head];
  if (word.deprel !== "conj" || word.upos !== "SYM" || name?.upos !== "PROPN") return null;
  const sum = tokens.findIndex(
    ({ deprel, upos, head }, index) =>
      deprel === "obj" && upos === "SYM" && index < word.head && (head === name.head || index === name.head),
  );
  return sum < 0 ? null : { head: sum, deprel: "conj" };
}

/** "allow American ships to use the bay": the infinitive after such an object completes the verb. */
export function letDo(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const object = tokens[word.head];
  if (word.deprel !== "acl" || word.xpos !== "VB" || object?.deprel !== "obj") return null;
  if (!/^NN(?:S|P|PS)$/.test(object.xpos) || !LETTING.has(tokens[object.head]?.lemma ?? "")) return null;
  return isCase(tokens, at, "to") ? { head: object.head, deprel: "xcomp" } : null;
}

/** "Hungary blocked the loan, complained the president": a verb of saying before who speaks is said of all before it. */
export function saidAfter(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "conj" || word.upos !== "VERB" || tokens[at - 1]?.form !== ",") return null;
  if (!REPORTING.has(word.lemma.toLowerCase())) return null;
  const under = tokens.flatMap(({ head, deprel }, index) => (head === at ? [{ index, deprel }] : []));
  const speaks = under.some(({ index, deprel }) => index > at && deprel.startsWith("nsubj"));
  const told = under.some(({ deprel }) => /^(?:cc|obj|ccomp|xcomp)$/.test(deprel));
  return speaks && !told ? { head: word.head, deprel: "parataxis" } : null;
}

/** "…, three people familiar with the matter said.": the phrase between the comma and such a verb is who speaks. */
export function speakerAfterComma(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (
    !/^(?:obj|obl|nmod|conj|appos)$/.test(word.deprel) ||
    !/^(?:NOUN|PROPN)$/.test(word.upos) ||
    word.head > at
  )
    return null;
  const verb = tokens.findIndex(
    ({ deprel, lemma, upos }, index) =>
      index > at && deprel === "parataxis" && upos === "VERB" && REPORTING.has(lemma.toLowerCase()),
  );
  if (verb < 0 || hasSubject(tokens, verb) || tokens.slice(verb + 1).some(({ upos }) => upos !== "PUNCT"))
    return null;
  const comma = tokens.findLastIndex(({ form }, index) => index < at && form === ",");
  if (comma <= word.head || hasPreposition(tokens, at)) return null;
  const within = (index: number): boolean => {
    for (let above = index, step = 0; above > comma && step < tokens.length; step++) {
      if (above === at) return true;
      above = tokens[above]?.head ?? -1;
    }
    return false;
  };
  for (let index = comma + 1; index < verb; index++) if (!within(index)) return null;
  return { head: verb, deprel: "nsubj" };
}

/** "…," its minister, Nancy Tembo, said after the meeting: the noun between a quotation and a verb of saying is who says it. */
export function speakerOfQuotation(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  const quoted = tokens[word.head];
  const { head: verb = -1, deprel = "" } = quoted ?? {};
  if (deprel !== "ccomp" || !/^(?:NOUN|PROPN)$/.test(word.upos)) return null;
  if (!/^(?:parataxis|appos|dep|obj|obl|nmod|conj)$/.test(word.deprel)) return null;
  if (at < word.head || at > verb || hasPreposition(tokens, at) || hasSubject(tokens, verb)) return null;
  if (!REPORTING.has(tokens[verb]?.lemma.toLowerCase() ?? "")) return null;
  const opening = tokens.findLastIndex(({ form }, index) => index < at && /^[”"’»]$/.test(form));
  return opening > word.head && tokens.slice(opening, at).every(({ upos }) => upos !== "VERB")
    ? { head: verb, deprel: "nsubj" }
    : null;
}
