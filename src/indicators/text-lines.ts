import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Problem } from "../vocabulary/index.ts";

/** Some whole lines of a file. */
export interface TextBlock {
  readonly text: string;
  /** Bytes of the file, as stored, read so far. */
  readonly bytes: number;
  /** Whether some line of it is not UTF-8 and was read as Windows-1252, the superset of Latin-1. */
  readonly latin1: boolean;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Decodes a file, gzipped or not, into blocks of whole lines. Lines that are not UTF-8 are read as Windows-1252.
 * Throws `binary` for spreadsheets, archives and UTF-16, `broken-data` for a damaged gzip, `empty` for no bytes.
 */
export async function* textBlocks(file: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<TextBlock> {
  const progress = { bytes: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of unzipped(file, path, progress)) {
    if (first && chunk.length > 0) {
      requireText(chunk, path);
      first = false;
    }
    const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = lastLineEnd(joined);
    if (end === 0) {
      rest = joined;
      continue;
    }
    rest = joined.subarray(end);
    yield { ...decode(joined.subarray(0, end)), bytes: progress.bytes };
  }
  if (first)
    throw new Problem(
      "empty",
      `The file ${path} is empty.`,
      "Download it again from the publisher; `multivector import --list` says where.",
    );
  if (rest.length > 0) yield { ...decode(rest), bytes: progress.bytes };
}

/** The place after the last line feed; in old Mac files, after the last carriage return but the block's last byte. */
function lastLineEnd(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(LINE_FEED);
  return feed >= 0 ? feed + 1 : bytes.subarray(0, -1).lastIndexOf(CARRIAGE_RETURN) + 1;
}

function decode(bytes: Buffer): { text: string; latin1: boolean } {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), latin1: false };
  const windows1252 = new TextDecoder("windows-1252");
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    parts.push(isUtf8(line) ? line.toString("utf8") : windows1252.decode(line));
    start = end;
  }
  return { text: parts.join(""), latin1: true };
}

async function* unzipped(
  file: AsyncIterable<Uint8Array>,
  path: string,
  progress: { bytes: number },
): AsyncGenerator<Buffer> {
  const counted = countBytes(file, progress);
  const head = await counted.next();
  if (head.done) return;
  const all = (async function* () {
    yield head.value;
    yield* counted;
  })();
  if (head.value[0] !== 0x1f || head.value[1] !== 0x8b) {
    yield* all;
    return;
  }
  const unzip = Readable.from(all).pipe(createGunzip({ chunkSize: 1 << 18 }));
  try {
    for await (const chunk of unzip) yield chunk as Buffer;
  } catch (error) {
    throw new Problem(
      "broken-data",
      `The gzip file ${path} is damaged or cut short.`,
      "Download it again and compare its size with the publisher's.",
      { cause: error },
    );
  }
}

async function* countBytes(
  file: AsyncIterable<Uint8Array>,
  progress: { bytes: number },
): AsyncGenerator<Buffer> {
  for await (const chunk of file) {
    progress.bytes += chunk.length;
    if (chunk.length > 0) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
}

const FOREIGN: readonly (readonly [readonly number[], string, string])[] = [
  [[0x50, 0x4b, 3, 4], "an Excel workbook or a zip archive", "Save the sheet as CSV, or unpack the archive."],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook", "Save the sheet as CSV."],
  [[0xff, 0xfe], "UTF-16 text", "Save it as UTF-8 CSV."],
  [[0xfe, 0xff], "UTF-16 text", "Save it as UTF-8 CSV."],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file", "Export it as CSV."],
  [[0x52, 0x44, 0x58], "an R data file", "Write it as CSV with R's write.csv."],
];

function requireText(head: Buffer, path: string): void {
  const foreign = FOREIGN.find(([magic]) => magic.every((byte, at) => head[at] === byte));
  if (foreign !== undefined)
    throw new Problem("binary", `The file ${path} is ${foreign[1]}, not text.`, foreign[2]);
  if (head.subarray(0, 4096).includes(0))
    throw new Problem("binary", `The file ${path} is not text.`, "Import the publisher's CSV, plain or .gz.");
  if (/^\s*<(!doctype|html)/i.test(head.subarray(0, 512).toString("latin1")))
    throw new Problem(
      "broken-data",
      `The file ${path} is a web page, perhaps an error page saved as the data set.`,
      "Download the data file itself; `multivector import --list` says where.",
    );
}
