/** A stream of which the start has been looked at. */
export interface OpenedStream {
  readonly start: Uint8Array;
  /** The whole stream, start and all. */
  readonly rest: AsyncIterable<Uint8Array>;
  /** Gives the source back, read to its end or not. */
  readonly close: () => Promise<void>;
}

/** Takes at least `size` bytes off the start of a stream to look at. */
export async function openStream(source: AsyncIterable<Uint8Array>, size: number): Promise<OpenedStream> {
  const chunks = source[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await chunks.next();
    if (next.done === true) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return {
    start: Buffer.concat(taken).subarray(0, size),
    rest: resumed(taken, chunks),
    close: async () => {
      await chunks.return?.();
    },
  };
}

async function* resumed(
  taken: readonly Uint8Array[],
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* taken;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}

/** All bytes of a stream, or null where there are more than `limit`: then the rest is not read. */
export async function wholeOf(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** A stream in UTF-16 as one in UTF-8; any other stream as it is. */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  wide: "utf-16le" | "utf-16be" | null,
): AsyncGenerator<Uint8Array> {
  if (wide === null) {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(wide);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), "utf8");
}
