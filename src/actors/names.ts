import { tokenize } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";
import type { PersonRow } from "./schemas.ts";
import type { Term } from "./time.ts";

/** What kind of thing a written name stands for. */
export type EntryKind =
  | "state"
  | "adjective"
  | "people"
  | "seat"
  | "place"
  | "person"
  | "family"
  | "organisation"
  | "group";

/** What a written name stands for. */
export interface Entry extends Term {
  readonly is: EntryKind;
  readonly actor: string;
  readonly name: string;
  readonly sector: Sector | null;
  readonly person: PersonRow | null;
  /** A company or a medium that acts in politics only where it deals with someone who does. */
  readonly private: boolean;
  /** A people that lives in several states: their names by code, and whether it lives mostly in the one it is entered with. */
  readonly homes?: { readonly named: ReadonlyMap<string, string>; readonly mostly: boolean } | undefined;
  /** States that the name means all together, by code: "the two Koreas". */
  readonly together?: ReadonlyMap<string, string>;
  /** The table that holds it, for a reader. */
  readonly table: string;
}

/** Most nodes end a name and lead no further: maps and lists are made when they are needed. */
interface Node {
  next: Map<string, Node> | null;
  entries: Entry[] | null;
}

/** A name found at a token: how many tokens it has and everything that it may stand for. */
export interface Match {
  readonly length: number;
  readonly entries: readonly Entry[];
}

/** A range of tokens. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A name found in a sentence with what it stands for there. */
export interface Found extends Range {
  readonly entry: Entry;
}

/** All names in one trie over tokens: looking up costs the length of the name, however many there are. */
export interface Names {
  readonly add: (name: string, entry: Entry) => void;
  /** Names that begin at a token, longest first. */
  readonly matchesAt: (forms: readonly string[], at: number) => readonly Match[];
}

export function createNames(): Names {
  const root: Node = { next: null, entries: null };
  const insert = (name: string, entry: Entry): void => {
    let node = root;
    for (const word of wordsOf(name)) {
      const key = plain(word);
      node.next ??= new Map();
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: null, entries: null };
        node.next.set(key, next);
      }
      node = next;
    }
    if (node === root || node.entries?.some((known) => sameMeaning(known, entry))) return;
    if (node.entries === null) node.entries = [entry];
    else node.entries.push(entry);
  };
  return {
    add(name, entry) {
      for (const form of spellings(name)) insert(form, entry);
    },
    matchesAt(forms, at) {
      const first = forms[at];
      let node = first === undefined ? undefined : root.next?.get(first);
      const found: Match[] = [];
      for (let length = 1; node !== undefined; length++) {
        if (node.entries !== null) found.unshift({ length, entries: node.entries });
        const form = forms[at + length];
        node = form === undefined ? undefined : node.next?.get(form);
      }
      return found;
    },
  };
}

/** A name's tokens, as the text's are cut; words of letters alone are parted by spaces. */
function wordsOf(name: string): string[] {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.split(" ");
  return tokenize(name).map(({ start, end }) => name.slice(start, end));
}

function sameMeaning(a: Entry, b: Entry): boolean {
  return a.is === b.is && a.actor === b.actor && a.name === b.name && a.since === b.since;
}

/** A name as it is written, and with what newspapers leave out or write otherwise: the article, hyphens, "al-". */
function spellings(name: string): Iterable<string> {
  const bare = name.replace(/^the /, "");
  if (/^[A-Za-z ]+$/.test(bare) && !/^al /i.test(bare)) return [bare];
  const forms = new Set([bare]);
  if (/\p{L}-\p{L}/u.test(bare)) forms.add(bare.replace(/(\p{L})-(?=\p{L})/gu, "$1 "));
  if (/^al[- ]/i.test(bare)) {
    const rest = bare.slice(3);
    for (const article of ["al-", "Al-", "al ", "Al "]) forms.add(article + rest);
  }
  return forms;
}

/** A form as names are keyed: straight apostrophes and hyphens, no accents. Case stays: "turkey" is no state. */
export function plain(form: string): string {
  if (/^[\x20-\x7e]*$/.test(form)) return form;
  return form
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[–‐‑]/g, "-")
    .replace(/[øØłŁđĐıßæœ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC");
}

/** Letters that Unicode does not take apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};
