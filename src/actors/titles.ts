import type { Reading } from "./discourse.ts";
import type { Found } from "./names.ts";

/** What stands before a name and belongs to it. */
export interface Titles {
  /** The first token of the titles, or of the name where there are none. */
  readonly from: number;
  readonly titled: boolean;
  /** The state or organisation that the titles name. */
  readonly state: string | null;
  /** Names of states within the titles. */
  readonly covered: readonly Found[];
  /** The words of the titles, lower case, without the state. */
  readonly words: readonly string[];
}

/** Offices of which no one holds another beside: who is president is not vice-president. */
const HEADS = /^(President|Premier|Prime|Chancellor|King|Queen|Emir|Sultan)$/;
const OWNERS = new Set(["state", "adjective", "organisation", "seat", "group", "place", "people"]);

/** "Belarusian President", "Israel's former foreign minister", "Secretary of State", "President of Serbia" before a name. */
export function titlesBefore(at: number, found: readonly Found[], { sentence, tables }: Reading): Titles {
  const { titles, institutions } = tables.words.lists;
  const isTitle = (index: number): boolean => {
    const token = sentence.tokens[index];
    if (token === undefined || token.upos === "VERB" || token.upos === "PUNCT") return false;
    const word = token.form.toLowerCase();
    return titles.has(word) || institutions.has(word) || tables.words.sectorOf.has(token.lemma.toLowerCase());
  };
  const ownerEndingAt = (index: number): Found | undefined =>
    found.find(({ to, entry }) => to === index && OWNERS.has(entry.is));
  const covered: Found[] = [];
  /** "Ambassador to Poland": the state someone is sent to is not theirs. */
  const sent: Found[] = [];
  const words: string[] = [];
  let from = at;
  let titled = false;
  for (let before = at - 1; before >= 0; before = from - 1) {
    const form = sentence.tokens[before]?.form.toLowerCase() ?? "";
    const owner = ownerEndingAt(from);
    if (owner !== undefined && covered.length === 0) {
      const article = sentence.tokens[owner.from - 1]?.form.toLowerCase() === "the" ? 1 : 0;
      const of = sentence.tokens[owner.from - 1 - article]?.form === "of";
      const behind = owner.from - 2 - article;
      if (sentence.tokens[owner.from - 1 - article]?.form === "to" && isTitle(behind)) {
        from = behind;
        titled = true;
        words.unshift(sentence.tokens[behind]?.form.toLowerCase() ?? "");
        sent.push(owner);
        continue;
      }
      if (!titled && !(of && isTitle(behind)) && !isBeside(owner)) break;
      covered.push(owner);
      from = owner.from;
      if (!(of && isTitle(behind))) break;
      from = behind;
      titled = true;
      words.unshift(sentence.tokens[behind]?.form.toLowerCase() ?? "");
    } else if (/^['’]s?$/.test(form) && ownerEndingAt(before) !== undefined && titled) {
      from = before;
    } else if (/^(and|&)$/.test(form) && titled && isAnothersTitle(before - 1, from)) break;
    else if (/^(of|for|and|&)$/.test(form) && titled && isTitle(before - 1)) {
      words.unshift(sentence.tokens[before - 1]?.form.toLowerCase() ?? "", form);
      from = before - 1;
    } else if (isTitle(before)) {
      words.unshift(form);
      from = before;
      titled = true;
    } else break;
  }
  return { from, titled, state: covered[0]?.entry.actor ?? null, covered: [...covered, ...sent], words };

  /** "The Vice President and President Marcos": the name has no part in a title that stands behind an article of its own. */
  function isAnothersTitle(end: number, next: number): boolean {
    if (!HEADS.test(sentence.tokens[next]?.form ?? "")) return false;
    let first = end;
    while (first > 0 && isTitle(first - 1)) first -= 1;
    return first > 0 && sentence.tokens[first - 1]?.form.toLowerCase() === "the";
  }

  /** "Belarusian Lukashenko": an adjective that belongs to the name itself. */
  function isBeside({ from: start, to, entry }: Found): boolean {
    const head = sentence.tokens[to - 1]?.head ?? -1;
    return entry.is === "adjective" && to === at && (head >= at || head < start);
  }
}
