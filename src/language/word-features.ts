/** Sizes of the hashed tables of word parts. Two parts with one hash share a row. */
export const PART_TABLES = {
  suffix1: 128,
  suffix2: 512,
  suffix3: 2048,
  suffix4: 2048,
  prefix2: 512,
  prefix3: 2048,
  prefix4: 2048,
  shape: 256,
} as const;
export type PartTable = keyof typeof PART_TABLES;
export const PART_NAMES = Object.keys(PART_TABLES) as readonly PartTable[];

/** Rows of the word table that stand for no word of the treebanks. */
export const UNKNOWN_ROW = 0;
export const ROOT_ROW = 1;
export const FIRST_WORD_ROW = 2;

/** Numbers that `rowsOfWord` gives for a word: a row of the word table, of each part table and of the vectors. */
export const ROWS_A_WORD = 2 + PART_NAMES.length;

/** Where words are found in the tables, by the hash of their key. */
export interface WordTables {
  readonly words: ReadonlyMap<number, number>;
  readonly vectors: ReadonlyMap<number, number>;
}

/** The rows of the tables for a word; -1 where it has no vector. */
export function rowsOfWord(form: string, { words, vectors }: WordTables): number[] {
  const key = hash(wordKey(form));
  return [words.get(key) ?? UNKNOWN_ROW, ...partRows(form), vectors.get(key) ?? -1];
}

/** The root stands before every sentence and has a row of the word table alone. */
export const ROOT_ROWS: readonly number[] = [ROOT_ROW, ...new Array<number>(ROWS_A_WORD - 1).fill(-1)];

/** Typographic quotes and dashes as the treebanks write them. */
export function plainForm(form: string): string {
  return form
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚ʼ`´]/g, "'")
    .replace(/[–—―‒−]/g, "-")
    .replace(/…/g, "...");
}

/** What words are looked up by: lower case, every digit a zero. */
export function wordKey(form: string): string {
  return plainForm(form)
    .toLowerCase()
    .replace(/\p{Nd}/gu, "0");
}

/** FNV-1a over UTF-16 units, 32 bits. Source: Fowler, Noll, Vo. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Rows of the part tables for a word, in the order of `PART_NAMES`. */
export function partRows(form: string): number[] {
  const plain = plainForm(form);
  const key = plain.toLowerCase().replace(/\p{Nd}/gu, "0");
  const parts: Readonly<Record<PartTable, string>> = {
    suffix1: key.slice(-1),
    suffix2: key.slice(-2),
    suffix3: key.slice(-3),
    suffix4: key.slice(-4),
    prefix2: key.slice(0, 2),
    prefix3: key.slice(0, 3),
    prefix4: key.slice(0, 4),
    shape: shapeOf(plain),
  };
  return PART_NAMES.map((name) => hash(parts[name]) % PART_TABLES[name]);
}

/** The pattern of letters and digits, runs shortened to two: "McDonald's" is "XxXxx'x". */
export function shapeOf(form: string): string {
  let shape = "";
  for (const letter of form.slice(0, 40)) {
    const kind = /\p{Lu}/u.test(letter)
      ? "X"
      : /\p{Ll}/u.test(letter)
        ? "x"
        : /\p{Nd}/u.test(letter)
          ? "d"
          : /\p{L}/u.test(letter)
            ? "l"
            : letter;
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape;
}
