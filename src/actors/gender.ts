import type { Discourse } from "./discourse.ts";
import type { ActorMention } from "./mention.ts";
import { plain } from "./names.ts";
import type { ActorTables } from "./tables.ts";

const FEMININE = /^(she|her|hers|herself)$/i;
const MASCULINE = /^(he|him|his|himself)$/i;
/** Nouns and titles that say it, whatever the name. */
const WOMAN =
  /^(mrs|ms|miss|queen|princess|lady|baroness|duchess|empress|sister|mother|wife|ex-wife|widow|daughter|girl|woman|aunt|niece|grandmother|actress|spokeswoman|chairwoman|congresswoman|businesswoman|councilwoman|policewoman|first_lady)$/;
const MAN =
  /^(mr|sir|king|prince|emir|sultan|duke|emperor|brother|father|husband|ex-husband|widower|son|boy|man|uncle|nephew|grandfather|pope|imam|ayatollah|spokesman|chairman|congressman|businessman|councilman|policeman|gunman)$/;

/** Whether someone named can be "she" (feminine) or "he": by titles and nouns, else by the given name. */
export function fitsGender(
  { name, text, kind }: ActorMention,
  feminine: boolean,
  tables: ActorTables,
  said: Discourse,
): boolean {
  if (kind === "pronoun" && (FEMININE.test(text) || MASCULINE.test(text)))
    return FEMININE.test(text) === feminine;
  const nouns = [...wordsOf(text), ...(said.spoken.get(name)?.called ?? [])];
  const saidWoman = nouns.some((word) => WOMAN.test(word));
  const saidMan = nouns.some((word) => MAN.test(word));
  if (saidWoman !== saidMan) return feminine === saidWoman;
  const { feminine: women, masculine: men } = tables.words.lists;
  const given = givenNames(name);
  const isWoman = given.some((part) => women.has(part));
  const isMan = given.some((part) => men.has(part));
  if (tables.isPerson(name))
    return isWoman === feminine || (isWoman && isMan) || (feminine && !isMan && !name.includes(" "));
  return feminine ? isWoman || !isMan : isMan || !isWoman;
}

/** The words of a name without the surname, where it has more than one. */
function givenNames(name: string): string[] {
  const words = wordsOf(name);
  return words.length > 1 ? words.slice(0, -1) : words;
}

function wordsOf(text: string): string[] {
  return plain(text)
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== "");
}
