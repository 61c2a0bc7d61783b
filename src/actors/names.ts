import { tokenize } from "../language/index.ts";
import type { Sector } from "../vocabulary/index.ts";
import type { PersonRow } from "./schemas.ts";
import type { Term } from "./time.ts";

/** What a written name stands for. */
export interface Entry extends Term {
  readonly is: "state" | "adjective" | "people" | "seat" | "person" | "family" | "organisation" | "group";
  readonly actor: string;
  readonly name: string;
  readonly sector: Sector | null;
  readonly person: PersonRow | null;
  /** The table that holds it, for a reader. */
  readonly table: string;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

/** All names in one trie over tokens: looking up costs the length of the name, however many there are. */
export interface Names {
  readonly add: (name: string, entry: Entry) => void;
  /** The longest name that begins at a token, with everything it may stand for; null if none does. */
  readonly longestAt: (
    forms: readonly string[],
    at: number,
  ) => { readonly length: number; readonly entries: readonly Entry[] } | null;
}

export function createNames(): Names {
  const root: Node = { next: new Map(), entries: [] };
  return {
    add(name, entry) {
      let node = root;
      for (const { start, end } of tokenize(name)) {
        const key = plain(name.slice(start, end));
        const next = node.next.get(key) ?? { next: new Map(), entries: [] };
        node.next.set(key, next);
        node = next;
      }
      if (node !== root) node.entries.push(entry);
    },
    longestAt(forms, at) {
      let node: Node | undefined = root;
      let found: { length: number; entries: readonly Entry[] } | null = null;
      for (let length = 0; node !== undefined && at + length <= forms.length; length++) {
        if (node.entries.length > 0) found = { length, entries: node.entries };
        const form = forms[at + length];
        node = form === undefined ? undefined : node.next.get(form);
      }
      return found;
    },
  };
}

/** A form as names are keyed: straight apostrophes and hyphens. Case stays: "turkey" is no state. */
export function plain(form: string): string {
  return form.replace(/[’‘ʼ]/g, "'").replace(/[–‐‑]/g, "-");
}
