import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { draftOfHtml } from "./html-page.ts";

const SENTENCE =
  "The ministry said on Monday that the two sides would sign the contract, and that work would begin in May.";
const article = (head: string, body = `<p>${SENTENCE}</p><p>${SENTENCE}</p>`): string =>
  `<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`;

test("paragraphs stay apart and what is not the article stays out", () => {
  const { text } = draftOfHtml(
    article(
      "<title>T</title>",
      `<p>${SENTENCE}</p><p>Two&nbsp;\n words</p><figure><img><figcaption>Caption</figcaption></figure>
       <script>var a</script><nav>Home</nav><p hidden>Hidden</p><p>line<br>break</p><ul><li>one</li><li>two</li></ul>`,
    ),
  );
  assert.equal(text, `${SENTENCE}\n\nTwo words\n\nline break\n\none\n\ntwo`);
});

test("dates are taken from meta elements, JSON-LD, microdata and time elements, in this order", () => {
  const meta = '<meta property="article:published_time" content="2024-01-01T00:00:00Z">';
  const dublin = '<meta name="DC.date" content="2024-01-02">';
  const jsonLd =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-01-03"}</script>';
  const item = '<span itemprop="datePublished" content="2024-01-04"></span>';
  const time = '<time datetime="2024-01-05">5 January</time>';
  assert.deepEqual(draftOfHtml(article(meta + dublin + jsonLd, `${item}${time}<p>${SENTENCE}</p>`)).dates, [
    "2024-01-01T00:00:00Z",
    "2024-01-02",
    "2024-01-03",
    "2024-01-04",
    "2024-01-05",
  ]);
  const dateline = `<p>RIGA, 6 January 2024 (Desk) — ${SENTENCE}</p><p>${SENTENCE}</p>`;
  assert.deepEqual(draftOfHtml(article("", dateline)).dates, ["6 January 2024"]);
  assert.equal(draftOfHtml(article("", dateline)).outlet, "Desk");
});

test("several times outside the article date nothing", () => {
  const times = "<time>May 1, 2024</time><time>May 2, 2024</time>";
  assert.deepEqual(draftOfHtml(`<body><div>${times}</div><div><p>${SENTENCE}</p></div></body>`).dates, []);
});

test("title, outlet, author and address", () => {
  const draft = draftOfHtml(
    article(
      `<title>The deal - River Post</title><meta property="og:site_name" content="River Post">
       <meta name="author" content="https://river.example/ann"><meta name="author" content="Ann Lee">
       <link rel="canonical" href="https://river.example/deal">`,
    ),
  );
  assert.equal(draft.title, "The deal");
  assert.equal(draft.outlet, "River Post");
  assert.equal(draft.author, "Ann Lee");
  assert.equal(draft.url, "https://river.example/deal");
});

test("JSON-LD that is broken, nested or a list is got over", () => {
  const script = (json: string): string => article(`<script type="application/ld+json">${json}</script>`);
  assert.deepEqual(draftOfHtml(script('{"@type": "NewsArticle", ')).dates, []);
  const graph =
    '{"@graph":[{"@type":"WebSite"},[{"@type":["Thing","BlogPosting"],"headline":"H","author":"Bo Lin","datePublished":"2020-05-05","publisher":{"name":"Post"}}]]}';
  const { title, author, outlet, dates } = draftOfHtml(script(graph));
  assert.deepEqual(
    { title, author, outlet, dates },
    { title: "H", author: "Bo Lin", outlet: "Post", dates: ["2020-05-05"] },
  );
});

test("a heading that repeats the title is not text", () => {
  const { text } = draftOfHtml(
    article('<meta property="og:title" content="The deal!">', `<h2>The Deal</h2><p>${SENTENCE}</p>`),
  );
  assert.equal(text, SENTENCE);
});

test("broken pages give the words they have", () => {
  assert.equal(draftOfHtml("<p>One<p>two <b>three</p></div>").text, "One\n\ntwo three");
  assert.equal(draftOfHtml("just words").text, "just words");
  assert.equal(draftOfHtml("<html><p>No body</html>").text, "No body");
  assert.equal(draftOfHtml("<script>only()</script>").text, "");
  assert.equal(draftOfHtml(`${"<div>".repeat(3000)}Deep${"</div>".repeat(9)}`).text, "Deep");
});

test("no page makes it fail", () => {
  const piece = fc.constantFrom(
    ..."<p>|</p>|<div|>|<!--|-->|<script>|</script>|<title>|&nbsp;|&#0;|<table><tr><td>|<br>|word |\"|'|<body>|</html>|<![CDATA[|<svg>|<time datetime=x>|\0".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      assert.equal(typeof draftOfHtml(pieces.join("")).text, "string");
    }),
    { seed: 5, numRuns: 300 },
  );
});
