import { extname } from "node:path";

/** The forms in which documents come. */
export const FORMATS = ["text", "md", "html", "jsonl"] as const;
export type Format = (typeof FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "md",
  ".markdown": "md",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/** The form that a file's name tells, or null where its beginning must tell it. */
export function formatOfName(path: string): Format | null {
  return BY_EXTENSION[extname(path).toLowerCase()] ?? null;
}

/** The form that a beginning tells: JSON objects, a web page, else plain text. */
export function formatOfStart(start: string): Format {
  const text = start.replace(/^\ufeff/, "").trimStart();
  if (/^\{\s*"/.test(text) || /^\{\s*\}/.test(text)) return "jsonl";
  if (/^\[\s*\{\s*"/.test(text)) return "jsonl";
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title)\b/i.test(
    text,
  )
    ? "html"
    : "text";
}
