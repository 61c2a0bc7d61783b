import { Problem } from "../vocabulary/index.ts";
import type { Source } from "./sources.ts";

/** The whole of a stream as text, without its byte order mark. Throws a `Problem` where it is not UTF-8. */
export async function wholeText({ name, bytes }: Source): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (error) {
    throw new Problem(
      "broken-text",
      `${name} is not valid UTF-8.`,
      "Convert it first, for example with iconv -t UTF-8.",
      { cause: error },
    );
  }
}

/** The first byte of a stream that is no white space, and the stream with nothing missing; null where it is empty. */
export async function peek(
  source: Source,
): Promise<{ readonly first: string | null; readonly source: Source }> {
  const iterator = source.bytes[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let first: string | null = null;
  while (first === null) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    read.push(value);
    first = /[^\s\ufeff]/.exec(Buffer.from(value).toString("utf8"))?.[0] ?? null;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* read;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, source: { name: source.name, bytes: whole() } };
}
