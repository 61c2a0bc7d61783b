import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadActorTables } from "../actors/index.ts";
import { loadModel } from "../language/index.ts";
import { Event, Tie } from "../vocabulary/index.ts";
import { codeDocument } from "./code.ts";
import { loadLexicon } from "./frames/lexicon.ts";

const coder = { model: loadModel(), tables: loadActorTables(), lexicon: loadLexicon() };

function documentOf(text: string, published: string | null = "2024-12-31") {
  return {
    id: "d_test",
    title: null,
    outlet: null,
    author: null,
    url: null,
    published,
    language: "en",
    text,
  };
}

function coded(text: string, published?: string | null) {
  return codeDocument(documentOf(text, published), coder);
}

const piece = fc.constantFrom(
  "Belarus signed a treaty with China",
  "“Moscow” attacked Kyiv",
  "the E.U.’s leaders met Xi Jinping in Beijing…",
  "Serbia didn’t recognise Kosovo",
  "Türkiye—once neutral—joined NATO",
  "🙂",
  "\u200b",
  "مرحبا",
  "Путин",
  "\r\n\r\n",
  "U.S. $1.5bn",
  "\u00a0",
  "…",
  ". ",
  "on 8 July 2024",
);

test("every span of a record is what stands at its place in the text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 12 }),
      (pieces) => {
        const text = pieces.join(" ");
        const { events, ties } = coded(text);
        for (const { sources, targets, evidence, place, attribution, quantities } of events) {
          for (const { start, end, text: words } of [...sources, ...targets, ...quantities])
            assert.equal(text.slice(start, end), words);
          assert.equal(text.slice(evidence.start, evidence.end), evidence.sentence);
          assert.equal(text.slice(evidence.anchor.start, evidence.anchor.end), evidence.anchor.text);
          if (place) assert.equal(text.slice(place.start, place.end), place.name);
          if (attribution) assert.equal(text.slice(attribution.start, attribution.end), attribution.text);
        }
        for (const { parties } of ties)
          for (const { start, end, text: words } of parties) assert.equal(text.slice(start, end), words);
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});

test("records fit their schemas", () => {
  const { events, ties } = coded(
    "Belarus joined the Shanghai Cooperation Organisation on 4 July 2024. Germany reportedly plans to send tanks to Ukraine.",
  );
  assert.ok(events.length >= 2 && ties.length >= 1);
  for (const event of events) Event.parse(event);
  for (const tie of ties) Tie.parse(tie);
});

test("what is planned, denied, requested, supposed or told by others is not asserted", () => {
  for (const [text, modality] of [
    ["Russia never attacked Poland.", "negated"],
    ["Russia refused to help Armenia.", "asserted"],
    ["Belarus will sign a treaty with China next week.", "planned"],
    ["Estonia urged Latvia to release the ships.", "asserted"],
    ["If Iran attacked Israel, the United States would help Israel.", "conditional"],
    ["Ukraine said Russia attacked Poland.", "reported"],
    ["China reportedly sold drones to Mali.", "reported"],
  ] as const) {
    const found = coded(text, "2024-01-01").events.map((event) => event.modality);
    assert.ok(found.includes(modality), `${text} gives ${found.join(", ")}.`);
  }
});

test("relative dates stay open without a day of publication", () => {
  const [event] = coded("France expelled Russian diplomats last week.", null).events;
  assert.ok(event);
  assert.ok(event.date === null || (event.date.start === null && event.date.end === null));
});

const parties = (text: string) =>
  coded(text).events.map(({ type, sources, targets }) => [
    type,
    ...[...sources, ...targets].map(({ actor, sector, text: words }) => `${words} ${actor}/${sector}`),
  ]);

test("people without a nationality are those of the place, or of who rules over them", () => {
  assert.deepEqual(parties("Turkish police detained 40 students in Ankara."), [
    ["COERCE", "Turkish police TUR/COP", "students TUR/CVL"],
  ]);
  assert.deepEqual(parties("Hundreds of thousands of people blocked streets in Caracas."), [
    ["PROTEST", "people VEN/CVL", "Caracas VEN/GOV"],
  ]);
  assert.deepEqual(parties("The Serbian government released 20 political prisoners."), [
    ["RETREAT", "The Serbian government SRB/GOV", "prisoners SRB/OPP"],
  ]);
});

test("police that hold a state's opponents are its own; those that hold its citizens may be anyone's", () => {
  assert.deepEqual(
    parties("Kazakh protesters burned tyres in Almaty, and police detained dozens of them.").at(-1),
    ["COERCE", "police KAZ/COP", "them KAZ/OPP"],
  );
  assert.deepEqual(parties("Police detained two Greek citizens."), [
    ["COERCE", "Police null/null", "two Greek citizens GRC/CVL"],
  ]);
});

test("tourists may come from anywhere", () => {
  const [event] = coded("Gunmen killed five tourists in Egypt.").events;
  assert.ok(event?.targets.every(({ text, actor }) => text !== "tourists" || actor === null));
});

test("whom a threat or a protest is aimed at may stand in its condition or its purpose", () => {
  const [threat] = coded("Iran threatened to close the strait unless Iraq withdrew its troops.").events;
  assert.deepEqual([threat?.type, threat?.targets.map(({ actor }) => actor)], ["THREATEN", ["IRQ"]]);
  const protest = coded("Students in Athens blocked a road to denounce German policies.").events.find(
    ({ type }) => type === "PROTEST",
  );
  assert.deepEqual(
    [protest?.sources.map(({ actor }) => actor), protest?.targets.map(({ actor }) => actor)],
    [["GRC"], ["DEU"]],
  );
});

test("doubtful readings are counted, and kept for who wants them", () => {
  const text =
    "The pipeline, built by a firm that had bought shares from investors in Peru after a request for payment, leaks. A " +
    "report on goods that Belarus imports from China in the year after the annexation of Crimea was read.";
  const document = documentOf(text);
  const strict = codeDocument(document, coder);
  const all = codeDocument(document, { ...coder, doubtful: true });
  assert.equal(all.doubtful, 0);
  assert.equal(all.events.length, strict.events.length + strict.doubtful);
  assert.ok(strict.doubtful > 0);
});
