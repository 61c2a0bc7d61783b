import { parentPort } from "node:worker_threads";
import { loadModel, parse } from "../src/language/index.ts";

const model = loadModel();
parentPort?.on("message", (texts: readonly string[]) => {
  let tokens = 0;
  for (const text of texts)
    tokens += parse(text, model).reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  parentPort?.postMessage(tokens);
});
parentPort?.postMessage("ready");
