import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { documentOfText, eventIn } from "../../test/ledger/records.ts";
import type { Event } from "../vocabulary/index.ts";
import { storiesOf } from "./stories.ts";

const DAY = "2024-03-04";

/** An event of which `text` is the only sentence, in a document of its own. */
function told(text: string, type: Event["type"], fields: Parameters<typeof eventIn>[2] = {}): Event {
  return eventIn(documentOfText(text), type, { day: DAY, ...fields });
}

const HANDOVER = told("Norland handed Sudmark six patrol boats at the port of Vell.", "AID", {
  sources: ["NOR=Norland"],
  targets: ["SUD=Sudmark"],
});
const HANDOVER_AGAIN = told("In Vell, six patrol boats were given to Sudmark by Norland.", "AID", {
  sources: ["NOR=Norland"],
  targets: ["SUD=Sudmark"],
});

function together(a: Event, b: Event, published = "2024-03-05"): boolean {
  const stories = storiesOf([a, b], new Map([a, b].map(({ document }) => [document, published])));
  return stories.get(a.id) === stories.get(b.id);
}

test("two reports of one event in different words are one story", () => {
  assert.equal(together(HANDOVER, HANDOVER_AGAIN), true);
});

test("a report that places it a day later still means it; one of a week later does not", () => {
  const on = (day: string): Event => ({
    ...HANDOVER_AGAIN,
    date: { ...HANDOVER_AGAIN.date!, start: day, end: day },
  });
  assert.equal(together(HANDOVER, on("2024-03-05")), true);
  assert.equal(together(HANDOVER, on("2024-03-11")), false);
});

test("other parties, the opposite direction or another type make another event", () => {
  const reversed = { ...HANDOVER_AGAIN, sources: HANDOVER_AGAIN.targets, targets: HANDOVER_AGAIN.sources };
  assert.equal(together(HANDOVER, reversed), false);
  assert.equal(together(HANDOVER, { ...HANDOVER_AGAIN, type: "COERCE" }), false);
  const others = HANDOVER_AGAIN.targets.map((target) => ({ ...target, actor: "EST" }));
  assert.equal(together(HANDOVER, { ...HANDOVER_AGAIN, targets: others }), false);
});

test("parties of a symmetric act may come in any order", () => {
  const met = told("Norland and Sudmark held a summit on fishing rights.", "CONSULT", {
    symmetric: true,
    sources: ["NOR=Norland", "SUD=Sudmark"],
  });
  const metAgain = told("A summit on fishing rights brought Sudmark and Norland together.", "CONSULT", {
    symmetric: true,
    sources: ["SUD=Sudmark", "NOR=Norland"],
  });
  assert.equal(together(met, metAgain), true);
});

test("a promise is a report of the act promised", () => {
  const promised = told("Norland will hand Sudmark six patrol boats at Vell.", "AGREE", {
    act: "AID",
    modality: "planned",
    sources: ["NOR=Norland"],
    targets: ["SUD=Sudmark"],
  });
  assert.equal(together(HANDOVER, promised), true);
});

test("parties that nobody could name match nothing", () => {
  const masked = told("Masked men burned six trucks near the border.", "ASSAULT", {
    sources: ["?=Masked men"],
  });
  const again = told("Masked men burned six trucks near the border fence.", "ASSAULT", {
    sources: ["?=Masked men"],
  });
  assert.equal(together(masked, again), false);
});

test("without a date in the words, the days of publication must be near and the words alike", () => {
  const first = told("Norland shelled a Sudmark radar station on Mount Orel.", "ASSAULT", {
    day: null,
    sources: ["NOR=Norland"],
    targets: ["SUD=Sudmark"],
  });
  const second = told("Norland shelled the radar station of Sudmark at Orel.", "ASSAULT", {
    day: null,
    sources: ["NOR=Norland"],
    targets: ["SUD=Sudmark"],
  });
  const out = (a: string | null, b: string | null): boolean => {
    const stories = storiesOf(
      [first, second],
      new Map([
        [first.document, a],
        [second.document, b],
      ]),
    );
    return stories.get(first.id) === stories.get(second.id);
  };
  assert.equal(out("2024-03-05", "2024-03-06"), true);
  assert.equal(out("2024-03-05", "2024-04-06"), false);
  assert.equal(out(null, "2024-03-05"), false);
});

test("where nothing is dated, only near repetition in another text is the same event", () => {
  const between = { day: null, sources: ["NOR=Norland"], targets: ["SUD=Sudmark"] };
  const first = told("Norland shelled a Sudmark radar station on Mount Orel.", "ASSAULT", between);
  const repeated = told("Norland shelled the radar station of Sudmark at Orel.", "ASSAULT", between);
  const other = told("Norland shelled a Sudmark village full of refugees.", "ASSAULT", between);
  const stories = storiesOf([first, repeated, other], new Map());
  assert.equal(stories.get(first.id), stories.get(repeated.id));
  assert.notEqual(stories.get(first.id), stories.get(other.id));
});

