/**
 * Multivector as a library. Every function here takes plain values and returns plain values; nothing is kept between
 * calls but what the caller holds. The commands of `multivector` are built from the same functions.
 *
 * @module
 */

/**
 * Finds whom a text means: states, organisations and their parts, on the day it was published.
 *
 * @example
 * const text = "The Serbian president flew to Moscow.";
 * const mentions = findActors(parse(text, loadModel()), { text, published: "2021-05-04" }, loadActorTables());
 * mentions[0].actor; // "SRB"
 */
export { type ActorMention, type ActorTables, findActors, loadActorTables } from "./actors/index.ts";
/**
 * Composes the brief, the written answer to a question, as plain values; and sets it as a page or as Markdown.
 *
 * @example
 * const coder = loadCoder();
 * const document = documentOf({ text: "China and Serbia held joint military exercises on July 8.", published: "2024-07-09" });
 * const { events, ties } = codeDocument(document, coder);
 * const brief = composeBrief({
 *   question: { state: "SRB", powers: ["RUS", "CHN"], since: null, until: null, by: "all", halfLifeDays: null, modalities: ["asserted"] },
 *   documents: [document],
 *   events: events.map((event) => ({ event, story: event.id, status: "coded" })),
 *   ties: ties.map((tie) => ({ tie, status: "coded" })),
 *   observations: [],
 *   ledgerHash: "none",
 *   stamp: coder.stamp,
 *   names: coder.tables.nameOf,
 * });
 * renderBriefMarkdown(brief).startsWith("# Serbia between Russia and China"); // true
 */
export { type Brief, composeBrief, renderBriefHtml, renderBriefMarkdown } from "./brief/index.ts";
/**
 * Loads the English model, the actor tables and the lexicon: about half a second, once for any number of documents.
 * One coder serves one thread. Throws a `Problem` that names file and row where a file of further actors does not fit.
 *
 * @example
 * const coder = loadCoder();
 * coder.tables.nameOf("BLR"); // "Belarus"
 */
export { type CoderOptions, coderStamp, loadCoder, type StampedCoder } from "./coder.ts";
/**
 * Makes a document of a text: normalised once, so that every offset counts in `document.text`, and identified by the
 * SHA-256 of it. A document without a day of publication is undated: nothing is guessed.
 *
 * @example
 * const document = documentOf({ text: "Serbia\u00a0met China.\r\n", published: "2024-07-09" });
 * document.text; // "Serbia met China."
 * document.id === documentOf({ text: "Serbia met China." }).id; // true
 */
/**
 * Reads documents from files (.txt, .md, .html, .jsonl), folders and a stream, one after another. What cannot be read
 * comes out as a problem in its place.
 *
 * @example
 * const readings = [];
 * for await (const reading of readDocuments(["no-such-file.txt"], { date: null })) readings.push(reading);
 * readings[0].problem.code; // "not-found"
 */
export {
  type DocumentParts,
  documentOf,
  type Reading,
  type ReadOptions,
  readDocuments,
} from "./documents/index.ts";
/**
 * Finds the dates that a text states. Days are ISO days, both ends included; a null end is open.
 *
 * @example
 * datesOf({ id: "a", text: "Talks ended last month.", date: "2024-07-08" }).dates[0].start; // "2024-06-01"
 */
export { datesOf, type StatedDate } from "./events/dates/index.ts";
/**
 * Codes a document into events and standing ties, each with date, modality, speaker and exact words. Offsets are
 * UTF-16 indices into `document.text`; `confidence` is in [0, 1], `score` in [-10, 10] (PLOVER's intensity).
 *
 * @example
 * const document = documentOf({ text: "China and Serbia signed a trade agreement on July 8.", published: "2024-07-09" });
 * const { events: [event] } = codeDocument(document, loadCoder());
 * event.date.start; // "2024-07-08"
 * event.sources.map(({ actor }) => actor).sort(); // ["CHN", "SRB"]
 * const { anchor } = event.evidence;
 * document.text.slice(anchor.start, anchor.end) === anchor.text; // true
 */
/**
 * As `codeDocument`, sentence by sentence, with the tree, the actors found, and every frame that was tried and why it
 * did or did not fire.
 *
 * @example
 * const document = documentOf({ text: "Serbia refused to recognise Kosovo." });
 * const [sentence] = explainDocument(document, loadCoder());
 * sentence.fired.length > 0; // true
 */
