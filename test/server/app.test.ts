import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Hono } from "hono";
import { loadCoder } from "../../src/coder.ts";
import { documentOf } from "../../src/documents/index.ts";
import { codeDocument } from "../../src/events/index.ts";
import { type Ledger, openLedger, type StoredEvent } from "../../src/ledger/index.ts";
import { createApp, openReadingRoom } from "../../src/server/index.ts";
import { ROUTES } from "../../src/server/openapi.ts";
import { temporaryFolder } from "../cli/folder.ts";

const ARTICLES = [
  {
    title: "Serbia & China <train>",
    outlet: "Valley Courier",
    published: "2024-06-12",
    text: "Serbia and China held joint military exercises near Nis on June 10. Serbian President Aleksandar Vucic met Chinese Foreign Minister Wang Yi in Belgrade on June 11.",
  },
  {
    title: "Gas and roads",
    outlet: "Harbour Post",
    published: "2024-07-02",
    text: 'Serbia signed a gas agreement with Russia on July 1. Russia did not help Serbia after the floods. "<script>alert(1)</script>" was on the poster.',
  },
];

const folder = temporaryFolder();
let ledger: Ledger;
let app: Hono;

before(async () => {
  const coder = loadCoder();
  ledger = await openLedger(folder.path("ledger.duckdb"));
  for (const article of ARTICLES) {
    const document = documentOf(article);
    await ledger.add(document, codeDocument(document, coder), coder.stamp);
  }
  app = createApp({ room: openReadingRoom(ledger, coder.tables), stamp: coder.stamp });
});

after(async () => {
  await ledger.close();
  folder.remove();
});

async function text(path: string): Promise<string> {
  const response = await app.request(path);
  assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
  return response.text();
}

async function events(query = ""): Promise<readonly StoredEvent[]> {
  return (JSON.parse(await text(`/events.json${query}`)) as { events: StoredEvent[] }).events;
}

test("every address in the description answers, and no other is served", async () => {
  const [event] = await events();
  const { ties } = JSON.parse(await text("/events.json")) as { ties: { tie: { id: string } }[] };
  const [document] = JSON.parse(await text("/documents.json")) as { id: string }[];
  const filled: Readonly<Record<string, string | undefined>> = {
    "/documents/{id}": document?.id,
    "/events/{id}": event?.event.id,
    "/ties/{id}": ties[0]?.tie.id,
    "/brief/{state}": "SRB",
    "/schema/{record}": "event",
  };
  for (const { path, answers } of ROUTES) {
    const [pattern = "", ending = ""] = path.includes("{")
      ? (path.match(/^(.*\})(.*)$/)?.slice(1) ?? [])
      : [path];
    if (pattern === "/ties/{id}" && ties.length === 0) continue;
    const address = pattern.replace(/\{\w+\}/, (filled[pattern] ?? "").split("/").pop() ?? "") + ending;
    const response = await app.request(address);
    assert.equal(response.status, 200, address);
    assert.ok(response.headers.get("content-type")?.startsWith(answers), address);
  }
  const described = new Set(ROUTES.map(({ path }) => path.replace(/\.\w+$/, "").replace(/\{\w+\}/, "*")));
  for (const { path, method } of app.routes.filter(({ method: own }) => own === "GET")) {
    const plain = path.replace(/\.\w+$/, "").replace(/:\w+/, "*");
    assert.ok(described.has(plain) || plain === "/brief", `${method} ${path}`);
  }
});

test("on a document's page every link within it has its target, and every record its words", async () => {
  for (const { id, text: words } of await Promise.all(
    ARTICLES.map(async (article) => ({ id: documentOf(article).id, text: article.text })),
  )) {
    const page = await text(`/documents/${id}`);
    const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, target]) => target));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, link]) => link);
    assert.ok(links.length > 0);
    for (const link of links) assert.ok(targets.has(link), link);
    for (const { event } of await events(`?document=${id}`)) {
      assert.ok(targets.has(event.id) && targets.has(`r_${event.id}`), event.id);
      assert.equal(
        words.slice(event.evidence.anchor.start, event.evidence.anchor.end),
        event.evidence.anchor.text,
      );
    }
  }
});

