/**
 * Fits how likely a reading is to the development sets beside the checkout and writes `data/act-likelihood.toml`; part of
 * `npm run train:confidence`. `npm run evaluate -- readings` tells what comes of it on folds that the weights have not seen.
 */
import { writeFileSync } from "node:fs";
import { SHARED } from "../test/gold/material.ts";
import { fitActWeights, judgedReadings } from "../test/gold/readings.ts";

if (SHARED === null) {
  console.error("The gold sets are not in ../shared beside the checkout: there is nothing to fit to.");
  process.exit(1);
}
const rows = judgedReadings();
const { least, leastNamed, intercept, weights } = fitActWeights(rows);
const lines = Object.entries(weights).map(([name, weight]) => `"${name}" = ${weight.toFixed(4)}`);
writeFileSync(
  new URL("../data/act-likelihood.toml", import.meta.url),
  `# How likely a careful coder finds the act that a frame reads in a sentence: weights in log odds per unit of the feature.
# Readings less likely than \`least\`, or than \`leastNamed\` where both sides are plainly named, are left out and counted. Written by \`npm run train:confidence\`.
least = ${least}
leastNamed = ${leastNamed}
intercept = ${intercept.toFixed(4)}

[weights]
${lines.join("\n")}
`,
);
console.log(`Fitted to ${rows.length} readings.`);