export { type Coded, type Coder, codeDocument, type Explanation, explainDocument } from "./events/index.ts";
/**
 * Parses English into sentences, tokens, tags, lemmas and Universal Dependencies trees. The parser also stands alone
 * as `multivector/language`.
 *
 * @example
 * const [sentence] = parse("Xi met Putin.", loadModel());
 * sentence.tokens[1].lemma; // "meet"
 */
export { loadModel, type Model, parse, type Sentence, type Token } from "./language/index.ts";
/**
 * Opens the ledger in a file, and makes it where there is none. Documents, records, corrections and open data are only
 * ever appended to it. Throws a `Problem`: `ledger-busy`, `ledger-newer`, `ledger-broken`, `unreadable`.
 *
 * @example
 * const ledger = await openLedger(`${temporary}/ledger.duckdb`);
 * const coder = loadCoder();
 * const document = documentOf({ text: "China and Serbia signed a trade agreement.", published: "2024-07-09" });
 * await ledger.add(document, codeDocument(document, coder), coder.stamp); // "added"
 * await ledger.add(document, codeDocument(document, coder), coder.stamp); // "known"
 * (await ledger.counts()).documents; // 1
 * await ledger.close();
 */
/**
 * Finds which events are reports of one event, so that a story counts once however often it is told.
 *
 * @example
 * const coder = loadCoder();
 * const [one, two] = ["China and Serbia signed a trade agreement on July 8.", "Serbia and China signed a trade agreement on July 8."]
 *   .map((text) => documentOf({ text, published: "2024-07-09" }));
 * const events = [one, two].flatMap((document) => codeDocument(document, coder).events);
 * const stories = storiesOf(events, new Map([one, two].map(({ id, published }) => [id, published])));
 * new Set(stories.values()).size; // 1
 */
export {
  type CoderStamp,
  type DocumentRow,
  type Ledger,
  openLedger,
  type StoredEvent,
  type StoredTie,
  storiesOf,
} from "./ledger/index.ts";
/**
 * Measures where a state stands between powers, by domain and period: cooperation and conflict levels, tilt in
 * [-1, 1], evenness in [0, 1], ties in force, with intervals from resampling stories. Missing is null, never zero. With
 * the documents' days of publication, a tie without a beginning stands from the day its document was published.
 *
 * @example
 * const document = documentOf({ text: "China and Serbia held joint military exercises on July 8.", published: "2024-07-09" });
 * const { events, ties } = codeDocument(document, loadCoder());
 * const question = { state: "SRB", powers: ["RUS", "CHN"], since: null, until: null, by: "all", halfLifeDays: null, modalities: ["asserted"] };
 * const { values } = measureBalance(events.map((event) => ({ event, story: event.id })), ties, question, new Map([[document.id, document.published]]));
 * values.find(({ measure, domain }) => measure === "event_tilt" && domain === "security").value; // -1
 */
export {
  type Balance,
  type BalanceQuestion,
  type Commitment,
  commitmentsOf,
  evenness,
  measureBalance,
  type Shift,
  shiftsIn,
  tilt,
  type Value,
} from "./measures/index.ts";

/**
 * The HTTP interface over a ledger, as an application that answers requests with or without a port.
 *
 * @example
 * const ledger = await openLedger(`${temporary}/served.duckdb`);
 * const app = createApp({ room: openReadingRoom(ledger, loadActorTables()), stamp: coderStamp() });
 * (await app.request("/documents")).status; // 200
 * await ledger.close();
 */
export { createApp, openReadingRoom, type Served, serveLocally } from "./server/index.ts";
/**
 * The records, each as a type and as a schema of the same name that checks a value; `RECORDS` holds them by name.
 *
 * @example
 * Object.keys(RECORDS); // ["document", "event", "tie", "observation", "correction"]
 * RECORDS.observation.safeParse({}).success; // false
 */
/**
 * An error meant for a person: `message` says what is wrong, `hint` what to do, `code` what kind of thing it is.
 *
 * @example
 * new Problem("usage", "This is wrong.", "Do that.").exitCode; // 2
 */
export {
  Correction,
  Document,
  Event,
  type EventDate,
  type Evidence,
  Observation,
  type Participant,
  Problem,
  type ProblemCode,
  type Quantity,
  RECORDS,
  type RecordName,
  Tie,
} from "./vocabulary/index.ts";
