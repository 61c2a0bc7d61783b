import type { Token } from "../language/index.ts";
import type { Reading } from "./discourse.ts";
import type { Found } from "./names.ts";
import { hyphenedTo, isLocative, prepositionOf, relationOf } from "./syntax.ts";
import type { ActorTables } from "./tables.ts";

/** "Kabul-born fighters", "Iran-backed fighters", "French-speaking Canadians": what they have of a state does not make them its own. */
export function isBehindOthers(
  head: number,
  sentence: { readonly tokens: readonly Token[] },
  { words }: ActorTables,
): boolean {
  return words.lists.of_others.has(hyphenedTo(sentence, head)?.word ?? "");
}

/** Whether a name is only where something is: "in Beijing", "the Geneva talks", "Mariupol". */
export function isOnlyPlace({ entry }: Found, head: number, reading: Reading): boolean {
  const { sentence, tables } = reading;
  const { locative, motion } = tables.words.lists;
  if (entry.is === "place" || isBehindOthers(head, sentence, tables)) return true;
  if (entry.is === "state" || entry.is === "seat") {
    if (isLocative(sentence, head, locative, motion)) return true;
    return entry.is === "seat" && relationOf(sentence, head) === "compound";
  }
  if (entry.is !== "group" || (entry.sector !== "GOV" && entry.sector !== "LEG" && entry.sector !== "MIL"))
    return false;
  return /^(in|at|near|outside|inside)$/.test(prepositionOf(sentence, head));
}
