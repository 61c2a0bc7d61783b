const VOWEL = /[aeiouy]/;

/**
 * The lemma of a word by its Penn tag, from English spelling alone: plurals, third persons, past tenses, participles,
 * gerunds and degrees. What the spelling does not tell ("left" of leave, "men") stands in the model's exceptions.
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

function singular(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word) && !/[aeiou]ses$/.test(word)) return word.slice(0, -2);
  if (/(us|ss|is)$/.test(word) || !word.endsWith("s")) return word;
  return word.slice(0, -1);
}

/** Restores what an ending took away: a doubled consonant, or a silent e. */
function stem(base: string): string {
  if (/([bdgkmnprt])\1$/.test(base) && base.length > 3) return base.slice(0, -1);
  if (/(ll|ss|ff|zz)$/.test(base)) return base;
  if (
    /[^aeiou][aeiou][^aeiouwxy]$/.test(base) &&
    base.length <= 4 &&
    !/(nter|ffer|ppen|sten|isit|dit)$/.test(base)
  )
    return `${base}e`;
  if (
    /(at|iz|is|ur|uc|as|us|os|rc|nc|rg|dg|lg|ng|v|u|bl|cl|dl|fl|gl|kl|pl|tl|rs|ns|ls|ps|c|g|s|z|ag|id|ud|od|ut|ot|ok|ak|ik|ir|or|ar|on|in|im|am|om|um|ib|ob|ab)$/.test(
      base,
    ) &&
    needsE(base)
  )
    return `${base}e`;
  return base;
}

function needsE(base: string): boolean {
  if (/(v|u|c|s|z|bl|cl|dl|fl|gl|kl|pl|tl|rg|dg|lg)$/.test(base)) return !/(ss|focus|ing|gas)$/.test(base);
  if (/[aeiou]{2}[a-z]$/.test(base)) return false;
  if (/(ng|ag|ar|or|on|in|im|om|um|am|ab|ob|ib|ot|it|ok)$/.test(base))
    return /(chang|arrang|challeng|reveng|manag|engag|damag|encourag|prepar|declar|compar|shar|car|explor|restor|scor|ignor|defin|combin|determin|examin|imagin|declin|disciplin|undermin|outlin|condon|postpon|abandonn|clim|assum|consum|resum|presum|nam|blam|fram|describ|prob|brib|invok|provok|evok|promot|devot|vot|quot|not|mak|tak)$/.test(
      base,
    );
  return true;
}
