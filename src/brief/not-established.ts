import type { Modality } from "../vocabulary/index.ts";
import type { NotEstablished } from "./brief.ts";
import type { Entry } from "./entries.ts";
import { entryLine } from "./quoting.ts";

const GROUPS: readonly {
  readonly modality: Modality;
  readonly title: string;
  readonly explanation: string;
}[] = [
  {
    modality: "reported",
    title: "Reported, not confirmed",
    explanation: "The text vouches for these only through someone's word or hearsay.",
  },
  { modality: "planned", title: "Planned", explanation: "Announced or intended, not yet done when written." },
  {
    modality: "conditional",
    title: "Conditional or supposed",
    explanation: "Said to be possible, likely or dependent on something else.",
  },
  {
    modality: "requested",
    title: "Asked for",
    explanation: "Called for or requested; whether it was done is not said.",
  },
  {
    modality: "negated",
    title: "Denied or not done",
    explanation: "The text says that these did not happen.",
  },
];

/** What the texts do not assert, by modality, in the order of the chronology. None of it is in a measure. */
export function notEstablished(
  chronology: readonly Entry[],
  admitted: readonly Modality[],
): readonly NotEstablished[] {
  return GROUPS.filter(({ modality }) => !admitted.includes(modality)).flatMap((group): NotEstablished[] => {
    const entries = chronology.filter(({ modality }) => modality === group.modality);
    return entries.length === 0 ? [] : [{ ...group, items: itemsOf(entries) }];
  });
}

/** One item for each sentence, whatever number of events and ties it gives. */
function itemsOf(entries: readonly Entry[]): NotEstablished["items"] {
  const sentences = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [lead] = entry.reports;
    const key = `${lead?.document ?? ""}|${lead?.sentence ?? entry.reading}`;
    const same = sentences.get(key);
    if (same) same.push(entry);
    else sentences.set(key, [entry]);
  }
  return [...sentences.values()].map(([first, ...others]) => {
    const numbers = others.map(({ number }) => number);
    return { entries: [first!.number, ...numbers], statement: entryLine(first!, numbers) };
  });
}