test("a brief leads back to the first page, and every citation to a place in a document's page", async () => {
  const brief = await text("/brief/SRB?between=CHN,RUS");
  assert.match(brief, /<a href="\/"[^>]*>Multivector<\/a>/);
  const cited = [...brief.matchAll(/href="(\/documents\/[^"#]+)(?:#([^"]+))?"/g)];
  assert.ok(cited.some(([, , place]) => place !== undefined));
  for (const [, path = "", place] of cited)
    assert.ok(
      (await text(path)).includes(place === undefined ? "<h1>" : ` id="${place}"`),
      `${path}#${place}`,
    );
});

test("what came from outside is escaped", async () => {
  for (const path of [
    "/",
    "/documents",
    "/events",
    `/documents/${documentOf(ARTICLES[1] ?? { text: "" }).id}`,
  ]) {
    const page = await text(path);
    assert.ok(!page.includes("<script>") && !page.includes("<train>"), path);
  }
});

test("filters are named like the command line's options and select what they say", async () => {
  const all = await events();
  const negated = await events("?modality=negated");
  assert.deepEqual(
    negated,
    all.filter(({ event }) => event.modality === "negated"),
  );
  assert.ok(negated.length > 0 && negated.length < all.length);
  for (const { event } of await events("?state=Serbia&between=RUS")) {
    const actors = [...event.sources, ...event.targets].map(({ actor }) => actor);
    assert.ok(actors.includes("SRB") && actors.includes("RUS"));
  }
  assert.ok(
    (await events("?since=2024-07")).every(
      ({ event }) => (event.date?.start ?? event.date?.end ?? "") >= "2024-07",
    ),
  );
  const csv = await text("/events.csv?modality=negated");
  assert.ok(csv.split("\r\n").length - 2 >= negated.length);
});

for (const [path, status, says] of [
  ["/documents/d_none", 404, /There is no document d_none/],
  ["/events/e_none", 404, /There is no event e_none/],
  ["/nowhere", 404, /There is no page \/nowhere/],
  ["/brief/BLX?between=RUS,CHN", 400, /BLR \(Belarus\)/],
  ["/brief/SRB?between=RUS", 400, /at least two powers/],
  ["/brief/SRB?between=RUS,CHN&since=soon", 400, /not a year, month or day/],
  ["/brief/SRB.pdf?between=RUS,CHN", 404, /not written as \.pdf/],
  ["/events.json?sate=SRB", 400, /no filter named/],
  ["/schema/evnt.json", 404, /no record named/],
] as const)
  test(`${path} is answered with ${status} and a sentence that says what to do`, async () => {
    const response = await app.request(path);
    const answer = await response.text();
    assert.equal(response.status, status);
    assert.match(answer, says);
    if (/\.json(\?|$)/.test(path)) assert.ok((JSON.parse(answer) as { hint: string }).hint.length > 0);
  });

test("pages may load nothing from elsewhere, and other machines' names are refused", async () => {
  const response = await app.request("/");
  assert.match(response.headers.get("content-security-policy") ?? "", /default-src 'none'/);
  const foreign = await app.request("/", { headers: { host: "ledger.example:7878" } });
  assert.equal(foreign.status, 403);
  assert.equal((await app.request("/", { headers: { host: "127.0.0.1:7878" } })).status, 200);
});

test("the form's question leads to its brief", async () => {
  const response = await app.request("/brief?state=serbia&between=RUS%2CCHN&since=&until=");
  assert.equal(response.status, 302);
  assert.equal(response.headers.get("location"), "/brief/SRB?between=RUS%2CCHN");
});
