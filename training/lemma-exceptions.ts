import { lemmaByRule } from "../src/language/lemmas.ts";
import type { Example } from "./treebank.ts";

/** Lemmas of the treebanks that the rules would get wrong, by `form|XPOS`; the commonest lemma where they differ. */
export function lemmaExceptions(examples: readonly Example[]): Record<string, string> {
  const seen = new Map<string, Map<string, number>>();
  for (const { words } of examples) {
    for (const { form, xpos, lemma } of words) {
      if (/^(NNP|NNPS|CD|SYM|FW|ADD|LS|NFP|GW|XX)$/.test(xpos) || !/^[\p{L}'’.-]+$/u.test(form)) continue;
      const key = `${form.toLowerCase()}|${xpos}`;
      const lemmas = seen.get(key) ?? new Map<string, number>();
      lemmas.set(lemma.toLowerCase(), (lemmas.get(lemma.toLowerCase()) ?? 0) + 1);
      seen.set(key, lemmas);
    }
  }
  const exceptions: Record<string, string> = {};
  for (const [key, lemmas] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [form = "", xpos = ""] = key.split("|");
    const [[commonest = form]] = [...lemmas].sort(([, a], [, b]) => b - a) as [[string, number]];
    if (lemmaByRule(form, xpos) !== commonest) exceptions[key] = commonest;
  }
  return exceptions;
}
