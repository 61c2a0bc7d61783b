import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  ConlluError,
  loadModel,
  parse,
  parseConllu,
  readConllu,
  sentenceRecord,
  textOf,
  writeConllu,
} from "./index.ts";

const model = loadModel();

/** What the validator of Universal Dependencies asks of the form of a file, as far as this writer could break it. */
function assertValid(conllu: string): void {
  assert.ok(conllu === "" || conllu.endsWith("\n\n"));
  const ids = new Set<string>();
  for (const block of conllu.split("\n\n").filter(Boolean)) {
    const lines = block.split("\n");
    const id = lines.find((line) => line.startsWith("# sent_id = ")) ?? "";
    assert.ok(id !== "" && !ids.has(id));
    ids.add(id);
    let words = 0;
    let text = "";
    let inside = 0;
    for (const line of lines.filter((one) => !one.startsWith("#"))) {
      const columns = line.split("\t");
      assert.equal(columns.length, 10);
      assert.ok(columns.every((column) => column !== ""));
      const [number = "", form = "", , upos = "", , , head = "", , , misc = ""] = columns;
      const space = misc.split("|").includes("SpaceAfter=No") ? "" : " ";
      if (number.includes("-")) {
        const [first, last] = number.split("-").map(Number);
        assert.equal(first, words + 1);
        inside = last ?? 0;
        text += form + space;
        continue;
      }
      words++;
      assert.equal(Number(number), words);
      assert.match(upos, /^[A-Z]+$/);
      assert.ok(Number(head) >= 0);
      if (words > inside) text += form + space;
      else assert.equal(space, " ");
    }
    assert.equal(
      lines.find((line) => line.startsWith("# text = ")),
      `# text = ${text.trim()}`,
    );
  }
}

const GIVEN = `# newdoc id = talks
# sent_id = talks-1
# text = They can't meet du jour.
1	They	they	PRON	PRP	_	0	root	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	meet	meet	VERB	VB	_	1	dep	_	_
5-6	du	_	_	_	_	_	_	_	_
5	de	de	ADP	FW	_	7	case	_	_
6	le	le	DET	FW	_	7	det	_	_
7	jour	jour	NOUN	FW	_	4	obl	_	SpaceAfter=No
8	.	.	PUNCT	.	_	1	punct	_	_
8.1	met	meet	VERB	VBD	_	_	_	1:conj	_

`;

test("the words, multiword tokens and comments of a file are kept, its analysis is not", () => {
  const result = parseConllu(GIVEN, model);
  assert.equal(result.text, "They can't meet du jour.\n");
  const written = writeConllu(result.sentences, result.text, { given: result.given });
  assertValid(written);
  assert.match(written, /^# newdoc id = talks\n# sent_id = talks-1\n/);
  assert.match(written, /^2-3\tcan't\t/m);
  assert.match(written, /^5-6\tdu\t/m);
  const [sentence] = result.sentences;
  assert.deepEqual(
    sentence?.tokens.map(({ form, start, end }) => [form, result.text.slice(start, end)]),
    [
      ["They", "They"],
      ["ca", "ca"],
      ["n't", "n't"],
      ["meet", "meet"],
      ["de", "du"],
      ["le", "du"],
      ["jour", "jour"],
      [".", "."],
    ],
  );
  assert.equal(sentence?.tokens[0]?.deprel, "nsubj");
});

test("what is written can be read again and parses alike", () => {
  const text = "They can't say it's Anna's plan. I cannot go, he said.";
  const sentences = parse(text, model);
  const written = writeConllu(sentences, text, { document: "d" });
  assertValid(written);
  assert.match(written, /^# sent_id = d-2$/m);
  assert.match(written, /^2-3\tcan't\t/m);
  const again = parseConllu(written, model);
  assert.deepEqual(
    again.sentences.map(({ tokens }) => tokens.map(({ form, head, deprel }) => [form, head, deprel])),
    sentences.map(({ tokens }) => tokens.map(({ form, head, deprel }) => [form, head, deprel])),
  );
  assert.deepEqual(readConllu(written).map(textOf), [
    "They can't say it's Anna's plan.",
    "I cannot go, he said.",
  ]);
});

test("any text is written so that it validates", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      assertValid(writeConllu(parse(text, model), text));
    }),
    { numRuns: 100, seed: 9 },
  );
});

test("a record has offsets into the text and heads that count from one", () => {
  const text = "  Kyiv fell silent.";
  const [sentence] = parse(text, model);
  assert.ok(sentence);
  const record = sentenceRecord(sentence, text) as {
    text: string;
    tokens: { id: number; form: string; start: number; head: number }[];
  };
  assert.equal(record.text, "Kyiv fell silent.");
  assert.deepEqual(
    record.tokens.map(({ id }) => id),
    [1, 2, 3, 4],
  );
  assert.equal(record.tokens[0]?.start, 2);
  assert.equal(record.tokens.filter(({ head }) => head === 0).length, 1);
});

test("what is not CoNLL-U is refused with its line", () => {
  assert.throws(
    () => readConllu("1\tGo\n"),
    (error) => error instanceof ConlluError && /Line 1 has 2/.test(error.message),
  );
  const skipped = GIVEN.replace("4\tmeet", "5\tmeet");
  assert.throws(() => readConllu(skipped), /number "5" where 4 should stand/);
  assert.throws(() => readConllu(GIVEN.replace("\t0\troot", "\tx\troot")), /head "x"/);
});
