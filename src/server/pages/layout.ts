import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Holdings, ReadingRoom } from "../reading-room.ts";
import { STYLE } from "./style.ts";

/** A piece of a page, safe to stand in one: everything that came from outside was escaped on its way in. */
export type Markup = ReturnType<typeof html>;

const VIEWS = [
  ["/", "Overview"],
  ["/documents", "Documents"],
  ["/events", "Chronology"],
  ["/openapi.json", "API"],
] as const;

/** A whole page around its main part. `at` is the view it belongs to. */
function layout(
  {
    title,
    at,
    room,
    hash,
  }: { readonly title: string; readonly at: string; readonly room: ReadingRoom; readonly hash: string },
  main: Markup,
): Markup {
  const links = VIEWS.map(([path, name]) =>
    path === at
      ? html`<a href="${path}" aria-current="page">${name}</a>`
      : html`<a href="${path}">${name}</a>`,
  );
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Multivector</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="site"><div><a class="name" href="/">Multivector</a><nav aria-label="Views">${links}</nav></div></header>
<main>${main}</main>
<footer class="site">Ledger ${room.ledgerPath} · content ${hash.slice(0, 16)}</footer>
</body>
</html>`;
}

/** Answers with a whole page whose main part is written from what the ledger holds now. */
export async function answerPage(
  context: Context,
  room: ReadingRoom,
  view: { readonly title: string; readonly at: string },
  main: (holdings: Holdings) => Markup,
): Promise<Response> {
  const holdings = await room.holdings();
  return context.html(layout({ ...view, room, hash: holdings.hash }, main(holdings)));
}
