import assert from "node:assert/strict";
import { test } from "node:test";
import { datelineOf, readMasthead } from "./masthead.ts";

const BODY =
  "Serbia and Hungary resumed talks on a gas contract on Friday, a spokesman for the ministry said.";

test("datelines give date and outlet", () => {
  const cases: readonly (readonly [line: string, date: string | null, outlet: string | null])[] = [
    ["MINSK, July 8 (Outlet) — Belarus", "July 8", "Outlet"],
    ["BEIJING, 12 March 2024 - China", "12 March 2024", null],
    ["MOSCOW, August 28. /NORTH/. Russia", "August 28", "NORTH"],
    ["Kyiv, Ukraine, July 8, 2024 (Outlet) -- Ukraine", "July 8, 2024", "Outlet"],
    ["NEW YORK, Sept. 3, 2019 — Envoys", "Sept. 3, 2019", null],
    ["ULAN BATOR (Outlet) - Mongolia", null, "Outlet"],
  ];
  for (const [line, date, outlet] of cases) assert.deepEqual(datelineOf(line), { date, outlet }, line);
});

test("running text is no dateline", () => {
  for (const line of [
    "On March 3, 2024 the parliament met.",
    "In Minsk, July 8 was a holiday.",
    "Belarus (Outlet reports) is a state.",
    "Serbia said - again - that it would wait.",
  ])
    assert.equal(datelineOf(line), null, line);
});

test("title, byline and date line are read off the top", () => {
  assert.deepEqual(readMasthead(`Envoys return\n\nBy Jane Doe\nMarch 3, 2023\n\n${BODY}`), {
    title: "Envoys return",
    author: "Jane Doe",
    outlet: null,
    dates: ["March 3, 2023"],
  });
  assert.equal(
    readMasthead(`Will they return?\nBy Jane Doe, River Post\n\n${BODY}`).title,
    "Will they return?",
  );
  assert.equal(
    readMasthead(`Envoys return\n\nBy JANE DOE and Jan de Vries\n\n${BODY}`).author,
    "JANE DOE and Jan de Vries",
  );
  assert.deepEqual(readMasthead(`Envoys return\n\nPublished: 3 March 2023, 10:15\n\n${BODY}`).dates, [
    "3 March 2023",
  ]);
});

test("a sentence, a wrapped line or a lone line is no title", () => {
  assert.equal(readMasthead(`${BODY}\n\n${BODY}`).title, null);
  assert.equal(readMasthead("The two states said that they\nwould meet again").title, null);
  assert.equal(readMasthead("Envoys return").title, null);
  assert.equal(readMasthead("").title, null);
  assert.equal(readMasthead(`By all accounts the talks failed\n\n${BODY}`).author, null);
});
