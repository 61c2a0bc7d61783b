/** A word of a tree, as far as its voice depends on it; `head` is an index, -1 for the root. */
interface Word {
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly feats: string;
}

/**
 * The features of a word from a table of the treebanks' commonest: by `form|UPOS|XPOS` in lower case where the form
 * has its own, as "she" has, else by `UPOS|XPOS`. Features that only the context settles are left out.
 */
export function featuresOf(form: string, tag: string, table: ReadonlyMap<string, string>): string {
  return table.get(`${form.toLowerCase()}|${tag}`) ?? table.get(tag) ?? "";
}

/** Marks passive participles: with a passive auxiliary or subject, or standing by a noun without an auxiliary. */
export function withVoice<Token extends Word>(tokens: readonly Token[]): Token[] {
  const passive = new Set<number>();
  const active = new Set<number>();
  for (const { head, deprel } of tokens) {
    if (/^(aux|nsubj|csubj):pass$/.test(deprel)) passive.add(head);
    else if (deprel === "aux") active.add(head);
  }
  return tokens.map((token, at) => {
    const isPassive =
      token.xpos === "VBN" &&
      (passive.has(at) || (/^(acl|amod|advcl)/.test(token.deprel) && !active.has(at)));
    return isPassive ? { ...token, feats: [token.feats, "Voice=Pass"].filter(Boolean).join("|") } : token;
  });
}
