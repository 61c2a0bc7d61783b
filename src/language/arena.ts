const PAGE = 65536;

/** One WebAssembly memory from which matrices are handed out; nothing is ever given back but by `reset`. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** A zeroed block of `length` 32-bit floats, aligned to 16 bytes. Earlier views become stale when the memory grows. */
  readonly take: (length: number) => Block;
  /** As `take`, for a block that is written before it is read: it holds whatever stood there. */
  readonly takeUnset: (length: number) => Block;
  /** How far the arena is filled, in bytes, and a way back to such a mark. */
  readonly mark: () => number;
  readonly reset: (mark: number) => void;
}

/** A block of an arena: where it lies, and its numbers. */
export interface Block {
  /** Byte offset in the memory. */
  readonly at: number;
  readonly length: number;
  /** The numbers themselves; fetched anew, because a grown memory has a new buffer. */
  readonly floats: () => Float32Array;
}

/** @param bytes How much to reserve at first; the memory grows when more is taken. */
export function createArena(bytes: number): Arena {
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE)) });
  let next = 16;
  let whole = new Float32Array(memory.buffer);
  const view = (at: number, length: number): Float32Array => {
    if (whole.buffer !== memory.buffer) whole = new Float32Array(memory.buffer);
    return whole.subarray(at >> 2, (at >> 2) + length);
  };
  const takeUnset = (length: number): Block => {
    const at = next;
    next += Math.ceil(length / 4) * 16;
    const missing = next - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return { at, length, floats: () => view(at, length) };
  };
  return {
    memory,
    takeUnset,
    take(length) {
      const block = takeUnset(length);
      block.floats().fill(0);
      return block;
    },
    mark: () => next,
    reset(mark) {
      next = mark;
    },
  };
}
