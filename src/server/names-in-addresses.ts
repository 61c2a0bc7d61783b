import { Problem } from "../vocabulary/index.ts";

/** The last part of an address, cut at its ending: "BLR.svg" is BLR as svg, "BLR" has none. */
export function suffixed(name: string): { readonly id: string; readonly suffix: string } {
  const match = /^(.*)\.([a-z]+)$/.exec(name);
  return { id: match?.[1] ?? name, suffix: match?.[2] ?? "" };
}

/** As `suffixed`, for what is had as a page or as JSON. */
export function pageOrJson(name: string): { readonly id: string; readonly isJson: boolean } {
  const { id, suffix } = suffixed(name);
  if (suffix === "" || suffix === "json") return { id, isJson: suffix === "json" };
  throw new Problem(
    "not-found",
    `There is no .${suffix} of ${id}.`,
    "Ask for it without an ending, or as .json.",
  );
}
