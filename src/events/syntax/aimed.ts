import type { Token } from "../../language/index.ts";
import { AIMED } from "./control.ts";
import { isDated, type Mend } from "./mend.ts";

const AT = /^(?:against|on|upon|toward|towards)$/;

/** "deplored Iran's attack on Albania", "pointed to the attack on its embassy": what stands right after a deed and says whom it is aimed at hangs on the deed. */
export function aimedAt(tokens: readonly Token[], at: number): Mend | null {
  const word = tokens[at] as Token;
  if (word.deprel !== "obl" || word.head < 0 || !/^(?:NOUN|PROPN)$/.test(word.upos)) return null;
  const preposition = tokens.findIndex(({ head, deprel }) => head === at && deprel === "case");
  const deed = tokens[preposition - 1];
  if (deed === undefined || preposition > at || !AT.test((tokens[preposition] as Token).form)) return null;
  if (!/^ob[jl]$/.test(deed.deprel) || deed.head !== word.head || !AIMED.has(deed.lemma.toLowerCase()))
    return null;
  return isDated(word.form) ? null : { head: preposition - 1, deprel: "nmod" };
}
