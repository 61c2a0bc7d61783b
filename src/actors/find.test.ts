import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModel, parse } from "../language/index.ts";
import { findActors, findReferents } from "./find.ts";
import type { ActorMention } from "./mention.ts";
import { loadActorTables } from "./tables.ts";

const model = loadModel();
const tables = loadActorTables();

function found(text: string, published: string | null = "2024-08-28"): ActorMention[] {
  return findActors(parse(text, model), { text, published }, tables);
}

/** Actors that a stretch of the text means, sorted, with their sectors where one is asked for. */
function meant(text: string, words: string, published: string | null = "2024-08-28"): string[] {
  const start = text.lastIndexOf(words);
  assert.ok(start >= 0, `"${words}" does not stand in "${text}"`);
  return found(text, published)
    .filter((row) => row.start >= start && row.end <= start + words.length)
    .map(({ actor, sector }) => (sector === null ? `${actor}` : `${actor}-${sector}`))
    .sort();
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  // names, demonyms, seats of power
  ["Kazakhstan closed the crossing.", "Kazakhstan", ["KAZ"]],
  ["The Kremlin rejected the offer.", "Kremlin", ["RUS-GOV"]],
  ["Downing Street summoned the envoy.", "Downing Street", ["GBR-GOV"]],
  ["Brussels imposed sanctions on Belarus.", "Brussels", ["EU-IGO"]],
  ["The envoy was arrested in Brussels.", "Brussels", ["BEL-GOV"]],
  ["Belgium expelled the envoy. Brussels gave no reason.", "Brussels", ["BEL-GOV"]],
  ["Türkiye recalled its envoy from Oslo.", "Türkiye", ["TUR"]],
  ["Lawmakers in the Verkhovna Rada passed the bill.", "Verkhovna Rada", ["UKR-LEG"]],
  ["Gazprom cut supplies to Moldova.", "Gazprom", ["RUS-BUS"]],
  ["Hezbollah fired rockets at Haifa.", "Hezbollah", ["LBN-REB"]],
  // peoples: of one state, of the state that is named, or of one that cannot be told
  ["Uyghur activists rallied in Geneva.", "Uyghur activists", ["CHN-OPP"]],
  ["Turkey shelled Kurdish rebels at dawn.", "Kurdish rebels", ["TUR-REB"]],
  ["Damascus offered talks. The Kurds agreed.", "The Kurds", ["SYR-CVL"]],
  ["The Kurds rejected the offer.", "The Kurds", []],
  ["The Tamils rejected the offer.", "The Tamils", ["LKA-CVL"]],
  ["Hutu militiamen crossed into Burundi.", "Hutu militiamen", ["BDI-REB"]],
  ["Nepal's Maoist rebels laid down their arms.", "Maoist rebels", ["NPL-REB"]],
  ["The two Koreas agreed to reopen a hotline.", "The two Koreas", ["KOR", "PRK"]],
  ["Officials of both Koreas met at Panmunjom.", "Officials of both Koreas", ["KOR-GOV", "PRK-GOV"]],
  // what stands behind others is not whose they are
  ["Iran-backed militants shelled the camp.", "militants", []],
  ["Ethiopian-led forces seized the port.", "Ethiopian-led forces", ["ETH-MIL"]],
  // groups, offices, shared nouns
  ["French and German officials met in Rome.", "French and German officials", ["DEU-GOV", "FRA-GOV"]],
  ["Serbia's parliament approved the loan.", "Serbia's parliament", ["SRB-LEG"]],
  ["Egyptian warships entered the strait.", "Egyptian warships", ["EGY-MIL"]],
  ["The Israeli army spokesman denied the report.", "The Israeli army spokesman", ["ISR-MIL"]],
  ["Authorities in Croatia arrested two men.", "Authorities in Croatia", ["HRV-GOV"]],
  ["The president of Armenia flew home.", "The president of Armenia", ["ARM-GOV"]],
  ["Russia's ambassador to Poland was summoned.", "Russia's ambassador", ["RUS-GOV"]],
  // persons with titles
  [
    "Turkish Foreign Minister Hakan Fidan called for a truce.",
    "Turkish Foreign Minister Hakan Fidan",
    ["TUR-GOV"],
  ],
  [
    "President of Serbia Aleksandar Vucic visited the base.",
    "President of Serbia Aleksandar Vucic",
    ["SRB-GOV"],
  ],
  [
    "Latvian Deputy Transport Minister Janis Ozols signed the contract.",
    "Latvian Deputy Transport Minister Janis Ozols",
    ["LVA-GOV"],
  ],
  ["Alyaksandr Lukashenka pardoned ten prisoners.", "Alyaksandr Lukashenka", ["BLR-GOV"]],
  ["Volodymyr Zelenskiy asked for more missiles.", "Volodymyr Zelenskiy", ["UKR-GOV"]],
];
for (const [text, words, actors] of CASES)
  test(`"${words}" means ${actors.join(" and ")}`, () => assert.deepEqual(meant(text, words), actors));

