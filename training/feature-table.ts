import type { Example } from "./treebank.ts";

/** Forms with fewer occurrences have no features of their own. */
const FEWEST = 3;
/** Settled by the tree, or about spelling rather than grammar. */
const NOT_LEARNED = /^(Voice|Typo|Abbr|ExtPos|Style|CorrectForm)=/;
/** Tags whose person and number only the subject shows. */
const WITHOUT_AGREEMENT = /\|VB[DP]$/;

/** The commonest features of each tag class, by `UPOS|XPOS`, and of forms that differ from it, by `form|UPOS|XPOS`. */
export function featureTable(examples: readonly Example[]): Record<string, string> {
  const byTag = new Map<string, Map<string, number>>();
  const byForm = new Map<string, Map<string, number>>();
  for (const { words } of examples) {
    for (const { form, upos, xpos, feats } of words) {
      const tag = `${upos}|${xpos}`;
      const features = learned(feats, tag);
      count(byTag, tag, features);
      if (/^[\p{L}'’]+$/u.test(form)) count(byForm, `${form.toLowerCase()}|${tag}`, features);
    }
  }
  const table: Record<string, string> = {};
  for (const [tag, counts] of sorted(byTag)) table[tag] = commonest(counts)[0];
  for (const [key, counts] of sorted(byForm)) {
    const [features, times] = commonest(counts);
    const tag = key.slice(key.indexOf("|") + 1);
    if (times >= FEWEST && features !== table[tag]) table[key] = features;
  }
  return table;
}

function learned(feats: string, tag: string): string {
  return feats
    .split("|")
    .filter((feature) => feature !== "" && !NOT_LEARNED.test(feature))
    .filter((feature) => !(WITHOUT_AGREEMENT.test(tag) && /^(Number|Person)=/.test(feature)))
    .join("|");
}

function count(counts: Map<string, Map<string, number>>, key: string, features: string): void {
  const of = counts.get(key) ?? new Map<string, number>();
  counts.set(key, of.set(features, (of.get(features) ?? 0) + 1));
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function commonest(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ["", 0]);
}
