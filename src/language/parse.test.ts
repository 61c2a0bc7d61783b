import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { loadModel, ModelError, parse, parseWords, readModel, type Sentence } from "./index.ts";

const model = loadModel();
const MODEL_FILE = new URL("../../models/english.bin", import.meta.url);

const ARTICLE = `MINSK, March 4 – The presidents of the two countries signed an agreement on Monday.

"We didn't ask for a discount," the host said; his guest, who arrived late, declined to comment. Three
officials were arrested by the police on Nov. 3. The U.S. did not lend the ministry $1.5bn.`;

function heads(sentence: Sentence): string[] {
  return sentence.tokens.map(
    ({ form, head, deprel }) => `${form} ${deprel} ${sentence.tokens[head]?.form ?? "-"}`,
  );
}

function assertTrees(text: string, sentences: readonly Sentence[]): void {
  let at = 0;
  for (const { start, end, tokens } of sentences) {
    assert.equal(tokens[0]?.start, start);
    assert.equal(tokens.at(-1)?.end, end);
    for (const token of tokens) {
      assert.ok(token.start >= at && token.end > token.start);
      assert.equal(token.form, text.slice(token.start, token.end));
      for (const probability of [token.tagProbability, token.headProbability])
        assert.ok(probability >= 0 && probability <= 1 + 1e-6);
      at = token.end;
    }
    assert.equal(tokens.filter(({ head }) => head === -1).length, 1);
    assert.ok(tokens.every(({ head, deprel }) => (head === -1) === (deprel === "root")));
    for (let index = 0; index < tokens.length; index++) {
      let steps = 0;
      for (let to = index; to >= 0; to = tokens[to]?.head ?? -1) assert.ok(steps++ <= tokens.length);
    }
  }
}

test("who did what to whom", () => {
  const [first, second, third, fourth] = parse(ARTICLE, model);
  assert.ok(first && second && third && fourth);
  assertTrees(ARTICLE, [first, second, third, fourth]);
  assert.ok(heads(first).includes("presidents nsubj signed"));
  assert.ok(heads(first).includes("agreement obj signed"));
  assert.ok(heads(second).includes("host nsubj said"));
  assert.ok(heads(second).includes("n't advmod ask"));
  assert.ok(heads(third).includes("officials nsubj:pass arrested"));
  assert.ok(heads(third).includes("police obl:agent arrested"));
  assert.ok(heads(fourth).includes("U.S. nsubj lend"));
});

test("lemmas, tense, voice and number", () => {
  const tokens = parse(ARTICLE, model).flatMap((sentence) => sentence.tokens);
  const token = (form: string) => tokens.find((one) => one.form === form);
  assert.equal(token("signed")?.lemma, "sign");
  assert.equal(token("said")?.lemma, "say");
  assert.equal(token("presidents")?.lemma, "president");
  assert.match(token("signed")?.feats ?? "", /Tense=Past/);
  assert.match(token("presidents")?.feats ?? "", /Number=Plur/);
  assert.match(token("arrested")?.feats ?? "", /Voice=Pass/);
  assert.doesNotMatch(token("signed")?.feats ?? "", /Voice=Pass/);
});

test("plain JavaScript gives the same trees as WebAssembly, to the last bit of every probability", () => {
  const plain = readModel(readFileSync(MODEL_FILE), { plain: true });
  assert.equal(model.network.matrices.accelerated, true);
  assert.equal(plain.network.matrices.accelerated, false);
  assert.deepEqual(parse(ARTICLE, plain), parse(ARTICLE, model));
});

test("a sentence has the same tree alone, among others and the second time", () => {
  const text = "The minister met the envoy.";
  const alone = parse(text, model)[0];
  const among = parse(`${text}\n\n${ARTICLE}\n\n${ARTICLE}`, model)[0];
  assert.deepEqual(among, alone);
  assert.deepEqual(parse(text, model)[0], alone);
});

test("worker threads give the same trees", async () => {
  const code = `
    const { parentPort } = require("node:worker_threads");
    import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))})
      .then(({ register }) => register())
      .then(() => import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)}))
      .then(({ loadModel, parse }) => parentPort.postMessage(parse(${JSON.stringify(ARTICLE)}, loadModel())));`;
  const answers = await Promise.all(
    [0, 1].map(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(code, { eval: true });
          worker.once("message", (answer) => {
            void worker.terminate();
            resolve(answer);
          });
          worker.once("error", reject);
        }),
    ),
  );
  for (const answer of answers) assert.deepEqual(answer, parse(ARTICLE, model));
});

test("any string parses, and what is not white space is in exactly one token", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "He",
          " ",
          "met",
          ".",
          "\r\n",
          "\ud83d",
          "\u200f",
          "\u200b",
          "ש",
          "’s",
          "\u0000",
          "\ufeff",
          "—",
          "#",
        ),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const sentences = parse(text, model);
      assertTrees(text, sentences);
      const kept = sentences.flatMap(({ tokens }) => tokens.map(({ form }) => form)).join("");
      assert.equal(kept, text.replace(/[\s\u0085]/g, ""));
    }),
    { numRuns: 150, seed: 8 },
  );
});

test("a sentence of ten thousand words parses as one tree in time that grows with its length", () => {
  const clause = "the envoy met the minister and ";
  const seconds = (count: number): number => {
    const text = clause.repeat(count);
    const started = process.cpuUsage();
    const sentences = parse(text, model);
    const { user } = process.cpuUsage(started);
    assert.equal(sentences.length, 1);
    assertTrees(text, sentences);
    return user / 1e6;
  };
  seconds(200);
  const small = seconds(400);
  assert.ok(seconds(1700) < Math.max(2, small * 12));
});

test("memory stays flat", () => {
  const { arena } = model.network;
  const text = `${ARTICLE}\n\n`.repeat(20);
  parse(text, model);
  const [mark, size] = [arena.mark(), arena.memory.buffer.byteLength];
  for (let round = 0; round < 5; round++) parse(text, model);
  assert.equal(arena.mark(), mark);
  assert.equal(arena.memory.buffer.byteLength, size);
});

test("given words are kept as they are", () => {
  const text = "pro-Moscow U.S.";
  const [sentence] = parseWords(
    text,
    [
      [
        { start: 0, end: 3, punctuation: false },
        { start: 3, end: 15, punctuation: false },
      ],
    ],
    model,
  );
  assert.deepEqual(
    sentence?.tokens.map(({ form }) => form),
    ["pro", "-Moscow U.S."],
  );
});

test("what is no model is refused", () => {
  const bytes = readFileSync(MODEL_FILE);
  assert.throws(() => readModel(new Uint8Array(3)), ModelError);
  assert.throws(() => readModel(new Uint8Array(64)), /no language model/);
  assert.throws(() => readModel(bytes.subarray(0, bytes.length >> 1)), /breaks off/);
  assert.throws(() => readModel(Buffer.concat([bytes, Buffer.alloc(8)])), /should stand/);
  const other = Buffer.from(bytes);
  other[4] = 99;
  assert.throws(() => readModel(other), /format 99/);
});

test("a word in small letters is no name where names have capitals", () => {
  const [sentence] = parse("Anna Reed left for the former Soviet republic.", model);
  assert.equal(sentence?.tokens.find(({ form }) => form === "republic")?.upos, "NOUN");
});
