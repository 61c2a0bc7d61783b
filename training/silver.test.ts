import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { readConllu } from "../src/language/conllu.ts";
import { silverSentences } from "./silver.ts";

const number = (at: number): string => ["one", "two", "three", "four", "five", "six", "seven"][at] as string;

test("raw sentences come from every outlet in turn, without doubles, short ones or documents that are measured on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "silver-"));
  try {
    const file = join(folder, "news.jsonl.gz");
    const documents = [
      ...Array.from({ length: 7 }, (_, at) => ({
        outlet: "large",
        text: `Norway sent ${number(at)} ships to Oman. Thanks.`,
      })),
      { outlet: "large", text: "Norway sent one ships to Oman." },
      { outlet: "small", text: "Peru and Chile signed an accord. Fiji and Tonga opened a shared office." },
      {
        outlet: "small",
        text: "Ghana recalled its ambassador from neighbouring Togo yesterday. Mali did the same today.",
      },
    ];
    writeFileSync(file, gzipSync(documents.map((document) => JSON.stringify(document)).join("\n")));
    const measured = readConllu(
      `${"Ghana recalled its ambassador from neighbouring Togo yesterday ."
        .split(" ")
        .map((form, at) => [at + 1, form, "_", "X", "_", "_", at, "dep", "_", "_"].join("\t"))
        .join("\n")}\n\n`,
    ).map((sentence) => ({ ...sentence, document: "one" }));
    const treebanks = { train: [], ewtDev: measured, gumDev: [], news: [] };
    const four = (await silverSentences(file, treebanks, 4, 1)).map((words) => words.join(" "));
    assert.equal(four.filter((text) => text.startsWith("Norway")).length, 2);
    assert.deepEqual(four.filter((text) => !text.startsWith("Norway")).sort(), [
      "Fiji and Tonga opened a shared office .",
      "Peru and Chile signed an accord .",
    ]);
    const all = (await silverSentences(file, treebanks, 100, 1)).map((words) => words.join(" "));
    assert.equal(all.length, 9);
    assert.equal(new Set(all).size, 9);
    assert.deepEqual(
      await silverSentences(file, treebanks, 5, 2),
      await silverSentences(file, treebanks, 5, 2),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
