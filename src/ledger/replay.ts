import type { Correction, Event, Tie } from "../vocabulary/index.ts";
import { canonical } from "./canonical.ts";
import type { Status } from "./ledger.ts";

/** A record as corrections left it. */
export interface Replayed<Coded extends Event | Tie> {
  readonly record: Coded;
  readonly status: Status;
}

/**
 * Replays a record's corrections, in order, over what the coder made of it (null: nothing).
 *
 * - `add` gives the whole record in `after`; `accept`, `reject` and `edit` may give changed fields in `after`.
 * - The last correction gives the status, save that an edit which brings back the coded record gives `coded`
 *   (or `added`): that is how a correction is undone without being erased.
 * - Null where neither the coder nor an `add` made the record: its corrections are orphaned.
 */
export function replay<Coded extends Event | Tie>(
  coded: Coded | null,
  corrections: readonly Correction[],
): Replayed<Coded> | null {
  let base: Replayed<Coded> | null = coded === null ? null : { record: coded, status: "coded" };
  let now = base;
  for (const { change, after } of corrections) {
    if (change === "add") {
      if (!isFields(after)) continue;
      base = { record: after as unknown as Coded, status: "added" };
      now = base;
      continue;
    }
    if (now === null || base === null) continue;
    const record: Coded = isFields(after) ? { ...now.record, ...after } : now.record;
    now = { record, status: statusAfter(change, record, base) };
  }
  return now;
}

function statusAfter<Coded extends Event | Tie>(
  change: Exclude<Correction["change"], "add">,
  record: Coded,
  base: Replayed<Coded>,
): Status {
  if (change === "accept") return "accepted";
  if (change === "reject") return "rejected";
  return canonical(record) === canonical(base.record) ? base.status : "edited";
}

/**
 * The correction that undoes one: appended to the others, it restores the fields that this one changed and, where
 * it was the record's last, the status that the record had before it. `history` is every correction of the record, in order. Undoing an undo redoes.
 */
export function undoOf<Coded extends Event | Tie>(
  undone: Correction,
  history: readonly Correction[],
  coded: Coded | null,
  by: Pick<Correction, "id" | "at" | "by">,
): Correction {
  const at = history.findIndex(({ id }) => id === undone.id);
  const earlier = replay(coded, history.slice(0, Math.max(at, 0)));
  const now = replay(coded, history);
  const touched = undone.change === "add" || !isFields(undone.after) ? [] : Object.keys(undone.after);
  const fields = changedFields(now?.record ?? null, earlier?.record ?? null, touched);
  const status = at === history.length - 1 ? earlier?.status : now?.status;
  return {
    ...by,
    on: undone.on,
    change: CHANGE_TO[status ?? "rejected"],
    before: undone.after,
    after: Object.keys(fields).length > 0 ? (fields as Correction["after"]) : null,
    reason: `Undoes ${undone.id}.`,
  };
}

/** The change that leaves a record with a status; `coded` and `added` come back by an edit that restores them. */
const CHANGE_TO: Readonly<Record<Status, Correction["change"]>> = {
  coded: "edit",
  added: "edit",
  edited: "edit",
  accepted: "accept",
  rejected: "reject",
};

function changedFields(
  from: Event | Tie | null,
  to: Event | Tie | null,
  fields: readonly string[],
): Record<string, unknown> {
  if (from === null || to === null) return {};
  const before = new Map(Object.entries(from));
  const after = new Map(Object.entries(to));
  return Object.fromEntries(
    fields
      .filter((field) => canonical(after.get(field)) !== canonical(before.get(field)))
      .map((field) => [field, after.get(field)]),
  );
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Corrections by the record they are on, in order. */
export function byRecord(corrections: readonly Correction[]): ReadonlyMap<string, readonly Correction[]> {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const group = groups.get(correction.on);
    if (group) group.push(correction);
    else groups.set(correction.on, [correction]);
  }
  return groups;
}
