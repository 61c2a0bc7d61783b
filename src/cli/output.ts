import { once } from "node:events";
import type { Writable } from "node:stream";

/** Whoever read our output has closed it, as `head` does: no reason to complain. */
export class OutputClosed extends Error {}

/** A stream of text with what is known of the terminal behind it. */
export interface Output {
  /** Resolves when more may be written. Throws `OutputClosed` when nobody reads any more. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Characters a line; 100 where there is no terminal. */
  readonly columns: number;
}

/** An `Output` that writes to a stream, waiting whenever the reader is slower than we are. */
export function outputTo(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Output {
  let closed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    closed = true;
  });
  return {
    async write(text) {
      if (closed || stream.destroyed) throw new OutputClosed();
      if (stream.write(text)) return;
      await Promise.race([once(stream, "drain"), once(stream, "close"), once(stream, "error")]).catch(
        () => undefined,
      );
      if (closed) throw new OutputClosed();
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 100;
    },
  };
}
