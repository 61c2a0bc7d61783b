import type { Sentence, Token } from "../../language/index.ts";
import { repaired } from "./repair.ts";

/** A sentence's dependency tree with its children listed: what every rule of this stage walks on. */
export interface Tree {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Children of each token, in the order of the text. */
  readonly children: readonly (readonly number[])[];
  readonly root: number;
  /** What every rule asks of a token, made once: its relation without subtype, lemma and form in lower case. */
  readonly relations: readonly string[];
  readonly lemmas: readonly string[];
  readonly forms: readonly string[];
}

export function treeOf(sentence: Sentence, index: number): Tree {
  const tokens = repaired(sentence.tokens);
  const children: number[][] = tokens.map(() => []);
  let root = 0;
  tokens.forEach((token, at) => {
    if (token.head >= 0) children[token.head]?.push(at);
    else root = at;
  });
  return {
    index,
    sentence,
    tokens,
    children,
    root,
    relations: tokens.map(({ deprel }) => withoutSubtype(deprel)),
    lemmas: tokens.map(({ lemma }) => lemma.toLowerCase()),
    forms: tokens.map(({ form }) => form.toLowerCase()),
  };
}

export function token(tree: Tree, at: number): Token {
  const found = tree.tokens[at];
  if (found === undefined) throw noToken(tree, at);
  return found;
}

/** The relation without its subtype: `nsubj` for `nsubj:pass`. */
export function relation(tree: Tree, at: number): string {
  const found = tree.relations[at];
  if (found === undefined) throw noToken(tree, at);
  return found;
}

function withoutSubtype(deprel: string): string {
  const colon = deprel.indexOf(":");
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

function noToken(tree: Tree, at: number): RangeError {
  return new RangeError(`Sentence ${tree.index} has no token ${at}.`);
}

/** Children of a token by relation; a name with a subtype must fit whole, one without fits all its subtypes. */
export function childrenBy(tree: Tree, at: number, ...names: readonly string[]): number[] {
  const found: number[] = [];
  for (const child of tree.children[at] ?? [])
    if (names.includes(relation(tree, child)) || names.includes(token(tree, child).deprel)) found.push(child);
  return found;
}

/** The token and everything below it, in the order of the text. */
export function subtree(tree: Tree, at: number): number[] {
  const found: number[] = [];
  const open = [at];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    open.push(...(tree.children[next] ?? []));
  }
  return found.sort((a, b) => a - b);
}

/** The token and those coordinated with it: "Russia, China and Iran" from "Russia". */
export function conjuncts(tree: Tree, at: number): number[] {
  const joined = childrenBy(tree, at, "conj").filter((child) => !isExcepted(tree, child));
  return [at, ...joined.flatMap((child) => conjuncts(tree, child))];
}

/** "Ethiopia and Egypt, but not Sudan": joined only to be left out. */
function isExcepted(tree: Tree, at: number): boolean {
  return (
    isNominal(tree, at) &&
    (tree.children[at] ?? []).some((child) => child < at && tree.forms[child] === "not")
  );
}

/** Tokens from the head of `at` up to the root. */
export function ancestors(tree: Tree, at: number): number[] {
  const found: number[] = [];
  for (
    let head = token(tree, at).head;
    head >= 0 && found.length <= tree.tokens.length;
    head = token(tree, head).head
  ) {
    found.push(head);
  }
  return found;
}

/** Whether a word is one of these, by lemma or as it is written, in lower case. */
export function isWord(tree: Tree, at: number, words: ReadonlySet<string>): boolean {
  return words.has(tree.lemmas[at] ?? "") || words.has(tree.forms[at] ?? "");
}

export function isVerbal(tree: Tree, at: number): boolean {
  const { upos } = token(tree, at);
  return upos === "VERB" || upos === "AUX";
}

export function isNominal(tree: Tree, at: number): boolean {
  const { upos } = token(tree, at);
  return (
    upos === "NOUN" || upos === "PROPN" || upos === "PRON" || upos === "NUM" || upos === "SYM" || upos === "X"
  );
}

/** A line without a full stop, whose present tells what has happened. */
export function isHeadline({ tokens }: Tree): boolean {
  return !/[.?!…:;"”’)\]]$/.test(tokens.at(-1)?.form ?? "");
}

/** A reading of a token that is made once and kept as long as its tree: many patterns ask the same of one word. */
export function oncePerToken<Value>(
  read: (tree: Tree, at: number) => Value,
): (tree: Tree, at: number) => Value {
  const readings = oncePerTree((): Map<number, Value> => new Map());
  return (tree, at) => {
    const ofTree = readings(tree);
    let value = ofTree.get(at);
    if (value === undefined) {
      value = read(tree, at);
      ofTree.set(at, value);
    }
    return value;
  };
}

/** A reading of a sentence that is made once and kept as long as its tree. */
export function oncePerTree<Value>(read: (tree: Tree) => Value): (tree: Tree) => Value {
  const known = new WeakMap<Tree, Value>();
  return (tree) => {
    let value = known.get(tree);
    if (value === undefined) {
      value = read(tree);
      known.set(tree, value);
    }
    return value;
  };
}

/** First and last UTF-16 index of a set of tokens. */
export function extent(
  tree: Tree,
  tokens: readonly number[],
): { readonly start: number; readonly end: number } {
  return {
    start: Math.min(...tokens.map((at) => token(tree, at).start)),
    end: Math.max(...tokens.map((at) => token(tree, at).end)),
  };
}
