import assert from "node:assert/strict";
import { test } from "node:test";
import type { Token } from "../../language/index.ts";
import { cutName } from "./joined-names.ts";
import { betweenSides, cleft, cutPhrase, letDo, saidAfter, sumBesideName } from "./strays.ts";

/** A tree from "form tag head relation" for each word; heads count from 0, -1 is the root. */
function tree(...words: readonly string[]): readonly Token[] {
  return words.map((row) => {
    const [form = "", xpos = "", head = "", deprel = ""] = row.split(" ");
    const upos = xpos.startsWith("NNP")
      ? "PROPN"
      : xpos.startsWith("NN")
        ? "NOUN"
        : xpos.startsWith("VB")
          ? "VERB"
          : xpos === "$"
            ? "SYM"
            : xpos === "IN"
              ? "ADP"
              : "X";
    const lemma = xpos === "VBD" ? form.replace(/ed$/, "") : form;
    return { form, lemma, upos, xpos, head: Number(head), deprel } as unknown as Token;
  });
}

test("a name does not go on beyond a comma, nor a phrase beyond a verb", () => {
  const names = tree(
    "Ana NNP 6 nsubj",
    "Dee NNP 0 flat",
    ", , 3 punct",
    "Bo NNP 0 conj",
    "Roe NNP 0 flat",
    ", , 0 punct",
    "left VBD -1 root",
  );
  assert.deepEqual(cutName(names, 4), { head: 3, deprel: "flat" });
  assert.equal(cutName(names, 1), null);
  const phrase = tree(
    "Crowds NNS 3 nsubj",
    "in IN 4 case",
    "Almaty NNP 4 compound",
    "burned VBD -1 root",
    "tyres NNS 3 obj",
  );
  assert.deepEqual(cutPhrase(phrase, 1), { head: 2, deprel: "case" });
  assert.deepEqual(cutPhrase(phrase, 2), { head: 0, deprel: "nmod" });
});

test("talks are between sides, a clause after 'it was' tells of the name, an infinitive completes what lets", () => {
  const talks = tree(
    "Talks NNS 6 nsubj",
    "in IN 2 case",
    "Oslo NNP 0 nmod",
    "between IN 4 case",
    "Mali NNP 2 nmod",
    "ended VBD -1 root",
  );
  assert.deepEqual(betweenSides(talks, 4), { head: 0, deprel: "nmod" });
  assert.deepEqual(cleft(tree("Oman NNP -1 root", "that WDT 2 nsubj", "brokered VBD 0 advcl:relcl"), 2), {
    head: 0,
    deprel: "acl:relcl",
  });
  const ships = tree("allow VB -1 root", "ships NNS 0 obj", "to TO 3 mark", "dock VB 1 acl");
  assert.deepEqual(letDo(ships, 3), { head: 0, deprel: "xcomp" });
});

test("a sum goes with the sum before; who complains after a comma speaks of all before it", () => {
  const sums = tree(
    "owes VBZ -1 root",
    "$ $ 0 obj",
    "to IN 3 case",
    "China NNP 0 obl",
    "and CC 5 cc",
    "$ $ 3 conj",
  );
  assert.deepEqual(sumBesideName(sums, 5), { head: 1, deprel: "conj" });
  const said = tree(
    "Laos NNP 1 nsubj",
    "left VBD -1 root",
    ", , 3 punct",
    "claim VBD 1 conj",
    "Togo NNP 3 nsubj",
  );
  assert.deepEqual(saidAfter(said, 3), { head: 1, deprel: "parataxis" });
});
