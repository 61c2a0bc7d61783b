import { parseHTML } from "linkedom";

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g;

/** Writes character references such as `&nbsp;` and `&#8212;` as the characters they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const known = new Map<string, string>();
  return text.replace(ENTITY, (entity) => {
    const before = known.get(entity);
    if (before !== undefined) return before;
    document.body.innerHTML = entity;
    const decoded = document.body.textContent ?? entity;
    known.set(entity, decoded);
    return decoded;
  });
}
