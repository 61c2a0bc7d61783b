/** Stores a fixed list of documents in the ledger named by the first argument, and says so after each. */
import { openLedger } from "../../src/ledger/index.ts";
import { documentOfText, eventIn, tieIn } from "./records.ts";

export const STAMP = { coder: "1.0", lexicon: "aaaa" };

/** Documents that report overlapping events, so that stories hang on all of them being there. */
export const DOCUMENTS = Array.from({ length: 60 }, (_, at) =>
  documentOfText(`Norland lent Sudmark money for dam ${at % 20}, says dispatch ${at}.`),
);

export function recordsOf(document: (typeof DOCUMENTS)[number]) {
  const parties = { sources: ["NOR=Norland"], targets: ["SUD=Sudmark"], day: "2024-05-01" };
  const anchors = ["lent", "money", "dam", "says", "dispatch"];
  return {
    events: anchors.map((anchor) => eventIn(document, "AID", { ...parties, anchor })),
    ties: [tieIn(document, "debt", ["SUD", "NOR"])],
  };
}

if (process.argv[2] !== undefined && import.meta.filename === process.argv[1]) {
  const ledger = await openLedger(process.argv[2]);
  for (const document of DOCUMENTS) {
    await ledger.add(document, recordsOf(document), STAMP);
    console.log(document.id);
  }
  await ledger.close();
}
