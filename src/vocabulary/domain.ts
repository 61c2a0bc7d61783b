import type { Context } from "./plover.ts";

/** The three domains in which a balance is measured. */
export const DOMAINS = ["political", "economic", "security"] as const;
export type Domain = (typeof DOMAINS)[number];

const SECURITY: ReadonlySet<Context> = new Set([
  "military",
  "intelligence",
  "territory",
  "peacekeeping",
  "terrorism",
  "cbrn",
  "cyber",
]);
const ECONOMIC: ReadonlySet<Context> = new Set(["economic", "natural_resource", "technology"]);

/**
 * The domains an event with these contexts counts in, security first.
 * Contexts of two domains give both; contexts of neither give `["political"]`.
 */
export function domainsOf(contexts: readonly Context[]): readonly Domain[] {
  const domains: Domain[] = [];
  if (contexts.some((context) => SECURITY.has(context))) domains.push("security");
  if (contexts.some((context) => ECONOMIC.has(context))) domains.push("economic");
  return domains.length > 0 ? domains : ["political"];
}
