import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { parse } from "smol-toml";
import { z } from "zod";
import { loadActorTables } from "../../src/actors/index.ts";
import { type Coder, loadLexicon } from "../../src/events/index.ts";
import { loadModel } from "../../src/language/index.ts";
import { PROBE_CLASSES, readProbes } from "./probe.ts";
import { scoreClass } from "./score.ts";

/** How many probes of each class were right when the figure was last raised. It is only ever raised. */
const reached = z
  .record(z.enum(PROBE_CLASSES), z.int().min(0))
  .parse(parse(readFileSync(new URL("reached.toml", import.meta.url), "utf8")));

test("every class has at least 24 probes, and no sentence twice", () => {
  const seen = new Set<string>();
  for (const name of PROBE_CLASSES) {
    const probes = readProbes(name);
    assert.ok(probes.length >= 24, name);
    for (const { text } of probes) {
      assert.ok(!seen.has(text), text);
      seen.add(text);
    }
  }
});

test("every probe states what must come out, or what must not", () => {
  for (const name of PROBE_CLASSES)
    for (const { text, events, ties, absent, absentTies, none } of readProbes(name))
      assert.ok(none || events.length + ties.length + absent.length + absentTies.length > 0, text);
});

describe("no class falls behind what was reached", () => {
  let coder: Coder;
  before(() => {
    coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };
  });
  for (const name of PROBE_CLASSES)
    test(name, () => {
      const { right, probes, verdicts } = scoreClass(name, coder);
      const failures = verdicts.filter(({ wrong }) => wrong.length > 0);
      assert.ok(
        right >= reached[name],
        `${right} of ${probes} are right, ${reached[name]} were:\n${failures
          .map(({ probe, wrong }) => `  ${probe.text}\n    ${wrong.join("\n    ")}`)
          .join("\n")}`,
      );
    });
});
