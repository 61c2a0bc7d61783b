/**
 * Fits what `confidence` means to the development sets beside the checkout and writes `data/confidence.toml`:
 *
 *   npm run train:confidence
 *
 * `npm run evaluate -- confidence` then tells how well it holds on folds that the weights have not seen.
 */
import { writeFileSync } from "node:fs";
import { fitConfidence, judgedEvents } from "../test/gold/confidence.ts";
import { SHARED } from "../test/gold/material.ts";

if (SHARED === null) {
  console.error("The gold sets are not in ../shared beside the checkout: there is nothing to fit to.");
  process.exit(1);
}
const rows = judgedEvents();
const lines = Object.entries(fitConfidence(rows)).map(([name, weight]) => `${name} = ${weight.toFixed(4)}`);
writeFileSync(
  new URL("../data/confidence.toml", import.meta.url),
  `# Weights of the confidence of an event, in log odds. Written by \`npm run train:confidence\`.\n${lines.join("\n")}\n`,
);
console.log(`Fitted to ${rows.length} events.`);
