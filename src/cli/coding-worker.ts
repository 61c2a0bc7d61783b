import { parentPort, workerData } from "node:worker_threads";
import { type CoderOptions, loadCoder } from "../coder.ts";
import { type Coded, codeDocument } from "../events/index.ts";
import type { Document } from "../vocabulary/index.ts";

/** What a thread that codes says: once that it is ready, then one answer for each document, in their order. */
export type CodingAnswer =
  | { readonly is: "ready" }
  | { readonly is: "coded"; readonly coded: Coded }
  | { readonly is: "failed"; readonly error: unknown };

const coder = loadCoder(workerData as CoderOptions);

function answerTo(document: Document): CodingAnswer {
  try {
    return { is: "coded", coded: codeDocument(document, coder) };
  } catch (error) {
    return { is: "failed", error };
  }
}

parentPort?.on("message", (document: Document) => parentPort?.postMessage(answerTo(document)));
parentPort?.postMessage({ is: "ready" } satisfies CodingAnswer);
