import { DOUBLE, IRREGULAR, SILENT_E } from "./lists.ts";

const VOWEL = /[aeiouy]/;

/** The lemma of a word by its Penn tag: from the exceptions (by `form|XPOS`, lower case), else by the rules of spelling. */
export function lemmaOf(form: string, xpos: string, exceptions: ReadonlyMap<string, string>): string {
  const lower = form.toLowerCase().replaceAll("’", "'");
  const known = exceptions.get(`${lower}|${xpos}`);
  if (known !== undefined) return known;
  if (xpos.startsWith("NNP") && /^\p{Lu}{2,}s$/u.test(form)) return form.slice(0, -1);
  return xpos === "NNP" || xpos === "NNPS" || form === "I" ? form : lemmaByRule(lower, xpos);
}

/**
 * The lemma of a word by its Penn tag, from English spelling alone: plurals, third persons, past tenses, participles,
 * gerunds and degrees. What the spelling does not tell ("left" of leave, "mice") stands in the model's exceptions.
 */
export function lemmaByRule(form: string, xpos: string): string {
  const word = form.toLowerCase();
  switch (xpos) {
    case "NNS":
      return singular(word);
    case "VBZ":
      return singular(word);
    case "VBD":
    case "VBN":
      if (IRREGULAR.has(word)) return IRREGULAR.get(word) ?? word;
      return word.endsWith("ied")
        ? `${word.slice(0, -3)}y`
        : word.endsWith("ed")
          ? stem(word.slice(0, -2))
          : word;
    case "VBG":
      return word.endsWith("ing") && VOWEL.test(word.slice(0, -3)) ? stem(word.slice(0, -3)) : word;
    case "JJR":
    case "RBR":
      return word.endsWith("ier")
        ? `${word.slice(0, -3)}y`
        : word.endsWith("er")
          ? stem(word.slice(0, -2))
          : word;
    case "JJS":
    case "RBS":
      return word.endsWith("iest")
        ? `${word.slice(0, -4)}y`
        : word.endsWith("est")
          ? stem(word.slice(0, -3))
          : word;
    default:
      return word;
  }
}

const F_PLURAL = /(?:^|[a-z])(?:cal|wol|hal|shel|thie|loa|lea|sel|scar|hoo)ves$/;

function singular(word: string): string {
  if (/[a-z]men$/.test(word)) return `${word.slice(0, -3)}man`;
  if (/[a-z]{3}oes$/.test(word)) return word.slice(0, -2);
  if (F_PLURAL.test(word)) return `${word.slice(0, -3)}f`;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word) && !/[aeiou]ses$/.test(word)) return word.slice(0, -2);
  if (/(us|ss|is)$/.test(word) || !word.endsWith("s")) return word;
  return word.slice(0, -1);
}

/** Whether a form, by its spelling, is the past or participle of a verb: "froze", "shelled". */
export function isPastForm(form: string): boolean {
  const word = form.toLowerCase();
  if (IRREGULAR.has(word)) return true;
  return word.length > 4 && word.endsWith("ed") && !word.endsWith("eed");
}

/** Restores what an ending took away: a doubled consonant, or a silent e. */
function stem(base: string): string {
  if (SILENT_E.has(`${base}e`)) return `${base}e`;
  if (DOUBLE.has(base)) return base;
  if (/([bdgklmnprtv])\1$/.test(base) && base.length > 3) return base.slice(0, -1);
  if (
    /(?:[^aeiou]at|[aeiou]{1,2}(?:v|z)|[^s]s|[^aeious]c|[bcdfgkptz]l|[^aeiou]g|dg|rg|[^aeiou]u|iz|[^aeiou]v|lv|rv)$/.test(
      base,
    ) &&
    !/(?:[aeiou]{2}t|[aeiou]{2}s|ss|us|ng)$/.test(base)
  )
    return `${base}e`;
  return base;
}
