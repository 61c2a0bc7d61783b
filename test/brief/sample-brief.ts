import type { BriefInput } from "../../src/brief/index.ts";
import type { Event, Observation, Tie } from "../../src/vocabulary/index.ts";
import { type EventParts, sampleEvent, sampleTie, type TieParts } from "./sample-records.ts";

/** Names of the invented states and organisations of the sample: Arland between Borland and Cestia. */
const NAMES: Readonly<Record<string, string>> = {
  ARL: "Arland",
  BOR: "Borland",
  CES: "Cestia",
  DEL: "Delmark",
  LDP: "League of Defence Pacts",
};

const DOCUMENTS: BriefInput["documents"] = [
  {
    id: "d_one",
    title: "Arland turns to <b>Borland</b> & back",
    outlet: "Northern Dispatch",
    author: "A. Writer",
    url: "https://example.org/one?a=1&b=2",
    published: "2024-05-10",
    language: "en",
  },
  {
    id: "d_two",
    title: "A year of | pipes",
    outlet: "Harbour Gazette",
    author: null,
    url: "javascript:alert(1)",
    published: "2024-06-01",
    language: "en",
  },
  { id: "d_three", title: null, outlet: null, author: null, url: null, published: null, language: "en" },
  {
    id: "d_four",
    title: "Nothing about Arland",
    outlet: "Harbour Gazette",
    author: null,
    url: null,
    published: "2024-06-02",
    language: "en",
  },
];

/** What a sample event adds to the record's own parts. */
type StoriedParts = EventParts & {
  readonly story?: string;
  readonly status?: BriefInput["events"][number]["status"];
};

/** Exercises with Cestia until 2019, with Borland from 2020 on. */
const EXERCISES: readonly (readonly [string, StoriedParts])[] = [
  2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023,
].flatMap((year) =>
  ["03-01", "07-01", "10-01"].map((day): [string, StoriedParts] => [
    `x${year}${day.slice(0, 2)}`,
    {
      from: year < 2020 ? "ARL CES" : "ARL BOR",
      on: `${year}-${day}`,
      sentence: `Arland and ${year < 2020 ? "Cestia" : "Borland"} held a joint exercise on ${day} ${year}.`,
    },
  ]),
);

const EVENTS: readonly (readonly [string, StoriedParts])[] = [
  ...EXERCISES,
  [
    "loan",
    {
      type: "AID",
      from: "CES",
      to: "ARL",
      about: ["economic"],
      on: "2022-04",
      sentence: "Cestia lent Arland 300 million dollars in April 2022.",
    },
  ],
  [
    "loan2",
    {
      type: "AID",
      from: "CES",
      to: "ARL",
      about: ["economic"],
      on: "2022-04",
      document: "d_two",
      story: "loan",
      sentence: "In April 2022 Arland borrowed 300 million dollars from Cestia.",
    },
  ],
  [
    "visit",
    {
      type: "CONSULT",
      mode: "visit",
      from: "ARL",
      to: "BOR",
      about: ["diplomatic"],
      on: "2023-11-05",
      sentence: "Arland's premier visited Borland on 5 November 2023.",
    },
  ],
  [
    "raid",
    {
      type: "ASSAULT",
      from: "DEL",
      to: "BOR",
      on: "2024-04-02",
      sentence: "Delmark shelled Borland on 2 April 2024.",
    },
  ],
  [
    "nohelp",
    {
      type: "AID",
      from: "ARL",
      to: "BOR",
      on: null,
      modality: "negated",
      sentence: "Arland did nothing to help Borland.",
    },
  ],
  [
    "base",
    {
      type: "AGREE",
      from: "BOR",
      to: "ARL",
      on: null,
      modality: "reported",
      speaker: "unnamed officers",
      sentence: "Borland will build a base in Arland, unnamed officers said.",
    },
  ],
  [
    "plan",
    {
      type: "AGREE",
      from: "ARL",
      to: "CES",
      about: ["economic"],
      on: "2025",
      modality: "planned",
      document: "d_two",
      sentence: "Arland plans to lay a pipe to Cestia in 2025.",
    },
  ],
  [
    "may",
    {
      type: "AGREE",
      from: "ARL",
      to: "CES",
      about: ["economic"],
      on: null,
      modality: "conditional",
      sentence: "Arland might sell its harbour to Cestia.",
    },
  ],
  [
    "ask",
    {
      type: "REQUEST",
      from: "CES",
      to: "ARL",
      on: "2024-01-20",
      modality: "requested",
      sentence: "Cestia should be asked for radar.",
    },
  ],
  [
    "undated",
    {
      from: "ARL CES",
      about: ["economic"],
      on: null,
      document: "d_three",
      sentence: "Arland and Cestia opened a mill last month.",
    },
  ],
  [
    "who",
    {
      type: "ACCUSE",
      from: "?rebels",
      to: "ARL",
      about: ["diplomatic"],
      on: "2021-02-02",
      sentence: "The rebels accused Arland of theft.",
    },
  ],
  ["wrong", { type: "ASSAULT", from: "ARL", to: "CES", on: "2020-02-02", status: "rejected" }],
  [
    "denied",
    {
      from: "ARL BOR",
      on: "2023-10-01",
      modality: "negated",
      document: "d_two",
      story: "x202310",
      sentence: "There was no exercise of Arland and Borland in October 2023.",
    },
  ],
];

