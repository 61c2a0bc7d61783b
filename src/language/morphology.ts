/** A word of a tree, as far as features depend on the tree; `head` is an index, -1 for the root. */
interface Word {
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly feats: string;
}

/**
 * The features of a word from a table of the treebanks' commonest: by `form|UPOS|XPOS` in lower case where the form
 * has its own, as "she" has, else by `UPOS|XPOS`. Features that only the tree settles are left out.
 */
export function featuresOf(form: string, tag: string, table: ReadonlyMap<string, string>): string {
  return table.get(`${form.toLowerCase()}|${tag}`) ?? table.get(tag) ?? "";
}

/** Adds what the tree settles: the voice of participles, and number and person of verbs whose form shows neither. */
export function withTreeFeatures<Token extends Word>(tokens: readonly Token[]): Token[] {
  const passive = new Set<number>();
  const active = new Set<number>();
  const subjects = new Map<number, number>();
  const joined = new Set<number>();
  tokens.forEach(({ head, deprel }, at) => {
    if (/^(aux|nsubj|csubj):pass$/.test(deprel)) passive.add(head);
    else if (deprel === "aux") active.add(head);
    if (/^(nsubj|expl)/.test(deprel) && !subjects.has(head)) subjects.set(head, at);
    if (deprel === "conj") joined.add(head);
  });
  return tokens.map((token, at) => {
    const { xpos, deprel, feats } = token;
    if (xpos === "VBN") {
      const isPassive = passive.has(at) || (/^(acl|amod|advcl)/.test(deprel) && !active.has(at));
      return isPassive ? { ...token, feats: sorted([feats, "Voice=Pass"]) } : token;
    }
    if (!/^VB[DP]$/.test(xpos) || /Number=/.test(feats)) return token;
    const subject = subjects.get(/^(aux|cop)/.test(deprel) ? token.head : at);
    const agreeing = subject === undefined ? undefined : tokens[subject]?.feats;
    if (subject === undefined || agreeing === undefined) return token;
    const number = joined.has(subject) ? "Number=Plur" : (/Number=\w+/.exec(agreeing)?.[0] ?? "");
    const person = /Person=\d/.exec(agreeing)?.[0] ?? "Person=3";
    return number === "" ? token : { ...token, feats: sorted([feats, number, person]) };
  });
}

/** Features in the order of the format: by name. */
function sorted(features: readonly string[]): string {
  return features
    .filter((feature) => feature !== "")
    .flatMap((feature) => feature.split("|"))
    .sort()
    .join("|");
}