test("an event repeated in one text is one story, with or without a date", () => {
  const text = documentOfText(
    "Sudmark expelled two envoys of Norland. The two envoys of Norland were expelled by Sudmark over spying.",
  );
  const expelled = (from: number, to: number, anchor: string): Event => {
    const event = eventIn(text, "SANCTION", { sources: ["SUD=Sudmark"], targets: ["NOR=Norland"], anchor });
    const sentence = text.text.slice(from, to);
    return {
      ...event,
      id: `${event.id}${from}`,
      evidence: { ...event.evidence, sentence, start: from, end: to },
    };
  };
  const one = expelled(0, 39, "expelled");
  const two = expelled(40, text.text.length, "expelled");
  const stories = storiesOf([one, two], new Map([[text.id, null]]));
  assert.equal(stories.get(one.id), stories.get(two.id));
});

test("two acts in one sentence are two stories, unless the same words name them", () => {
  const text = documentOfText("Sudmark backs Norland on the islands and praised its navy.");
  const backs = eventIn(text, "SUPPORT", {
    sources: ["SUD=Sudmark"],
    targets: ["NOR=Norland"],
    anchor: "backs",
  });
  const praised = eventIn(text, "SUPPORT", {
    sources: ["SUD=Sudmark"],
    targets: ["NOR=Norland"],
    anchor: "praised",
  });
  assert.equal(together(backs, praised), false);
  assert.equal(together(backs, { ...praised, evidence: backs.evidence }), true);
});

test("a journey and the visit that it was, told in one sentence, are one story", () => {
  const text = documentOfText("Norland's president flew to Vell on 4 March, her first visit to Sudmark.");
  const visit = { mode: "visit", day: DAY, sources: ["NOR=Norland"], targets: ["SUD=Sudmark"] };
  const flew = eventIn(text, "CONSULT", { ...visit, anchor: "flew" });
  assert.equal(together(flew, eventIn(text, "CONSULT", { ...visit, anchor: "visit" })), true);
  assert.equal(
    together(flew, eventIn(text, "CONSULT", { ...visit, anchor: "visit", day: "2023-03-04" })),
    false,
  );
});

test("daily events of one kind do not chain into one story", () => {
  const days = Array.from({ length: 20 }, (_, at) => `2024-03-${String(at + 1).padStart(2, "0")}`);
  const events = days.map((day, at) =>
    told(`Norland shelled the harbour of Vell in Sudmark with rockets, dispatch ${at}.`, "ASSAULT", {
      day,
      sources: ["NOR=Norland"],
      targets: ["SUD=Sudmark"],
    }),
  );
  const stories = storiesOf(events, new Map());
  const sizes = new Map<string, number>();
  for (const story of stories.values()) sizes.set(story, (sizes.get(story) ?? 0) + 1);
  assert.ok(Math.max(...sizes.values()) <= 3, "a story lasts three days at most");
  assert.ok(sizes.size >= 7);
});

/** Many small events over few actors, days and words, so that they meet often. */
const someEvents = fc
  .array(
    fc.record({
      type: fc.constantFrom("AID" as const, "CONSULT" as const, "ASSAULT" as const),
      source: fc.constantFrom("NOR", "SUD", "EST", "?"),
      target: fc.constantFrom("NOR", "SUD", "EST", "?"),
      day: fc.constantFrom("2024-03-01", "2024-03-02", "2024-03-05", null),
      words: fc.subarray(["boats", "harbour", "grain", "radar", "fishing", "summit", "rockets"], {
        minLength: 1,
      }),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ type, source, target, day, words }, at) =>
      told(`${words.join(" ")} n${at}`, type, { day, sources: [`${source}=S`], targets: [`${target}=T`] }),
    ),
  );

test("stories do not depend on the order of events", () => {
  fc.assert(
    fc.property(someEvents, fc.infiniteStream(fc.nat()), (events, keys) => {
      const published = new Map(events.map(({ document }) => [document, "2024-03-06"]));
      const shuffled = events
        .map((event) => ({ event, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      const sorted = (stories: ReadonlyMap<string, string>): string[] =>
        [...stories].map(([event, story]) => `${event} ${story}`).sort();
      assert.deepEqual(sorted(storiesOf(shuffled, published)), sorted(storiesOf(events, published)));
    }),
    { seed: 11, numRuns: 150 },
  );
});

test("every event has one story, and those of a story share a type, a party and three days", () => {
  fc.assert(
    fc.property(someEvents, (events) => {
      const stories = storiesOf(events, new Map(events.map(({ document }) => [document, "2024-03-06"])));
      assert.equal(stories.size, events.length);
      const groups = new Map<string, Event[]>();
      for (const event of events) {
        const story = stories.get(event.id) ?? "";
        groups.set(story, [...(groups.get(story) ?? []), event]);
      }
      for (const group of groups.values()) {
        assert.equal(new Set(group.map(({ type }) => type)).size, 1);
        const days = group
          .flatMap(({ date }) => date?.start ?? [])
          .map((day) => Date.parse(day) / 86_400_000);
        if (days.length > 0) assert.ok(Math.max(...days) - Math.min(...days) < 3);
      }
    }),
    { seed: 12, numRuns: 150 },
  );
});
