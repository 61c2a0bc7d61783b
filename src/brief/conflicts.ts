import type { Entry } from "./entries.ts";
import { cite, type Statement, say } from "./statement.ts";
import { dateInWords } from "./wording.ts";

/** Where texts contradict each other: one asserts what another denies. */
export function conflictsOf(chronology: readonly Entry[]): readonly Statement[] {
  const asserted = chronology.filter(({ modality }) => modality === "asserted");
  return chronology
    .filter(({ modality }) => modality === "negated")
    .flatMap((denied) => {
      const against = asserted.filter((entry) => sameMatter(entry, denied));
      if (against.length === 0) return [];
      return [
        say`${denied.reading} (${denied.start === null ? denied.when : dateInWords(denied.start)}): one text denies it ${cite([denied.number])}, ${against.length === 1 ? "another asserts" : "others assert"} it ${cite(against.map(({ number }) => number))}.`,
      ];
    });
}

function sameMatter(asserted: Entry, denied: Entry): boolean {
  if (asserted.is !== denied.is) return false;
  if (asserted.is === "event") return asserted.story !== null && asserted.story === denied.story;
  return asserted.reading === denied.reading;
}
