import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import {
  type Brief,
  balanceFigure,
  renderBriefHtml,
  renderBriefMarkdown,
  seriesFigure,
} from "../brief/index.ts";
import type { CoderStamp, StoredEvent, StoredTie } from "../ledger/index.ts";
import { Problem, RECORDS, type RecordName } from "../vocabulary/index.ts";
import { answerBrief } from "./answer-brief.ts";
import { bibtex } from "./exports/citations.ts";
import { csvLine } from "./exports/csv.ts";
import { gexf } from "./exports/gexf.ts";
import { networkOf } from "./exports/network.ts";
import { RECORD_COLUMNS, STANDING_COLUMNS, storedRows } from "./exports/record-rows.ts";
import { knownState } from "./known-actor.ts";
import { openApi, schemaOf } from "./openapi.ts";
import { chronologyPage } from "./pages/chronology-page.ts";
import { documentPage, placeAddress } from "./pages/document-page.ts";
import { documentsPage } from "./pages/documents-page.ts";
import { layout, type Markup } from "./pages/layout.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { eventPage, type Source, tiePage } from "./pages/record-page.ts";
import { problemAnswer } from "./problems.ts";
import { readQuestion } from "./question.ts";
import type { Holdings, ReadingRoom } from "./reading-room.ts";
import { readSelection, selectsEvent, selectsTie } from "./selection.ts";

/** What the pages are written from. */
export interface ServerOptions {
  readonly room: ReadingRoom;
  /** The coder that runs now; a brief says so beside the ledger's hash. */
  readonly stamp: CoderStamp;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The HTTP interface as a value: `app.request("/")` answers without a port. It only reads the ledger. */
export function createApp({ room, stamp }: ServerOptions): Hono {
  const { tables } = room;
  const app = new Hono();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  );
  // A page on the internet may point a name of its own at this machine; it must not read the ledger that way.
  app.use(async (context, next) => {
    const host = context.req.header("host");
    if (host === undefined || LOOPBACK.test(host)) return next();
    return context.text(
      "This server answers only to this machine: use http://127.0.0.1 or http://localhost.",
      403,
    );
  });
  app.onError((error, context) => {
    if (error instanceof Problem) return problemAnswer(context, error);
    throw error;
  });
  app.notFound((context) =>
    problemAnswer(
      context,
      new Problem("not-found", `There is no page ${context.req.path}.`, "Begin at the overview."),
    ),
  );

  const page = async (context: Context, title: string, at: string, main: (holdings: Holdings) => Markup) => {
    const holdings = await room.holdings();
    return context.html(layout({ title, at, room, hash: holdings.hash }, main(holdings)));
  };

  app.get("/", (context) => page(context, "Overview", "/", (holdings) => overviewPage(room, holdings)));
  app.get("/documents", (context) =>
    page(context, "Documents", "/documents", ({ documents }) => documentsPage(documents)),
  );
  app.get("/documents.json", async (context) => context.json((await room.holdings()).documents));
  app.get("/documents.bib", async (context) => {
    context.header("content-type", "application/x-bibtex; charset=utf-8");
    return context.body(bibtex((await room.holdings()).documents));
  });
  app.get("/documents/:id", async (context) => {
    const { id, isJson } = named(context.req.param("id"));
    const document = await room.document(id);
    if (document === null)
      throw new Problem(
        "not-found",
        `There is no document ${id}.`,
        "The list of documents is at /documents.",
      );
    if (isJson) return context.json(document);
    return page(context, document.title ?? "Document", "/documents", ({ events, ties }) =>
      documentPage(
        document,
        events.filter(({ event }) => event.document === document.id),
        ties.filter(({ tie }) => tie.document === document.id),
      ),
    );
  });

  app.get("/events", async (context) => {
    const query = context.req.query();
    const { events, ties } = await selected(room, query);
    return page(context, "Chronology", "/events", () => chronologyPage(events, ties, query));
  });
  app.get("/events.json", async (context) => {
    const { events, ties } = await selected(room, context.req.query());
    return context.json({ count: { events: events.length, ties: ties.length }, events, ties });
  });
  app.get("/events.csv", async (context) => {
    const { events, ties } = await selected(room, context.req.query());
    const rows = [[...RECORD_COLUMNS, ...STANDING_COLUMNS], ...storedRows(events, ties)];
    context.header("content-type", "text/csv; charset=utf-8");
    context.header("content-disposition", 'attachment; filename="multivector-records.csv"');
    return context.body(rows.map(csvLine).join(""));
  });
  app.get("/events.gexf", async (context) => {
    const { events, ties } = await selected(room, context.req.query());
    context.header("content-type", "application/gexf+xml; charset=utf-8");
    return context.body(gexf(networkOf(events, ties, tables.nameOf)));
  });
  app.get("/events/:id", async (context) => {
    const { id, isJson } = named(context.req.param("id"));
    const { events, documents } = await room.holdings();
    const stored = found(events, ({ event }) => event.id === id, `There is no event ${id}.`);
    if (isJson) return context.json(stored);
    return page(context, `Event ${id}`, "/events", () =>
      eventPage(
        stored,
        sourceOf(documents, stored.event.document),
        events.filter(({ story }) => story === stored.story),
      ),
    );
  });
  app.get("/ties/:id", async (context) => {
    const { id, isJson } = named(context.req.param("id"));
    const { ties, documents } = await room.holdings();
    const stored = found(ties, ({ tie }) => tie.id === id, `There is no tie ${id}.`);
    if (isJson) return context.json(stored);
    return page(context, `Tie ${id}`, "/events", () =>
      tiePage(stored, sourceOf(documents, stored.tie.document)),
    );
  });

