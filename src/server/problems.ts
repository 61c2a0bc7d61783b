import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../vocabulary/index.ts";

/** The HTTP status of a problem: 404 for what is not there, 400 for wrong use, 500 for the rest. */
export function statusOf({ code, exitCode }: Problem): ContentfulStatusCode {
  if (code === "not-found") return 404;
  return exitCode === 2 ? 400 : 500;
}

/** An answer that says what is wrong and what to do: JSON where the address asks for a file, else a page. */
export function problemAnswer(context: Context, problem: Problem): Response | Promise<Response> {
  const status = statusOf(problem);
  const { code, message, hint } = problem;
  if (/\.(json|csv|md|svg)$/.test(context.req.path)) return context.json({ code, message, hint }, status);
  return context.html(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${status} · Multivector</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:38rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}</style></head>
<body><h1>${message}</h1><p>${hint}</p><p><a href="/">Back to the overview</a></p></body></html>`,
    status,
  );
}
