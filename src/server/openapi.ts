import { z } from "zod";
import { DOMAINS, EVENT_TYPES, MODALITIES, RECORDS, type RecordName } from "../vocabulary/index.ts";

/** A parameter of an address, with the name of the command line's option. */
interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** An address that answers, as it is described to programs. */
interface Route {
  readonly path: string;
  readonly summary: string;
  readonly answers: string;
  readonly parameters?: readonly Parameter[];
  /** The record in the answer. */
  readonly record?: RecordName;
}

const PERIOD: readonly Parameter[] = [
  { name: "since", description: "A year, month or day: 2016, 2016-05, 2016-05-31." },
  { name: "until", description: "A year, month or day, included." },
];
const SELECTION: readonly Parameter[] = [
  { name: "state", description: "A state or organisation that takes part, by code or name." },
  { name: "between", description: "Codes with commas between; at least one takes part as well." },
  ...PERIOD,
  { name: "domain", description: "The domain it counts in.", choices: DOMAINS },
  { name: "type", description: "PLOVER type of an event; ties are left out then.", choices: EVENT_TYPES },
  { name: "modality", description: "How far the text commits itself.", choices: MODALITIES },
  { name: "document", description: "The id of the document, or the beginning of it." },
];
const QUESTION: readonly Parameter[] = [
  {
    name: "between",
    description: "Two or more powers, codes with commas between; the tilt is between the first two.",
  },
  ...PERIOD,
  { name: "include", description: `Modalities counted besides asserted: ${MODALITIES.join(", ")}, or all.` },
  { name: "half-life", description: "Days after which an event weighs half." },
];

/** Every address of the server besides `/brief`, which only leads to `/brief/{state}`. */
export const ROUTES: readonly Route[] = [
  {
    path: "/",
    summary: "Overview: the states that balance, a question of one's own, the documents.",
    answers: "text/html",
  },
  { path: "/documents", summary: "The documents.", answers: "text/html" },
  { path: "/documents.json", summary: "The documents without their texts.", answers: "application/json" },
  {
    path: "/documents.bib",
    summary: "The documents as BibTeX.",
    answers: "application/x-bibtex",
  },
  { path: "/documents/{id}", summary: "A document with its coded words marked.", answers: "text/html" },
  { path: "/documents/{id}.json", summary: "A document.", answers: "application/json", record: "document" },
  { path: "/events", summary: "Chronology of events and ties.", answers: "text/html", parameters: SELECTION },
  {
    path: "/events.json",
    summary: "Events and ties with their counts, stories and standing.",
    answers: "application/json",
    parameters: SELECTION,
  },
  {
    path: "/events.csv",
    summary: "Events and ties in one table.",
    answers: "text/csv",
    parameters: SELECTION,
  },
  {
    path: "/events.gexf",
    summary: "The network of actors that asserted events and ties make.",
    answers: "application/gexf+xml",
    parameters: SELECTION,
  },
  { path: "/events/{id}", summary: "One event with its words.", answers: "text/html" },
  {
    path: "/events/{id}.json",
    summary: "One event with its story and standing.",
    answers: "application/json",
  },
  { path: "/ties/{id}", summary: "One tie with its words.", answers: "text/html" },
  { path: "/ties/{id}.json", summary: "One tie with its standing.", answers: "application/json" },
  { path: "/brief/{state}", summary: "The brief.", answers: "text/html", parameters: QUESTION },
  {
    path: "/brief/{state}.md",
    summary: "The brief in Markdown.",
    answers: "text/markdown",
    parameters: QUESTION,
  },
  {
    path: "/brief/{state}.json",
    summary: "The brief as plain values.",
    answers: "application/json",
    parameters: QUESTION,
  },
  {
    path: "/brief/{state}.svg",
    summary: "A figure of the brief.",
    answers: "image/svg+xml",
    parameters: [
      ...QUESTION,
      {
        name: "figure",
        description: "Which figure; balance if none is named.",
        choices: ["balance", "series"],
      },
    ],
  },
  { path: "/schema/{record}.json", summary: "The JSON Schema of a record.", answers: "application/json" },
  { path: "/openapi.json", summary: "This description.", answers: "application/json" },
];

export function schemaOf(name: RecordName): Record<string, unknown> {
  return z.toJSONSchema(RECORDS[name]) as Record<string, unknown>;
}

/** The description of the server's addresses in OpenAPI 3.1. */
export function openApi(version: string): Record<string, unknown> {
  const schemas = Object.fromEntries(
    Object.keys(RECORDS).map((name) => [name, schemaOf(name as RecordName)]),
  );
  const problem = {
    type: "object",
    required: ["code", "message", "hint"],
    properties: { code: { type: "string" }, message: { type: "string" }, hint: { type: "string" } },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "Multivector",
      version,
      description:
        "Reads a ledger of coded events, standing ties and open data. Nothing can be changed through it.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: Object.fromEntries(ROUTES.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: { ...schemas, problem } },
  };
}

function operation({ path, summary, answers, parameters, record }: Route): Record<string, unknown> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = (parameters ?? []).map(({ name, description, choices }) => ({
    name,
    in: "query",
    description,
    schema: choices === undefined ? { type: "string" } : { type: "string", enum: choices },
  }));
  const content = record === undefined ? {} : { schema: { $ref: `#/components/schemas/${record}` } };
  const failed = (description: string) => ({
    description,
    content: { "application/json": { schema: { $ref: "#/components/schemas/problem" } } },
  });
  return {
    summary,
    parameters: [...inPath, ...inQuery],
    responses: {
      200: { description: "The answer.", content: { [answers]: content } },
      400: failed("The address asks for something that makes no sense; the message says what."),
      404: failed("There is no such thing."),
    },
  };
}
