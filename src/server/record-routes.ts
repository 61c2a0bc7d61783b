import type { Hono } from "hono";
import type { StoredEvent, StoredTie } from "../ledger/index.ts";
import { Problem } from "../vocabulary/index.ts";
import { bibtex } from "./exports/citations.ts";
import { csvLine } from "./exports/csv.ts";
import { gexf } from "./exports/gexf.ts";
import { networkOf } from "./exports/network.ts";
import { RECORD_COLUMNS, STANDING_COLUMNS, storedRows } from "./exports/record-rows.ts";
import { pageOrJson } from "./names-in-addresses.ts";
import { chronologyPage } from "./pages/chronology-page.ts";
import { documentPage } from "./pages/document-page.ts";
import { documentsPage } from "./pages/documents-page.ts";
import { answerPage } from "./pages/layout.ts";
import { eventPage, type Source, tiePage } from "./pages/record-page.ts";
import type { Holdings, ReadingRoom } from "./reading-room.ts";
import { readSelection, selectsEvent, selectsTie } from "./selection.ts";

/** Documents with what is marked in them. */
export function addDocumentRoutes(app: Hono, room: ReadingRoom): void {
  app.get("/documents", (context) =>
    answerPage(context, room, { title: "Documents", at: "/documents" }, ({ documents }) =>
      documentsPage(documents),
    ),
  );
  app.get("/documents.json", async (context) => context.json((await room.holdings()).documents));
  app.get("/documents.bib", async (context) => {
    context.header("content-type", "application/x-bibtex; charset=utf-8");
    return context.body(bibtex((await room.holdings()).documents));
  });
  app.get("/documents/:id", async (context) => {
    const { id, isJson } = pageOrJson(context.req.param("id"));
    const document = await room.document(id);
    if (document === null)
      throw new Problem(
        "not-found",
        `There is no document ${id}.`,
        "The list of documents is at /documents.",
      );
    if (isJson) return context.json(document);
    const view = { title: document.title ?? "Document", at: "/documents" };
    return answerPage(context, room, view, ({ events, ties }) =>
      documentPage(
        document,
        events.filter(({ event }) => event.document === document.id),
        ties.filter(({ tie }) => tie.document === document.id),
        room.tables.nameOf,
      ),
    );
  });
}

/** Events and ties: all of them or those selected, one by one, and as files. */
export function addRecordRoutes(app: Hono, room: ReadingRoom): void {
  const { nameOf } = room.tables;
  app.get("/events", async (context) => {
    const query = context.req.query();
    const { events, ties } = await selected(room, query);
    return answerPage(context, room, { title: "Chronology", at: "/events" }, () =>
      chronologyPage(events, ties, query, nameOf),
    );
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
    return context.body(gexf(networkOf(events, ties, nameOf)));
  });
  app.get("/events/:id", async (context) => {
    const { id, isJson } = pageOrJson(context.req.param("id"));
    const { events, documents } = await room.holdings();
    const stored = found(events, ({ event }) => event.id === id, `There is no event ${id}.`);
    if (isJson) return context.json(stored);
    const reports = events.filter(({ story }) => story === stored.story);
    return answerPage(context, room, { title: `Event ${id}`, at: "/events" }, () =>
      eventPage(stored, sourceOf(documents, stored.event.document), reports, nameOf),
    );
  });
  app.get("/ties/:id", async (context) => {
    const { id, isJson } = pageOrJson(context.req.param("id"));
    const { ties, documents } = await room.holdings();
    const stored = found(ties, ({ tie }) => tie.id === id, `There is no tie ${id}.`);
    if (isJson) return context.json(stored);
    return answerPage(context, room, { title: `Tie ${id}`, at: "/events" }, () =>
      tiePage(stored, sourceOf(documents, stored.tie.document), nameOf),
    );
  });
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

function found<Row>(rows: readonly Row[], is: (row: Row) => boolean, message: string): Row {
  const row = rows.find(is);
  if (row === undefined)
    throw new Problem("not-found", message, "The chronology at /events lists what there is.");
  return row;
}

function sourceOf(documents: Holdings["documents"], id: string | null): Source | null {
  return documents.find((document) => document.id === id) ?? null;
}