test("a place is only where something is after a preposition of place", () => {
  const [who] = found("Beijing said that the talks would go on.");
  assert.deepEqual([who?.actor, who?.role], ["CHN", "who"]);
  const where = found("The ministers signed the accord in Beijing.").find(({ text }) => text === "Beijing");
  assert.equal(where?.role, "where");
  const border = found("Troops dug in along the border with Poland.").find(({ text }) => text === "Poland");
  assert.equal(border?.role, "where");
});

const NO_STATE: readonly string[] = [
  "Michael Jordan visited the ministry.",
  "Bank of China raised its rates.",
  "American Airlines asked the ministry for a permit.",
  "Georgia Tech signed an agreement with the ministry.",
  "Paris Hilton met the minister.",
  "The New England Patriots asked the government for help.",
];
for (const text of NO_STATE)
  test(`no state acts in "${text}"`, () =>
    assert.deepEqual(
      found(text).filter(
        ({ kind, role, sector }) => role === "who" && kind !== "nominal" && sector !== "BUS",
      ),
      [],
    ));

test("an office is held on the day of the sentence", () => {
  const text = "In 2005 the Ukrainian president flew to Washington.";
  assert.equal(found(text).find(({ kind }) => kind === "office")?.name, "Viktor Yushchenko");
  assert.equal(found("The Ukrainian president flew to Washington.")[0]?.name, "Volodymyr Zelenskyy");
});

test("a former state is meant in its time", () => {
  assert.deepEqual(meant("Russia sent tanks to the border.", "Russia", "1985-03-01"), ["SUN"]);
  assert.deepEqual(meant("Russia sent tanks to the border.", "Russia", "1995-03-01"), ["RUS"]);
  assert.deepEqual(meant("In 1985 Russia sent tanks to Afghanistan.", "Russia"), ["SUN"]);
});

test("someone out of office is said to be so", () => {
  const [row] = found("Angela Merkel urged the government to talk.", "2024-08-28");
  assert.equal(row?.actor, "DEU");
  assert.match(row?.why ?? "", /in no office known on that day/);
});

test("a surname is understood after the full name, and for those in office", () => {
  const text = "Jonas Gahr Store met the envoys of Chad. Store promised aid.";
  assert.deepEqual(meant(text, "Store", "2023-05-01"), ["NOR-GOV"]);
  assert.deepEqual(meant("Lavrov left for Cairo.", "Lavrov"), ["RUS-GOV"]);
  assert.deepEqual(
    meant("Mohamed Farouk, a baker, saw the tanks. Mohamed called the police.", "Mohamed"),
    [],
  );
});

