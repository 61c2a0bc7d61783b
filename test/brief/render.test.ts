import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import {
  type Brief,
  balanceFigure,
  composeBrief,
  renderBriefHtml,
  renderBriefMarkdown,
  seriesFigure,
} from "../../src/brief/index.ts";
import { inputOf, sampleInput } from "./sample-brief.ts";
import { sampleEvent } from "./sample-records.ts";

const full = composeBrief(sampleInput());
const empty = composeBrief(sampleInput({ documents: [], events: [], ties: [], observations: [] }));
const hostile = composeBrief(
  inputOf([
    sampleEvent("h", {
      from: "ARL BOR",
      sentence: 'He said </blockquote><script>alert("1")</script> & `code` | [x](javascript:1) \u0001\ud800.',
      speaker: "<img src=x onerror=alert(1)>",
    }),
  ]),
);
const BRIEFS: readonly (readonly [string, Brief])[] = [
  ["full", full],
  ["empty", empty],
  ["hostile", hostile],
];

for (const [name, brief] of BRIEFS) {
  const html = renderBriefHtml(brief);
  const { document } = parseHTML(html);
  const all = (selector: string): Element[] => Array.from(document.querySelectorAll(selector));
  const ids = all("[id]").map((element) => element.id);

  test(`${name}: every link within the page leads to a place that exists once`, () => {
    assert.equal(new Set(ids).size, ids.length);
    for (const link of all("a[href^='#']"))
      assert.ok(ids.includes(link.getAttribute("href")?.slice(1) ?? ""), link.outerHTML);
  });

  test(`${name}: the page asks nothing of anybody and runs nothing`, () => {
    assert.equal(document.querySelectorAll("script, link, iframe, img, object").length, 0);
    for (const element of all("*"))
      for (const { name: attribute, value } of Array.from(element.attributes)) {
        assert.ok(!attribute.startsWith("on"), attribute);
        if (attribute === "href") assert.match(value, /^(#|https?:\/\/)/);
        assert.notEqual(attribute, "src");
      }
    assert.ok(!/url\(|@import/.test(html));
  });

  test(`${name}: headings descend step by step from one title`, () => {
    const levels = all("h1, h2, h3, h4").map(({ tagName }) => Number(tagName.slice(1)));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.ok(levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1));
  });

  test(`${name}: tables have captions and scopes, the page a language, a skip link and one main part`, () => {
    for (const table of all("table")) {
      assert.ok(table.querySelector("caption")?.textContent);
      assert.ok(Array.from(table.querySelectorAll("th")).every((cell) => cell.hasAttribute("scope")));
    }
    assert.equal(document.documentElement.getAttribute("lang"), "en");
    assert.equal(document.querySelectorAll("main").length, 1);
    assert.equal(document.querySelector("a")?.getAttribute("class"), "skip");
  });

  test(`${name}: figures carry title, period, source, version and ledger inside`, () => {
    for (const svg of [balanceFigure(brief), balanceFigure(brief, "narrow"), seriesFigure(brief)]) {
      assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
      const text = parseHTML(svg).document.documentElement.textContent ?? "";
      const words = text.replace(/\s+/g, " ");
      for (const part of [
        "Arland between Borland and Cestia",
        "Source:",
        "Multivector 1.2.3",
        "0123456789ab",
        "2016",
      ])
        assert.ok(words.includes(part), `${part} is missing`);
      assertBalanced(svg);
    }
  });

  test(`${name}: rows of Markdown tables have as many cells as their head`, () => {
    const cells = (row: string): number => row.replace(/\\\|/g, "").split("|").length;
    const lines = renderBriefMarkdown(brief).split("\n");
    lines.forEach((line, at) => {
      if (line.startsWith("|") && lines[at - 1]?.startsWith("|"))
        assert.equal(cells(line), cells(lines[at - 1] ?? ""), line);
    });
  });

  test(`${name}: links of the Markdown lead to places that exist once`, () => {
    const text = renderBriefMarkdown(brief);
    const places = [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);
    assert.equal(new Set(places).size, places.length);
    for (const [, id] of text.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(places.includes(id), id);
  });
}

/** Every element of an SVG is closed in order, as XML wants it. */
function assertBalanced(svg: string): void {
  const open: string[] = [];
  for (const [, close, name, rest] of svg.matchAll(/<(\/?)([a-zA-Z]+)([^>]*)>/g)) {
    if (close === "/") assert.equal(open.pop(), name);
    else if (!rest?.endsWith("/")) open.push(name ?? "");
  }
  assert.deepEqual(open, []);
}

test("words of documents stay words", () => {
  const html = renderBriefHtml(hostile);
  assert.ok(html.includes("&lt;/blockquote&gt;&lt;script&gt;"));
  assert.ok(!html.includes("\u0001") && !/\p{Surrogate}/u.test(html));
  const markdown = renderBriefMarkdown(hostile);
  assert.ok(markdown.includes("\\<script\\>") && markdown.includes("\\[x\\](javascript:1)"));
  assert.ok(renderBriefMarkdown(full).includes("javascript:alert(1)"));
  assert.ok(!renderBriefMarkdown(full).includes("<javascript:"));
});

test("sentences lead to their place in the document where the page has one", () => {
  const html = renderBriefHtml(full, {
    link: (id, start, end) => `https://example.org/${id}#${start}-${end}`,
  });
  const event = sampleInput().events.find(({ event }) => event.id === "e_visit")?.event;
  assert.ok(html.includes(`https://example.org/d_one#${event?.evidence.start}-${event?.evidence.end}`));
});

test("a modality is a word and a sign, not only a colour", () => {
  const { document } = parseHTML(renderBriefHtml(full));
  for (const badge of Array.from(document.querySelectorAll(".modality")))
    assert.match(badge.textContent ?? "", /^\S (asserted|reported|planned|conditional|requested|denied)$/);
});

test("a date is drawn as wide as it is known", () => {
  const width = (on: string): number => {
    const svg = seriesFigure(composeBrief(inputOf([sampleEvent("w", { from: "ARL BOR", on })])));
    const drawn = /<g class="mv-p0"><g[^>]*><title>[^<]*<\/title><rect[^>]* width="([\d.]+)"/.exec(svg);
    return Number(drawn?.[1]);
  };
  assert.ok(width("2019-03-04") < width("2019-03") && width("2019-03") < width("2019"));
});
