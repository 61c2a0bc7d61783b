/** Records for the ledger's tests: sentences and facts are made up. */
import { createHash } from "node:crypto";
import {
  type Document,
  domainsOf,
  type Event,
  intensity,
  type Participant,
  type Tie,
} from "../../src/vocabulary/index.ts";

export function documentOfText(text: string, facts: Partial<Document> = {}): Document {
  return {
    id: `d_${createHash("sha256").update(text).digest("hex")}`,
    title: null,
    outlet: null,
    author: null,
    url: null,
    published: "2024-05-20",
    language: "en",
    text,
    ...facts,
  };
}

export function party(actor: string | null, text: string, within: string, at = 0): Participant {
  const start = at + Math.max(0, within.indexOf(text));
  return { actor, sector: null, name: text, text, start, end: start + text.length };
}

/** An event whose sentence is the document's whole text; sources and targets are `CODE=words in the sentence`. */
export function eventIn(
  document: Document,
  type: Event["type"],
  parts: {
    readonly sources?: readonly string[];
    readonly targets?: readonly string[];
    readonly anchor?: string;
    readonly day?: string | null;
  } & Partial<Omit<Event, "sources" | "targets">> = {},
): Event {
  const { sources = [], targets = [], anchor = document.text.slice(0, 4), day, ...fields } = parts;
  const named = (given: string): Participant => {
    const [actor = "", words = actor] = given.split("=");
    return party(actor === "?" ? null : actor, words, document.text);
  };
  const start = Math.max(0, document.text.indexOf(anchor));
  const id = createHash("sha256").update(`${document.id}|${start}|${anchor}|${type}`).digest("hex");
  const contexts = fields.contexts ?? [];
  return {
    id: `e_${id.slice(0, 16)}`,
    document: document.id,
    type,
    mode: null,
    contexts,
    domain: domainsOf(contexts)[0] ?? "political",
    domains: domainsOf(contexts),
    act: null,
    symmetric: false,
    sources: sources.map(named),
    targets: targets.map(named),
    date: day ? { start: day, end: day, precision: "day", text: null, basis: "text" } : null,
    place: null,
    modality: "asserted",
    attribution: null,
    quantities: [],
    evidence: {
      sentence: document.text,
      start: 0,
      end: document.text.length,
      anchor: { text: anchor, start, end: start + anchor.length },
    },
    score: intensity(type, fields.mode ?? null),
    confidence: 0.8,
    rule: "test",
    ...fields,
  };
}

export function tieIn(
  document: Document | null,
  kind: Tie["kind"],
  parties: readonly string[],
  fields: Partial<Tie> = {},
): Tie {
  const id = createHash("sha256").update(`${document?.id}|${kind}|${parties.join()}`).digest("hex");
  return {
    id: `t_${id.slice(0, 16)}`,
    document: document?.id ?? null,
    kind,
    parties: parties.map((actor) => party(actor, actor, "")),
    domain: "political",
    since: null,
    until: null,
    level: null,
    claim: `${parties.join(" and ")}: ${kind}`,
    modality: "asserted",
    attribution: null,
    quantities: [],
    evidence: null,
    confidence: 0.8,
    rule: "test",
    ...fields,
  };
}
