import assert from "node:assert/strict";
import { test } from "node:test";
import { multivector } from "./captured.ts";

const MET = "Serbia and China held joint military exercises on July 8.";
const SENT = "Kenya did not send troops to Somalia.";
const JOINED = "Belarus joined the Shanghai Cooperation Organisation in July 2024.";
const SILENT = "Ministers will think about it.";

const ARTICLE = {
  id: "own-1",
  date: "2024-07-10",
  text: [MET, SENT, JOINED, SILENT].join(" "),
  events: [
    {
      id: "1",
      sentence: MET,
      anchor: "held joint military exercises",
      type: "COOPERATE",
      sources: ["SRB-MIL", "CHN-MIL"],
      targets: [],
      symmetric: true,
      date: { start: "2024-07-08", end: "2024-07-08" },
      modality: "asserted",
      core: true,
    },
    {
      id: "2",
      sentence: JOINED,
      anchor: "joined",
      type: "SUPPORT",
      sources: ["BLR"],
      targets: ["IGO-SCO"],
      symmetric: false,
      date: { start: "2024-07-01", end: "2024-07-31" },
      modality: "planned",
      core: true,
    },
    {
      id: "3",
      sentence: SILENT,
      anchor: "think",
      type: "CONSULT",
      sources: ["SRB"],
      targets: [],
      date: null,
      modality: "planned",
      core: true,
    },
  ],
  relations: [{ sentence: JOINED, kind: "membership", parties: ["BLR", "IGO-SCO"] }],
};

test("what is found, missed, wrong and not in the gold is counted", async () => {
  const ran = await multivector(["eval", "-", "--format", "json", "--show"], {
    input: `${JSON.stringify(ARTICLE)}\n`,
  });
  assert.equal(ran.exitCode, 0, ran.err);
  const figures = JSON.parse(ran.out.slice(ran.out.indexOf("{\n"))) as Record<string, number>;
  assert.equal(figures["events to find"], 3);
  assert.equal(figures["events recall"], 2 / 3);
  assert.equal(figures["type right"], 1);
  assert.equal(figures["source right"], 1);
  assert.equal(figures["date right"], 1);
  assert.equal(figures["modality right"], 1 / 2);
  assert.equal(figures["falsely asserted"], 1 / 2);
  assert.equal(figures["ties recall"], 1);
  assert.match(ran.out, /own-1: missed CONSULT “think”/);
  assert.match(ran.out, /own-1: extra \w+ “send troops”|own-1: extra \w+ “did not send troops”/);
});

test("gold without a field that is needed is named by its line, and nothing scored is a failure", async () => {
  const ran = await multivector(["eval", "-"], { input: `{"id": "x", "text": "Serbia met China."}\n` });
  assert.equal(ran.exitCode, 1);
  assert.match(ran.err, /line 1: .*"events"/);
});
