import type { Token } from "../../language/index.ts";

/**
 * "China has lent Belgrade money", read as having money that is lent: the participle right after "have" is the verb,
 * "have" its auxiliary, and a name before the thing given is the one who gets it.
 */
export function withPerfect(tokens: readonly Token[]): readonly Token[] {
  const have = tokens.findIndex(({ lemma, upos }) => lemma === "have" && (upos === "AUX" || upos === "VERB"));
  const verb = tokens.findIndex(({ upos }, at) => at > have && upos !== "ADV" && upos !== "PART");
  const participle = tokens[verb];
  if (have < 0 || participle?.xpos !== "VBN" || participle.deprel !== "amod") return tokens;
  const thing = tokens[participle.head];
  if (thing === undefined || thing.head !== have || thing.deprel !== "obj") return tokens;
  const auxiliary = tokens[have] as Token;
  return tokens.map((token, at) => {
    if (at === verb) return { ...token, upos: "VERB", head: auxiliary.head, deprel: auxiliary.deprel };
    if (at === have) return { ...token, upos: "AUX", head: verb, deprel: "aux" };
    if (token.head === have) return { ...token, head: verb };
    const getter = token.head === participle.head && at === verb + 1 && token.deprel === "compound";
    return getter && /^\p{Lu}/u.test(token.form) ? { ...token, head: verb, deprel: "iobj" } : token;
  });
}
