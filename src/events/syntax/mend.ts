import type { Token } from "../../language/index.ts";

/** Where a word is hung instead, and as what. */
export type Mend = Pick<Token, "head" | "deprel">;

export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBP", "VBZ"]);
export const YEAR = /^(?:19|20)\d\d$/;

const DAY_OR_MONTH =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

export function isDayOrMonth(form: string): boolean {
  return DAY_OR_MONTH.test(form);
}

/** A weekday, a month or a year. */
export function isDated(form: string): boolean {
  return isDayOrMonth(form) || YEAR.test(form);
}

export function hasSubject(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }) => head === verb && /^[nc]subj(?!:outer)/.test(deprel));
}

export function hasPreposition(tokens: readonly Token[], at: number): boolean {
  return tokens.some(({ head, deprel, upos }) => head === at && deprel === "case" && upos === "ADP");
}

export function isCase(tokens: readonly Token[], at: number, form: string): boolean {
  return tokens.some((word) => word.head === at && word.form === form && /^(?:case|mark)$/.test(word.deprel));
}
