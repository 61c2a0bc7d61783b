import assert from "node:assert/strict";
import { test } from "node:test";
import { codingThreads } from "../../src/cli/coding-threads.ts";
import { inOrder, untilInterrupted } from "../../src/cli/in-order.ts";
import { loadCoder } from "../../src/coder.ts";
import { codeDocument } from "../../src/events/index.ts";
import { type Document, Problem } from "../../src/vocabulary/index.ts";
import { multivector } from "./captured.ts";

const NAMES = ["Serbia", "Peru", "Kenya", "Vietnam", "Norway", "Chile", "Jordan"];

function documentOf(at: number): Document {
  const [a, b] = [NAMES[at % NAMES.length], NAMES[(at * 3 + 1) % NAMES.length]];
  const text = `${a} and ${b} signed a trade agreement on May ${(at % 28) + 1}. ${a} did not recall its envoy from ${b}.`;
  const bare = { title: null, outlet: null, author: null, url: null, language: "en" };
  return { ...bare, id: `d_${at}`, published: "2023-06-01", text };
}

test("other threads code what this one codes, in the order of the documents", {
  timeout: 240_000,
}, async () => {
  const coder = loadCoder();
  const threads = codingThreads(coder, { threads: 2, loadedWith: {}, aloneCharacters: 0 });
  let shared = 0;
  async function* documents(): AsyncGenerator<Document> {
    for (let at = 0; shared < 30; at++) {
      if (threads.atOnce() > 1) shared += 1;
      yield documentOf(at);
    }
  }
  let at = 0;
  try {
    for await (const [document, coded] of inOrder(documents(), threads.code, threads.atOnce)) {
      assert.equal(document.id, `d_${at++}`);
      assert.ok(!(coded instanceof Problem) && coded.events.length > 0);
      assert.deepEqual(coded, codeDocument(document, coder));
    }
  } finally {
    await threads.close();
  }
  assert.ok(shared === 30 && at >= 30);
});

test("a document that cannot be coded fails alone, and its thread goes on", {
  timeout: 240_000,
}, async () => {
  const coder = loadCoder();
  const threads = codingThreads(coder, { threads: 2, loadedWith: {}, aloneCharacters: 0 });
  const broken = { ...documentOf(0), text: null } as unknown as Document;
  try {
    for (let at = 0; threads.atOnce() === 1; at++) await threads.code(documentOf(at));
    const documents = [1, 2, 3, 4, 5, 6].map((at) => (at % 3 === 2 ? broken : documentOf(at)));
    const coded = await Promise.all(documents.map((document) => threads.code(document)));
    for (const [at, result] of coded.entries()) {
      if (documents[at] === broken) assert.ok(result instanceof Problem && result.code === "uncodable");
      else assert.deepEqual(result, codeDocument(documents[at] as Document, coder));
    }
    assert.deepEqual(await threads.code(documentOf(7)), codeDocument(documentOf(7), coder));
  } finally {
    await threads.close();
  }
});

test("a document that cannot be coded is told with its name and the others are coded, on one thread too", async () => {
  const threads = codingThreads(loadCoder(), { threads: 1, loadedWith: {} });
  const broken = { ...documentOf(0), title: "Broken", text: 7 } as unknown as Document;
  const problem = await threads.code(broken);
  assert.ok(problem instanceof Problem);
  assert.match(problem.message, /^“Broken” could not be coded: .+ \(at .+\)\.$/);
  assert.ok(!((await threads.code(documentOf(1))) instanceof Problem));
});

test("a number of threads that makes no sense is refused", async () => {
  for (const count of ["0", "1.5", "many", "1000"]) {
    const ran = await multivector(["code", "-", "--threads", count], { input: "" });
    assert.equal(ran.exitCode, 2);
    assert.match(ran.err, /whole number from 1 to 256/);
  }
});

test("results come in the order of the items, with no more open than allowed", async () => {
  let open = 0;
  let most = 0;
  async function* items(): AsyncGenerator<number> {
    for (let at = 0; at < 40; at++) yield at;
  }
  const work = async (item: number): Promise<number> => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5));
    open -= 1;
    return item * 2;
  };
  const results: number[] = [];
  for await (const [item, result] of inOrder(items(), work, () => 4)) {
    assert.equal(result, item * 2);
    results.push(item);
  }
  assert.deepEqual(
    results,
    Array.from({ length: 40 }, (_, at) => at),
  );
  assert.equal(most, 4);
});

test("an item that fails fails in its turn, and an interruption lets what was begun finish", async () => {
  const interruption = new AbortController();
  async function* items(): AsyncGenerator<number> {
    for (let at = 0; at < 10; at++) {
      if (at === 5) interruption.abort();
      yield at;
    }
  }
  const done: number[] = [];
  for await (const [item] of inOrder(
    untilInterrupted(items(), interruption.signal),
    async (item) => item,
    () => 3,
  ))
    done.push(item);
  assert.deepEqual(done, [0, 1, 2, 3, 4]);

  const seen: number[] = [];
  await assert.rejects(async () => {
    for await (const [item] of inOrder(
      untilInterrupted(items(), new AbortController().signal),
      async (item) => {
        if (item === 2) throw new Error("third");
      },
      () => 4,
    ))
      seen.push(item);
  }, /third/);
  assert.deepEqual(seen, [0, 1]);
});
