import { isPastForm, lemmaByRule, type Token } from "../../language/index.ts";

/** Mends words whose part of speech was missed, with what hangs on them. */
export function withTags(tokens: readonly Token[]): readonly Token[] {
  return withPrefix(withAllies(withProgressive(withDescribed(withParticiple(withPast(tokens))))));
}

/** "test-fired a missile": one verb, though a hyphen parts it and its first half is taken for the subject. */
function withPrefix(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ lemma }, index) =>
      lemma === "test" &&
      /^[-–]$/.test(tokens[index + 1]?.form ?? "") &&
      /^(?:fire|launch|fly)$/.test(tokens[index + 2]?.lemma ?? ""),
  );
  if (at < 0) return tokens;
  const verb = at + 2;
  const subject = tokens[at]?.deprel.startsWith("nsubj")
    ? tokens.findLastIndex(({ head, upos }, index) => index < at && head === at && /NOUN|PROPN/.test(upos))
    : -1;
  return tokens.map((word, index) => {
    if (index === verb) return { ...word, lemma: `test-${word.lemma}` };
    if (index === at) return { ...word, head: verb, deprel: "compound" };
    if (index === subject) return { ...word, head: verb, deprel: tokens[at]?.deprel ?? "nsubj" };
    return subject >= 0 && word.head === at && index < at ? { ...word, head: subject } : word;
  });
}

/** "froze", "let": a main verb written in a past form that was taken for an infinitive. */
function withPast(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((word, at) => {
    if (word.xpos !== "VB" || word.head >= 0 || !isPastForm(word.form)) return word;
    const led = tokens.some(
      ({ head, deprel }) => head === at && (deprel.startsWith("aux") || deprel === "mark"),
    );
    return led ? word : { ...word, xpos: "VBD", lemma: lemmaByRule(word.form, "VBD") };
  });
}

/** "is believed to have armed rebels": what has "have" as its auxiliary is a verb, whatever it looks like. */
function withParticiple(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ upos, form }, index) =>
      upos === "ADJ" &&
      /ed$/.test(form) &&
      tokens.some(({ head, deprel, lemma }) => head === index && deprel === "aux" && lemma === "have"),
  );
  return at < 0
    ? tokens
    : tokens.map((word, index) =>
        index === at ? { ...word, upos: "VERB", xpos: "VBN", lemma: lemmaByRule(word.form, "VBN") } : word,
      );
}

/** "Russia's reported plans": a participle between an owner and what is owned describes it. */
function withDescribed(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ xpos, upos }, index) =>
      xpos === "VBN" && upos === "VERB" && tokens[index - 1]?.xpos === "POS" && index > 1,
  );
  const thing =
    at < 0 ? -1 : tokens.findIndex(({ head, upos }, index) => index > at && head === at && upos === "NOUN");
  const participle = tokens[at];
  const owned = tokens[thing];
  if (participle === undefined || owned?.deprel !== "obj") return tokens;
  if (tokens.slice(at + 1, thing).some(({ upos }) => upos !== "ADJ" && upos !== "NOUN")) return tokens;
  return tokens.map((word, index) => {
    if (index === at) return { ...word, head: thing, deprel: "amod" };
    if (index === thing) return { ...word, head: participle.head, deprel: participle.deprel };
    return word.head === at ? { ...word, head: thing } : word;
  });
}

/** "is thought to be arming rebels": what "be" stands before is a verb, and the noun after it its object. */
function withProgressive(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ xpos, deprel, head }, index) =>
      xpos === "VBG" && deprel === "amod" && head > index && tokens[index - 1]?.lemma === "be",
  );
  const verb = tokens[at];
  const object = verb === undefined ? undefined : tokens[verb.head];
  if (verb === undefined || object === undefined) return tokens;
  return tokens.map((word, index) => {
    if (index === at) return { ...word, upos: "VERB", head: object.head, deprel: object.deprel };
    if (index === verb.head) return { ...word, head: at, deprel: "obj" };
    return word.head === verb.head && index < at ? { ...word, head: at } : word;
  });
}

/** "its NATO ally Norway", "is a close ally": the noun that looks like an adverb. */
function withAllies(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ form, upos }) => form === "ally" && upos === "ADV");
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined) return tokens;
  const named = after?.upos === "PROPN" && before.upos !== "VERB";
  const described =
    named && before.upos === "PROPN" && after.head === before.head && before.deprel === after.deprel;
  return tokens.map((word, index) => {
    if (index === at)
      return { ...word, upos: "NOUN", xpos: "NN", ...(named ? { head: at + 1, deprel: "compound" } : {}) };
    return described && index === at - 1 ? { ...word, head: at, deprel: "compound" } : word;
  });
}
