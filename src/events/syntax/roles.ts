import type { Token } from "../../language/index.ts";
import { aimedAt } from "./aimed.ts";
import { datedAside, inWhich, madeThing, nearRelative, outerCondition, saidOfName } from "./commas.ts";
import {
  gappedAfterDate,
  gappedComplement,
  gappedName,
  gappedObject,
  gappedSubject,
  gappedTaker,
} from "./gaps.ts";
import {
  accompanied,
  cutName,
  doubled,
  hiddenComplement,
  hyphenated,
  joinedDescription,
  lonelyConjunct,
  lostPreposition,
  neitherNor,
} from "./joined-names.ts";
import { bareObject, doneBy, givenTo, outerSubject, particle, thingGiven } from "./objects.ts";
import {
  afterDateName,
  besideSubject,
  farFrom,
  frontedPhrase,
  hadDone,
  notUntil,
  openingTime,
  ratherThan,
  wereTo,
  yearBefore,
} from "./openings.ts";
import {
  betweenSides,
  cleft,
  cutPhrase,
  letDo,
  saidAfter,
  speakerAfterComma,
  speakerOfQuotation,
  sumBesideName,
} from "./strays.ts";
import { asBaseless, completing, contentClause, offerTo, spokenWithin } from "./told-clauses.ts";

/** Mends relations that the words around them rule out. */
export function withRoles(tokens: readonly Token[]): readonly Token[] {
  let mended: readonly Token[] = tokens;
  for (const mend of [
    cutName,
    cutPhrase,
    cleft,
    betweenSides,
    sumBesideName,
    aimedAt,
    letDo,
    saidAfter,
    speakerAfterComma,
    speakerOfQuotation,
    openingTime,
    ratherThan,
    lostPreposition,
    farFrom,
    wereTo,
    hadDone,
    asBaseless,
    offerTo,
    spokenWithin,
    frontedPhrase,
    givenTo,
    afterDateName,
    contentClause,
    notUntil,
    hiddenComplement,
    hyphenated,
    lonelyConjunct,
    joinedDescription,
    thingGiven,
    outerSubject,
    yearBefore,
    bareObject,
    doneBy,
    neitherNor,
    besideSubject,
    doubled,
    accompanied,
    completing,
    particle,
    nearRelative,
    inWhich,
    outerCondition,
    madeThing,
    saidOfName,
    datedAside,
    gappedSubject,
    gappedObject,
    gappedTaker,
    gappedComplement,
    gappedAfterDate,
    gappedName,
  ]) {
    let changed: Token[] | null = null;
    for (let at = 0; at < mended.length; at++) {
      const joined = mend(mended, at);
      if (joined === null) continue;
      changed ??= [...mended];
      changed[at] = { ...(mended[at] as Token), ...joined };
    }
    mended = changed ?? mended;
  }
  return mended;
}
