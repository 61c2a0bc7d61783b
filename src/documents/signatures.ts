/** First bytes, as Latin-1 characters, of files that people take for text, and what to call them. */
const SIGNATURES: readonly (readonly [start: string, kind: string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "a zip archive or an office document"],
  ["\xd0\xcf\x11\xe0", "an old office document"],
  ["{\\rtf", "a rich text (RTF) document"],
  ["\x89PNG", "a PNG image"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["RIFF", "a RIFF sound, film or image"],
  ["\x1f\x8b", "a gzip archive"],
  ["BZh", "a bzip2 archive"],
  ["\xfd7zXZ", "an xz archive"],
  ["7z\xbc\xaf", "a 7-Zip archive"],
  ["Rar!", "a RAR archive"],
  ["(\xb5/\xfd", "a Zstandard archive"],
  ["PAR1", "a Parquet table"],
  ["SQLite format 3", "an SQLite database"],
  ["\x7fELF", "a program"],
];

/** What kind of file begins like this, or null where it may be text. */
export function kindOfBytes(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}
