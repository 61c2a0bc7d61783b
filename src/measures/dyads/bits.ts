/** How many bits of a 32-bit word are set (Warren, Hacker's Delight, section 5-1). */
export function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Rows of bits, one per state: which of the columns (roll calls, states) hold for it. */
export interface BitRows {
  readonly words: number;
  readonly bits: Int32Array;
}

export function bitRows(rows: number, columns: number): BitRows {
  const words = Math.ceil(columns / 32);
  return { words, bits: new Int32Array(rows * words) };
}

export function setBit({ words, bits }: BitRows, row: number, column: number): void {
  const at = row * words + (column >>> 5);
  bits[at] = bits[at]! | (1 << (column & 31));
}

/** In how many columns both rows hold. */
export function shared(a: BitRows, rowA: number, b: BitRows, rowB: number): number {
  const { words } = a;
  const fromA = rowA * words;
  const fromB = rowB * words;
  let count = 0;
  for (let word = 0; word < words; word++) count += popcount(a.bits[fromA + word]! & b.bits[fromB + word]!);
  return count;
}

/** In how many columns a row holds. */
export function total(rows: BitRows, row: number): number {
  return shared(rows, row, rows, row);
}

export function hasBit({ words, bits }: BitRows, row: number, column: number): boolean {
  return ((bits[row * words + (column >>> 5)]! >>> (column & 31)) & 1) === 1;
}