const TIES: readonly (readonly [string, TieParts])[] = [
  [
    "pact",
    {
      kind: "obligation",
      parties: "ARL BOR LDP",
      level: "defence",
      claim: "Article 3, Pact of the League: who is attacked is helped by all",
      sentence: "Article 3 of the pact says that who is attacked is helped by all.",
    },
  ],
  [
    "member",
    {
      kind: "membership",
      parties: "ARL LDP",
      since: "2018-05",
      sentence: "Arland joined the league in May 2018.",
    },
  ],
  [
    "debt",
    {
      kind: "debt",
      parties: "ARL CES",
      since: "2019",
      sentence: "By 2019 Cestia was Arland's largest lender.",
    },
  ],
  [
    "market",
    {
      kind: "trade",
      parties: "ARL CES",
      claim: "Cestia is Arland's main supplier",
      sentence: "Cestia is Arland's main supplier.",
    },
  ],
  [
    "ally",
    {
      kind: "partnership",
      parties: "ARL CES",
      modality: "planned",
      sentence: "Arland hopes for a partnership with Cestia.",
    },
  ],
];

const OBSERVATIONS: readonly Observation[] = (
  [
    ["cow_trade_imports", "BOR", "2019", 100, "million current USD"],
    ["cow_trade_imports", "BOR", "2021", 120, "million current USD"],
    ["cow_trade_imports", "CES", "2021", 480, "million current USD"],
    ["un_agreement", "BOR", "2020", 0.8, "0 to 1"],
    ["un_agreement", "CES", "2020", 0.7, "0 to 1"],
    ["sipri_tiv_delivered", "CES", "2022", 30, "million TIV"],
    ["sipri_tiv_delivered", "BOR", "2022", 0, "million TIV"],
    ["cow_trade_imports_total", null, "2021", 1200, "million current USD"],
    ["hrt_debt", "CES", "2017", 2_000_000_000, "current USD"],
    ["un_ideal_point", null, "2021", -1, "scale"],
    ["un_ideal_point", null, "2021", -0.75, "scale", "BOR"],
    ["un_ideal_point", null, "2021", 0.5, "scale", "CES"],
  ] as const
).map(([series, partner, period, value, unit, state = "ARL"]) => ({
  series,
  state,
  partner,
  period,
  value,
  unit,
  source: "a published table",
  version: "1",
  row: `line ${period}`,
}));

/** A small ledger of our own with a case of everything that a brief has to tell. */
export function sampleInput(change: Partial<BriefInput> = {}): BriefInput {
  return {
    question: {
      state: "ARL",
      powers: ["BOR", "CES"],
      since: "2016",
      until: null,
      by: "year",
      halfLifeDays: null,
      modalities: ["asserted"],
    },
    documents: DOCUMENTS,
    events: EVENTS.map(([id, { story, status, ...parts }]) => ({
      event: sampleEvent(id, parts),
      story: story ?? id,
      status: status ?? "coded",
    })),
    ties: TIES.map(([id, parts]) => ({ tie: sampleTie(id, parts), status: "coded" })),
    observations: OBSERVATIONS,
    ledgerHash: "0123456789abcdef0123456789abcdef",
    stamp: { coder: "1.2.3", lexicon: "fedcba98765432100" },
    names: (actor) => NAMES[actor] ?? actor,
    ...change,
  };
}

/** A ledger with these events and ties alone, all from the first document. */
export function inputOf(events: readonly Event[], ties: readonly Tie[] = []): BriefInput {
  return sampleInput({
    documents: DOCUMENTS.slice(0, 1),
    events: events.map((event) => ({ event, story: event.id, status: "coded" })),
    ties: ties.map((tie) => ({ tie, status: "coded" })),
    observations: [],
  });
}