  app.get("/brief", (context) => {
    const { state = "", ...rest } = context.req.query();
    const filled = Object.entries(rest).filter(([, value]) => value !== "");
    return context.redirect(`/brief/${knownState(state, tables)}?${new URLSearchParams(filled)}`);
  });
  app.get("/brief/:state", async (context) => {
    const { id, suffix } = suffixed(context.req.param("state"));
    const holdings = await room.holdings();
    const query = context.req.query();
    const question = readQuestion(
      {
        state: id,
        between: query.between ?? powersOf(id, holdings, room),
        since: query.since,
        until: query.until,
        by: query.by,
        include: query.include,
        halfLife: query["half-life"],
      },
      tables,
    );
    return briefAnswer(context, answerBrief(question, holdings, tables, stamp), suffix);
  });

  app.get("/schema/:record", (context) => {
    const { id } = named(context.req.param("record"));
    if (Object.hasOwn(RECORDS, id)) return context.json(schemaOf(id as RecordName));
    throw new Problem(
      "not-found",
      `There is no record named "${id}".`,
      `Records are ${Object.keys(RECORDS).join(", ")}.`,
    );
  });
  app.get("/openapi.json", (context) => context.json(openApi(stamp.coder)));
  return app;
}

async function selected(
  room: ReadingRoom,
  query: Readonly<Record<string, string>>,
): Promise<{ readonly events: readonly StoredEvent[]; readonly ties: readonly StoredTie[] }> {
  const selection = readSelection(query, room.tables);
  const { events, ties } = await room.holdings();
  return {
    events: events.filter((stored) => selectsEvent(stored, selection)),
    ties: ties.filter((stored) => selectsTie(stored, selection)),
  };
}

function briefAnswer(context: Context, brief: Brief, suffix: string): Response | Promise<Response> {
  switch (suffix) {
    case "":
    case "html":
      return context.html(
        renderBriefHtml(brief, {
          link: placeAddress,
        }),
      );
    case "md":
      context.header("content-type", "text/markdown; charset=utf-8");
      return context.body(renderBriefMarkdown(brief));
    case "json":
      return context.json(brief);
    case "svg":
      context.header("content-type", "image/svg+xml; charset=utf-8");
      return context.body(figureOf(brief, context.req.query("figure") ?? "balance"));
    default:
      throw new Problem(
        "not-found",
        `A brief is not written as .${suffix}.`,
        "Ask for .html, .md, .json or .svg.",
      );
  }
}

function figureOf(brief: Brief, name: string): string {
  if (name === "balance") return balanceFigure(brief);
  if (name === "series") return seriesFigure(brief);
  throw new Problem("usage", `A brief has no figure named "${name}".`, "Its figures are balance and series.");
}

/** The two powers that a state has most records with, where the address names none. */
function powersOf(typed: string, { balancing }: Holdings, { tables }: ReadingRoom): string {
  const state = knownState(typed, tables);
  return (
    balancing
      .find((row) => row.state === state)
      ?.powers.slice(0, 2)
      .join(",") ?? ""
  );
}

function named(name: string): { readonly id: string; readonly isJson: boolean } {
  const { id, suffix } = suffixed(name);
  if (suffix === "" || suffix === "json") return { id, isJson: suffix === "json" };
  throw new Problem(
    "not-found",
    `There is no .${suffix} of ${id}.`,
    "Ask for it without an ending, or as .json.",
  );
}

function suffixed(name: string): { readonly id: string; readonly suffix: string } {
  const match = /^(.*)\.([a-z]+)$/.exec(name);
  return { id: match?.[1] ?? name, suffix: match?.[2] ?? "" };
}

function found<Row>(rows: readonly Row[], is: (row: Row) => boolean, message: string): Row {
  const row = rows.find(is);
  if (row === undefined)
    throw new Problem("not-found", message, "The chronology at /events lists what there is.");
  return row;
}

function sourceOf(documents: Holdings["documents"], id: string | null): Source | null {
  return documents.find((document) => document.id === id) ?? null;
}
