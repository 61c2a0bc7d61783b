import { z } from "zod";
import { readTable } from "../../vocabulary/index.ts";

/** On which side of publication the clause around an expression looks; `open` where it does not say. */
export type Direction = "past" | "future" | "open";

const { future, past } = readTable(
  "data/dates/tense.toml",
  z.strictObject({ future: z.array(z.string()), past: z.array(z.string()) }),
);
const FUTURE = new RegExp(`(?<![\\p{L}])(?:${future.join("|")})(?![\\p{L}])`, "giu");
const PAST = new RegExp(`(?<![\\p{L}]|\\bbe\\s)(?:${past.join("|")})(?![\\p{L}])`, "giu");
const JUST_DONE =
  /(?<!\bbe\s)\b(?!planned|scheduled|expected|slated|postponed|adjourned|delayed|rescheduled|extended|need)\p{L}{2,}ed\s+(?:(?:up|down|out|off|in|on|at|early|late|last|from|to|for|by|around|about|the|and)\s+){0,3}$/iu;
/** "to" and a verb: not "to four bases", "to their allies", "to troops", "to power". */
const INFINITIVE =
  /\bto (?!(?:an?|the|this|that|these|those|some|any|all|both|each|every|no|its|his|her|their|our|my|your|which|what|whom|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|about|around|nearly|almost|over|more|most|many|several|other|another|at|in|on|date|war|power|peace|parliament|justice)\b|\p{Ll}{2,}[^su\P{Ll}]s\b)\p{Ll}{2,}\b/gu;
const FIRST_FUTURE = new RegExp(FUTURE.source, "iu");
const FIRST_PAST = new RegExp(`${PAST.source}|\\b\\p{Ll}{2,}ed\\b`, "iu");
const REACH_BACK = 160;
const REACH_ON = 90;

/** How far the words before and after an expression look ahead or back. The cue that stands nearest before it counts. */
export function directionOf(text: string, start: number, end: number): Direction {
  const before = clauseBefore(text, start);
  if (JUST_DONE.test(before)) return "past";
  const ahead = lastIndex(before, FUTURE);
  const back = lastIndex(before, PAST);
  if (ahead > back) return "future";
  if (back >= 0) return "past";
  return before.split(/\s+/).length <= 4 ? directionAfter(text.slice(end, end + REACH_ON)) : "open";
}

/** Whether an infinitive before the expression leaves it open that the act is still to come: "a deal to sell it in May". */
export function hasInfinitive(text: string, start: number): boolean {
  const before = clauseBefore(text, start);
  return !JUST_DONE.test(before) && lastIndex(before, INFINITIVE) > lastIndex(before, PAST);
}

function directionAfter(after: string): Direction {
  const clause = /^[^.;:?!\n]*/.exec(after)?.[0] ?? "";
  const ahead = clause.search(FIRST_FUTURE);
  const back = clause.search(FIRST_PAST);
  if (ahead >= 0 && (back < 0 || ahead < back)) return "future";
  return back >= 0 ? "past" : "open";
}

function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - REACH_BACK), start);
  const ends = [...before.matchAll(/[.;:?!]["”’]?\s+(?=\p{Lu})|[;:\n]/gu)].at(-1);
  return ends === undefined ? before : before.slice(ends.index + ends[0].length);
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
