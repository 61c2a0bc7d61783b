import type { DuckDBConnection } from "@duckdb/node-api";
import { type Document, Problem } from "../vocabulary/index.ts";
import { canonical, sha256 } from "./canonical.ts";
import type { CoderStamp } from "./ledger.ts";
import { nextChange, type Read } from "./query.ts";

/** What can be said of a text besides itself, and may be learned later. */
const FACTS = ["title", "outlet", "author", "url", "published"] as const;

/** A stored document without its text, and what coded it. */
export type KnownDocument = Omit<Document, "text"> & CoderStamp;

export async function knownDocument(read: Read, id: string): Promise<KnownDocument | null> {
  const [row] = await read<KnownDocument>(
    "SELECT id, title, outlet, author, url, published, language, coder, lexicon FROM documents WHERE id = $1",
    [id],
  );
  return row ?? null;
}

/** Whether `document` says something of the text that the stored one leaves open. */
export function bringsFacts(document: Document, known: KnownDocument): boolean {
  return FACTS.some((fact) => known[fact] === null && document[fact] !== null);
}

/** The stored document with what it left open filled in: what was stored first stays. */
function merged(document: Document, known: KnownDocument): Document {
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, known[fact] ?? document[fact]]));
  return { ...document, ...facts };
}

/** Stores a document that is new, gives the number of the change. */
export async function insertDocument(
  connection: DuckDBConnection,
  document: Document,
  { coder, lexicon }: CoderStamp,
): Promise<number> {
  const seq = await nextChange(connection, "document added", document.id);
  const { id, title, outlet, author, url, published, language, text } = document;
  const values = [id, title, outlet, author, url, published, language, text];
  await connection.run(
    "INSERT INTO documents VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)",
    [...values, hashOf(document), coder, lexicon, seq],
  );
  return seq;
}

/** Stores under which stamp a document was coded anew, with the facts it now brings. */
export async function updateDocument(
  connection: DuckDBConnection,
  document: Document,
  known: KnownDocument,
  { coder, lexicon }: CoderStamp,
): Promise<number> {
  const seq = await nextChange(connection, "document recoded", document.id);
  const now = merged(document, known);
  const facts = FACTS.map((fact) => now[fact]);
  await connection.run(
    `UPDATE documents SET title = $2, outlet = $3, author = $4, url = $5, published = $6,
       hash = $7, coder = $8, lexicon = $9, last_changed = $10 WHERE id = $1`,
    [document.id, ...facts, hashOf(now), coder, lexicon, seq],
  );
  return seq;
}

function hashOf({ id, title, outlet, author, url, published, language }: Document): string {
  return sha256(canonical([id, title, outlet, author, url, published, language]));
}

/** A document by its id or a unique beginning of it, with or without `d_`. */
export async function findDocument(read: Read, id: string): Promise<Document | null> {
  const columns = "id, title, outlet, author, url, published, language, text";
  const [exact] = await read<Document>(`SELECT ${columns} FROM documents WHERE id = $1`, [id]);
  if (exact !== undefined) return exact;
  const prefix = id.startsWith("d_") ? id : `d_${id}`;
  if (prefix.length < 4) return null;
  const found = await read<Document>(
    `SELECT ${columns} FROM documents WHERE starts_with(id, $1) ORDER BY id LIMIT 4`,
    [prefix],
  );
  if (found.length > 1)
    throw new Problem(
      "usage",
      `Several documents begin with ${id}: ${found.map((document) => document.id.slice(0, 14)).join(", ")}${found.length > 3 ? " …" : ""}.`,
      "Give more of the id.",
    );
  return found[0] ?? null;
}
