import type { Place } from "./messages.ts";
import * as messages from "./messages.ts";
import { kindOfBytes } from "./signatures.ts";
import { firstBadByte } from "./utf8.ts";

/** Text out of bytes, with what to know about how it was decoded. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

/** HTML states its encoding within the first kilobyte; some pages are late. */
const DECLARED_WITHIN = 4096;
const CHARSET =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]+)/i;

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, or, in HTML, the encoding that the page declares. A page
 * that is valid UTF-8 beyond ASCII is UTF-8 whatever it declares, as happens to saved copies.
 *
 * @throws {Problem} `binary`, or `broken-text` with the first bad byte.
 */
export function decodeBytes(bytes: Uint8Array, place: Place, html: boolean): Decoded {
  const wide = byteOrder(bytes);
  if (wide !== null) return { text: decodeAs(wide, bytes, place), notes: [] };
  const kind = kindOfBytes(bytes);
  if (kind !== null) throw messages.binary(place, kind);
  if (bytes.includes(0)) throw messages.binary(place, null);
  const bad = firstBadByte(bytes);
  const label = html ? declaredCharset(bytes) : null;
  const beyondAscii = bytes.some((byte) => byte > 0x7f);
  if (label !== null && !isUtf8Label(label) && (bad !== null || !beyondAscii)) {
    if (isKnown(label)) return { text: decodeAs(label, bytes, place), notes: [] };
    if (bad === null)
      return { text: decodeAs("utf-8", bytes, place), notes: [messages.unknownCharset(label)] };
  }
  if (bad !== null) throw messages.brokenText(place, bad);
  return { text: decodeAs("utf-8", bytes, place), notes: [] };
}

/** The encoding that a byte order mark of UTF-16 tells, or null. */
export function byteOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN));
  const found = CHARSET.exec(head);
  return found?.[1] ?? found?.[2] ?? null;
}

function isUtf8Label(label: string): boolean {
  return /^(?:unicode-1-1-)?utf-?8$|^(?:us-)?ascii$/i.test(label);
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

function decodeAs(charset: string, bytes: Uint8Array, place: Place): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw messages.brokenInCharset(place, charset);
  }
}
