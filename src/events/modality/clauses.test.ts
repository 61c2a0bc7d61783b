import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../../language/index.ts";
import { treeOf } from "../syntax/tree.ts";
import { limitsOf, strongest } from "./modality.ts";

const model = loadModel();

function modality(sentence: string, word: string): string {
  const [tree] = parse(sentence, model).map(treeOf);
  const at = tree?.tokens.findIndex(({ form }) => form === word) ?? -1;
  assert.ok(tree !== undefined && at >= 0, `“${word}” in ${sentence}`);
  return strongest(limitsOf(tree, at));
}

test("a time clause beside what is to come is to come, and one beside a denial is not denied", () => {
  assert.equal(modality("Chad will lift the ban after Sudan withdraws its troops.", "withdraws"), "planned");
  assert.equal(modality("Chad lifted the ban after Sudan withdrew its troops.", "withdrew"), "asserted");
  assert.equal(modality("Chad did not react when Sudan shelled the town.", "shelled"), "asserted");
});

test("what stands beside a denied verb is not denied with it", () => {
  assert.equal(modality("Ghana did not sign the treaty, citing its debts.", "citing"), "asserted");
  assert.equal(modality("Ghana did not sign the treaty, citing its debts.", "sign"), "negated");
});

test("having to do it asks for it, having had to do it tells it", () => {
  assert.equal(modality("Nepal has to withdraw its claim.", "withdraw"), "requested");
  assert.equal(modality("Nepal had to withdraw its claim.", "withdraw"), "asserted");
});

test("being able to do it is no deed, having been able to is one", () => {
  assert.equal(modality("The rebels are able to capture the town.", "capture"), "conditional");
  assert.equal(modality("The rebels were able to capture the town.", "capture"), "asserted");
});

test("ways, means and times to do a thing are no deeds; whoever was first to do it did it", () => {
  assert.equal(modality("The grant gave Laos the means to repay its debts.", "repay"), "planned");
  assert.equal(modality("Laos was the first country to recognise the new state.", "recognise"), "asserted");
  assert.equal(modality("The army was too weak to capture the town.", "capture"), "negated");
});

test("to hinder one thing in order to do another is no denial of the other", () => {
  assert.equal(modality("Students in Quito blocked a road to denounce Spain.", "denounce"), "planned");
  assert.equal(modality("Ecuador prevented Spain from denouncing the treaty.", "denouncing"), "negated");
});

test("a thing done once is no condition", () => {
  assert.equal(modality("Once Peru had paid its debts, it joined the bank.", "paid"), "asserted");
  assert.equal(modality("Once Peru pays its debts, it will join the bank.", "pays"), "conditional");
});

test("what limits a whole sentence or its conjunction limits every verb that is joined there", () => {
  assert.equal(modality("Ghana shelled Togo and bombed Benin, according to the UN.", "bombed"), "reported");
  assert.equal(modality("Ghana shelled Togo and bombed Benin, the ministry said.", "bombed"), "reported");
  assert.equal(modality("Did Ghana shell Togo and bomb Benin?", "bomb"), "conditional");
  assert.equal(
    modality("If Ghana attacks Togo and blockades its ports, Mali will act.", "blockades"),
    "conditional",
  );
  assert.equal(modality("Ghana left without shelling Togo or bombing Benin.", "bombing"), "negated");
  assert.equal(modality("Ghana shelled Togo and bombed Benin.", "bombed"), "asserted");
  assert.equal(modality("Togo had fired first, Ghana said, and thanked Benin.", "thanked"), "asserted");
});

test("a question why takes for granted what it asks about", () => {
  assert.equal(modality("Why did Ghana invade Togo?", "invade"), "asserted");
  assert.equal(modality("Did Ghana invade Togo?", "invade"), "conditional");
  assert.equal(modality("Why would Ghana invade Togo?", "invade"), "conditional");
});

test("an opinion on what is past is a report of it, one on what is not is no more than possible", () => {
  assert.equal(modality("Officials think that Ghana shelled Togo.", "shelled"), "reported");
  assert.equal(modality("Officials think that Ghana could shell Togo.", "shell"), "conditional");
});

test("courtesies of a speaker limit nothing", () => {
  assert.equal(modality("We can confirm that Ghana shelled Togo.", "shelled"), "reported");
  assert.equal(modality("We would like more trade.", "like"), "asserted");
  assert.equal(modality("Ghana would like to build a dam in Togo.", "build"), "planned");
  assert.equal(modality("We cannot confirm the attack.", "confirm"), "negated");
});

test("what someone should do is asked for also in the subjunctive", () => {
  assert.equal(modality("The envoy suggested that Ghana send troops.", "send"), "requested");
  assert.equal(modality("The envoy suggested that Ghana sent troops.", "sent"), "reported");
});