const REFERENCES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "Tokyo and Manila agreed on patrols. The two nations will train together.",
    "The two nations",
    ["JPN", "PHL"],
  ],
  [
    "Hungary joined the Turkic grouping last year, while in May the two states signed with Kazakhstan.",
    "the two states",
    [],
  ],
  [
    "Laos joined the China-led bank in June, while on May 3 the two countries held drills near the border with Vietnam.",
    "the two countries",
    ["CHN", "LAO"],
  ],
  ["Togo protested to Ghana, and Benin summoned its ambassador.", "its ambassador", ["TGO", "TGO-GOV"]],
  ["Kenya sent police to Haiti. It also promised trainers.", "It", ["KEN"]],
  ["Erdogan told Putin that he would pay more.", "he", ["TUR-GOV"]],
  ["Ursula von der Leyen met the press in Brussels. She announced new sanctions.", "She", ["EU-IGO"]],
  ["In Kabul, officials shut schools. The country has no constitution.", "The country", ["AFG"]],
  ["NATO warned Moscow in May. The alliance sent ships.", "The alliance", ["NATO-IGO"]],
  [
    "Armenia asked for help in vain, and Russia did nothing for its CSTO ally.",
    "its CSTO ally",
    ["ARM", "CSTO-IGO", "RUS"],
  ],
  [
    "Uzbekistan borrowed from China and built roads in the former Soviet republic.",
    "the former Soviet republic",
    ["UZB"],
  ],
  ["Polish and Czech ministers met on Monday. They signed a treaty.", "They", ["CZE-GOV", "POL-GOV"]],
  ["India moved guns to the plateau. Its army closed the road.", "Its army", ["IND", "IND-MIL"]],
  ["It is likely that Sudan will sign.", "It", []],
  ["After he had landed in Oslo, Emmanuel Macron met the king.", "After he", ["FRA-GOV"]],
  ['"We will close the border," Sergei Lavrov said.', "We", ["RUS-GOV"]],
  ["The bloc imposed sanctions on Peru after the European Union had lost its envoy.", "The bloc", ["EU-IGO"]],
  ["Oman and Poland signed. The Gulf kingdom will lend money.", "The Gulf kingdom", ["OMN"]],
  ["Foreign Minister Jane Holt of Fiji met Wang Yi. She smiled.", "She", ["FJI-GOV"]],
  ["Talks with Tonga ended on May 23.", "May", []],
  ["Ottawa accused Tehran of rebuilding its reactor.", "its", ["IRN-GOV"]],
  [
    "Gabon's junta met Rwanda on Friday. The junta leader spoke of aid. The junta wants more.",
    "The junta",
    ["GAB-GOV"],
  ],
  ["Peru and Chile met. The envoy denied that it had been agreed on.", "it", []],
  ["India left the island in 1990. Japan, which had ships in the country, stayed.", "the country", ["IND"]],
  [
    "President Ruto had talks with President Macron. The leaders smiled.",
    "The leaders",
    ["FRA-GOV", "KEN-GOV"],
  ],
  ["President Ruto met President Macron. The heads of state spoke.", "The heads", ["FRA-GOV", "KEN-GOV"]],
  [
    "President Ruto met Emmanuel Macron.\n\nWilliam Ruto: Mr President!\n\nI would like to thank you.",
    "you",
    ["FRA-GOV"],
  ],
  ["President Ruto met Emmanuel Macron.\n\nQuestion: How?\n\nWilliam Ruto: I thank you.", "you", []],
  ["The Vice President and President Ruto met.", "President Ruto", ["KEN-GOV"]],
  ["Ahmed al-Assadi blamed Israel.", "Ahmed al-Assadi", []],
];
for (const [text, words, actors] of REFERENCES)
  test(`"${words}" refers to ${actors.join(" and ") || "no one"} in: ${text}`, () =>
    assert.deepEqual(
      meant(text, words).filter((actor, at, all) => all.indexOf(actor) === at),
      actors,
    ));

test("persons and bodies whom no table knows are what refers back to them, and no actors", () => {
  const text =
    "Anna Paris, the mayor, thanked the Amber Ports Foundation. She praised it. The foundation invited the mayor.";
  const rows = findReferents(parse(text, model), { text, published: "2024-08-28" }, tables);
  const named = (words: string): string | undefined => rows.findLast((row) => row.text === words)?.name;
  assert.equal(named("She"), "Anna Paris");
  assert.equal(named("the mayor"), "Anna Paris");
  assert.equal(named("The foundation"), "Amber Ports Foundation");
  assert.deepEqual(found(text), []);
});

test("whoever speaks a quotation is not who it speaks of", () => {
  const text = 'Mark Rowe met Daniel Hart. "He was tired," Rowe said.';
  const rows = findReferents(parse(text, model), { text, published: "2024-08-28" }, tables);
  assert.equal(rows.find((row) => row.text === "He")?.name, "Daniel Hart");
});

test("an abbreviation explained in brackets stands for the name before it", () => {
  const text = "The Northern Ports Workers Union (NPWU) called a strike. The NPWU paid for it.";
  const rows = findReferents(parse(text, model), { text, published: "2024-08-28" }, tables);
  assert.equal(rows.findLast((row) => row.text === "NPWU")?.name, "Northern Ports Workers Union");
});

test("what refers back says to whom, and by which rule", () => {
  const row = found("Ghana sent police to Haiti. It also promised trainers.").find(
    ({ text }) => text === "It",
  );
  assert.equal(row?.why, 'pronoun: the state or organisation nearest to mind, "Ghana"');
});
