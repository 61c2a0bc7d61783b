import type { Context, Hono } from "hono";
import {
  type Brief,
  balanceFigure,
  renderBriefHtml,
  renderBriefMarkdown,
  seriesFigure,
} from "../brief/index.ts";
import type { CoderStamp } from "../ledger/index.ts";
import { Problem } from "../vocabulary/index.ts";
import { answerBrief } from "./answer-brief.ts";
import { mainPowers } from "./balancing.ts";
import { knownState } from "./known-actor.ts";
import { suffixed } from "./names-in-addresses.ts";
import { placeAddress } from "./pages/document-page.ts";
import { readQuestion } from "./question.ts";
import type { Holdings, ReadingRoom } from "./reading-room.ts";

/** `/brief/BLR?between=RUS,CHN`, the form's address that leads there, and the same in other formats. */
export function addBriefRoutes(app: Hono, room: ReadingRoom, stamp: CoderStamp): void {
  app.get("/brief", (context) => {
    const { state = "", ...rest } = context.req.query();
    const filled = Object.entries(rest).filter(([, value]) => value !== "");
    return context.redirect(`/brief/${knownState(state, room.tables)}?${new URLSearchParams(filled)}`);
  });
  app.get("/brief/:state", async (context) => {
    const { id: state, suffix } = suffixed(context.req.param("state"));
    const holdings = await room.holdings();
    const { between, since, until, by, include, "half-life": halfLife } = context.req.query();
    const question = readQuestion(
      { state, between: between ?? powersOf(state, holdings, room), since, until, by, include, halfLife },
      room.tables,
    );
    const openData = await room.openDataAbout(question);
    return answerAs(context, answerBrief(question, holdings, openData, room.tables, stamp), suffix);
  });
}

function answerAs(context: Context, brief: Brief, suffix: string): Response | Promise<Response> {
  const body = (type: string, text: string): Response => {
    context.header("content-type", `${type}; charset=utf-8`);
    return context.body(text);
  };
  switch (suffix) {
    case "":
    case "html":
      return context.html(renderBriefHtml(brief, { link: placeAddress, home: "/" }));
    case "md":
      return body("text/markdown", renderBriefMarkdown(brief));
    case "svg":
      return body("image/svg+xml", figureOf(brief, context.req.query("figure") ?? "balance"));
    case "json":
      return context.json(brief);
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
  const found = balancing.find((row) => row.state === state);
  return found === undefined ? "" : mainPowers(found).join(",");
}
