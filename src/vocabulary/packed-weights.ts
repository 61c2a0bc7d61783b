/** Weights of a model as they stand in a file, with what its header says. */
export interface PackedWeights<Header> {
  readonly header: Header;
  /** 32-bit hashes that the weights go by; none where their order tells it. */
  readonly keys: readonly number[];
  readonly weights: Float32Array;
}

/**
 * As bytes: a line that says what model it is, a header line of JSON, the keys, then one signed byte a weight with one
 * scale for all.
 */
export function packWeights<Header extends object>(
  magic: string,
  { header, keys, weights }: PackedWeights<Header>,
): Uint8Array {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const numbers = Buffer.alloc(keys.length * 4);
  keys.forEach((key, at) => void numbers.writeUInt32LE(key, at * 4));
  return Buffer.concat([
    Buffer.from(`${magic}\n${JSON.stringify({ ...header, scale })}\n`, "utf8"),
    numbers,
    Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / scale)).buffer),
  ]);
}

/**
 * Reads what `packWeights` wrote, but for what a byte loses. `keyed` says how many keys there are by the header.
 * Throws where the bytes are something else.
 */
export function unpackWeights<Header extends object>(
  magic: string,
  name: string,
  bytes: Uint8Array,
  keyed: (header: Header) => number,
): PackedWeights<Header> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = magic.length + 1;
  const end = buffer.indexOf("\n", start);
  if (buffer.subarray(0, start).toString("utf8") !== `${magic}\n` || end < 0)
    throw new Error(`The ${name} is not one that this program wrote.`);
  const header = JSON.parse(buffer.subarray(start, end).toString("utf8")) as Header & { scale: number };
  const count = keyed(header);
  const values = buffer.subarray(end + 1 + count * 4);
  return {
    header,
    keys: Array.from({ length: count }, (_, at) => buffer.readUInt32LE(end + 1 + at * 4)),
    weights: Float32Array.from({ length: values.length }, (_, at) => values.readInt8(at) * header.scale),
  };
}
