import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import type { CoderOptions } from "../coder.ts";
import { type Coded, type Coder, codeDocument } from "../events/index.ts";
import type { Document, Problem } from "../vocabulary/index.ts";
import type { CodingAnswer } from "./coding-worker.ts";
import { startWorker } from "./start-worker.ts";
import { uncodable } from "./uncodable.ts";

/** Codes documents on this thread and, once there is enough to do, on several. The results are the same on any. */
export interface CodingThreads {
  /** Resolves to the problem where the coder fails on the document; rejects where a thread itself breaks down. */
  readonly code: (document: Document) => Promise<Coded | Problem>;
  /** How many documents may be in hand at once: enough to keep every thread at work. */
  readonly atOnce: () => number;
  readonly close: () => Promise<void>;
}

/** Text coded on this thread before others are started: less takes no longer than loading a coder for them. */
const ALONE_CHARACTERS = 250_000;
/** Documents that wait for a thread, so that it need not wait for the next. */
const AHEAD_OF_A_THREAD = 4;

interface Waiting {
  readonly document: Document;
  readonly resolve: (coded: Coded | Problem) => void;
  readonly reject: (error: unknown) => void;
}

interface CodingThread {
  readonly worker: Worker;
  /** What it has been given and not answered, oldest first. */
  readonly waiting: Waiting[];
}

/**
 * @param threads Threads that code; by default one fewer than the machine has cores. With 1 none is started.
 * @param loadedWith What the coder was loaded with: each thread loads one of its own.
 */
export function codingThreads(
  coder: Coder,
  {
    threads = Math.max(1, availableParallelism() - 1),
    loadedWith,
    aloneCharacters = ALONE_CHARACTERS,
  }: CodingThreadsOptions,
): CodingThreads {
  const all: CodingThread[] = [];
  const ready: CodingThread[] = [];
  let alone = 0;
  let failure: unknown = null;

  function start(): void {
    const worker = startWorker("coding-worker", loadedWith);
    const thread: CodingThread = { worker, waiting: [] };
    all.push(thread);
    worker.on("message", (answer: CodingAnswer) => {
      if (answer.is === "ready") ready.push(thread);
      else {
        const asked = thread.waiting.shift();
        asked?.resolve(answer.is === "coded" ? answer.coded : uncodable(asked.document, answer.error));
      }
    });
    worker.on("error", (error) => {
      failure = error;
      for (const { reject } of thread.waiting.splice(0)) reject(error);
    });
  }
  return {
    async code(document) {
      if (failure !== null) throw failure;
      const [first, ...others] = ready;
      if (first !== undefined) {
        const free = others.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a), first);
        return new Promise((resolve, reject) => {
          free.waiting.push({ document, resolve, reject });
          free.worker.postMessage(document);
        });
      }
      alone += document.text.length;
      if (threads > 1 && alone > aloneCharacters) {
        if (all.length === 0) for (let at = 0; at < threads; at++) start();
        // Lets the threads say that they are ready.
        await setImmediate();
      }
      try {
        return codeDocument(document, coder);
      } catch (error) {
        return uncodable(document, error);
      }
    },
    atOnce: () => (ready.length === 0 ? 1 : AHEAD_OF_A_THREAD * threads),
    async close() {
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}

export interface CodingThreadsOptions {
  readonly threads?: number | undefined;
  readonly loadedWith: CoderOptions;
  /** How much text this thread codes before others are started. */
  readonly aloneCharacters?: number;
}
