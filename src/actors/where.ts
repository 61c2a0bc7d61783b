import type { Sentence } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import type { Found } from "./names.ts";
import { isLocative, prepositionOf, relationOf } from "./syntax.ts";

/** "Kabul-born", "London-based": where someone comes from. */
function isHome(head: number, { tokens }: Sentence): boolean {
  return (
    tokens[head + 1]?.form === "-" &&
    /^(born|based|bound|raised|trained|area)$/.test(tokens[head + 2]?.form ?? "")
  );
}

/** Whether a name is only where something is: "in Beijing", "the Geneva talks", "Mariupol". */
export function isOnlyPlace({ entry }: Found, head: number, { sentence, tables }: Reading): boolean {
  const { locative, motion } = tables.words.lists;
  if (entry.is === "place" || isHome(head, sentence)) return true;
  if (entry.is === "state" || entry.is === "seat") {
    if (isLocative(sentence, head, locative, motion)) return true;
    return entry.is === "seat" && relationOf(sentence, head) === "compound";
  }
  if (entry.is !== "group" || (entry.sector !== "GOV" && entry.sector !== "LEG" && entry.sector !== "MIL"))
    return false;
  return /^(in|at|near|outside|inside)$/.test(prepositionOf(sentence, head));
}
