import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { CoderStamp } from "../ledger/index.ts";
import { Problem, RECORDS, type RecordName } from "../vocabulary/index.ts";
import { addBriefRoutes } from "./brief-routes.ts";
import { pageOrJson } from "./names-in-addresses.ts";
import { openApi, schemaOf } from "./openapi.ts";
import { answerPage } from "./pages/layout.ts";
import { overviewPage } from "./pages/overview-page.ts";
import { problemAnswer } from "./problems.ts";
import type { ReadingRoom } from "./reading-room.ts";
import { addDocumentRoutes, addRecordRoutes } from "./record-routes.ts";

/** What the pages are written from. */
export interface ServerOptions {
  readonly room: ReadingRoom;
  /** The coder that runs now; a brief says so beside the ledger's hash. */
  readonly stamp: CoderStamp;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The HTTP interface as a value: `app.request("/")` answers without a port. It only reads the ledger. */
export function createApp({ room, stamp }: ServerOptions): Hono {
  const app = new Hono();
  guard(app);
  app.get("/", (context) =>
    answerPage(context, room, { title: "Overview", at: "/" }, (holdings) => overviewPage(room, holdings)),
  );
  addDocumentRoutes(app, room);
  addRecordRoutes(app, room);
  addBriefRoutes(app, room, stamp);
  app.get("/schema/:record", (context) => {
    const { id } = pageOrJson(context.req.param("record"));
    if (Object.hasOwn(RECORDS, id)) return context.json(schemaOf(id as RecordName));
    const names = Object.keys(RECORDS).join(", ");
    throw new Problem("not-found", `There is no record named "${id}".`, `Records are ${names}.`);
  });
  app.get("/openapi.json", (context) => context.json(openApi(stamp.coder)));
  return app;
}

/** What holds for every answer: pages load nothing from elsewhere, only this machine is answered, errors are told. */
function guard(app: Hono): void {
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
      new Problem("not-found", `There is no page ${context.req.path}.`, "Begin at the overview, /."),
    ),
  );
}
